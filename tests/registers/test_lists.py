"""Ministries' programmes and earlier editions."""

import pytest

from dagster_project.registers import read_editions, read_programmes
from dagster_project.workspace import frame_of
from tests.intake.files import workbook

PROGRAMME = ["Programma", "Naam", "Departement", "Deelnemers", "Doel", "Beleidsterreinen"]
EDITION = ["Nummer", "Naam", "Rechtsvorm", "Vestigingsplaats", "Doel", "Deelnemers", "Beleidsterreinen"]


def test_a_programme_as_mention(delivered):
    row = [
        "Regio Deal", "Regio Deal Noord", "Binnenlandse Zaken en Koninkrijksrelaties; OCW",
        "provincie Groningen; ministerie van OCW", "Brede welvaart", "Economie; Ruimte",
    ]  # fmt: skip
    workspace = delivered("p.xlsx", workbook({"Lijst": [["Programma's"], [], PROGRAMME, row]}), "programme", 2024)
    (mention,), refusals, quarantine = read_programmes(workspace, 2024)
    assert (refusals, quarantine) == ([], [])
    assert frame_of("mention", [mention]).height == 1
    expected = {
        "locator": "sheet=Lijst;row=4",
        "source": "programme",
        "claim": "participates",
        "reporting_organisation_id": "mnre1034",
        "name_written": "Regio Deal Noord",
        "section_written": "Regio Deal",
        "purpose_written": "Brede welvaart",
        "participants_written": [
            "ministerie van Binnenlandse Zaken en Koninkrijksrelaties",
            "ministerie van OCW",
            "provincie Groningen",
        ],
        "themes_written": ["Economie", "Ruimte"],
    }
    assert {k: mention[k] for k in expected} == expected


def test_a_ministry_that_is_none_reports_nothing(delivered):
    content = ";".join(PROGRAMME) + "\nDeal;Deal Noord;Groningen;;;\nDeal;Deal Zuid;;;;\nDeal;=A1;OCW;;;\n"
    (mention,), refusals, _ = read_programmes(delivered("p.csv", content, "programme", 2024), 2024)
    assert mention["reporting_organisation_id"] is None
    assert [(r["locator"], r["reason"]) for r in refusals] == [("line=3", "row_unreadable"), ("line=4", "formula")]


def test_an_edition_as_mention(delivered):
    row = ["sv0000007", "GGD Noord", "Openbaar lichaam", "Assen", "Zorg", "Assen; Emmen", "Sociaal domein"]
    other = [8, "RUD", None, None, None, None, None]
    workspace = delivered("e.xlsx", workbook({"Editie": [["Editie 2017"], EDITION, row, other]}), "edition")
    mentions, refusals, quarantine = read_editions(workspace, 2017)
    assert (refusals, quarantine) == ([], [])
    assert frame_of("mention", mentions).height == 2
    expected = {
        "locator": "sheet=Editie;row=3",
        "source": "edition",
        "claim": "lists",
        "reporting_organisation_id": None,
        "identifiers": ["sv:sv0000007"],
        "legal_form_written": "Openbaar lichaam",
        "seat_written": "Assen",
        "purpose_written": "Zorg",
        "participants_written": ["Assen", "Emmen"],
        "themes_written": ["Sociaal domein"],
    }
    assert {k: mentions[0][k] for k in expected} == expected
    assert (mentions[1]["identifiers"], mentions[1]["participants_written"]) == (["nr:8"], [])


def test_rows_per_participant_are_grouped_by_name_and_province(delivered):
    content = (
        "Deelnemer,Gemeenschappelijke regeling,Postcode,Plaats,Provincie\n"
        "Assen,GGD,9400 AA,Assen,Provincie Drenthe\n"
        "Emmen,GGD,9401 AA,Emmen,Provincie Drenthe\n"
        "Assen,GGD,9402 AA,Assen,Provincie Drenthe\n"
        "Leeuwarden,GGD,8900 AA,Leeuwarden,Provincie FryslÃ¢n\n"
        "Emmen,,9401 AA,Emmen,Provincie Drenthe\n"
    )
    mentions, (refusal,), (doubt,) = read_editions(delivered("p.csv", content, "edition"), 2017)
    assert [(m["seat_written"], m["participants_written"], m["locator"]) for m in mentions] == [
        ("Assen", ["Assen", "Emmen"], "line=2"),
        ("Leeuwarden", ["Leeuwarden"], "line=5"),
    ]
    assert len({m["mention_id"] for m in mentions}) == 2
    assert (refusal["reason"], refusal["locator"]) == ("row_unreadable", "line=6")
    assert (doubt["reason"], doubt["row_key"]) == ("double_encoding_repaired", mentions[1]["mention_id"])


def test_a_treasury_list(delivered):
    content = (
        "DSTA_GR_naam,Adres,Postcode,Plaats,CBS_GR_naam,CBS_GR_code\n"
        "GGD Drenthe,Postbus 1,9400 AA,Assen,Gezondheidsdienst,GR1\nRUD,Postbus 2,9401 AA,Assen,,\n"
    )
    mentions, refusals, _ = read_editions(delivered("d.csv", content, "edition"), 2017)
    assert refusals == []
    assert [(m["name_written"], m["other_names"], m["seat_written"]) for m in mentions] == [
        ("GGD Drenthe", ["Gezondheidsdienst"], "Assen"),
        ("RUD", [], "Assen"),
    ]


@pytest.mark.parametrize(("source", "read"), [("edition", read_editions), ("programme", read_programmes)])
def test_another_layout_is_refused_with_the_columns_found_and_expected(delivered, source, read):
    mentions, (refusal,), _ = read(delivered("x.csv", "Titel;Jaar\nA;2017\nB;2018\n", source), 2017)
    assert (mentions, refusal["reason"]) == ([], "no_known_layout")
    assert "Titel, Jaar" in refusal["detail"]
    assert "Naam" in refusal["detail"]


def test_placeholders_are_no_names_places_or_purposes(delivered):
    content = (
        "Nummer;Naam;Deelnemers;Rechtsvorm;Vestigingsplaats;Doel;Beleidsterreinen\n"
        'n.v.t.;GGD;"Assen; -";onbekend;n.n.b.;#N/A;geen\n'
        "8;#N/A;Emmen;;;;\n"
    )
    (mention,), refusals, _ = read_editions(delivered("e.csv", content, "edition"), 2017)
    said = {k: mention[k] for k in ("name_written", "legal_form_written", "seat_written", "purpose_written")}
    assert said == {"name_written": "GGD", "legal_form_written": None, "seat_written": None, "purpose_written": None}
    assert (mention["identifiers"], mention["participants_written"], mention["themes_written"]) == ([], ["Assen"], [])
    assert [(r["reason"], r["locator"]) for r in refusals] == [("error_value", "line=2"), ("error_value", "line=3")]
