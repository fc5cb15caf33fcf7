"""Rows of the table `mention` for tests."""


def mention(**given) -> dict:
    """A mention of which only what matters is said."""
    return {
        "mention_id": "m1",
        "delivery_id": "d1",
        "locator": "line=1",
        "snapshot": 2020,
        "source": "budget",
        "claim": "participates",
        "name_written": "Omgevingsdienst Proef",
        "reader": "test",
        "reader_version": "1",
        "confidence": 1.0,
        **given,
    }
