"""Which party that was read is which party of the truth."""

from hypothesis import given
from hypothesis import strategies as st

from dagster_project.evaluation.truth.matching import pair_up
from dagster_project.evaluation.truth.party import Party


def party(name: str, order: int = 0, place: str = "", document: str = "a.csv", **fields) -> Party:
    return Party(document, name, place, order, fields=fields)


def told(pairing) -> list[tuple]:
    return [(pair.true.name, pair.read.name, pair.how) for pair in pairing.pairs]


def test_equal_names_but_for_case_and_accents_are_one():
    found = pair_up([party("Coöperatie De Brug")], [party("COOPERATIE DE BRUG")])
    assert told(found) == [("Coöperatie De Brug", "COOPERATIE DE BRUG", "name")]
    assert not found.missed
    assert not found.invented


def test_a_name_read_wrong_is_near_and_another_name_is_not():
    found = pair_up(
        [party("Omgevingsdienst Noord"), party("Havenschap Zuid", 1)],
        [party("Partij Omgevingsdienst Noord"), party("Recreatieschap Oost", 1)],
    )
    assert told(found) == [("Omgevingsdienst Noord", "Partij Omgevingsdienst Noord", "near")]
    assert [p.name for p in found.missed] == ["Havenschap Zuid"]
    assert [p.name for p in found.invented] == ["Recreatieschap Oost"]


def test_namesakes_are_told_apart_by_place_then_seat_then_turn():
    true = [party("Werkbedrijf", n, seat=seat) for n, seat in enumerate(("Assen", "Emmen", "Meppel"))]
    read = [party("Werkbedrijf", n, seat=seat) for n, seat in enumerate(("Emmen", "Hoogeveen", "Assen"))]
    found = pair_up(true, read)
    assert {(p.true.fields["seat"], p.read.fields["seat"]) for p in found.pairs} == {
        ("Assen", "Assen"),
        ("Emmen", "Emmen"),
        ("Meppel", "Hoogeveen"),
    }
    placed = pair_up([party("X", 0, "line=4"), party("X", 1, "line=9")], [party("X", 0, "line=9")])
    assert placed.pairs[0].true.place == "line=9"
    assert placed.missed[0].place == "line=4"


def test_a_row_names_a_party_and_a_page_does_not():
    assert told(pair_up([party("Alfa", 0, "line=4")], [party("Omega", 0, "line=4")])) == [("Alfa", "Omega", "place")]
    assert told(pair_up([party("Alfa", 0, "page=4")], [party("Omega", 0, "page=4")])) == []


def test_parties_of_other_documents_or_snapshots_are_never_one():
    assert not pair_up([party("Alfa")], [party("Alfa", document="b.csv")]).pairs
    year = Party("a.csv", "Alfa", snapshot=2017)
    assert not pair_up([year], [Party("a.csv", "Alfa", snapshot=2024)]).pairs


names = st.lists(st.sampled_from(["Alfabank", "Alfabank N", "Betahuis", "Betahuys", "Gamma", ""]), max_size=7)


@given(names, names)
def test_every_party_is_in_one_pair_or_left_over(true, read):
    found = pair_up([party(n, i) for i, n in enumerate(true)], [party(n, i) for i, n in enumerate(read)])
    assert len(found.pairs) + len(found.missed) == len(true)
    assert len(found.pairs) + len(found.invented) == len(read)
    assert len({id(pair.read) for pair in found.pairs}) == len(found.pairs)


@given(names)
def test_a_perfect_reader_misses_and_invents_nothing(written):
    parties = [party(n, i) for i, n in enumerate(written)]
    found = pair_up(parties, parties)
    assert not found.missed
    assert not found.invented
    assert all(pair.how == "name" for pair in found.pairs)
