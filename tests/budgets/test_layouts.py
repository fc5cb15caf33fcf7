"""The same three parties in every layout that budgets use: each is read once, with its fields and a place."""

from pathlib import Path

import pytest

from dagster_project.budgets import read_budget
from dagster_project.documents import render_place
from tests.documents import making

HEAD = [
    "Naam", "Rechtsvorm", "Vestigingsplaats", "Openbaar belang", "Deelnemers", "Eigen vermogen 1-1-2024",
    "Eigen vermogen 31-12-2024", "Vreemd vermogen 1-1-2024", "Vreemd vermogen 31-12-2024", "Resultaat 2024",
]  # fmt: skip
ROWS = [
    ["Omgevingsdienst Veenland (ODV)", "Gemeenschappelijke regeling", "Emmen", "Toezicht houden op bedrijven.",
     "De gemeenten Assen, Emmen en de provincie Drenthe", "1.200", "1.150", "3.400", "3.300", "(50)"],
    ["Veenwater N.V.", "Naamloze vennootschap", "Assen", "Drinkwater leveren.", "", "62.300", "64.100", "118.700",
     "121.000", "1.800"],
    ["Stichting Veenmuseum", "Stichting", "Coevorden", "Een museum in stand houden.", "", "n.v.t.", "-", "onbekend",
     "n.n.b.", "0"],
]  # fmt: skip
SECTIONS = ["Gemeenschappelijke regelingen", "Vennootschappen en coöperaties", "Stichtingen en verenigingen"]
WIDTHS = [105, 90, 65, 90, 90, 62, 62, 62, 62, 50]


def sectioned() -> list[list[str]]:
    return [line for s, row in zip(SECTIONS, ROWS, strict=True) for line in ([s] + [""] * 9, row)]


def csv_table(folder: Path) -> Path:
    lines = [["Bedragen x € 1.000"] + [""] * 9, HEAD, *sectioned(), ["Totaal", "", "", "", "", "1", "2", "3", "4", "5"]]
    return making.write(folder / "a.csv", "\r\n".join(";".join(f'"{c}"' for c in line) for line in lines), "cp1252")


def xlsx_table(folder: Path) -> Path:
    return making.xlsx(folder / "a.xlsx", {"Overzicht (x € 1.000)": [["(bedragen x € 1.000)"], HEAD, *sectioned()]})


def xlsx_blocks(folder: Path) -> Path:
    rows = [["Bedragen x € 1.000"]]
    for section, row in zip(SECTIONS, ROWS, strict=True):
        rows += [[section], ["Naam verbonden partij", row[0]]]
        rows += [[h, c] for h, c in zip(HEAD[1:], row[1:], strict=True) if c]
    return making.xlsx(folder / "a.xlsx", {"Partijen": rows})


def html_table(folder: Path) -> Path:
    cells = "".join(
        f"<tr><td colspan='10'>{s}</td></tr><tr>{''.join(f'<td>{c}</td>' for c in row)}</tr>"
        for s, row in zip(SECTIONS, ROWS, strict=True)
    )
    head = "".join(f"<th>{h}</th>" for h in HEAD)
    page = f"<html><body><h1>Verbonden partijen</h1><p>Bedragen x € 1.000</p><table><tr>{head}</tr>{cells}</table>"
    return making.write(folder / "a.html", page + "</body></html>")


def html_blocks(folder: Path) -> Path:
    out = "<html><body><h1>Paragraaf verbonden partijen</h1><p>Alle bedragen x € 1.000.</p>"
    for section, row in zip(SECTIONS, ROWS, strict=True):
        pairs = zip(HEAD[1:], row[1:], strict=True)
        out += f"<h2>{section}</h2><details><summary>{row[0]}</summary><dl>"
        out += "".join(f"<dt>{h}</dt><dd>{c}</dd>" for h, c in pairs if c) + "</dl></details>"
    return making.write(folder / "a.html", out + "</body></html>")


def docx_table_each(folder: Path) -> Path:
    body = making.paragraph("Verbonden partijen", "Kop2") + making.paragraph("Bedragen x € 1.000")
    for section, row in zip(SECTIONS, ROWS, strict=True):
        pairs = [[h, c] for h, c in zip(HEAD[1:], row[1:], strict=True) if c]
        body += making.paragraph(section, "Kop2") + making.docx_table([[row[0]], *pairs], merge_first=True)
    return making.write(folder / "a.docx", making.docx(body))


def docx_paragraphs(folder: Path) -> Path:
    body = making.paragraph("Bedragen x € 1.000")
    for section, row in zip(SECTIONS, ROWS, strict=True):
        body += making.paragraph(section, "Kop2") + making.paragraph(row[0])
        body += "".join(making.paragraph(f"{h}: {c}") for h, c in zip(HEAD[1:], row[1:], strict=True) if c)
    return making.write(folder / "a.docx", making.docx(body))


def text_blocks(folder: Path) -> Path:
    out = "Verbonden partijen\n\nBedragen x € 1.000\n"
    for row in ROWS:
        out += f"\n{row[0]}\n" + "".join(f"{h}: {c}\n" for h, c in zip(HEAD[1:], row[1:], strict=True) if c)
    return making.write(folder / "a.txt", out)


def pdf_ruled(folder: Path) -> Path:
    above = ("Verbonden partijen", "Bedragen x € 1.000")
    return making.pdf_table(folder / "a.pdf", [HEAD, *ROWS], True, WIDTHS, above)


LAYOUTS = [
    csv_table, xlsx_table, xlsx_blocks, html_table, html_blocks, docx_table_each, docx_paragraphs, text_blocks,
    pdf_ruled,
]  # fmt: skip
SECTIONLESS = {text_blocks, pdf_ruled}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda f: f.__name__)
def test_each_party_once_with_its_fields(tmp_path, layout):
    path = layout(tmp_path)
    parties, refusals = read_budget(path, snapshot=2024, organisation_id="gm0106")
    assert [p["name_written"] for p in parties] == [r[0] for r in ROWS]
    assert refusals == []
    first, second, third = parties
    assert [p["legal_form_group"] for p in parties] == ["wgr", "private", "private"]
    assert [p["seat_written"] for p in parties] == ["Emmen", "Assen", "Coevorden"]
    assert first["participants_written"] == ["Assen", "Emmen", "provincie Drenthe"]
    assert first["purpose_written"].startswith("Toezicht houden")
    amounts = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
    assert [first[a] for a in amounts] == [1.2e6, 1.15e6, 3.4e6, 3.3e6, -50e3]
    assert [second[a] for a in amounts] == [62.3e6, 64.1e6, 118.7e6, 121e6, 1.8e6]
    assert [third[a] for a in amounts] == [None] * 4 + [0.0]
    if layout not in SECTIONLESS:
        assert [p["section_written"] for p in parties] == SECTIONS
    for party in parties:
        shown = render_place(path, party["locator"])
        marked = shown.split(">>> ")[1]
        assert party["name_written"].split()[0] in marked


def test_names_alone_in_a_list(tmp_path):
    items = "".join(f"<li>{r[0]}</li>" for r in ROWS)
    page = f"<html><body><h2>Overzicht verbonden partijen</h2><ul>{items}</ul></body></html>"
    parties, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="")
    assert [p["name_written"] for p in parties] == [r[0] for r in ROWS]
    assert {tuple(p["doubts"]) for p in parties} == {("party:seen_by_name_only",)}


def test_summary_and_details_are_one_mention(tmp_path):
    table = "".join(f"<tr><td>{r[0]}</td><td>{r[2]}</td></tr>" for r in ROWS)
    blocks = "".join(
        f"<h3>{r[0]}</h3><p>Vestigingsplaats: {r[2]}</p><p>Doel: {r[3]}</p><p>Rechtsvorm: {r[1]}</p>" for r in ROWS[:2]
    )
    items = "".join(f"<li>{r[0]}</li>" for r in ROWS)
    page = (
        f"<html><body><h1>Verbonden partijen</h1><ul>{items}</ul><table><tr><th>Naam</th><th>Zetel</th></tr>{table}"
        f"</table><h2>Toelichting</h2>{blocks}</body></html>"
    )
    parties, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="")
    assert [p["name_written"] for p in parties] == [r[0] for r in ROWS]
    assert parties[0]["purpose_written"] == ROWS[0][3]
    assert "tr[2]" in parties[0]["locator"]


def test_same_name_and_another_seat_are_two(tmp_path):
    text = "Naam;Zetel;Rechtsvorm\nStichting Huis;Gouda;Stichting\nStichting Huis;Delft;Stichting\n"
    parties, _ = read_budget(making.write(tmp_path / "a.csv", text), snapshot=2024, organisation_id="")
    assert [p["seat_written"] for p in parties] == ["Gouda", "Delft"]


def test_no_parties_is_an_answer_and_an_unknown_layout_is_not(tmp_path):
    none = "<html><body><h1>Verbonden partijen</h1><p>De gemeente heeft geen verbonden partijen.</p></body></html>"
    assert read_budget(making.write(tmp_path / "a.html", none), snapshot=2024, organisation_id="") == ([], [])
    other = "<html><body><h1>Grondbeleid</h1><p>Het saldo is positief.</p></body></html>"
    parties, refusals = read_budget(making.write(tmp_path / "b.html", other), snapshot=2024, organisation_id="")
    assert (parties, [r["reason"] for r in refusals]) == ([], ["no_known_layout"])


def test_receivers_of_subsidy_are_no_parties(tmp_path):
    text = "Organisatie;Vestigingsplaats;Subsidie 2024\nStichting Dorpshuis;Vlieland;21.000\n"
    parties, _ = read_budget(making.write(tmp_path / "a.csv", text), snapshot=2024, organisation_id="")
    assert parties == []


def test_sub_units_are_no_parties(tmp_path):
    page = (
        "<html><body><h2>Gemeenschappelijke regelingen</h2><h3>Regio Een</h3><p>Onderdelen:</p><ul><li>Sociale Dienst "
        "Regio Een</li></ul><p>Zetel: Assen</p><p>Rechtsvorm: GR</p></body></html>"
    )
    parties, _ = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="")
    assert [p["name_written"] for p in parties] == ["Regio Een"]


def test_persons_never_come_out(tmp_path):
    page = (
        "<html><body><h2>Gemeenschappelijke regelingen</h2><h3>Regio Een</h3><p>Zetel: Assen</p>"
        "<p>Rechtsvorm: GR (gedeputeerde mw. A. Testpersoon)</p><p>Bestuurder: de heer J. Voorbeeld</p>"
        "<p>Doel: Samenwerken, aldus wethouder B. Proefnaam.</p><p>Vertegenwoordiging: mevrouw C. Fictief</p>"
        "<h3>Regio Twee, contact de heer D. Verzonnen</h3><p>Zetel: Assen</p><p>Doel: x</p></body></html>"
    )
    parties, refusals = read_budget(making.write(tmp_path / "a.html", page), snapshot=2024, organisation_id="")
    out = str(parties) + str(refusals)
    assert len(parties) == 2
    assert not [n for n in ("Testpersoon", "Voorbeeld", "Proefnaam", "Fictief", "Verzonnen") if n in out]


def test_participants_over_lines_stay_apart(tmp_path):
    text = (
        "GGD Hunzeland\nRechtsvorm: Openbaar lichaam\nVestigingsplaats: Assen\nDeelnemers: Assen, Aa en Hunze,\n"
        "Tynaarlo (de heer J. Proefman), Midden-\nGroningen en\nEmmen\n"
    )
    rows, _ = read_budget(making.write(tmp_path / "a.txt", text), snapshot=2024, organisation_id="gm0001")
    assert rows[0]["participants_written"] == ["Assen", "Aa en Hunze", "Tynaarlo", "Midden-Groningen", "Emmen"]
