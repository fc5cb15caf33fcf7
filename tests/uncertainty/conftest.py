"""The register of the tests of quality, to be spoilt or sampled."""

from tests.quality.conftest import _written, workspace

__all__ = ["_written", "workspace"]
