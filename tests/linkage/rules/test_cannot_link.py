"""What keeps two apart that bear one name or one region, and what is too little for that."""

import datetime

import pytest

from dagster_project.linkage.records.from_tables import records_of
from dagster_project.linkage.records.legal_bodies import ARRANGEMENT, legal_kind
from dagster_project.linkage.records.subjects import subject_words
from dagster_project.linkage.rules.partition import Partition
from dagster_project.organisations import resolve_participants
from dagster_project.workspace import frame_of
from tests.linkage.linking.test_link import NORTH, clusters, link
from tests.organisations.making import mention

BERK = "Havenbeheer Zwarte Berk"


def said(form: str | None, seat: str | None, name: str = BERK, **values) -> dict:
    return {
        "name_written": name, "legal_form_written": form, "seat_written": seat, "participants_written": NORTH, **values
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (("Stichting", "Assen"), ("Naamloze vennootschap", "Emmen"), [0, 1]),
        (("GR, BVO", "Assen"), ("N.V.", "Emmen"), [0, 1]),
        (("Stichting", "Assen"), ("Samenwerkingsovereenkomst", "Emmen"), [0, 1]),
        (("B.V.", "Assen"), ("Besloten vennootschap", "Emmen"), [0, 0]),  # it moved
        (("Stichting", "Assen"), ("Naamloze vennootschap", "Assen"), [0, 0]),  # another form
        (("Openbaar lichaam", "Assen"), ("Convenant", "Emmen"), [0, 0]),  # sources mix up what is no body
        (("Stichting", "Assen"), (None, "Emmen"), [0, 0]),
        (("Stichting", "Assen"), ("N.V.", None), [0, 0]),
        (("Stichting", "Assen"), ("Overige verbonden partij", "Emmen"), [0, 0]),
    ],
)
def test_another_body_in_law_at_another_seat_is_another(one, other, found):
    assert clusters(link([said(*one), said(*other)])) == found


def test_each_of_two_bodies_of_one_name_keeps_its_own_mentions():
    foundation, company = said("Stichting", "Assen"), said("N.V.", "Emmen")
    assert clusters(link([foundation, company, foundation, company, company])) == [0, 1, 0, 1, 1]


def test_one_wrong_form_in_many_keeps_nothing_apart():
    rows = [said("Stichting", "Assen"), said("Stichting", "Emmen"), said("N.V.", "Emmen")]
    assert clusters(link(rows)) == [0, 0, 0]


def test_who_does_not_say_its_form_goes_with_its_seat_and_joins_no_two_bodies():
    company, foundation = said("N.V.", "Emmen"), said("Stichting", "Assen")
    assert clusters(link([company, said(None, "Assen"), foundation, company])) == [0, 1, 1, 0]


def test_two_of_one_name_that_lists_give_other_seats_are_two():
    """A list may err once; where two give both seats, and none is a version in time, these are two."""
    both = [said(None, seat, delivery_id=f"list{i}") for i in range(2) for seat in ("Assen", "Emmen")]
    assert clusters(link([*both, said(None, "Assen"), said(None, "Emmen")])) == [0, 1, 0, 1, 0, 1]
    assert clusters(link([*both[:2], said(None, "Assen"), said(None, "Emmen")])) == [0, 0, 0, 0]
    begin, middle = datetime.date(2010, 1, 1), datetime.date(2015, 1, 1)
    dated = [
        {**row, "source": "register", "valid_from": begin, "valid_to": middle}
        if row["seat_written"] == "Assen"
        else {**row, "source": "register", "valid_from": middle}
        for row in both
    ]
    for rows, rule in ((both, "seat"), (dated, "")):
        frame = frame_of("mention", [mention(mention_id=f"m{i}", **row) for i, row in enumerate(rows)])
        assert Partition(records_of(frame, None)).cannot_link_rule("m0", "m1") == rule


def test_who_gives_no_seat_goes_with_its_very_name():
    names = ("Havenbeheer Zwarte-Berk", "Havenbeheer Zwarte Berk")
    both = [
        said(None, seat, name, delivery_id=f"list{i}")
        for i in range(2)
        for seat, name in zip(("Assen", "Emmen"), names, strict=True)
    ]
    alone = said(None, None, "GR Havenbeheer Zwarte Berk (HZB)")
    assert clusters(link([*both, alone])) == [0, 1, 0, 1, 1]


WASTE = "Het inzamelen en verwerken van huishoudelijk restafval en glas"
CARE = "Het bieden van beschut verblijf aan inwoners die het alleen niet redden"


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        (("Afvalbeheer", WASTE), ("Vrouwenopvang", CARE), True),
        (("Afvalbeheer", WASTE), ("Vrouwenopvang", WASTE), False),  # another name for the same
        (("Afvalbeheer", WASTE), ("Afvalservice", CARE), False),  # another text for the same
        (("Afvalbeheer", WASTE), ("Vrouwenopvang", None), False),
        (("Afvalbeheer", WASTE), ("Vrouwenopvang", "Opvang"), False),  # too little to differ
        (("Afvalbeheer", WASTE), ("Eikenhof", CARE), False),  # a name that says no task
    ],
)
def test_another_task_by_name_and_by_description_is_another(one, other, apart):
    rows = [{"name_written": f"{name} Zwarte Berk", "purpose_written": purpose} for name, purpose in (one, other)]
    frame = frame_of("mention", [mention(mention_id=f"m{i}", **row) for i, row in enumerate(rows)])
    records = records_of(frame, None)
    found = Partition(records, subjects=subject_words(records))
    assert found.must_stay_apart("m0", "m1") == apart
    assert found.cannot_link_rule("m0", "m1") == ("purpose" if apart else "")


@pytest.mark.parametrize(
    ("name", "form", "kind"),
    [
        ("Stichting Berk", None, "stichting"),
        ("Stichting Berk", "Coöperatie U.A.", "cooperatie"),
        ("Havenbedrijf Berk N.V.", "GR, openbaar lichaam", ARRANGEMENT),
        ("Berk", "Bestuurlijk overleg", ARRANGEMENT),
        ("Berk", "Overig", ""),
        (None, None, ""),
    ],
)
def test_the_kind_is_what_the_form_says_before_the_name(name, form, kind):
    assert legal_kind(name, form) == kind


@pytest.mark.parametrize(
    ("name", "seat", "participants", "apart"),
    [
        ("Regeling Recreatie Zwarte Berk", "Emmen", NORTH[:2], True),
        ("Regeling Recreatie Zwarte Berk", "Emmen", NORTH, False),  # the same take part
        ("Regeling Recreatie Zwarte Berk", "Assen", NORTH[:2], False),  # at the same place
        ("Regeling Recreatie Zwarte Berk", None, NORTH[:2], False),  # at no place that is told
        ("Agenda Recreatie Zwarte-Berk", "Emmen", NORTH[:2], False),  # under the same words
    ],
)
def test_rows_of_one_list_that_differ_in_all_they_say_are_two(name, seat, participants, apart):
    one = {"name_written": "Agenda Recreatie Zwarte Berk", "seat_written": "Assen", "participants_written": NORTH}
    other = {"name_written": name, "seat_written": seat, "participants_written": participants}
    for lists, said_apart in ((("list", "list"), apart), (("list", "another"), False)):
        rows = [{**row, "delivery_id": listing} for row, listing in zip((one, other), lists, strict=True)]
        frame = frame_of("mention", [mention(mention_id=f"m{i}", **row) for i, row in enumerate(rows)])
        participants, _ = resolve_participants(frame)
        found = Partition(records_of(frame, participants))
        assert found.cannot_link_rule("m0", "m1") == ("rows" if said_apart else "")
