"""A list of the parties, and below it what is told of each: in cards, in sentences, in plain text."""

import pytest

from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.lines import take_apart
from tests.budgets.odd import page, read, told
from tests.documents import making

NAMES = ("Recreatieschap Wilgen", "GGD Westerdal", "Parkeerbeheer Lagewaard B.V.", "Zorgkring Esland")


def test_what_returns_before_a_colon_is_a_label_and_no_party(tmp_path):
    text = "VERBONDEN PARTIJEN\n\n"
    for number, name in enumerate(NAMES, start=1):
        text += f"{number}. {name}\n  - Rechtsvorm: Stichting\n  - Waartoe: het doen van taak {number}\n"
    rows = read(making.write(tmp_path / "a.txt", text))
    assert [row["name_written"] for row in rows] == list(NAMES)


def test_the_label_of_a_name_is_no_part_of_it():
    assert {part.name for part in parts_of("Verbonden partij: NV HWW, Leiden")} >= {"NV HWW"}
    assert not any("partij" in part.name for part in parts_of("Verbonden partij: NV HWW, Leiden"))


def test_a_paragraph_that_names_a_party_of_the_list_tells_of_it(tmp_path):
    listed = "".join(f"<li>{name}</li>" for name in NAMES)
    told_of = "".join(
        f"<p>Wij nemen deel in {name}. Het doel is het doen van taak {n}. De zetel is in Assen.</p>"
        for n, name in enumerate(NAMES)
    )
    rows = page(
        tmp_path, f"<p>Wij hebben een belang in:</p><ul>{listed}</ul><h2>De partijen een voor een</h2>{told_of}"
    )
    assert told(rows, "seat_written") == [(name, "Assen") for name in NAMES]
    assert all(f"taak {n}" in row["purpose_written"] for n, row in enumerate(rows))


def test_a_stray_paragraph_about_one_of_them_is_none(tmp_path):
    listed = "".join(f"<li>{name}</li>" for name in NAMES)
    stray = f"<p>De directeur van {NAMES[1]} vertrok. De zetel is in Assen.</p>"
    rows = page(tmp_path, f"<p>Wij hebben een belang in:</p><ul>{listed}</ul><h2>Nieuws</h2>{stray}")
    assert [row["seat_written"] for row in rows] == [None] * 4


def test_strokes_below_a_head_of_two_lines_tell_the_columns(tmp_path):
    text = (
        "Verbonden partijen\n\n"
        "                              Cijfers        Cijfers\n"
        "Naam                          EV 1-1-2024    EV 31-12-2024    Rechtsvorm\n"
        "----------------------------  -------------  ---------------  ----------------\n"
    )
    for number, name in enumerate(NAMES):
        text += f"{name:<30}{1000 + number:<15}{'' if number else 2000:<17}Stichting\n"
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "equity_begin", "equity_end", "legal_form_written") == [
        (name, 1000 + n, None if n else 2000, "Stichting") for n, name in enumerate(NAMES)
    ]


@pytest.mark.parametrize(
    ("line", "label", "value"),
    [
        ("Eigen vermogen 1/1/2020 (in mln euro) 36,799", "Eigen vermogen 1/1/2020 (in mln euro)", "36,799"),
        ("Eigen vermogen 31-12-2020 12.300", "Eigen vermogen 31-12-2020", "12.300"),
        ("Jaarresultaat 2020 (x € 1.000) -", "Jaarresultaat 2020 (x € 1.000)", "-"),
        ("Eigen vermogen 2020 (x € 1.000)", "Eigen vermogen 2020 (x € 1.000)", ""),
        ("Eigen vermogen begin 2017 0 eind 2017 0", "Eigen vermogen begin 2017", "0 eind 2017 0"),
        ("Resultaat 2020 2021", "Resultaat 2020 2021", ""),
    ],
)
def test_an_amount_right_behind_the_moment_of_its_label(line, label, value):
    assert [(one.label, one.value) for one in take_apart(line)] == [(label, value)]


def test_a_label_that_no_list_knows_before_each_name_is_no_part_of_it(tmp_path):
    text = "Verbonden partijen\n\n"
    for name in NAMES:
        text += f"Partner in de regio: {name}\nRechtsvorm: Stichting\nVestigingsplaats: Assen\n\n"
    rows = read(making.write(tmp_path / "a.txt", text))
    assert told(rows, "seat_written") == [(name, "Assen") for name in NAMES]


def test_words_that_lines_begin_with_time_and_again_are_a_label_though_no_list_knows_them(tmp_path):
    text = "Verbonden partijen\n\n"
    for name in NAMES:
        text += f"{name}\nKantoor in Assen\nBondgenoten in de regeling Assen; Emmen; Meppel\nRechtsvorm Stichting\n\n"
    rows = read(making.write(tmp_path / "a.txt", text))
    assert [row["participants_written"] for row in rows] == [["Assen", "Emmen", "Meppel"]] * 4
    assert {row["legal_form_written"] for row in rows} == {"Stichting"}


@pytest.mark.parametrize(
    ("begin", "ends", "label"),
    [
        ("Bondgenoten in de regeling", "Assen; Emmen", True),
        ("Raadhuislaan", "1, 3941 AK Assen", False),
        ("Waterschap", "De Dommel", False),
        ("Wij nemen deel in", "Regio Esland.", False),
    ],
)
def test_which_words_that_return_are_a_label(begin, ends, label):
    lines = [f"{begin} {ends}{n}" for n in range(5)]
    assert (Labels(lines).opening(lines[0]) is not None) == label
