"""Which errors somebody was told of, worked out by hand."""

from dagster_project.evaluation.measures.told import errors_of, score_told
from dagster_project.evaluation.reading import Refusal
from dagster_project.evaluation.report.model import Section
from dagster_project.evaluation.truth.matching import pair_up
from dagster_project.evaluation.truth.party import Party

TRUE = {"name": "Alfa", "seat": "Assen", "equity_end": 5_000_000.0, "debt_end": None}


def party(name: str = "Alfa", fields: dict | None = None, **more) -> Party:
    return Party("2024/a.pdf", name, more.pop("place", ""), fields={**TRUE, "name": name, **(fields or {})}, **more)


def errors(true: list[Party], read: list[Party], refusals: list[Refusal] = ()) -> dict[str, bool]:
    """Field, or name of a party that is missed or invented, to whether it was told of."""
    found = errors_of(pair_up(true, read), refusals)
    return {e.party if e.field == "name" else e.field: e.told for e in found.errors}


def test_a_perfect_reader_makes_no_error_and_doubts_nothing():
    found = errors_of(pair_up([party()], [party(confidence=0.95)]), [])
    assert (found.errors, found.right, found.doubted) == ((), 3, 0)


def test_wrong_missing_and_added_values_are_silent_where_nothing_tells():
    read = party(fields={"seat": "Emmen", "equity_end": None, "debt_end": 7.0}, confidence=0.95)
    assert errors([party()], [read]) == {"seat": False, "equity_end": False, "debt_end": False}


def test_a_doubt_a_low_confidence_and_a_refusal_at_the_place_tell():
    wrong = {"seat": "Emmen", "equity_end": 1.0}
    assert errors([party()], [party(fields=wrong, doubts=frozenset({"equity"}))]) == {"seat": False, "equity_end": True}
    assert errors([party()], [party(fields=wrong, confidence=0.5)]) == {"seat": True, "equity_end": True}
    by_field = {"seat": 0.99, "equity_end": 0.3}
    sure = party(fields=wrong, confidence=0.5, field_confidence=by_field)
    assert errors([party()], [sure]) == {"seat": False, "equity_end": True}
    refused = Refusal("2024/a.pdf", "page=2;x", "unexplained")
    assert errors([party()], [party(fields=wrong, place="page=2;x")], [refused]) == {"seat": True, "equity_end": True}


def test_missed_and_invented_parties():
    assert errors([party("Beta")], [party("Gamma BV", confidence=0.4)]) == {"Beta": False, "Gamma BV": True}
    named = Refusal("2024/a.pdf", "page=2;x", "unexplained", "Beta te Assen")
    other = Refusal("2024/a.pdf", "page=2;x", "unexplained", "Delta")
    whole = Refusal("2024/a.pdf", "document", "corrupt", "Beta")
    without_text = Refusal("2024/a.pdf", "page=2;x", "unexplained")
    missed = [party("Beta", {"page": 2})]
    assert [errors(missed, [], [one])["Beta"] for one in (named, other, whole, without_text)] == [
        True,
        False,
        False,
        True,
    ]


def test_an_amount_wrong_by_a_power_of_ten_in_silence_is_counted_apart():
    for read, power in ((5_000.0, 1), (5_000_000_000.0, 1), (5_100.0, 0), (4_000_000.0, 0)):
        section = Section("extraction")
        score_told(section, errors_of(pair_up([party()], [party(fields={"equity_end": read})]), []))
        assert {m.name: m.value for m in section.measures} == {
            "extraction.errors": 1, "extraction.told": 0, "extraction.silent_powers_of_ten": power,
            "extraction.right_but_doubted": 0,
        }  # fmt: skip


def test_a_right_value_in_doubt_is_a_false_alarm():
    section = Section("extraction")
    score_told(section, errors_of(pair_up([party()], [party(doubts=frozenset({"seat"}))]), []))
    assert next(m for m in section.measures if m.name == "extraction.right_but_doubted").value == 1 / 3
