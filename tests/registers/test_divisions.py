"""Regional divisions: memberships, and regions of statutory systems as mentions."""

import pytest

from dagster_project.registers import read_divisions, read_register
from dagster_project.workspace import frame_of

HEAD = '\ufeff"Gemeente";"CBS";"{}";"Inwoneraantal van regio"\n'


def _division(heading, *rows):
    return HEAD.format(heading) + "".join(f'"{n}";"{c}";"{r}";"100"\n' for n, c, r in rows)


GRONINGEN, ASSEN, EMMEN = ("Groningen", "0014"), ("Assen", "0106"), ("Emmen", "0114")


def test_memberships_and_a_mention_per_region(delivered):
    content = _division("Veiligheidsregio's ", (*GRONINGEN, "Groningen"), (*ASSEN, "Drenthe"), (*EMMEN, "Drenthe "))
    memberships, mentions, refusals, quarantine = read_divisions(delivered("a.csv", content, "register"), 2017)
    assert (refusals, quarantine) == ([], [])
    assert frame_of("region_membership", memberships).height == 3
    assert [(m["organisation_id"], m["region"], m["locator"]) for m in memberships] == [
        ("gm0014", "Groningen", "line=2"),
        ("gm0106", "Drenthe", "line=3"),
        ("gm0114", "Drenthe", "line=4"),
    ]
    assert [(m["name_written"], m["other_names"], m["participant_codes"], m["locator"]) for m in mentions] == [
        ("Veiligheidsregio Groningen", ["Groningen"], ["gm0014"], "line=2"),
        ("Veiligheidsregio Drenthe", ["Drenthe"], ["gm0106", "gm0114"], "line=3"),
    ]
    assert frame_of("mention", mentions).height == 2


def test_names_that_are_whole_get_no_word_before_them(delivered):
    content = _division("GGD's", (*GRONINGEN, "GGD Groningen"), (*ASSEN, "GGD Drenthe"), (*EMMEN, "Dienst Gezondheid"))
    _, mentions, _, _ = read_divisions(delivered("a.csv", content, "register"), 2017)
    assert [m["name_written"] for m in mentions] == ["GGD Groningen", "GGD Drenthe", "Dienst Gezondheid"]


def test_a_division_of_no_system_gives_memberships_only(delivered):
    workspace = delivered("a.csv", _division("COROP regio's", (*GRONINGEN, "Overig Groningen")), "register")
    memberships, mentions, _, _ = read_divisions(workspace, 2017)
    assert (len(memberships), mentions) == (1, [])
    assert read_register(workspace, 2017) == ([], [], [])


def test_municipalities_that_are_not_there_go_to_quarantine(delivered):
    content = _division(
        "GGD's", ("Haren", "17", "GGD Groningen"), ("Kraakdorp", "0999", "GGD Gooi"), (*ASSEN, "GGD Drenthe")
    )
    memberships, _, _, quarantine = read_divisions(delivered("a.csv", content, "register", 2020), 2020)
    assert [(q["reason"], q["locator"]) for q in quarantine] == [
        ("merged_organisation", "line=2"),
        ("unknown_organisation_name", "line=3"),
    ]
    assert [m["organisation_id"] for m in memberships] == ["gm0017", None, "gm0106"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Assen", "acht", "GGD Drenthe"), "row_unreadable"),
        (("Assen", "0106", ""), "row_unreadable"),
        (("", "0106", "GGD Drenthe"), "row_unreadable"),
        (("Assen", "0106", "=A1"), "formula"),
    ],
)
def test_rows_that_are_refused(delivered, row, reason):
    content = _division("GGD's", (*GRONINGEN, "GGD Groningen"), row)
    memberships, _, (refusal,), _ = read_divisions(delivered("a.csv", content, "register"), 2017)
    assert len(memberships) == 1
    assert (refusal["reason"], refusal["locator"]) == (reason, "line=3")


def test_a_division_without_regions_is_refused(delivered):
    _, _, (refusal,), _ = read_divisions(delivered("a.csv", "Gemeente;CBS\nAssen;0106\nEmmen;0114\n", "register"), 2017)
    assert refusal["reason"] == "missing_columns"


def test_a_division_for_all_snapshots_has_one_key_in_each(delivered):
    workspace = delivered(
        "a.csv", _division("GGD's", (*ASSEN, "GGD Drenthe"), (*EMMEN, "GGD Drenthe")), "register", None
    )
    rows = [m for s in (2017, 2020, 2024) for m in read_divisions(workspace, s)[0]]
    assert len({(m["snapshot"], m["delivery_id"], m["locator"]) for m in rows}) == len(rows) == 6
