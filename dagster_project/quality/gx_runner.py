"""The one runner to Great Expectations: it says whether an expectation passes. Nothing else imports it."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dagster_project.quality.declaration import Expectation

if TYPE_CHECKING:
    import pandas as pd

# No list of failing values: those come, whole, from our own SQL.
_FORMAT = {"result_format": "BASIC", "partial_unexpected_count": 0}


@dataclass(frozen=True)
class Outcome:
    """Passed or failed, and what was observed in one line."""

    passed: bool
    observed: str


class CouldNotRun(Exception):
    """Great Expectations raised inside; an expectation that did not run is never a pass."""


class GxRunner:
    """One context for all expectations; the batch of a frame is made once."""

    def __init__(self):
        os.environ["GX_ANALYTICS_ENABLED"] = "false"
        import great_expectations as gx
        from great_expectations.data_context.types.base import ProgressBarsConfig

        context = gx.get_context(mode="ephemeral")
        context.variables.progress_bars = ProgressBarsConfig(globally=False)
        # One asset for all frames: the context writes all of itself anew for each that is added.
        asset = context.data_sources.add_pandas("tables").add_dataframe_asset("rows")
        self._definition = asset.add_batch_definition_whole_dataframe("whole")
        self._batches: dict[int, tuple] = {}

    def check(self, expectation: Expectation, frame: "pd.DataFrame") -> Outcome:
        """Validate one frame against one expectation.

        Raises CouldNotRun where the type is unknown, an argument does not fit or a column is not there.
        """
        from great_expectations.exceptions import GreatExpectationsError
        from great_expectations.expectations.expectation_configuration import ExpectationConfiguration

        try:
            domain = ExpectationConfiguration(type=expectation.type, kwargs=dict(expectation.kwargs)).to_domain_obj()
            result = self._batch(frame).validate(domain, result_format=_FORMAT)
        except (GreatExpectationsError, TypeError, ValueError) as error:
            raise CouldNotRun(f"{type(error).__name__}: {error}") from error
        if raised := _raised(result.exception_info):
            raise CouldNotRun(raised)
        return Outcome(bool(result.success), _observed(result.result))

    def _batch(self, frame: "pd.DataFrame"):
        if id(frame) not in self._batches:
            # The frame is kept beside its batch, so that its id is not given to another.
            self._batches[id(frame)] = self._definition.get_batch({"dataframe": frame}), frame
        return self._batches[id(frame)][0]


def _raised(info: dict) -> str | None:
    """The first message of an exception; the information is one record, or one per metric."""
    records = [info] if "raised_exception" in info else list(info.values())
    return next((r["exception_message"] or "it raised" for r in records if r["raised_exception"]), None)


def _observed(result: dict) -> str:
    if "observed_value" in result:
        return str(result["observed_value"])
    return f"{result['unexpected_count']} of {result['element_count']} rows"
