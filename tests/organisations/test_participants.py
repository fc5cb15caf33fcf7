"""Lists of participants, with context, positions and quarantine."""

from dagster_project.dictionary.contract import enforce
from dagster_project.organisations import resolve_participants
from dagster_project.workspace import frame_of
from tests.organisations.making import mention


def resolve(**given):
    frame, quarantine = resolve_participants(frame_of("mention", [mention(**given)]))
    enforce("resolved_participant", frame)
    enforce("quarantine", frame_of("quarantine", quarantine))
    return frame.sort("position").rows(named=True), quarantine


def test_the_reporter_stands_at_minus_one():
    rows, quarantine = resolve(reporting_organisation_id="gm0106", participants_written=["Emmen"])
    assert [(r["position"], r["organisation_id"], r["method"]) for r in rows] == [
        (-1, "gm0106", "reporter"),
        (0, "gm0114", "exact"),
    ]
    assert quarantine == []


def test_codes_win_and_are_taken_to_the_date():
    rows, quarantine = resolve(participants_written=["Gem. A", "Gem. B"], participant_codes=["gm0617", "gm0106"])
    assert [(r["organisation_id"], r["method"]) for r in rows] == [("gm1963", "successor"), ("gm0106", "code")]
    assert [q["reason"] for q in quarantine] == ["merged_organisation"]


def test_a_register_tells_of_its_codes_itself_but_not_of_names_without_one():
    names, codes = ["Gem. A", "gemeente Bedum"], ["gm0617", ""]
    rows, quarantine = resolve(source="register", participants_written=names, participant_codes=codes)
    assert [r["method"] for r in rows] == ["successor", "successor"]
    assert [(q["row_key"], q["reason"]) for q in quarantine] == [("m1|1", "merged_organisation")]


def test_a_code_that_is_empty_or_unknown_leaves_it_to_the_name():
    rows, _ = resolve(participants_written=["Assen", "Emmen"], participant_codes=["", "so0001"])
    assert [r["organisation_id"] for r in rows] == ["gm0106", "gm0114"]


def test_the_other_names_decide_between_namesakes():
    rows, quarantine = resolve(participants_written=["Groningen", "Assen", "Emmen"])
    assert rows[0]["organisation_id"] == "gm0014"
    rows, _ = resolve(participants_written=["Bergen", "Venlo", "Venray"])
    assert rows[0]["organisation_id"] == "gm0893"
    rows, _ = resolve(participants_written=["Bergen"], reporting_organisation_id="gm0361")
    assert rows[1]["organisation_id"] == "gm0373"
    assert quarantine == []


def test_a_list_that_marks_its_provinces_leaves_municipalities_bare():
    for others in (["provincie Groningen", "ministerie van BZK"], ["waterschap Noorderzijlvest"]):
        rows, quarantine = resolve(participants_written=["Groningen", *others])
        assert rows[0]["organisation_id"] == "gm0014"
        assert quarantine == []


def test_a_bare_list_of_provinces_means_the_province():
    rows, _ = resolve(participants_written=["Groningen", "Drenthe", "Overijssel"])
    assert rows[0]["organisation_id"] == "pv20"


def test_a_name_alone_stays_open():
    _, quarantine = resolve(participants_written=["Groningen"])
    assert [q["reason"] for q in quarantine] == ["ambiguous_organisation_name"]


def test_members_of_a_phrase_follow_the_last_position():
    rows, quarantine = resolve(participants_written=["De 12 Groninger gemeenten", "Assen"])
    assert [r["position"] for r in rows] == list(range(14))
    assert rows[0]["organisation_id"] is None
    assert rows[1]["organisation_id"] == "gm0106"
    assert {r["method"] for r in rows[2:]} == {"expanded"}
    assert quarantine == []


def test_what_stays_open_is_in_quarantine_with_its_reason():
    _, quarantine = resolve(
        participants_written=["Westerkim", "Bergen", "Winsum", "de 99 Drentse gemeenten", "Strijen"]
    )
    assert [q["reason"] for q in quarantine] == [
        "unknown_organisation_name",
        "ambiguous_organisation_name",
        "split_organisation",
        "unresolved_count",
        "merged_organisation",
    ]
    assert len({q["quarantine_id"] for q in quarantine}) == 5
    assert all(q["locator"] == "line=1" for q in quarantine)


def test_many_participations_take_seconds_because_names_repeat():
    import time

    rows = [
        mention(mention_id=f"m{i:06d}", participants_written=["Assen", "Bergen", "Emmen", "Kreis X"])
        for i in range(3000)
    ]
    began = time.perf_counter()
    frame, _ = resolve_participants(frame_of("mention", rows))
    assert frame.height == 12_000
    assert time.perf_counter() - began < 10


def test_a_placeholder_is_nobody_and_raises_no_question():
    rows, quarantine = resolve(participants_written=["n.v.t.", "Assen", "#N/A"])
    assert [r["organisation_id"] for r in rows] == [None, "gm0106", None]
    assert quarantine == []
