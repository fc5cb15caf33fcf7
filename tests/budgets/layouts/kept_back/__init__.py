"""Twins of every fourth structure: made, scored in total, never looked into while the reader is built."""
