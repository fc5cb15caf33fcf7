"""`evaluate all`: a faultless run scores one everywhere, and each fault lowers the measures that it must."""

import pytest

from dagster_project.workspace import WrongUse
from tests.evaluation.tiny_country import IDS, evaluate, mention_of, pipeline_tables

PERFECT = (
    "extraction.recall", "extraction.precision", "extraction.fields", "sources.recall", "linkage.pairwise_f1",
    "linkage.bcubed_f1", "organisations.right", "collaborations.recall", "collaborations.precision",
    "participants.recall", "participants.precision", "participants.exact", "themes.exact", "legal_forms.right",
    "events.right", "events.precision", "figures.equal_as_published", "organisations.non_government.right",
    "systems.recall", "systems.precision", "systems.counts_equal", "systems.exact", "kinds.obligation.right",
    "kinds.goal.right", "kinds.non_government.right", "kinds.ministry_status.right", "criteria.right",
    "criteria.open.2024.d1", "figures.equal_as_published.2024",
)  # fmt: skip
FAULTLESS = (
    "linkage.double", "linkage.wrongly_merged", "linkage.double_within_snapshot", "organisations.wrong",
    "organisations.open", "organisations.non_government.open", "collaborations.double", "themes.hamming",
    "linkage.mentions_not_read", "linkage.mentions_without_truth", "linkage.strangers_merged",
)  # fmt: skip


@pytest.fixture
def tables():
    return pipeline_tables()


@pytest.fixture
def score(tmp_path, tables):
    """Measures of the tables as they are when it is called."""

    def measured(*names: str):
        report = evaluate(tmp_path, tables)
        values = [report.measure(name).value for name in names]
        return values[0] if len(names) == 1 else values

    return measured


def find(rows: list[dict], **wanted) -> dict:
    return next(row for row in rows if all(row[name] == value for name, value in wanted.items()))


def test_a_faultless_run(score):
    assert dict(zip(PERFECT, score(*PERFECT), strict=True)) == dict.fromkeys(PERFECT, 1)
    assert dict(zip(FAULTLESS, score(*FAULTLESS), strict=True)) == dict.fromkeys(FAULTLESS, 0)


def test_a_mention_not_read(score, tables):
    gone = mention_of(4)
    for name in ("mention", "link", "resolved_participant"):
        tables[name] = [row for row in tables[name] if row["mention_id"] != gone]
    assert score("extraction.recall", "extraction.recall.layout.csv_export", "sources.recall") == [3 / 4, 3 / 4, 1]
    assert score("linkage.mentions_not_read") == 1


def test_a_mention_made_up(score, tables):
    tables["mention"].append(
        {**tables["mention"][2], "mention_id": "m9", "locator": "line=9", "name_written": "Totaal"}
    )
    tables["link"].append({**tables["link"][2], "mention_id": "m9"})
    assert score("extraction.precision", "extraction.recall", "linkage.mentions_without_truth") == [4 / 5, 1, 1]


def test_a_wrong_amount_and_a_wrong_seat(score, tables):
    tables["mention"][2] |= {"equity_end": 1.0, "seat_written": "Emmen"}
    tables["mention"][3]["debt_end"] = 5.0
    assert score("extraction.field.equity_end", "extraction.field.seat", "extraction.added.debt_end") == [
        3 / 4,
        3 / 4,
        1,
    ]


def test_one_collaboration_under_two_ids(score, tables):
    tables["link"][2]["collaboration_id"] = "sv0000004"
    find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t1"])["collaboration_id"] = "sv0000004"
    assert score("linkage.double", "linkage.wrongly_merged", "linkage.double_within_snapshot") == [1 / 3, 0, 0]
    assert score("collaborations.double") == 0  # in no snapshot does it stand twice


def test_one_collaboration_twice_in_a_snapshot(score, tables):
    tables["mention"].append({**tables["mention"][2], "mention_id": "m9", "locator": "line=2"})
    tables["link"].append({**tables["link"][2], "mention_id": "m9", "collaboration_id": "sv0000004"})
    twin = find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t2"])
    tables["link"][3]["collaboration_id"] = "sv0000005"
    tables["collaboration"].append({**twin, "collaboration_id": "sv0000005"})
    assert score("collaborations.double", "collaborations.precision", "collaborations.recall") == [1 / 6, 5 / 6, 1]


def test_two_collaborations_under_one_id(score, tables):
    for row in tables["link"]:
        row["collaboration_id"] = IDS["t1"] if row["collaboration_id"] == IDS["t2"] else row["collaboration_id"]
    tables["collaboration"] = [r for r in tables["collaboration"] if r["collaboration_id"] != IDS["t2"]]
    assert score("linkage.wrongly_merged", "linkage.bcubed_precision") == [2 / 3, 3 / 5]
    assert score("collaborations.recall", "collaborations.precision") == [3 / 5, 1]


def test_what_is_no_collaboration_and_is_merged_with_one(score, tables):
    tables["link"][5]["collaboration_id"] = IDS["t1"]
    assert score("linkage.strangers_merged", "linkage.wrongly_merged") == [1, 0]


def test_names_resolved_wrong_and_left_open(score, tables):
    tables["resolved_participant"][0]["organisation_id"] = "gm0003"
    tables["resolved_participant"][1]["organisation_id"] = None
    tables["resolved_participant"][2]["organisation_id"] = "gm0003"
    assert score("organisations.wrong", "organisations.open", "organisations.right") == [1 / 10, 1 / 10, 8 / 10]
    tables["resolved_participant"][5]["organisation_id"] = None
    others = [f"organisations.non_government.{verdict}" for verdict in ("right", "wrong", "open")]
    assert score(*others) == [3 / 5, 1 / 5, 1 / 5]


def test_a_name_that_the_reader_made_itself(score, tables):
    tables["resolved_participant"][0] |= {"name_written": "Groningen Beleidsveld", "organisation_id": None}
    assert score("organisations.names_misread", "organisations.right") == [1, 1]


def test_members_lacking_and_surplus(score, tables):
    find(tables["participant"], snapshot=2020, collaboration_id=IDS["t1"], organisation_id="gm0106")["counted"] = False
    find(tables["participant"], snapshot=2024, collaboration_id=IDS["t1"], organisation_id="gm0106")[
        "organisation_id"
    ] = "gm0003"
    assert score("participants.recall", "participants.precision", "participants.exact") == [13 / 15, 13 / 14, 3 / 5]
    assert score("participants.recall.municipality", "participants.recall.non_government") == [8 / 10, 1]


def test_themes_and_forms(score, tables):
    tables["theme"].append({"snapshot": 2020, "collaboration_id": IDS["t1"], "theme": "economie"})
    tables["collaboration"][0]["legal_form"] = "bv"
    tables["collaboration"][1]["legal_form"] = "openbaar_lichaam"
    assert score("themes.exact", "themes.hamming", "themes.precision.economie") == [4 / 5, 1 / 40, 0]
    assert score("legal_forms.right", "legal_forms.group_right") == [3 / 5, 4 / 5]


def test_a_region_too_many_and_one_that_lacks(score, tables):
    find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t1"])["statutory_systems"] = ["health_region"]
    assert score("systems.recall", "systems.precision", "systems.exact") == [1, 2 / 3, 4 / 5]
    assert score("systems.counts_equal", "systems.precision.health_region") == [1 / 2, 2 / 3]
    find(tables["collaboration"], snapshot=2020, collaboration_id=IDS["t2"])["statutory_systems"] = []
    assert score("systems.recall", "systems.precision", "systems.exact") == [1 / 2, 1 / 2, 3 / 5]


def test_a_region_that_stands_twice_is_one_too_many(score, tables):
    tables["mention"].append({**tables["mention"][3], "mention_id": "m9", "locator": "line=9"})
    tables["link"].append({**tables["link"][3], "mention_id": "m9", "collaboration_id": "sv0000004"})
    twin = find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t2"])
    tables["collaboration"].append({**twin, "collaboration_id": "sv0000004"})
    assert score("systems.recall", "systems.precision", "systems.counts_equal") == [1, 2 / 3, 1 / 2]


def test_a_body_of_two_systems_is_asked_for_both(score, tables):
    find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t2"])["statutory_systems"].append(
        "safety_region"
    )
    assert score("systems.recall", "systems.precision", "systems.precision.safety_region") == [1, 2 / 3, 0]


def test_kinds_right_unknown_and_wrong(score, tables):
    tables["collaboration"][0] |= {"goal": "unknown", "obligation": "semi_mandatory", "non_government_count": 2}
    tables["collaboration"][1]["goal"] = "strategic"
    assert score("kinds.goal.right", "kinds.goal.unknown", "kinds.goal.wrong") == [3 / 5, 1 / 5, 1 / 5]
    assert score("kinds.obligation.wrong", "kinds.non_government.right") == [1 / 5, 4 / 5]


def test_ministries_are_asked_of_snapshots_that_have_any(score, tables):
    find(tables["collaboration"], snapshot=2024, collaboration_id=IDS["t3"])["ministry_status"] = "both"
    tables["collaboration"][0]["ministry_status"] = "region_only"  # of 2020
    assert score("kinds.ministry_status.right") == 2 / 3


def test_criteria_right_open_and_wrong(score, tables):
    one = {"snapshot": 2020, "collaboration_id": IDS["t1"]}
    find(tables["criterion"], **one, criterion="a")["met"] = "unknown"
    find(tables["criterion"], **one, criterion="e")["met"] = "no"
    assert score("criteria.right", "criteria.open", "criteria.wrong") == [18 / 20, 1 / 20, 1 / 20]
    assert score("criteria.right.2024.a", "criteria.wrong.2024.e") == [4 / 5, 1 / 5]
    find(tables["criterion"], **one, criterion="d1")["met"] = "no"  # the truth does not know
    assert score("criteria.open.2024.d1", "criteria.right") == [4 / 5, 18 / 20]


def test_first_seen_is_right_for_founded_without_a_date_and_not_to_the_letter(score, tables):
    assert score("events.right", "events.exact") == [1, 0]
    tables["event"][0]["kind"] = "founded"
    assert score("events.right", "events.exact") == [1, 1]
    tables["event"][0]["kind"] = "entered_scope"
    assert score("events.right", "events.precision") == [0, 0]


def test_an_event_too_many(score, tables):
    tables["event"].append({**tables["event"][0], "collaboration_id": IDS["t1"], "kind": "renamed"})
    assert score("events.right", "events.precision") == [1, 1 / 2]


def test_figures(score, tables):
    tables["figure"][1]["value"] = 5.0
    tables["figure"][2]["value"] = 2.04  # published as 2.0
    names = ("figures.difference.total.2024.all", "figures.equal_as_published", "figures.relative_error.total")
    assert score(*names) == [2, 2 / 3, pytest.approx(1 / 2.5)]
    tables["figure"].pop(1)
    assert score("figures.difference.total.2024.all") == -3  # a cell that is not there is nought


def test_wrong_use(tmp_path, tables):
    report = evaluate(tmp_path, tables)
    assert report.sections
    (tmp_path / "workspace.yml").write_text("kind: real\nformat: 2\n", encoding="utf-8")
    with pytest.raises(WrongUse, match="not simulated"):
        evaluate(tmp_path, tables)
    (tmp_path / "workspace.yml").write_text("kind: simulated\nformat: 2\n", encoding="utf-8")
    for row in tables["delivery"]:
        row["file_name"] = "elsewhere/" + row["file_name"]
    with pytest.raises(WrongUse, match="nothing that was read"):
        evaluate(tmp_path, tables)
