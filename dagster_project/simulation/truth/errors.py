"""Which sources err in which value of which collaboration.

Belongs here: the table of errors, made of what was put wrong and what each kind of fault makes wrong. Does not belong
here: how anything goes wrong (`sources`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dagster_project.simulation.model import Observation, PlantedFault
from dagster_project.simulation.sources.faults import fault_kinds

NO_VALUE = ("layout", "document")
"""Fields of kinds that make no value of a collaboration wrong."""
LEFT_OUT = ("forgotten_party", "survey_addition_missed", "edition_omitted")
"""What a source does not know of (`capture.yml`) is no fault with a rate; its error is in the existence."""
SOURCE_OF = {"budgets": "budget", "surveys": "survey", "registers": "register", "editions": "edition",
             "programmes": "programme"}  # fmt: skip

Row = tuple[int | None, str, str, str, str | None, str, str, str, str, str]
"""Snapshot, truth id, field, source, reporter, file, place, kind, written, true."""


def field_of(kind: str) -> str:
    """The value that a kind of fault makes wrong."""
    return "existence" if kind in LEFT_OUT else fault_kinds()[kind].field


def errors(observations: Iterable[Observation], faults: Iterable[PlantedFault]) -> Iterator[Row]:
    """A row per wrong value, source and snapshot, in the order of the faults. A version of the register speaks for
    several snapshots and errs in all of them; `reporter` is the organisation that tells, where one does."""
    at_place: dict[tuple[str, str], dict[int, str | None]] = defaultdict(dict)
    of_file: dict[str, dict[int, str | None]] = defaultdict(dict)
    of_source: dict[tuple[str, str | None], dict[int, str | None]] = defaultdict(dict)
    for said in observations:
        at_place[said.file, said.place][said.snapshot] = said.reporter
        of_file[said.file][said.snapshot] = said.reporter
        of_source[said.source, said.truth_id][said.snapshot] = said.reporter
    for fault in faults:
        field = field_of(fault.kind)
        if field in NO_VALUE or not fault.truth_id:
            continue
        written, _, true = fault.detail.rpartition(" <- ")
        source = SOURCE_OF[fault.file.partition("/")[0]]
        where = at_place.get((fault.file, fault.place)) or of_file.get(fault.file)
        # The participations of the register are a file of their own, in which no observation stands; and a version
        # that was never in force speaks for no snapshot.
        where = where or of_source.get((source, fault.truth_id)) or {None: None}
        if fault.snapshot is not None:
            # A response that must not be used tells nothing at all: its name says whose it is.
            unheard = source == "survey" and fault.file not in of_file
            by = fault.file.rpartition("/")[2].partition("_")[0] if unheard else where.get(fault.snapshot)
            where = {fault.snapshot: by}
        for snapshot, reporter in sorted(where.items(), key=lambda item: item[0] or 0):
            yield (
                snapshot, fault.truth_id, field, source, reporter, fault.file, fault.place, fault.kind, written, true,
            )  # fmt: skip
