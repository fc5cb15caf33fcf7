"""Benchmark of the site: how large it is and how long it takes by the size of a release."""
