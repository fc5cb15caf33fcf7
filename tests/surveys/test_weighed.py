"""What several answers say together."""

from datetime import date

import pytest

from dagster_project.decisions import COLUMNS, add_decisions
from dagster_project.surveys import read_answers
from dagster_project.workspace import Workspace
from tests.surveys.forms import Form, answers, number, read, sent


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.at(tmp_path / "workspace").create("simulated")


def _accept(workspace: Workspace, delivery_id: str) -> None:
    row = {
        **dict.fromkeys(COLUMNS), "decided_on": date(2025, 2, 1), "role": "beleidsmedewerker", "reviewer": "BZK-07",
        "kind": "delivery", "target": delivery_id, "value": "accepted", "reason": "nagevraagd bij de organisatie",
    }  # fmt: skip
    add_decisions(workspace, 2024, "survey", [row])


def _of(said, reason: str) -> list[str]:
    return [q["detail"] for q in said.quarantine if q["reason"] == reason]


def test_a_body_that_denies_nearly_all_is_asked(workspace, tmp_path):
    form = Form(tmp_path, sent()).all_right()
    for of in range(4):
        form.put(of, Antwoord="dit bestaat niet")
    said = read(workspace, form)
    assert len(_of(said, "mass_denial")) == 1
    assert [m["name_written"] for m in said.mention] == ["Cultuurkring"]
    assert {a["status"] for a in said.survey_answer if a["kind"] == "denied_existence"} == {"asked"}
    _accept(workspace, said.survey_answer[0]["delivery_id"])
    after = read_answers(workspace, 2024)
    assert (len(after.mention), _of(after, "mass_denial")) == (5, [])


def test_three_of_five_are_believed(workspace, tmp_path):
    form = Form(tmp_path, sent()).all_right()
    for of in range(3):
        form.put(of, Antwoord="wij doen niet mee")
    said = read(workspace, form)
    assert (len(said.mention), _of(said, "mass_denial")) == (5, [])


@pytest.mark.parametrize(
    ("reply_by", "received", "late"),
    [
        ("", date(2025, 12, 1), False),
        ("", date(2026, 1, 2), True),
        ("2026-06-01", date(2027, 5, 1), False),
        ("2024-12-31", date(2026, 1, 1), True),
    ],
)
def test_answers_that_come_a_year_late(workspace, tmp_path, reply_by, received, late):
    said = read(workspace, Form(tmp_path, sent(reply_by=reply_by)).all_right(), today=received)
    assert len(_of(said, "late_answer")) == late
    assert len(said.mention) == (0 if late else 5)
    assert {a["status"] for a in said.survey_answer} == {"asked" if late else "applied"}


def test_respondents_who_contradict_each_other(workspace, tmp_path):
    one = Form(tmp_path, sent()).all_right().put(0, Antwoord="dit bestaat niet").put(3, Vestigingsplaats="Roden")
    other = Form(tmp_path, sent("gm0106")).all_right().put(3, Vestigingsplaats="Assen-Oost", Antwoord="gewijzigd")
    one.put(3, Antwoord="gewijzigd").put(1, Deelnemers="gemeente Groningen; provincie Drenthe", Antwoord="gewijzigd")
    other.put(2, Deelnemers="gemeente Assen; gemeente Groningen; provincie Drenthe; Elan", Antwoord="gewijzigd")
    said = read(workspace, one, other)
    assert sorted(detail.partition("; de bronnen")[0] for detail in _of(said, "respondents_differ")) == [
        "'Afvalschap', Deelnemers (gemeente Assen): gm0106: bevestigd; gm0014: weggehaald",
        "'GGD Noord', bestaan: gm0106: bestaat; gm0014: bestaat niet",
        "'Werkplein', Vestigingsplaats: gm0106: Assen-Oost; gm0014: Roden",
    ]
    assert {a["number"] for a in said.survey_answer if a["status"] == "contradicted"} == {
        number(0), number(1), number(3),
    }  # fmt: skip
    assert ("corrected", "participants", None, "Elan") in answers(said, status="applied")


def test_agreeing_is_no_contradiction(workspace, tmp_path):
    forms = [Form(tmp_path, sent(id_)).all_right().put(0, Antwoord="opgeheven") for id_ in ("gm0014", "gm0106")]
    assert _of(read(workspace, *forms), "respondents_differ") == []


def test_who_does_not_take_part_says_nothing_of_whether_it_exists(workspace, tmp_path):
    one = Form(tmp_path, sent()).all_right().put(0, Antwoord="wij doen niet mee")
    other = Form(tmp_path, sent("gm0106")).all_right().put(0, Antwoord="dit bestaat niet")
    assert _of(read(workspace, one, other), "respondents_differ") == []
