"""Joint arrangements in force at a snapshot, and the faults of the register."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.registers import read_register
from dagster_project.registers.arrangements import first_version
from dagster_project.workspace import frame_of
from tests.registers.conftest import TOOI, participation, regulation


def _names(mentions):
    return sorted(m["name_written"] for m in mentions)


def _faults(rows):
    return sorted(row["reason"] for row in rows)


def test_a_version_as_mention(register):
    row = regulation(
        "2", naam="\u200bRegeling  GGD", alle_namen="Regeling GGD | GGD", citeertitel="GGD", so_naam="GGD Groningen",
        samenwerkingsvorm="'Regeling zonder meer'", so_tooi=f"{TOOI}/so/so0894", previous_roo="1", doel="Gezond",
        policy_areas="{'naam': 'zorg | zorg', 'tooi': 'x'}; {'naam': \"veiligheid | risico's\", 'tooi': 'y'}",
        valid_until="2019-01-01",
    )  # fmt: skip
    workspace = register(
        [regulation("1", valid_until="2015-01-01"), row],
        [
            participation("2"),
            participation("2", "Provincie Groningen", "provincie/pv20"),
            participation("2", "Elders", ""),
        ],
    )
    (mention,), refusals, _ = read_register(workspace, 2017)
    assert refusals == []
    assert frame_of("mention", [mention]).height == 1
    expected = {
        "locator": "line=3",
        "source": "register",
        "reporting_organisation_id": None,
        "claim": "lists",
        "name_written": "Regeling GGD",
        "other_names": ["GGD", "GGD Groningen"],
        "identifiers": ["roo:2", "chain:1", "so:so0894"],
        "legal_form_written": "Regeling zonder meer",
        "purpose_written": "Gezond",
        "themes_written": ["zorg | zorg", "veiligheid | risico's"],
        "participants_written": ["Gemeente Groningen", "Provincie Groningen", "Elders"],
        "participant_codes": ["gm0014", "pv20", ""],
        "valid_from": date(2015, 1, 1),
        "valid_to": date(2019, 1, 1),
    }
    assert {k: mention[k] for k in expected} == expected


@pytest.mark.parametrize(
    ("begins", "ends", "snapshots"),
    [
        ("2015-01-01", "", [2017, 2020, 2023, 2024]),
        ("2017-01-01", "2020-01-01", [2017]),
        ("2017-01-02", "2020-01-02", [2020]),
        ("2025-01-02", "", []),
    ],
)
def test_in_force_at_the_reference_date(register, begins, ends, snapshots):
    workspace = register([regulation("1", valid_from=begins, valid_until=ends)], [participation("1")])
    assert [s for s in (2017, 2020, 2023, 2024) if read_register(workspace, s)[0]] == snapshots


def test_impossible_and_future_dates_are_told_once(register):
    workspace = register(
        [
            regulation("1", valid_from="2019-05-01", valid_until="2019-05-01"),
            regulation("2", valid_from="2016-01-01", valid_until="2015-12-31"),
            regulation("3", valid_from="2030-01-01"),
        ],
        [participation(i) for i in "123"],
    )
    _, _, quarantine = read_register(workspace, 2017)
    assert _faults(quarantine) == ["begins_in_future", "ends_before_begin", "ends_before_begin"]
    assert sorted(q["locator"] for q in quarantine) == ["line=2", "line=3", "line=4"]
    assert read_register(workspace, 2020)[2] == []


def test_faults_of_participants_stand_in_each_snapshot_with_their_line(register):
    workspace = register(
        [regulation("1"), regulation("2")],
        [
            participation("1", "Gemeente Haren", "gemeente/gm0017"),
            participation("1", "Duitse gemeente", ""),
            participation("1", "Gemeente Eemsdelta", "gemeente/gm1979"),
        ],
    )
    _, _, quarantine = read_register(workspace, 2020)
    assert sorted((q["reason"], q["locator"], q["file_name"]) for q in quarantine) == [
        ("merged_organisation", "line=2", "register/b.csv"),
        ("merged_organisation", "line=4", "register/b.csv"),
        ("no_participants", "line=3", "register/a.csv"),
        ("participant_without_id", "line=3", "register/b.csv"),
    ]
    assert {q["snapshot"] for q in quarantine} == {2020}
    assert "merged_organisation" not in _faults(
        q for q in read_register(workspace, 2017)[2] if q["locator"] == "line=2"
    )


def test_names_encoded_twice_are_repaired_and_told(register):
    workspace = register(
        [regulation("1", naam="Regioplanbureau\u00c2\u00a0FryslÃ¢n")],
        [participation("1", "Gemeente SÃºdwest", "gemeente/gm1900")],
    )
    (mention,), _, quarantine = read_register(workspace, 2017)
    assert mention["name_written"] == "Regioplanbureau Fryslân"
    assert mention["participants_written"] == ["Gemeente Súdwest"]
    assert _faults(quarantine) == ["double_encoding_repaired", "double_encoding_repaired"]


def test_rows_that_cannot_be_read_are_refused_with_their_line(register):
    workspace = register(
        [
            regulation("1", valid_from="ooit"),
            regulation("2", valid_until="2019-02-30"),
            regulation("3", naam=""),
            regulation("4", naam="=A1"),
            regulation("5"),
            regulation("5"),
        ],
        [participation("5")],
    )
    mentions, refusals, _ = read_register(workspace, 2017)
    assert _names(mentions) == ["Regeling 5"]
    assert [(r["locator"], r["reason"]) for r in refusals] == [
        ("line=2", "row_unreadable"),
        ("line=3", "row_unreadable"),
        ("line=4", "row_unreadable"),
        ("line=5", "formula"),
        ("line=7", "row_unreadable"),
    ]
    assert read_register(workspace, 2020)[1] == []


def test_participants_of_an_unknown_version_are_orphans(register):
    workspace = register([regulation("1")], [participation("1"), participation("9")])
    assert _faults(read_register(workspace, 2017)[2]) == ["orphan_row"]


def test_one_file_without_the_other_is_told(register):
    workspace = register(None, [participation("1")], folder="los")
    mentions, (refusal,), _ = read_register(workspace, 2017)
    assert (mentions, refusal["reason"]) == ([], "missing_columns")
    assert "regelingen (roo_id, naam" in refusal["detail"]
    assert "staat niet in dezelfde map" in refusal["detail"]


def test_regulations_alone_are_read_without_participants(register):
    (mention,), (refusal,), quarantine = read_register(register([regulation("1")], None), 2017)
    assert mention["participants_written"] == []
    assert "deelnemers (gr_roo_id" in refusal["detail"]
    assert quarantine == []


def test_of_two_exports_the_later_tells(register):
    register([regulation("1", naam="Oud"), regulation("2")], [participation("1")], "mei", "2023-05-01")
    workspace = register([regulation("1", naam="Nieuw")], [participation("1")], "juni", "2024-06-01")
    assert _names(read_register(workspace, 2017)[0]) == ["Nieuw", "Regeling 2"]


def test_a_register_of_another_layout_is_refused_with_its_columns(delivered):
    workspace = delivered("x.csv", "kolom een,kolom twee\n1,2\n3,4\n", "register", None)
    mentions, (refusal,), _ = read_register(workspace, 2017)
    assert (mentions, refusal["reason"]) == ([], "no_known_layout")
    assert "kolom een, kolom twee" in refusal["detail"]
    assert "roo_id" in refusal["detail"]
    assert read_register(workspace, 2020)[1] == []


@settings(max_examples=60)
@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from("abcdef"), max_size=6))
def test_chains_end_even_where_they_bite_their_tail(previous):
    for version in "abcdef":
        first = first_version(version, previous)
        if version in previous:
            assert first == first_version(previous[version], previous)
        else:
            assert first == version
