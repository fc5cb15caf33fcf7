"""Tests of what a state rests on, and of how runs begin and end."""
