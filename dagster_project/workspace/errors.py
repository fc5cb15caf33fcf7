"""Errors that reach a user: each says what is wrong, where, and the mend, and carries its exit code."""

import errno


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


class MachineFailed(LappendekenError):
    """The disk or the rights on it did not let a command do its work."""


_MACHINE = {
    errno.ENOSPC: ("no room on the disk", "make room, then run again; nothing in force was changed"),
    errno.EDQUOT: ("the quota of the disk is used up", "make room, then run again; nothing in force was changed"),
    errno.EROFS: ("the disk can only be read", "use a workspace on a disk that can be written"),
    errno.EACCES: ("no permission", "give the user who runs this the right to read and write there"),
    errno.EPERM: ("no permission", "give the user who runs this the right to read and write there"),
    errno.EMFILE: ("too many open files", "raise the limit (ulimit -n), then run again"),
    errno.EIO: ("the disk failed", "look at the disk; then run again"),
}


def for_people(error: BaseException) -> LappendekenError | None:
    """The error as people are told it, of it or of what caused it; None for what only a developer can mend."""
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        if isinstance(cause, LappendekenError):
            return cause
        if isinstance(cause, OSError) and cause.errno in _MACHINE:
            what, mend = _MACHINE[cause.errno]
            return MachineFailed(what, cause.filename, mend)
        cause = cause.__cause__ or cause.__context__
    return None
