"""Organisations that a party has as participants are no parties themselves, however their list is written."""

import pytest

from dagster_project.budgets import read_budget
from dagster_project.budgets.choice.around_text import ends_a_sentence, lines_with_before, within_list
from dagster_project.budgets.choice.context import signs
from dagster_project.budgets.choice.labels import Labels
from dagster_project.budgets.choice.units import units_of
from dagster_project.documents import Document, Heading, Paragraph
from dagster_project.workspace.seeds import government_names
from tests.documents import making

MEMBERS = ("Assen", "Tynaarlo", "Hogeschool Merelkust", "Ondernemersvereniging Merelbossen")


def rows(tmp_path, body):
    page = f"<html><body><h1>Verbonden partijen</h1><h2>Gemeenschappelijke regelingen</h2>{body}</body></html>"
    found, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="gm0106")
    return [(r["name_written"], r["participants_written"]) for r in found]


def card(name, members):
    return f"<h3>{name}</h3><ul><li>Vestigingsplaats: Assen</li><li>Doel: Het beheren van groen.</li>{members}</ul>"


def nested(members, outer="Deelnemers:"):
    return f"<li><b>{outer}</b><ul>{''.join(f'<li>{m}</li>' for m in members)}</ul></li>"


def test_items_below_a_label_that_is_an_item_itself_are_of_the_label(tmp_path):
    body = card("Regio Merel", nested(MEMBERS)) + card("Regio Vink", nested(MEMBERS[:2]))
    assert rows(tmp_path, body) == [("Regio Merel", list(MEMBERS)), ("Regio Vink", list(MEMBERS[:2]))]


def test_items_below_an_item_that_is_a_kind_of_parties_are_parties(tmp_path):
    names = ["Omgevingsdienst Merelkust", "Veiligheidsregio Merelbossen", "Recreatieschap Vinkenmeer"]
    assert [name for name, _ in rows(tmp_path, f"<ul>{nested(names, 'Deelnemingen')}</ul>")] == names


@pytest.mark.parametrize("label", ["Deelnemers: ", "Deelnemende partijen "])
def test_organisations_in_a_line_of_participants_are_no_parties(tmp_path, label):
    members = (
        *MEMBERS[:2],
        "Stichting Welzijnswerk Merelkust",
        "Energiecoöperatie Vinkenmeer",
        "Universiteit Merelkust",
    )
    body = "".join(
        card(f"Regio {name}", f"<li>{label}{', '.join(members)}</li>") for name in ("Merel", "Vink", "Specht")
    )
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink", "Regio Specht"]


LINES = (
    "Vestigingsplaats: Assen",
    "Doel: Het beheren van groen en van alles wat daarmee samenhangt in",
    "de streek rond Assen.",
    "Deelnemers: Assen, Emmen, Hoogeveen, Meppel, Midden-Drenthe, het",
    "Recreatieschap Vinkenmeer",
    "Eigen vermogen 31-12-2024: € 1.000",
)


def test_a_list_of_participants_goes_on_where_its_line_was_full(tmp_path):
    body = "".join(f"<h3>Regio {name}</h3><p>{'<br>'.join(LINES)}</p>" for name in ("Merel", "Vink", "Specht"))
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink", "Regio Specht"]


def test_a_name_below_a_short_list_of_participants_stays_one(tmp_path):
    body = "".join(
        f"<p>{name}<br>{LINES[1]}<br>{LINES[2]}<br>Deelnemers: Assen, Emmen</p>"
        for name in ("Omgevingsdienst Merelkust", "Veiligheidsregio Merelbossen", "Recreatieschap Vinkenmeer")
    )
    assert len(rows(tmp_path, body)) == 3


def test_organisations_behind_a_label_in_the_middle_of_a_block_are_no_parties(tmp_path):
    told = (
        "Vestigingsplaats: Assen<br>Juridische vorm: Convenant<br>"
        "Betrokken partijen: Assen, Emmen, De Wolden, Meppel,<br>"
        "Universiteit Merelkust, Stichting Welzijnswerk Noordelijk Merelland,<br>Energiecoöperatie Vink<br>"
        "Doel: Het beheren van groen."
    )
    body = "".join(f"<h3>Regio {name}</h3><p>{told}</p>" for name in ("Merel", "Vink", "Specht"))
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink", "Regio Specht"]


def test_a_card_of_a_party_that_buys_for_others_is_no_list_of_suppliers(tmp_path):
    labels = ("Vestigingsplaats", "Rechtsvorm", "Doel", "Eigen vermogen 31-12-2024")
    values = ("Assen", "Gemeenschappelijke regeling (openbaar lichaam)", "Het beheren van groen.", "€ 1.000")
    lines = "".join(f"<tr><td>{label}</td><td>{value}</td></tr>" for label, value in zip(labels, values, strict=True))
    names = ["Veiligheidsregio Merelbossen", "Wmo-inkoop Merelkust", "Streekarchief Vinkenmeer"]
    body = "".join(f"<table><tr><td colspan=2>{n}. {name}</td></tr>{lines}</table>" for n, name in enumerate(names, 1))
    assert [name for name, _ in rows(tmp_path, body)] == names


def test_a_line_with_a_semicolon_between_organisations_is_no_name(tmp_path):
    body = "".join(
        f"<h3>{name}</h3><p>hoogheemraadschap De Stichtse<br>Rijnlanden; waterschap Vallei en Veluwe<br>"
        "Doel: Het beheren van groen.<br>Eigen vermogen 31-12-2024: € 1.000</p>"
        for name in ("Regio Merel", "Regio Vink")
    )
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink"]


def test_organisations_in_a_list_whose_label_has_a_line_of_its_own_are_no_parties(tmp_path):
    governments = ", ".join(sorted(government_names())[:30])
    body = "".join(
        f"<div><button>Regio {name}</button><div><p><b>Vestigingsplaats</b><br>Assen</p>"
        f"<p><b>Betrokken partijen</b><br>{governments}, Natuurvereniging Noordelijk Merelland, "
        "MKB-vereniging Zuidelijk Merelland, Hogeschool Zuidelijk Merelland, "
        "Stichting Welzijnswerk Zuidelijk Merelland</p>"
        "<p><b>Doel</b><br>Het beheren van groen.</p></div></div>"
        for name in ("Merel", "Vink", "Specht")
    )
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink", "Regio Specht"]


@pytest.mark.parametrize(
    "begin", ["Assen, Emmen", "30 gemeenten in de regio", "provincie Drenthe, waterschap Vechtstromen"]
)
def test_a_cell_that_lists_names_between_commas_is_no_name(tmp_path, begin):
    listed = f"{begin}, Woningstichting Thuis in Assen, MKB-vereniging Merelland, Zorggroep Vinkenmeer, Hogeschool Vink"
    body = "".join(
        f"<h3>Regio {name}</h3><dl><dt>Vestigingsplaats</dt><dd>Assen</dd><dt>Wie doen er mee</dt><dd>{listed}</dd>"
        "<dt>Doel</dt><dd>Het beheren van groen.</dd></dl>"
        for name in ("Merel", "Vink", "Specht")
    )
    assert [name for name, _ in rows(tmp_path, body)] == ["Regio Merel", "Regio Vink", "Regio Specht"]


def test_a_name_that_lists_what_it_is_for_stays_one(tmp_path):
    names = [
        "Stichting Zorg, Onderwijs, Sport en Cultuur",
        "Regio Assen, Emmen en Meppel",
    ]
    body = "".join(f"<h3>{name}</h3><p>Vestigingsplaats: Assen</p><p>Doel: Groen.</p>" for name in names)
    assert [name for name, _ in rows(tmp_path, body)] == names


NARROW = (
    "Rechtsvorm: Openbaar lichaam",
    "Participanten: provincie Fryslân; provincie Overijssel;",
    "provincie Flevoland; provincie Noord-Holland; waterschap",
    "Zuiderzeeland; hoogheemraadschap Hollands",
    "Noorderkwartier",
    "Beleidsdoel: Het ontwikkelen van bedrijventerreinen.",
)


def test_a_list_goes_on_below_a_line_in_which_the_next_word_had_no_place():
    assert within_list(NARROW, NARROW.index("Noorderkwartier"))
    assert not within_list((*NARROW[:3], "Zuiderzeeland; Urk", *NARROW[4:]), NARROW.index("Noorderkwartier"))


FOOT = "Vestigingsplaats: Assen\nDeelnemers: gemeente Assen; gemeente Emmen; gemeente"
TOP = "Meppel; gemeente Hoogeveen; waterschap Vechtstromen;\nVakcollege Merelkust\nResultaat 2024: € 284.000"


def test_a_list_of_participants_goes_on_in_the_next_column_or_page():
    foot, top = Paragraph(FOOT, "page=5;box=43,659,286,792"), Paragraph(TOP, "page=5;box=309,55,476,116")
    lines = lines_with_before([foot, top], 1)
    assert within_list(lines, lines.index("Vakcollege Merelkust"))
    ended = Paragraph(FOOT.removesuffix("; gemeente"), foot.locator)
    assert lines_with_before([ended, top], 1) == TOP.split("\n")
    blocks = [Heading("Verbonden partijen", 1, "page=1"), Heading("Regio Merel", 3, "page=5"), foot, top]
    document = Document("application/pdf", blocks)
    units = units_of(document)
    told = [sign for unit, sign in zip(units, signs(document, units, Labels([])), strict=True) if "Vak" in unit.text]
    assert any("in a list below another label" in signs for signs in told)


PURPOSE = ("Doel: De regeling voorziet in het adviseren over wonen", "en werken voor het gebied", "Merelstreek.")


@pytest.mark.parametrize(
    ("lines", "one"),
    [
        (PURPOSE, True),
        ((*PURPOSE[:2], "Merelstreek N.V."), False),
        ((*PURPOSE[:2], "Merelstreek"), False),
        ((PURPOSE[0], "en werken.", "Merelstreek."), False),
        (("Naam: Gemeenschappelijke regeling", "Merelstreek."), False),
    ],
)
def test_a_line_that_ends_the_sentence_of_a_value_is_told_from_a_name(lines, one):
    assert ends_a_sentence(lines, len(lines) - 1) is one


def test_a_list_goes_on_though_a_page_cut_off_its_label():
    top = (
        "e Wijdemeren; gemeente Assen; Natuurvereniging Merelstreek; MKB-vereniging Vinken; Hogeschool",
        "Gooistreek",
    )
    assert within_list(
        (*top, "Doel: Activiteiten op het gebied van leerplicht en voortijdig schoolverlaten en werk"), 1
    )
