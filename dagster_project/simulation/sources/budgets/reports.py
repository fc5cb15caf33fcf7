"""What one organisation knows and how it words it: from the truth to the content of its budget document.

Belongs here: which parties a reporter lists, and the faults of that list. Does not belong here: the format of the
document (`files`), and sources that are no budgets (`survey`, `register`, `editions`, `programmes`).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.randomness import generator, uniform
from dagster_project.simulation.sources.budgets import prose
from dagster_project.simulation.sources.budgets.amounts import rounded, true_amounts
from dagster_project.simulation.sources.budgets.content import Document, Party
from dagster_project.simulation.sources.budgets.house_style import TITLES, Style, style_of
from dagster_project.simulation.sources.budgets.layouts import layouts
from dagster_project.simulation.sources.budgets.other_parties import other_parties
from dagster_project.simulation.sources.budgets.participants import written_participants
from dagster_project.simulation.sources.budgets.party_names import written_name
from dagster_project.simulation.sources.capture import BUDGET_SNAPSHOTS, complete_reporter, observable, omits
from dagster_project.simulation.sources.corruption import encode_twice
from dagster_project.simulation.sources.errors import believed
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.vocabulary import form_name, heading_of, headings_of, words
from dagster_project.simulation.world.organisations import name_with_kind


@dataclass(frozen=True)
class Report:
    """A document yet to be written, its path below raw/, and what its reporter left out: (truth id, name).

    `snapshot` and `reporter` are those for which it is delivered; the document may be of another year or organisation
    by mistake. `mishaps` are the kinds of faults of the delivery, `received_on` a day that its list must tell.
    """

    path: str
    document: Document
    forgotten: tuple[tuple[str, str], ...]
    snapshot: int
    reporter: str
    mishaps: tuple[tuple[str, str], ...] = ()
    received_on: str | None = None


def budget_reports(
    population: Population, by: Conditions, snapshot: int, bodies: Iterable[str] = (), extras: bool = True
) -> list[Report]:
    """The budgets of all participants at a snapshot, and of `bodies` that take part in nothing, by organisation id."""
    return list(iter_reports(population, by, snapshot, bodies, extras))


def iter_reports(
    population: Population, by: Conditions, snapshot: int, bodies: Iterable[str] = (), extras: bool = True
) -> Iterator[Report]:
    """The same one by one; without `extras`, further fields of which no observation tells, at a country many times
    repeated."""
    if snapshot not in BUDGET_SNAPSHOTS:
        return
    known = {body: [] for body in bodies}
    for one in observable(population, snapshot):
        for member in one.participants:
            known.setdefault(member, []).append(one)
    for body in sorted(known):
        style = style_of(by.seed, body, snapshot)
        style = style if extras else replace(style, extras=())
        yield budget_report(body, snapshot, known[body], by, _neighbours(known, body), style)


def budget_report(
    reporter: str,
    snapshot: int,
    own: list[TrueCollaboration],
    by: Conditions,
    neighbours: tuple[str, ...],
    style: Style,
) -> Report:
    """The budget of one organisation that takes part in `own`."""
    layout = layouts()[style.layout]
    listed = [one for one in own if not omits(one, reporter, by)]
    parties = [_party(one, reporter, style, layout.format == "pdf", by, neighbours) for one in listed]
    if listed:
        parties += other_parties(reporter, snapshot, style, by)
    organisation = name_with_kind(reporter, snapshot)
    year = snapshot - 1 if by.strikes("budget_wrong_year", snapshot, reporter) else snapshot
    chance = generator("document", by.seed, reporter, snapshot)
    long = layout.format == "pdf" and by.strikes("long_document", reporter, snapshot)
    introduction = prose.introduction(by.seed, reporter, organisation, year)
    if not listed:
        nothing = f"{organisation} heeft in {year} geen verbonden partijen."
        introduction = (nothing, *introduction[1:-1])
    document = Document(
        reporter=reporter,
        organisation=organisation,
        year=year,
        style=style,
        title=style.title.format(y=year) if not long else chance.choice(TITLES[:2]),
        introduction=introduction,
        groups=_groups(parties, style) if listed else (),
        closing=prose.closing(by.seed, reporter, organisation, year),
        summary=layout.blocks and bool(listed) and by.strikes("summary_and_details", reporter, snapshot),
        pages_around=chance.randrange(60, 185) if long else 0,
        seed=by.seed,
    )
    accented = document.accented_word()
    if accented and layout.format in ("html", "csv") and by.strikes("double_encoding", reporter, snapshot):
        document = replace(document, encoded_twice=True)
    slug = "programmabegroting-{y}" if long else style.slug
    told = {one.truth_id for one in listed}
    forgotten = tuple((one.truth_id, one.name) for one in own if one.truth_id not in told)
    path = f"budgets/{snapshot}/{reporter}_{slug.format(y=year)}.{layout.format}"
    mishaps = (("budget_wrong_year", f"{year} <- {snapshot}"),) if year != snapshot else ()
    return Report(path, document, forgotten, snapshot, reporter, mishaps)


def _party(
    one: TrueCollaboration, reporter: str, style: Style, on_paper: bool, by: Conditions, neighbours: tuple[str, ...]
) -> Party:
    question = (one.snapshot, reporter, one.truth_id)
    name = written_name(one, style.names, on_paper, by, *question)
    amounts = true_amounts(one.truth_id, one.legal_form, one.snapshot)
    one, wrong = believed(one, "budget", by, *question, body=reporter, names=partial(form_name, wording=style.forms))
    if "form" not in style.order:
        wrong = [(kind, detail) for kind, detail in wrong if kind != "budget_form"]
    whole = by.faultless and reporter == complete_reporter(one, by.seed)
    members = written_participants(one, reporter, style, whole, neighbours, by, *question)
    mixed = bool(amounts) and bool(style.amounts) and by.strikes("mixed_amounts", *question)
    faults = [*name.faults, *members.faults, *wrong]
    if mixed:
        faults.append(("mixed_amounts", f"another unit than 1:{style.unit} <- {name.text}"))
    theme = one.themes[0] if one.themes else "bedrijfsvoering"
    form = form_name(one.legal_form, style.forms) if "form" in style.order else None
    return Party(
        truth_id=one.truth_id,
        name=name.text,
        break_at=name.break_at,
        form=form,
        seat=one.seat or None,
        purpose=prose.longer_purpose(one.purpose, one.statutory_system, by.seed, *question),
        participants=members.items,
        participants_text=members.text,
        separator=members.separator,
        amounts=rounded(amounts, style, mixed),
        mixed=mixed,
        extras=tuple(
            (
                style.labels[extra].format(y=one.snapshot),
                prose.extra(extra, reporter[:2], theme, style, by.seed, *question),
            )
            for extra in style.extras
        ),
        heading=heading_of(style.sections, one.legal_form, theme),
        faults=tuple(faults),
    )


def _groups(parties: list[Party], style: Style) -> tuple[tuple[str | None, tuple[Party, ...]], ...]:
    """Parties under their headings in the order of the house: by name, or as it came to be. A house in four shows
    headings without parties."""
    by_name = style.variant % 2 == 0
    ordered = sorted(parties, key=lambda party: party.name if by_name else uniform("order", style.slug, party.name))
    groups = [
        (heading, tuple(party for party in ordered if party.heading == heading))
        for heading in headings_of(style.sections)
    ]
    keep_empty = style.variant % 4 == 1 and style.sections in words().sections
    return tuple((heading, group) for heading, group in groups if group or keep_empty)


def _neighbours(known: dict[str, list[TrueCollaboration]], reporter: str) -> tuple[str, ...]:
    """Municipalities with which the reporter shares something: whoever is claimed by mistake is one of these."""
    near = {member for one in known[reporter] if len(one.participants) <= 12 for member in one.participants}
    return tuple(sorted(member for member in near if member.startswith("gm")))


def observations_of(report: Report, places: list[str] | None = None) -> tuple[list[Observation], list[PlantedFault]]:
    """The truth of a document; `places` are those of its parties, in their order, and numbers where it is not
    written."""
    document, observations, faults = report.document, [], []
    if places is None:
        places = [f"party={number}" for number in range(1, len(document.parties) + 1)]
    for party, place in zip(document.parties, places, strict=True):
        observations.append(_observation(report, party, place))
        faults += [PlantedFault(kind, report.path, place, party.truth_id, detail) for kind, detail in party.faults]
    if document.encoded_twice:
        word = document.accented_word()
        detail = f"{encode_twice(word)} <- {word}"
        faults.append(PlantedFault("double_encoding", report.path, "document", None, detail))
    faults += [PlantedFault(kind, report.path, "document", None, detail) for kind, detail in report.mishaps]
    whole = [("summary_and_details", document.summary), ("long_document", document.pages_around > 0)]
    faults += [PlantedFault(kind, report.path, "document", None, kind) for kind, struck in whole if struck]
    faults += [
        PlantedFault("forgotten_party", report.path, "document", truth_id, f"nothing <- {name}")
        for truth_id, name in report.forgotten
    ]
    return observations, faults


def _observation(report: Report, party: Party, place: str) -> Observation:
    return Observation(
        file=report.path,
        place=place,
        source="budget",
        snapshot=report.snapshot,
        reporter=report.reporter,
        truth_id=party.truth_id,
        name_written=party.name,
        legal_form_written=party.form if "form" in report.document.style.order else None,
        seat_written=party.seat,
        purpose_written=party.purpose,
        participants_written=party.participants,
        themes_written=(),
        section=party.heading,
        amounts={name: float(value) for name, value in party.amounts.items()},
        faults=tuple(kind for kind, _ in party.faults),
        layout=report.document.style.layout,
    )
