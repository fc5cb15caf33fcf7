"""Tests of the example workspace and of the tools that write it."""
