"""What a release published is held against the same now: a cell changes only under a decision of two people."""

from dagster_project.uncertainty.restatement.cells import restated_cells

__all__ = ["restated_cells"]
