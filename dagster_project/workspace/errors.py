"""Errors that reach a user: each says what is wrong, where, and the mend, and carries its exit code."""


class LappendekenError(Exception):
    """Base of all errors that are told to the user without a traceback.

    `exit_code`: 1 the gate or a check said no, 2 wrong use, 3 unreadable input.
    """

    exit_code = 1

    def __init__(self, what: str, where: object = None, mend: str | None = None):
        self.what, self.where, self.mend = what, where, mend
        super().__init__(what + (f" [{where}]" if where else "") + (f"; mend: {mend}" if mend else ""))


class GateRefused(LappendekenError):
    """The gate refuses a release."""

    exit_code = 1


class WrongUse(LappendekenError):
    """The command was called in a way that cannot work."""

    exit_code = 2


class UnreadableInput(LappendekenError):
    """Input that cannot be read."""

    exit_code = 3
