"""The table coding: candidates, the order of sources, interim snapshots, decisions."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.dictionary.contract import enforce
from dagster_project.workspace import UnreadableInput, frame_of
from dagster_project.workspace.seeds import codes, read_seed
from tests.coding.tables import chosen, code_collaborations, decision, links, mentions

SV = "sv0000001"


def test_every_attribute_is_chosen_and_the_contract_holds():
    coding = code_collaborations(
        mentions({"name_written": "Veiligheidsregio Oost", "section_written": "Gemeenschappelijke regelingen"}),
        links(SV),
        [],
    )
    enforce("coding", coding)
    assert chosen(coding, "legal_form") == ["wgr_onbepaald"]
    assert chosen(coding, "statutory_system") == ["safety_region"]
    assert chosen(coding, "obligation") == ["mandatory"]
    assert chosen(coding, "goal") == ["operational"]
    assert chosen(coding, "theme") == ["veiligheid"]


def test_an_interim_snapshot_feeds_the_next():
    coding = code_collaborations(
        mentions({"name_written": "Bureau Leerplicht", "snapshot": 2023}, {"name_written": "X", "snapshot": 2020}),
        links(SV, "sv0000002"),
        [],
    )
    assert coding["snapshot"].unique().sort().to_list() == [2020, 2024]


def test_a_register_at_an_interim_date_feeds_nothing():
    said = {"name_written": "Bureau Leerplicht", "source": "register"}
    coding = code_collaborations(mentions({**said, "snapshot": 2023}, {**said, "snapshot": 2020}), links(SV, SV), [])
    assert coding["snapshot"].unique().to_list() == [2020]


def test_the_register_beats_budgets_and_the_losers_stay():
    coding = code_collaborations(
        mentions(
            {"name_written": "Promen", "legal_form_written": "Stichting"},
            {"name_written": "Promen", "legal_form_written": "Stichting"},
            {"name_written": "GR Promen", "legal_form_written": "Openbaar lichaam", "source": "register"},
        ),
        links(SV, SV, SV),
        [],
    )
    assert chosen(coding, "legal_form") == ["openbaar_lichaam"]
    lost = coding.filter((pl.col("attribute") == "legal_form") & ~pl.col("chosen"))
    assert lost.filter(pl.col("value") == "stichting")["source_id"].to_list() == ["m1", "m2"]


def test_among_budgets_the_majority_counts_and_a_precise_form_beats_an_open_one():
    forms = ["Gemeenschappelijke regeling", "GR", "Bedrijfsvoeringsorganisatie"]
    rows = [{"name_written": "Meerinzicht", "legal_form_written": f} for f in forms]
    assert chosen(code_collaborations(mentions(*rows), links(SV, SV, SV), []), "legal_form") == [
        "bedrijfsvoeringsorganisatie"
    ]
    rows = [{"name_written": "X", "legal_form_written": f} for f in ("NV", "BV", "NV")]
    assert chosen(code_collaborations(mentions(*rows), links(SV, SV, SV), []), "legal_form") == ["nv"]


def test_a_heading_is_weaker_than_a_name():
    rows = mentions({"name_written": "Vereniging Oost", "section_written": "Stichtingen en verenigingen"})
    assert chosen(code_collaborations(rows, links(SV), []), "legal_form") == ["vereniging"]


def test_unknown_form_is_said():
    coding = code_collaborations(mentions({"name_written": "Xyzzy"}), links(SV), [])
    assert chosen(coding, "legal_form") == ["onbekend"]


def test_stated_themes_beat_rules_and_the_register_speaks_another_codebook():
    stated = {"name_written": "Bureau Leerplicht", "source": "edition", "themes_written": ["Sociaal domein", "ruimte"]}
    register = {"name_written": "Bureau Leerplicht", "source": "register", "themes_written": ["economie"]}
    partly = {"name_written": "Bureau Leerplicht", "source": "survey", "themes_written": ["economie", "landbouw"]}
    coding = code_collaborations(mentions(register, stated, partly), links(SV, SV, SV), [])
    assert chosen(coding, "theme") == ["ruimte", "sociaal"]
    assert chosen(code_collaborations(mentions(register, partly), links(SV, SV), []), "theme") == ["onderwijs_cultuur"]


def test_a_goal_that_a_body_states_goes_before_what_words_say():
    text = {"name_written": "Tafel A", "purpose_written": "uitvoeren van de leerplicht"}
    said = {**text, "source": "survey", "goal_written": "Strategisch"}
    silent = {**text, "source": "survey", "goal_written": "onbekend"}
    assert chosen(code_collaborations(mentions(text, said), links(SV, SV), []), "goal") == ["strategic"]
    assert chosen(code_collaborations(mentions(text, silent), links(SV, SV), []), "goal") == ["operational"]


def test_one_broad_text_does_not_decide_for_all():
    rows = [
        {"name_written": "Dienst A", "purpose_written": "uitvoering van de leerplicht"},
        {"name_written": "Dienst A", "purpose_written": "leerplicht en voortijdig schoolverlaten"},
        {"name_written": "Dienst A", "purpose_written": "leerplicht, wonen, mobiliteit en jeugdhulp"},
        {"name_written": "Dienst A", "purpose_written": "zie programma 3"},
    ]
    coding = code_collaborations(mentions(*rows), links(SV, SV, SV, SV), [])
    assert chosen(coding, "theme") == ["onderwijs_cultuur"]
    assert set(coding.filter(pl.col("attribute") == "theme")["value"]) > {"ruimte", "sociaal"}


def test_the_goal_is_what_most_texts_tell():
    rows = [
        {"name_written": "Tafel A", "purpose_written": "afstemmen van de leerplicht"},
        {"name_written": "Tafel A", "purpose_written": "afstemmen van de leerplicht, in overleg"},
        {"name_written": "Tafel A", "purpose_written": "uitvoeren van de leerplicht"},
        {"name_written": "Tafel A", "purpose_written": "zie programma 3"},
    ]
    coding = code_collaborations(mentions(*rows), links(SV, SV, SV, SV), [])
    assert chosen(coding, "goal") == ["tactical"]
    lost = coding.filter((pl.col("attribute") == "goal") & ~pl.col("chosen"))
    assert lost.select("value", "confidence").rows() == [("operational", 0.233)]
    coding = code_collaborations(mentions(rows[-1]), links(SV), [])
    assert chosen(coding, "goal") == ["unknown"]


def test_decisions_win_the_one_on_the_snapshot_first():
    rows = mentions({"name_written": "GGD Oost"}, {"name_written": "GGD Oost", "snapshot": 2020})
    decided = [
        decision(1, "attribute", SV, "stichting", attribute="legal_form"),
        decision(2, "attribute", SV, "convenant", attribute="legal_form", snapshot=2024),
        decision(3, "theme", SV, "sociaal; economie"),
        decision(4, "attribute", SV, "environment_service", attribute="statutory_system", snapshot=2023),
        decision(5, "attribute", SV, "elsewhere", attribute="seat"),
        decision(6, "theme", SV, "ruimte", status="stale"),
    ]
    coding = code_collaborations(rows, links(SV, SV), decided)
    assert chosen(coding, "legal_form") == ["convenant"]
    assert chosen(coding, "legal_form", 2020) == ["stichting"]
    assert chosen(coding, "theme") == ["economie", "sociaal"]
    assert chosen(coding, "statutory_system") == ["environment_service"]
    assert chosen(coding, "statutory_system", 2020) == ["health_region"]
    person = coding.filter((pl.col("coder") == "person") & pl.col("chosen"))
    assert set(person["source_id"]) == {"0001-001", "0001-002", "0001-003", "0001-004"}


def test_a_person_decides_all_systems_of_a_body_or_that_it_is_of_none():
    def decided(value: str) -> list[str]:
        one = decision(1, "attribute", SV, value, attribute="statutory_system")
        coding = code_collaborations(mentions({"name_written": "GGD Oost"}), links(SV), [one])
        return [*chosen(coding, "statutory_system"), *chosen(coding, "obligation")]

    assert decided("safety_region; health_region") == ["health_region", "safety_region", "mandatory"]
    assert decided("none") == ["none", "voluntary"]


def test_who_takes_part_tells_which_body_is_the_region():
    """Both are called a health service; one has the municipalities of Zeeland, the other two of them."""
    seed = read_seed("municipality_region")
    zeeland = sorted(seed.filter(seed["health_region"] == "GGD Zeeland")["organisation_id"])
    of = {"m1": zeeland, "m2": zeeland[:2], "m3": zeeland[2:]}
    resolved = frame_of(
        "resolved_participant",
        [
            {"mention_id": m, "position": n, "name_written": o, "organisation_id": o, "kind": "municipality",
             "method": "exact", "score": 1.0}
            for m, members in of.items()
            for n, o in enumerate(members)
        ],
    )  # fmt: skip
    said = mentions(
        {"name_written": "GGD Zeeland"},
        {"name_written": "Ambulancebureau GGD"},
        {"name_written": "Ambulancebureau GGD", "claim": "denies_existence"},
    )
    coding = code_collaborations(said, links(SV, "sv0000002", "sv0000002"), [], resolved)
    health = coding.filter((pl.col("attribute") == "statutory_system") & pl.col("chosen"))
    assert health.select("collaboration_id", "source_id").rows() == [(SV, "rule:statutory_system.health_region.region")]


@pytest.mark.parametrize(
    ("kind", "value"), [("theme", "sociaal; landbouw"), ("theme", " "), ("attribute", "maatschap")]
)
def test_a_decision_that_is_no_code_is_refused(kind, value):
    with pytest.raises(UnreadableInput, match="0001-001"):
        code_collaborations(
            mentions({"name_written": "X"}), links(SV), [decision(1, kind, SV, value, attribute="legal_form")]
        )


def test_mentions_without_a_link_are_of_no_collaboration():
    coding = code_collaborations(mentions({"name_written": "X"}, {"name_written": "Y"}), links(SV), [])
    assert coding["collaboration_id"].unique().to_list() == [SV]


ROW = st.fixed_dictionaries(
    {
        "name_written": st.sampled_from(["GGD Oost", "Xyzzy", "Stichting De Brug", ""]) | st.text(max_size=20),
        "legal_form_written": st.none() | st.sampled_from(["GR", "NV", "Openbaar lichaam", "??"]),
        "section_written": st.none() | st.sampled_from(["Gemeenschappelijke regelingen", "Vennootschappen"]),
        "purpose_written": st.none() | st.sampled_from(["leerplicht", "zorg", "wonen en werk", ""]),
        "themes_written": st.lists(st.sampled_from(["Ruimte", "sociaal", "?"]), max_size=2),
        "source": st.sampled_from(["budget", "survey", "register", "edition", "programme"]),
        "snapshot": st.sampled_from([2020, 2023, 2024]),
    }
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_any_mentions_give_whole_coding_in_any_order(rows, random):
    table, of = mentions(*rows), links(*[f"sv000000{i % 2}" for i in range(len(rows))])
    coding = code_collaborations(table, of, [])
    enforce("coding", coding)
    order = list(range(len(rows)))
    random.shuffle(order)
    assert code_collaborations(table[order], of[order], []).equals(coding)
    for _, group in coding.filter(pl.col("chosen")).group_by("snapshot", "collaboration_id"):
        counts = dict(group["attribute"].value_counts().iter_rows())
        assert counts["legal_form"] == counts["obligation"] == counts["goal"] == 1
        themes = group.filter(pl.col("attribute") == "theme")["value"].to_list()
        assert 1 <= len(themes) <= 8
        assert len(themes) == len(set(themes))
        assert set(themes) <= set(codes("theme_code"))
