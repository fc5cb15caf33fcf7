"""Measurements of speed and memory; each is run by a `make bench-...` and prints its peers beside it."""
