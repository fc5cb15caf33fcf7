"""Why a file from outside, or a part of it, is not read. No reading here."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Refusal:
    """Why a file, or a part of it, was not read; `reason` is a code of the table `refusal`."""

    locator: str
    reason: str
    detail: str


class Refused(Exception):
    """A whole document is refused."""

    def __init__(self, reason: str, locator: str, detail: str):
        self.refusal = Refusal(locator, reason, detail)
        super().__init__(f"{reason} [{locator}]: {detail}")
