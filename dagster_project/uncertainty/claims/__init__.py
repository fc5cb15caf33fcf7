"""Statements of publications: whether they can be true together, and whether ours are theirs.

- `model`: a statement as what it lets be true; `book`: those of one publication
- `rules`: what must hold within a publication; `twice`: what is stated more than once
- `checks`: the tables
"""

from dagster_project.uncertainty.claims.checks import claim_checks, published_comparisons

__all__ = ["claim_checks", "published_comparisons"]
