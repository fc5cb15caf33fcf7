"""Tests of the room of figures, and how it does on documents whose truth is known."""
