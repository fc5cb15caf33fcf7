"""All that one document says, drawn from its layout: the body that reports, year, labels, moments, parties, persons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from benchmarks.layouts.content import names
from benchmarks.layouts.content.amounts import QUANTITIES, Moments, Money, moments
from benchmarks.layouts.content.parties import Party, bare, draw_parties
from benchmarks.layouts.words import words
from dagster_project.simulation.randomness import generator

SNAPSHOTS = (2017, 2020, 2024)
PLAIN_FIELDS = (
    "form", "seat", "purpose", "participants", "contribution", "shares", "programme", "interest", "risks", "news",
)  # fmt: skip


@dataclass
class Content:
    """What stands in a document; `decoys` fills while it is laid out with what is no party."""

    seed: int
    number: int
    layout: Mapping[str, str]
    decoys: list[str] = field(default_factory=list)

    def dice(self, what: str):
        """A generator for one question about this document."""
        return generator("content", self.seed, self.number, what)

    def choice(self, name: str) -> str:
        """A value of the layout; empty where the choice was not drawn."""
        return self.layout.get(name, "")

    def one_of(self, what: str, of):
        """One of some words."""
        return self.dice(what).choice(list(of))

    @cached_property
    def snapshot(self) -> int:
        """The snapshot that the document is of."""
        return self.one_of("snapshot", SNAPSHOTS)

    @cached_property
    def year(self) -> int:
        """The year that it is about: that of the snapshot, or the year beside it."""
        return self.snapshot + self.one_of("year", (0, 0, 0, -1, 1))

    @cached_property
    def province(self) -> str:
        """The province that it is about."""
        return self.one_of("province", words().places.provinces)

    @cached_property
    def region(self) -> str:
        """A region that is not there."""
        return names.region(self.dice("region"))

    @cached_property
    def body(self) -> str:
        """The body that reports."""
        places = words().places
        return words().text.bodies[self.layout["body"]].format(
            m=self.one_of("municipality", places.provinces[self.province]), p=self.province,
            w=self.one_of("water board", places.water_boards), r=self.region,
        )  # fmt: skip

    @cached_property
    def people(self) -> list[tuple[str, str]]:
        """Persons that are not there: name and surname; none where the layout has none."""
        if self.choice("persons") in ("", "none"):
            return []
        dice = self.dice("persons")
        return [names.person(dice) for _ in range(dice.randint(1, 3))]

    @cached_property
    def moments(self) -> Moments | None:
        """When amounts were measured; None for a document without amounts."""
        return moments(self.dice("moments"), self.layout["years"], self.year) if "years" in self.layout else None

    @cached_property
    def money(self) -> Money | None:
        """How amounts are written; None for a document without amounts."""
        return Money(self.dice("money"), self.layout) if self.moments else None

    @cached_property
    def sections(self) -> dict[str, str]:
        """The heading of each kind of party."""
        text = words().text
        return self.one_of("sections", (text.sections_of_law, text.sections_own))

    @cached_property
    def parties(self) -> list[Party]:
        """The parties, in the order of the document."""
        if self.layout["holds"] == "none":
            return []
        return self._draw("parties")

    @cached_property
    def listed_only(self) -> list[Party]:
        """Parties that stand in the list beside the others and nowhere else."""
        if self.choice("beside") != "summary_with_more":
            return []
        known = {party.name for party in self.parties}
        more = [bare(party) for party in self._draw("listed") if party.name not in known]
        return more[: self.dice("listed only").randint(1, 3)]

    def _draw(self, what: str) -> list[Party]:
        people = [name for name, _ in self.people]
        return draw_parties(
            self.dice(what), self.layout, self.province, self.moments, self.money, people, self.sections
        )

    @cached_property
    def groups(self) -> list[tuple[str, list[Party]]]:
        """Sections with their parties; one without a heading where there are no sections."""
        if self.choice("sections") in ("", "none"):
            return [("", self.parties)]
        found: dict[str, list[Party]] = {}
        for party in self.parties:
            found.setdefault(party.section, []).append(party)
        return list(found.items())

    @cached_property
    def labels(self) -> dict[str, str]:
        """What each field is called."""
        dice, style = self.dice("labels"), self.choice("label_words") or "common"
        return {key: dice.choice(styles[style]) for key, styles in words().labels.items()}

    @cached_property
    def plain_fields(self) -> list[str]:
        """The fields, without name and amounts, that the document has for some party, in their usual order."""
        there = {"form", "seat"} if self.choice("fields") == "few" else {"form", "seat", "purpose", "participants"}
        if self.choice("seat") != "own":
            there.discard("seat")
        if self.choice("participants") == "absent":
            there.discard("participants")
        there |= {key for party in self.parties for key in party.extra}
        if self.choice("row_per") == "moment":
            there &= {"form", "seat", "participants"}
        if self.choice("container") in ("matrix", "numbered_list"):
            there = set()
        if self.choice("head_rows") == "0":
            there &= {"form", "seat", "purpose", "participants"}
        return [key for key in PLAIN_FIELDS if key in there]

    def value(self, party: Party, key: str) -> str:
        """The text of a field without amounts."""
        told = {"form": party.form, "seat": party.seat or "", "purpose": party.purpose}
        return (told | party.extra).get(key, party.participants.text if key == "participants" else "")

    def amount_label(self, quantity: str, moment: str) -> str:
        """The label of one amount, with its moment, and with its unit where that stands in columns."""
        label = self.labels[quantity]
        label = f"{label[:-1]} ({moment})?" if label.endswith("?") else f"{label} {moment}"
        return self.with_unit(label, "column")

    def with_unit(self, label: str, place: str) -> str:
        """A label with the unit in brackets where the unit stands at this place."""
        return f"{label} ({self.money.unit})" if self.money and self.choice("unit_place") == place else label

    @property
    def quantities(self) -> tuple[str, ...]:
        """Which amounts are given."""
        if not self.money:
            return ()
        if self.choice("order") == "shuffled":
            return tuple(self.dice("quantities").sample(QUANTITIES, 3))
        return QUANTITIES
