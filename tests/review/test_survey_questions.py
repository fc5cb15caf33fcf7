"""What organisations answered and what cannot be believed at once is asked in the one queue, and its answers decide."""

import pytest

from dagster_project.decisions import load_decisions
from dagster_project.review import columns as c
from dagster_project.review import export_workbook, import_workbook, questions
from dagster_project.review.quoting import words
from dagster_project.review.register import Register
from dagster_project.workspace import Workspace, quarantine_row, write_table
from tests.quality.register import clean, write
from tests.review.conftest import rows_of
from tests.review.filling import fill

DELIVERY, OTHER = "d0000003", "d0000002"


def said(id_: str, kind: str, attribute=None, organisation="gm0037", status="applied", number="sv0000001", **given):
    return {
        "answer_id": id_, "delivery_id": DELIVERY, "snapshot": 2024, "organisation_id": organisation,
        "locator": "sheet=Samenwerkingsverbanden;row=2", "number": number, "mention_id": None, "kind": kind,
        "attribute": attribute, "sent": None, "answered": None, "status": status, **given,
    }  # fmt: skip


def told(reason: str, key: str = DELIVERY):
    return quarantine_row("survey_answer", key, reason, "ontvangen op 1-1-2027; de rest", snapshot=2024)


def differ(attribute, one, other, **given):
    """Two organisations that say different things of one attribute."""
    return [
        said("sa1", "corrected", attribute, answered=one, status="contradicted", **given),
        said(
            "sa2", "corrected", attribute, "gm0014", answered=other, status="contradicted", delivery_id=OTHER, **given
        ),
    ]


@pytest.fixture
def country(tmp_path):
    """A register with answers of organisations, and what is told of them."""

    def made(answers, quarantine=()):
        where = Workspace.at(tmp_path / "w").create("example")
        tables = clean()
        tables["survey_answer"], tables["quarantine"] = list(answers), list(quarantine)
        write(where, tables)
        return where

    return made


def only(where):
    (asked,) = [q for q in questions(where) if q["kind"] == "survey"]
    return asked


def answered(where, tmp_path, answer):
    """The decisions of an answer, after which the question is gone."""
    path = tmp_path / "v.xlsx"
    write_table(where, "review_question", questions(where))
    export_workbook(where, path)
    fill(path, {"enquête": answer})
    import_workbook(where, path)
    assert not [q for q in questions(where) if q["kind"] == "survey"]
    return [(d["kind"], d["target"], d["attribute"], d["value"]) for d in load_decisions(where)]


MASS = [
    said("sa1", "denied_participation", status="asked"),
    said("sa2", "denied_existence", status="asked", number="sv0000002"),
]


@pytest.mark.parametrize(
    ("answer", "decided"),
    [
        ("het klopt: pas het toe", ("delivery", DELIVERY, None, "accepted")),
        ("pas het niet toe", ("survey_answer", DELIVERY, "mass_denial", "set_aside")),
    ],
)
def test_a_denial_of_nearly_all_is_asked_of_who_denied(country, tmp_path, answer, decided):
    where = country(MASS, [told("mass_denial")])
    asked = only(where)
    assert "vrijwel niets meer kent" in asked["question"]
    assert asked["question"].count("\n- ") == 2
    assert asked["organisations"] == ["gm0037"]
    assert asked["priority"] > 0  # two collaborations would lose a participant
    assert answered(where, tmp_path, answer) == [decided]


def test_late_answers_are_asked(country, tmp_path):
    where = country([said("sa1", "confirmed", status="asked")], [told("late_answer")])
    assert "Gelden de antwoorden" in only(where)["question"]
    assert answered(where, tmp_path, "het klopt: pas het toe") == [("delivery", DELIVERY, None, "accepted")]


@pytest.mark.parametrize(
    ("answer", "decided"),
    [
        ("nee, doet niet mee", ("participant", "sv0000001", "gm0037", "denied")),
        ("het bestaat niet (meer)", ("criterion", "sv0000001", "2024:e", "no")),
        ("pas het niet toe", ("survey_answer", f"{DELIVERY}|sv0000001", "row_deleted", "set_aside")),
    ],
)
def test_a_row_that_was_taken_out_is_asked_and_denying_two_things_is_two_answers(country, tmp_path, answer, decided):
    where = country([said("sa1", "unanswered")], [told("row_deleted", f"{DELIVERY}|sv0000001")])
    assert answered(where, tmp_path, answer) == [decided]


@pytest.mark.parametrize(
    ("answers", "answer", "decided"),
    [
        (
            [
                said("sa1", "denied_existence", status="contradicted"),
                said("sa2", "confirmed", organisation="gm0014", status="contradicted", delivery_id=OTHER),
            ],
            "het bestaat",
            ("criterion", "sv0000001", "2024:e", "yes"),
        ),
        (
            differ("legal_form", "Stichting", "Vereniging"),
            "Stichting",
            ("attribute", "sv0000001", "legal_form", "stichting"),
        ),
        (differ("seat", "Roden", "Assen"), "Assen", ("attribute", "sv0000001", "seat", "Assen")),
        (differ("goal", "operationeel", "tactisch"), "tactisch", ("attribute", "sv0000001", "goal", "tactical")),
        (differ("d1", "ja", "nee"), "nee", ("criterion", "sv0000001", "2024:d1", "no")),
        (
            [
                said("sa1", "corrected", "participants", sent="gemeente Stadskanaal", status="contradicted"),
                said("sa2", "confirmed", organisation="gm0014", status="contradicted", delivery_id=OTHER),
            ],
            "nee, doet niet mee",
            ("participant", "sv0000001", "gm0037", "denied"),
        ),
        (
            [
                said("sa1", "corrected", "themes", sent="Veiligheid", status="contradicted"),
                said("sa2", "corrected", "themes", answered="Ruimte", status="applied"),
                said("sa3", "confirmed", organisation="gm0014", status="contradicted", delivery_id=OTHER),
            ],
            "Veiligheid",
            ("theme", "sv0000001", None, "veiligheid"),
        ),
    ],
)
def test_who_contradict_each_other_are_quoted_and_each_side_is_an_answer(country, tmp_path, answers, answer, decided):
    where = country(answers)
    asked = only(where)
    assert "Groningen (gm0014): " in asked["question"]
    assert "Stadskanaal (gm0037): " in asked["question"]
    assert answered(where, tmp_path, answer) == [decided]


def test_to_deny_taking_part_against_others_is_no_question_on_its_existence(country):
    where = country(
        [said("sa1", "denied_participation"), said("sa2", "confirmed", organisation="gm0014", delivery_id=OTHER)]
    )
    assert not [q for q in questions(where) if q["kind"] == "survey"]


def test_what_was_set_aside_is_taken_back_and_asked_again(country, tmp_path):
    where = country(MASS, [told("mass_denial")])
    answered(where, tmp_path, "pas het niet toe")
    path = tmp_path / "terug.xlsx"
    export_workbook(where, path)
    fill(path, {"enquête": "intrekken"}, sheet=c.ANSWERED)
    import_workbook(where, path)
    assert only(where)


@pytest.mark.parametrize(("answer", "value"), [("ja", "yes"), ("nee", "no")])
def test_a_denial_that_other_sources_gainsay_is_asked_once_with_all_who_say_so(tmp_path, answer, value):
    where, tables = Workspace.at(tmp_path / "w").create("example"), clean()
    rows_of(tables, "criterion", snapshot=2024, collaboration_id="sv0000001", criterion="e")[0]["met"] = "unknown"
    mention = rows_of(tables, "mention", mention_id="m20241")[0]
    for id_, source, claim, body in (
        ("m1", "survey", "denies_existence", "gm0037"),
        ("m2", "budget", "participates", "gm0014"),
        ("m3", "survey", "denies_participation", "pv20"),
    ):
        tables["mention"].append(
            {**mention, "mention_id": id_, "source": source, "claim": claim, "reporting_organisation_id": body}
        )
        tables["link"].append({**rows_of(tables, "link", mention_id="m20241")[0], "mention_id": id_})
    tables["survey_answer"] = [
        said("sa1", "denied_existence", status="contradicted"),
        said("sa2", "confirmed", organisation="gm0014", status="contradicted", delivery_id=OTHER),
    ]
    write(where, tables)
    (asked,) = questions(where)
    assert asked["question"].splitlines()[2:] == [
        "- enquête 2024 Stadskanaal (gm0037): ontkent het bestaan",
        "- begroting 2024 Groningen (gm0014): noemt het",
        "- register 2024: noemt het",
    ]
    assert asked["priority"] > 0  # it would count no longer
    assert "zegt: ontkent het bestaan" in words(Register(where), 2024, "sv0000001")
    path = tmp_path / "v.xlsx"
    write_table(where, "review_question", [asked])
    export_workbook(where, path)
    fill(path, {"criterium": answer})
    import_workbook(where, path)
    assert questions(where) == []
    assert [(d["kind"], d["attribute"], d["value"]) for d in load_decisions(where)] == [("criterion", "2024:e", value)]
