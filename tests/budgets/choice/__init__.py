"""Tests of the choice between interpretations: units, parts, places, confidence, and what it does to a document."""
