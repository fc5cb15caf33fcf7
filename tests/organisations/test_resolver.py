"""Names as written to organisations."""

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.organisations import resolve_name
from dagster_project.workspace.seeds import read_seed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Assen", "gm0106"),
        ("Gemeente Assen", "gm0106"),
        ("GEMEENTE ASSEN", "gm0106"),
        ("Assen (gemeente)", "gm0106"),
        ("College van B en W van de gemeente Assen", "gm0106"),
        ("gm0106", "gm0106"),
        ("'s-Gravenhage", "gm0518"),
        ("’s Gravenhage", "gm0518"),
        ("Den Haag", "gm0518"),
        ("Capelle a/d IJssel", "gm0502"),
        ("Nuenen c.a.", "gm0820"),
        ("SÃºdwest-FryslÃ¢n", "gm1900"),
        ("Sudwest Fryslan", "gm1900"),
        ("De Friese Meren", "gm1940"),
        ("Provincie Groningen", "pv20"),
        ("Friesland", None),
        ("provincie Friesland", "pv21"),
        ("Wetterskip FryslÃ¢n", "ws0653"),
        ("Hoogheemraadschap van Rijnland", "ws0616"),
        ("HDSR", "ws0636"),
        ("Waterschap Limburg", "ws0665"),
        ("Ministerie van BZK", "mnre1034"),
        ("Ministerie van Onderwijs, Cultuur en Wetenschap", "mnre1109"),
        ("Bergen (NH)", "gm0373"),
        ("Gemeente Bergen (L)", "gm0893"),
        ("Rijswijk (ZH)", "gm0603"),
        ("Amsterdm", "gm0363"),
        ("Zoetermer", "gm0637"),
    ],
)
def test_spellings(written, expected):
    assert resolve_name(written, 2020).organisation_id == expected


def test_every_official_name_is_its_own_organisation():
    for row in read_seed("organisation").iter_rows(named=True):
        if row["valid_from"] or row["valid_to"]:
            continue
        resolution = resolve_name(row["name"], 2024, kind_hint=row["kind"])
        assert resolution.organisation_id == row["organisation_id"], row["name"]


@pytest.mark.parametrize(
    ("written", "snapshot", "method", "found"),
    [
        ("Gemeente Bussum", 2017, "successor", ("gm1942",)),
        ("Ubbergen", 2017, "successor", ("gm1945",)),  # a letter from Tubbergen
        ("gm0478", 2020, "successor", ("gm0385",)),
        ("Graafstroom", 2017, "successor", ("gm1927",)),
        ("Graafstroom", 2024, "successor", ("gm1978",)),  # merged again since
        ("Waterschap Groot Salland", 2017, "successor", ("ws0664",)),
        ("Waterschap Peel en Maasvallei", 2017, "normalised", ("ws0665",)),
        ("gemeente Maasdonk", 2017, "split", ("gm0796", "gm0828")),
        ("Boarnsterhim", 2024, "split", ("gm0074", "gm0080", "gm1900", "gm1940")),
    ],
)
def test_what_ended_before_the_first_snapshot_is_found_where_it_went(written, snapshot, method, found):
    resolution = resolve_name(written, snapshot)
    assert resolution.method == method
    assert found == ((resolution.organisation_id,) if resolution.organisation_id else resolution.candidates)


def test_what_ended_before_is_none_of_the_organisations_of_a_snapshot():
    former = read_seed("former_organisation")
    known = {row["organisation_id"]: row for row in read_seed("organisation").iter_rows(named=True)}
    first = read_seed("snapshot")["reference_date"].min()
    for row in former.iter_rows(named=True):
        assert row["organisation_id"] not in known
        assert row["ended_on"] <= first
        assert row["successor_id"] in known
        assert row["province_id"] in (None, known[row["successor_id"]]["province_id"])
    split = former.group_by("organisation_id").agg(pl.len(), pl.col("fate").unique())
    assert all((n > 1) == (fates == ["split"]) for _, n, fates in split.iter_rows())


@pytest.mark.parametrize(
    ("written", "context", "expected"),
    [
        ("Bergen", {}, None),
        ("Bergen", {"province": "pv27"}, "gm0373"),
        ("Bergen", {"province": "pv31"}, "gm0893"),
        ("Groningen", {}, None),
        ("Groningen", {"kind_hint": "municipality"}, "gm0014"),
        ("Groningen", {"kind_hint": "province"}, "pv20"),
        ("Limburg", {}, None),
        ("Limburg", {"kind_hint": "water_board"}, "ws0665"),
    ],
)
def test_namesakes_are_decided_by_context_or_left_open(written, context, expected):
    resolution = resolve_name(written, 2020, **context)
    assert resolution.organisation_id == expected
    assert expected or (resolution.method == "ambiguous" and len(resolution.candidates) == 2)


def test_a_merged_municipality_is_its_successor_at_the_date_and_itself_before():
    assert resolve_name("Strijen", 2017).organisation_id == "gm0617"
    later = resolve_name("Strijen", 2020)
    assert (later.organisation_id, later.method, later.candidates) == ("gm1963", "successor", ("gm0617",))


def test_a_split_municipality_stays_open_with_its_heirs():
    resolution = resolve_name("Winsum", 2020)
    assert (resolution.organisation_id, resolution.method) == (None, "split")
    assert resolution.candidates == ("gm1966", "gm1969")


def test_a_municipality_that_was_not_founded_yet_stays_open_with_its_predecessors():
    resolution = resolve_name("Eemsdelta", 2020)
    assert (resolution.organisation_id, resolution.method) == (None, "ambiguous")
    assert resolution.candidates == ("gm0003", "gm0010", "gm0024")


@pytest.mark.parametrize(
    "written",
    [
        "Stichting Lezen", "ROC Midden Nederland", "Avans Hogeschool", "PreZero B.V.", "Natuurvereniging De Ruigte",
        "Bedrijvenkring Oude Sluis", "Agrarisch Collectief Lage Weide",
    ],
)  # fmt: skip
def test_parties_outside_government_get_an_id_of_their_name(written):
    resolution = resolve_name(written, 2020)
    assert resolution.organisation_id.startswith("ng")
    assert resolution == resolve_name(written.upper(), 2024)


@pytest.mark.parametrize(
    "written",
    [
        "Kreis Kleve",
        "Stadt Gronau",
        "Provincie Limburg (BE)",
        "Gemeente Beveren",
        "Veiligheidsregio Groningen",
        "",
        "  ",
    ],
)
def test_what_is_no_dutch_organisation_stays_unresolved(written):
    assert resolve_name(written, 2020).method == "unresolved"


@pytest.mark.parametrize(
    ("written", "snapshot", "members"),
    [
        ("De 12 Groninger gemeenten", 2020, 12),
        ("De twaalf Groninger gemeenten", 2020, 12),
        ("alle gemeenten in de provincie Groningen", 2024, 10),
        ("18 gemeenten in Hollands Midden", 2020, 18),
        ("alle provincies", 2020, 12),
        ("gemeenten Assen, Emmen en Hoogeveen", 2020, 3),
        ("alle gemeenten in Zeeland, met uitzondering van Goes en Sluis", 2024, 11),
        ("alle gemeenten in de provincie Drenthe, behalve de gemeente Aa en Hunze", 2024, 11),
        ("alle provincies, uitgezonderd Noord-Holland en Zuid-Holland", 2020, 10),
    ],
)
def test_phrases_expand_where_group_and_number_are_known(written, snapshot, members):
    resolution = resolve_name(written, snapshot)
    assert resolution.method == "expanded"
    assert len(resolution.candidates) == members


def test_who_is_excepted_is_not_among_the_members():
    told = resolve_name("alle gemeenten in Zeeland, met uitzondering van Goes en Sluis", 2024).candidates
    everyone = resolve_name("alle gemeenten in Zeeland", 2024).candidates
    assert set(everyone) - set(told) == {"gm0664", "gm1714"}


@pytest.mark.parametrize(
    "written",
    [
        "De 12 Groninger gemeenten",
        "7 gemeenten in Nergenshuizen",
        "diverse gemeenten",
        "alle gemeenten behalve Assen",
        "alle gemeenten in Zeeland, behalve Assen",
        "alle gemeenten behalve Goes in Zeeland",
    ],
)
def test_phrases_that_do_not_fit_stay_open(written):
    resolution = resolve_name(written, 2024)
    assert (resolution.method, resolution.candidates) == ("phrase", ())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_no_text_crashes(written):
    assert 0 <= resolve_name(written, 2020).score <= 1
