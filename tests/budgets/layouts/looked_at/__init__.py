"""Twins that may be looked at."""
