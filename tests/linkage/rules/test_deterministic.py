"""What is one without a model, and what no evidence may put together."""

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from dagster_project.linkage.records.from_tables import records_of
from dagster_project.linkage.rules.deterministic import misspelled_name, same_name
from dagster_project.organisations import resolve_participants
from dagster_project.workspace import frame_of
from tests.linkage.linking.test_link import NORTH, SOUTH, clusters, link
from tests.organisations.making import mention


def row(name: str, people: list[str] = NORTH, **values) -> dict:
    return {"name_written": name, "participants_written": people, **values}


def version(name: str, begins: date, ends: date | None, form: str = "Openbaar lichaam", **values) -> dict:
    return row(name, source="register", valid_from=begins, valid_to=ends, legal_form_written=form, **values)


OFTEN = [row("Havenschap Zwarte Berk"), row("Havenschap Zwarte Berk"), row("Havenschap Zwarte Berk")]


@pytest.mark.parametrize(
    ("name", "people", "one"),
    [
        ("Havenschap Zwarte Brek", NORTH, True),  # two letters changed places
        ("Havenschap Zwrte Berk", NORTH, True),  # one letter lost
        ("Haven- schap Zwarte Berk", NORTH, True),  # a hyphen of the typesetter
        ("Havenschap Zwarte Brek", SOUTH, False),  # at the other end of the country
    ],
)
def test_a_slip_in_a_rare_name(name, people, one):
    found = clusters(link([*OFTEN, row(name, people)]))
    assert (found[3] == found[0]) == one


def test_a_slip_in_a_word_that_is_written_with_y():
    rows = [row("Rekenkamer Zwarte Fryslân", NORTH) for _ in range(3)]
    assert clusters(link([*rows, row("Rekenkamer Zwarte Fryyslân", NORTH)])) == [0, 0, 0, 0]


def test_a_slip_in_a_name_of_water_boards_which_lie_in_no_province():
    boards = ["waterschap De Dommel", "waterschap Brabantse Delta", "waterschap Aa en Maas"]
    rows = [row("Samenwerking Zwarte Dommel B.V.", boards) for _ in range(3)]
    assert clusters(link([*rows, row("Samenwerking Zwarte Dommmel B.V.", boards)])) == [0, 0, 0, 0]
    others = ["waterschap Noorderzijlvest", "waterschap Hunze en Aa's"]
    assert clusters(link([*rows, row("Samenwerking Zwarte Dommmel B.V.", others)])) == [0, 0, 0, 1]


def test_words_that_are_both_common_are_no_slip():
    others = [row(f"{task} {word}") for task in ("Haven", "Bos", "Weg") for word in ("Oost", "Post")]
    rows = [mention(mention_id=f"m{i:03d}", **r) for i, r in enumerate([row("Zwemhal Oost"), *others])]
    pairs = list(misspelled_name(records_of(frame_of("mention", rows), None)))
    assert pairs == []
    rows.append(mention(mention_id="m999", **row("Zwemhal Osot")))
    frame = frame_of("mention", rows)
    participants, _ = resolve_participants(frame)
    assert set(misspelled_name(records_of(frame, participants))) == {("m000", "m999")}


def test_what_is_in_force_beside_another_is_another():
    both = [
        version("Archiefdienst Zwarte Berk", date(2010, 1, 1), None),
        version("Archiefdienst Zwarte Berk", date(2012, 1, 1), None),
    ]
    assert clusters(link(both)) == [0, 1]
    following = [both[0] | {"valid_to": date(2012, 1, 1)}, both[1]]
    assert clusters(link(following)) == [0, 0]


def test_another_name_and_another_form_in_the_register_is_another():
    rows = [
        version("Regio Zwarte Berk-Gele Klif", date(2010, 1, 1), date(2019, 1, 1)),
        version("Bedrijfsvoering Gele Klif", date(2019, 1, 1), None, form="Bedrijfsvoeringsorganisatie"),
    ]
    assert clusters(link(rows)) == [0, 1]


def test_a_body_of_private_law_beside_its_namesake_in_lists_is_another():
    rows = [
        row(name, delivery_id=delivery)
        for delivery in ("d1", "d2")
        for name in ("Havenschap Zwarte Berk", "Havenschap Zwarte Berk N.V.")
    ]
    assert clusters(link(rows)) == [0, 1, 0, 1]
    # Without such a list the word behind the name is a spelling.
    assert clusters(link([rows[0], rows[3]])) == [0, 0]


def test_statutory_systems_are_not_mixed_and_each_keeps_its_regions():
    rows = [
        row("Veiligheidsregio Zwarte Berk"),
        row("GGD Zwarte Berk"),
        row("Veiligheidsregio Zwarte Berk"),
    ]
    assert clusters(link(rows)) == [0, 1, 0]


def edition(delivery: str, names: list[str]) -> list[dict]:
    return [
        row(name, delivery_id=delivery, source="edition", identifiers=[f"nr:{number}"])
        for number, name in enumerate(names)
    ]


def test_numbers_of_lists_count_where_the_names_beside_them_say_so():
    words = ["Aal", "Beer", "Cavia", "Das", "Eland", "Fret", "Gems", "Haas", "Ibis", "Kever", "Leeuw", "Mier",
             "Neushoorn", "Otter", "Pad", "Ree", "Slak", "Tor", "Uil", "Vink", "Wolf", "Zwaan"]  # fmt: skip
    first = [f"Havenschap {word}berg" for word in words]
    renamed = [*first[:-1], "Kanaalregie Volledig Anders"]
    found = clusters(link(edition("d1", first) + edition("d2", renamed)))
    assert found[21] == found[43]
    # A list that begins again at one says nothing by its numbers.
    turned = [renamed[-1], *first[:-1]]
    found = clusters(link(edition("d1", first) + edition("d2", turned)))
    assert found[22] not in found[:22]


def test_an_answer_is_of_the_mention_for_which_the_question_was_sent():
    rows = [row("Havenschap Zwarte Berk"), row("Inkoop Gele Klif", SOUTH, source="survey")]
    assert clusters(link(rows)) == [0, 1]
    rows[1]["identifiers"] = ["mention:m000"]
    assert clusters(link(rows)) == [0, 0]


def test_a_name_that_tells_little_is_one_only_of_the_very_same_people():
    people = [*NORTH, "Meppel"]
    begun = version("Gemeenschappelijke regeling Werkbedrijf", date(2014, 1, 1), None)
    rows = [row("Werkbedrijf", people), begun | {"participants_written": people}]
    frame = frame_of("mention", [mention(mention_id=f"m{n}", **values) for n, values in enumerate(rows)])
    participants, _ = resolve_participants(frame)
    budget, register = records_of(frame, participants)
    says_nothing = defaultdict(float)
    assert list(same_name([budget, register], says_nothing, frozenset())) == [("m0", "m1")]
    fewer = replace(register, participants=register.participants - {min(register.participants)})
    assert list(same_name([budget, fewer], says_nothing, frozenset())) == []
    few = [replace(one, participants=fewer.participants) for one in (budget, register)]
    assert list(same_name(few, says_nothing, frozenset())) == []
