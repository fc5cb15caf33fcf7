"""Growth decomposed: looked harder, defined otherwise, restated, really changed, each as bounds."""

from dagster_project.uncertainty.growth.parts import growth_parts

__all__ = ["growth_parts"]
