"""Quality and performance indicators after the European Statistical System."""

from dagster_project.uncertainty.indicators.rows import quality_indicators

__all__ = ["quality_indicators"]
