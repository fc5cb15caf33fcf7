"""Mentions that say of no place, and names that a list cut off."""

import csv

import pytest

from dagster_project.linkage import link_file, record_of
from dagster_project.linkage.rules.incomplete_names import same_name_without_place

ASSEN = {"participants_raw": "Assen ; Emmen ; Hoogeveen", "province": "Provincie Drenthe", "seat": "Assen"}
VENLO = {"participants_raw": "Venlo ; Venray ; Weert", "province": "Provincie Limburg", "seat": "Venlo"}
FIELDS = ("mention_id", "source", "name_as_written", "province", "seat", "participants_raw")


def entities(tmp_path, *rows: tuple[str, dict]) -> list[str]:
    """The entity of each row; every row is of a source of its own."""
    given, out = tmp_path / "mentions.csv", tmp_path / "linked.csv"
    with given.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, restval="")
        writer.writeheader()
        for n, (name, said) in enumerate(rows):
            writer.writerow({"mention_id": f"m{n}", "source": f"s{n}", "name_as_written": name, **said})
    link_file(given, out)
    with out.open(encoding="utf-8", newline="") as file:
        return [row["entity_id"] for row in csv.DictReader(file)]


def test_a_name_without_a_place_is_that_of_the_one_that_bears_it(tmp_path):
    one, other = entities(tmp_path, ("Havenschap Zwarte Berk", ASSEN), ("Havenschap Zwarte Berk", {}))
    assert one == other


def test_a_seat_in_a_village_is_no_reason_against_it(tmp_path):
    one, other = entities(
        tmp_path, ("Havenschap Zwarte Berk", ASSEN), ("GR Havenschap Zwarte Berk", {"seat": "Klaaswaal"})
    )
    assert one == other


def test_a_name_without_a_place_that_two_bear_stays_alone(tmp_path):
    north, south, bare = entities(
        tmp_path, ("Havenschap Zwarte Berk", ASSEN), ("Havenschap Zwarte Berk", VENLO), ("Havenschap Zwarte Berk", {})
    )
    assert len({north, south, bare}) == 3


def test_a_task_without_a_place_stays_alone(tmp_path):
    records = [
        record_of({"mention_id": "m0", "source": "s0", "name_as_written": "Milieudienst", **ASSEN}),
        record_of({"mention_id": "m1", "source": "s1", "name_as_written": "Milieudienst"}),
    ]
    assert list(same_name_without_place(records, {"milieudienst": 1.0}, frozenset(), lambda m: m)) == [("m0", "m1")]
    assert list(same_name_without_place(records, {"milieudienst": 1.0}, frozenset(["milieudienst"]), lambda m: m)) == []


@pytest.mark.parametrize(
    "cut",
    [
        "Werkvoorzieningsschap Zwarte Berk en Kl..",
        "Werkvoorzieningschap Zwarte Berk en Klif…",
        "Gem. Reg. Werkvoorzieningschap Zwarte Be..",
        "Werkvoorz. Zwarte Berk en Kliffen",
    ],
)
def test_a_name_cut_off_is_the_one_that_begins_so(tmp_path, cut):
    whole = "Gemeenschappelijke Regeling Werkvoorzieningschap Zwarte Berk en Kliffen"
    one, other = entities(tmp_path, (whole, ASSEN), (cut, {}))
    assert one == other


def test_a_name_cut_off_that_may_be_either_stays_alone(tmp_path):
    name = "Werkvoorzieningschap Zwarte Be"
    found = entities(tmp_path, (f"{name}rk", ASSEN), (f"{name}ek", VENLO), (f"{name}..", {}))
    assert len(set(found)) == 3


def test_all_of_the_words_go_before_the_telling_ones(tmp_path):
    """`Regionale Dienst Openbare Gezondheidsz..` is no beginning of `Dienst Gezondheidszorg en Jeugd`."""
    full, telling, cut = entities(
        tmp_path,
        ("Regionale Dienst Openbare Gezondheidszorg Zwarte Berk", ASSEN),
        ("Dienst Gezondheidszorg en Jeugd", VENLO),
        ("Regionale Dienst Openbare Gezondheidsz..", {}),
    )
    assert cut == full != telling


def test_few_letters_are_the_beginning_of_anything(tmp_path):
    one, other = entities(
        tmp_path, ("Gemeenschappelijke Regeling Kliffen", ASSEN), ("Gemeenschappelijke Regeling K..", {})
    )
    assert one != other


def test_a_place_of_its_own_keeps_a_cut_name_from_another(tmp_path):
    one, other = entities(
        tmp_path, ("Werkvoorzieningschap Zwarte Berk", ASSEN), ("Werkvoorzieningschap Zwarte Be..", VENLO)
    )
    assert one != other


def test_the_task_that_only_a_whole_word_names_is_kept(tmp_path):
    """`werkbedrijf` stays whole although `werk` and `bedrijf` stand beside each other elsewhere."""
    service, work, _ = entities(
        tmp_path,
        ("Intergemeentelijke Sociale Dienst Zwarte Berk", {"seat": "Assen"}),
        ("Werkbedrijf Zwarte Berk", {"seat": "Assen"}),
        ("Werk en Bedrijf Gele Klif", VENLO),
    )
    assert service != work


@pytest.mark.parametrize(
    "fate",
    [
        "in 2016 opgegaan in Werk Gele Klif",
        "opgegaan in Werk Gele Klif",
        "per 1 januari 2016 gefuseerd met Werk Gele Klif",
        "per 1-1-2016 overgegaan in Werk Gele Klif",
    ],
)
def test_what_two_went_on_in_does_not_make_them_one(tmp_path, fate):
    one, other = entities(
        tmp_path, (f"Sociale Dienst Zwarte Berk ({fate})", ASSEN), (f"Havenbedrijf Witte Wilg ({fate})", ASSEN)
    )
    assert one != other


def test_a_name_of_words_that_stand_anywhere_needs_people_in_common(tmp_path):
    """Two regions of one province may each have a `Samenwerking Sociale Zaken`."""
    near = {"participants_raw": "Meppel ; Westerveld", "province": "Provincie Drenthe", "seat": "Meppel"}
    name = "Gemeenschappelijke regeling Samenwerking Sociale Zaken"
    one, other, same = entities(tmp_path, (f"{name} 2016", ASSEN), (name, near), (name, ASSEN))
    assert one == same != other


def test_the_edition_is_no_part_of_a_name(tmp_path):
    one, other = entities(
        tmp_path, ("Gemeenschappelijke regeling Kraakland 2.0", {"seat": "Assen"}), ("Kraakland", {"seat": "Assen"})
    )
    assert one == other
    one, other = entities(tmp_path, ("Kraakland 6.1", {"seat": "Assen"}), ("Kraakland 7.2", {"seat": "Assen"}))
    assert one != other


def test_a_name_without_a_place_that_nobody_else_bears_is_one(tmp_path):
    one, other, third = entities(tmp_path, *[("Havenschap Zwarte Berk", {})] * 2, ("Archief Gele Klif", {}))
    assert one == other != third
