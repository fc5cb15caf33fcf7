"""Responses to the survey of 2024: what an organisation was asked, what it answered, and where it was wrong."""

from collections import defaultdict
from collections.abc import Callable
from datetime import date

from dagster_project.simulation.model import Observation, PlantedFault, Population, TrueCollaboration
from dagster_project.simulation.randomness import generator
from dagster_project.simulation.sources.capture import acknowledged_members, adds, observable
from dagster_project.simulation.sources.delivery import Source, late_lists, list_number
from dagster_project.simulation.sources.errors import Struck, believed, listed
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.sources.survey_frame import BEFORE, SNAPSHOT, known_before, respondents
from dagster_project.simulation.sources.survey_mishaps import Response, delivered
from dagster_project.simulation.sources.vocabulary import form_name, theme_names
from dagster_project.simulation.world.organisations import listed_name, name_with_kind, official_name
from dagster_project.simulation.writers.workbook import workbook

SHEET = "Samenwerkingsverbanden"
TITLE = "Uitvraag regionale samenwerkingsverbanden {} (gesimuleerd)"
HEADINGS = [
    "Nummer", "Naam", "Deelnemers", "Beleidsterreinen", "Rechtsvorm", "Doel", "Vestigingsplaats", "Antwoord",
    "Opgeheven op", "Toelichting",
]  # fmt: skip
HEADING_ROW = 5
CLAIMS = {
    "klopt": "participates",
    "gewijzigd": "participates",
    "toegevoegd": "participates",
    "neemt niet deel": "denies_participation",
    "opgeheven": "dissolved",
}
# Networks and contracts that organisations add although nobody meets in them; {} is the place of the organisation.
NO_COLLABORATIONS = (
    "Raamcontract inkoop kantoorartikelen {}",
    "Kennisnetwerk datagedreven werken",
    "Jaarlijkse bestuurdersbijeenkomst {} en omgeving",
    "Nieuwsbriefoverleg communicatie {}",
    "Leverancierscontract belastingsoftware",
)
FUNCTIONS = ("beleidsmedewerker bestuurszaken", "concerncontroller", "adviseur regionale samenwerking", "griffier")


def survey_source(
    population: Population, by: Conditions, snapshots: tuple[int, ...], claims: dict[str, set[str]], files: bool = True
) -> Source:
    """One workbook per response that comes in; without `files` none is written. `claims` gives per organisation the
    collaborations that others say it takes part in, wrongly, so that it can deny them."""
    made = Source()
    if SNAPSHOT not in snapshots:
        return made
    now, before = observable(population, SNAPSHOT), observable(population, BEFORE)
    own, gone, stood = defaultdict(list), defaultdict(list), defaultdict(list)
    alive = {one.truth_id: one for one in now}
    known = known_before(now, before, by)
    for one in now:
        for member in one.participants:
            own[member].append(one)
    for one in before:
        for member in one.participants:
            stood[member].append(one)
            if one.truth_id not in alive and one.ended_on and one.truth_id in known:
                gone[member].append(one)
    responses = []
    for body in respondents(list(own), by):
        claimed = [alive[truth_id] for truth_id in sorted(claims.get(body, ())) if truth_id in alive]
        response = _Response(body, by)
        response.fill(own[body], gone[body], claimed, known)
        said = tuple(response.observations), tuple(response.faults)
        responses.append(Response(body, response.file, response.content, *said))

    def of_before(body: str) -> Callable[[int], bytes] | None:
        if not stood[body]:
            return None
        older = _Response(body, by, BEFORE)
        older.fill(stood[body], [], [], known)
        return older.content

    came_in = delivered(responses, of_before, by)
    for response in came_in:
        if files:
            made.files[response.file] = response.content(response.colleague)
        made.observations.extend(response.observations)
        made.faults.extend(response.faults)
    if files:
        made.files.update(late_lists("survey", ((one.file, one.body, SNAPSHOT, one.received_on) for one in came_in)))
    return made


class _Response:
    """One workbook in the making."""

    def __init__(self, body: str, by: Conditions, year: int = SNAPSHOT):
        self.body, self.by, self.year, self.file = body, by, year, f"surveys/{SNAPSHOT}/{body}_enquete.xlsx"
        self.rows: list[list] = []
        self.observations: list[Observation] = []
        self.faults: list[PlantedFault] = []

    def fill(
        self,
        own: list[TrueCollaboration],
        gone: list[TrueCollaboration],
        claimed: list[TrueCollaboration],
        known: set[str],
    ) -> None:
        """Rows of the list that was sent (own and known before, gone, wrongly claimed), and what the respondent adds
        below it. Where captures are independent, what was known before plays no part."""
        for one in own:
            if one.truth_id in known and (not self.by.independent or adds(one, self.body, self.by)):
                self._answer(one)
        for one in gone:
            if self._errs("survey_stale_confirmation", one):
                place = self._place_of(one, "klopt", fault="survey_stale_confirmation")
                self._fault("survey_stale_confirmation", place, one, f"klopt <- ended {one.ended_on}")
            else:
                self._place_of(one, "opgeheven", ended=one.ended_on)
        for one in claimed:
            self._place_of(one, "neemt niet deel", remark="Wij nemen hieraan geen deel.")
        for one in own:
            if adds(one, self.body, self.by):
                if one.truth_id not in known:
                    self._place_of(one, "toegevoegd", numbered=False)
            elif one.truth_id not in known or self.by.independent:
                self._fault("survey_addition_missed", "document", one, f"nothing <- {one.name}")
        if self.by.strikes("survey_wrong_addition", self.body):
            self._stranger()

    def _answer(self, one: TrueCollaboration) -> None:
        question = (self.body, one.truth_id)
        if self._errs("survey_wrong_denial", one):
            place = self._place_of(one, "neemt niet deel", fault="survey_wrong_denial")
            self._fault("survey_wrong_denial", place, one, f"neemt niet deel <- {one.name}")
        elif self._errs("survey_wrong_dissolution", one):
            place = self._place_of(one, "opgeheven", ended=date(2024, 1, 1), fault="survey_wrong_dissolution")
            self._fault("survey_wrong_dissolution", place, one, f"opgeheven <- {one.name}")
        elif len(one.participants) >= 3 and self._errs("survey_wrong_correction", one):
            others = [member for member in one.participants if member != self.body]
            lost = generator("lost", self.by.seed, *question).choice(others)
            place = self._place_of(one, "gewijzigd", without=lost, fault="survey_wrong_correction")
            self._fault("survey_wrong_correction", place, one, f"{listed_name(lost, SNAPSHOT)} <- {lost}")
        elif self._errs("survey_correction", one):
            place = self._place_of(
                one, "gewijzigd", remark="Deelnemers nagekeken en aangevuld.", fault="survey_correction"
            )
            self._fault("survey_correction", place, one, f"gewijzigd <- {one.name}")
        else:
            self._place_of(one, "klopt")

    def _errs(self, kind: str, one: TrueCollaboration) -> bool:
        return self.by.strikes(kind, self.body, one.truth_id, body=self.body)

    def _place_of(
        self,
        one: TrueCollaboration,
        answer: str,
        ended: date | None = None,
        remark: str | None = None,
        numbered: bool = True,
        without: str | None = None,
        fault: str | None = None,
    ) -> str:
        wrong: Struck = []
        if CLAIMS[answer] == "participates":
            one, wrong, mended = self._believes(one, on_list=numbered)
            answer = "gewijzigd" if mended and answer == "klopt" else answer
        members = [member for member in acknowledged_members(one) if member != without]
        items = [listed_name(member, one.snapshot, with_kind=True) for member in members] + list(one.non_government)
        themes = theme_names(one.themes)
        form = form_name(one.legal_form)
        number = list_number(one) if numbered else None
        day = ended.strftime("%d-%m-%Y") if ended else None
        said = [number, one.name, "; ".join(items), "; ".join(themes), form, one.purpose, one.seat, answer, day, remark]
        place = self._add(said, one.truth_id, tuple(items), themes, tuple(kind for kind, _ in wrong), fault)
        for kind, detail in wrong:
            self._fault(kind, place, one, detail)
        return place

    def _believes(self, one: TrueCollaboration, on_list: bool) -> tuple[TrueCollaboration, Struck, bool]:
        """What the answer says of it, its errors, and whether the respondent mended one of the list: the list repeats
        the former edition, and its errors stay where nobody looks."""
        mended: list[str] = []

        def mends(kind: str) -> bool:
            if not self.by.strikes("survey_confirmed", self.body, one.truth_id, kind, body=self.body):
                mended.append(kind)
            return kind in mended

        said, wrong = one, []
        if on_list:
            said, wrong = listed(one, self.by, mended=mends)
        said, more = believed(said, "survey", self.by, self.body, one.truth_id, body=self.body)
        return said, wrong + more, bool(mended)

    def _stranger(self) -> None:
        chance = generator("stranger", self.by.seed, self.body)
        name = chance.choice(NO_COLLABORATIONS).format(official_name(self.body, SNAPSHOT))
        said = [
            None,
            name,
            listed_name(self.body, SNAPSHOT, with_kind=True),
            None,
            None,
            None,
            None,
            "toegevoegd",
            None,
        ]
        place = self._add([*said, None], None, (said[2],), (), (), "survey_wrong_addition")
        self._fault("survey_wrong_addition", place, None, f"{name} <- no collaboration")

    def _add(
        self,
        said: list,
        truth_id: str | None,
        items: tuple[str, ...],
        themes: tuple[str, ...],
        wrong: tuple[str, ...],
        fault: str | None,
    ) -> str:
        self.rows.append(said)
        place = f"sheet={SHEET};row={HEADING_ROW + len(self.rows)}"
        _, name, _, _, form, purpose, seat, answer, _, _ = said
        self.observations.append(
            Observation(
                file=self.file,
                place=place,
                source="survey",
                snapshot=SNAPSHOT,
                reporter=self.body,
                truth_id=truth_id,
                name_written=name,
                legal_form_written=form,
                seat_written=seat,
                purpose_written=purpose,
                participants_written=items,
                themes_written=themes,
                section=None,
                claim=CLAIMS[answer],
                faults=((fault,) if fault else ()) + wrong,
            )
        )
        return place

    def _fault(self, kind: str, place: str, one: TrueCollaboration | None, detail: str) -> None:
        self.faults.append(PlantedFault(kind, self.file, place, one.truth_id if one else None, detail))

    def content(self, colleague: int = 0) -> bytes:
        """The bytes of the workbook, filled in by the first or by another colleague."""
        first = generator("contact", self.by.seed, self.body).choice(FUNCTIONS)
        contact = FUNCTIONS[(FUNCTIONS.index(first) + colleague) % len(FUNCTIONS)]
        body = name_with_kind(self.body, self.year)
        head = [[TITLE.format(self.year)], ["Organisatie", body], ["Ingevuld door", contact], []]
        widths = (9, 50, 80, 30, 26, 60, 18, 16, 14, 40)
        return workbook({SHEET: [*head, HEADINGS, *self.rows]}, bold={1, HEADING_ROW}, widths=widths)
