"""Legal forms as written, by heading and by name."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagster_project.coding.forms import code_form, form_in_name, form_of_heading, form_written
from dagster_project.workspace.seeds import codes


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("Openbaar lichaam", "openbaar_lichaam"),
        ("Zware GR", "openbaar_lichaam"),
        ("Gemeenschappelijke regeling (bedrijfsvoeringsorganisatie)", "bedrijfsvoeringsorganisatie"),
        ("GR bedrijfsvoeringsorg.", "bedrijfsvoeringsorganisatie"),
        ("Gemeenschappelijk orgaan", "gemeenschappelijk_orgaan"),
        ("Regeling zonder meer", "regeling_zonder_meer"),
        ("GR", "wgr_onbepaald"),
        ("OL", "openbaar_lichaam"),
        ("N.V.", "nv"),
        ("Naamloze vennootschap", "nv"),
        ("BV", "bv"),
        ("Stichting", "stichting"),
        ("Vereniging naar Belgisch recht", "vereniging"),
        ("Coöperatieve vereniging", "cooperatie"),
        ("Coöperatie U.A.", "cooperatie"),
        ("C.V.", "vof_cv"),
        ("Commanditaire vennootschap", "vof_cv"),
        ("Convenant", "convenant"),
        ("Bestuursovereenkomst", "bestuursovereenkomst"),
        ("Samenwerkingsovereenkomst", "samenwerkingsovereenkomst"),
        ("EGTS", "egts"),
        ("Fonds op grond van de Wet milieubeheer", "fonds"),
        ("Bestuurlijk overleg", "bestuurlijk_overleg"),
    ],
)
def test_written(written, form):
    assert form_written(written).form == form


def test_nothing_written():
    assert form_written(None) is None
    assert form_written("onbekend") is None


def test_headings():
    assert form_of_heading("A. Gemeenschappelijke regelingen").form == "wgr_onbepaald"
    assert form_of_heading("Stichtingen en verenigingen").confidence < 0.5
    assert form_of_heading("Overige verbonden partijen") is None


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Enexis Holding N.V.", "nv"),
        ("WarmteStad B.V.", "bv"),
        ("Stichting Bizob", "stichting"),
        ("Coöperatief beheer groengebieden U.A.", "cooperatie"),
        ("Gemeenschappelijke regeling Cure", "wgr_onbepaald"),
        ("Werkvoorzieningsschap Oost", "wgr_onbepaald"),
        ("Centrumregeling Jeugdhulp", "centrumregeling"),
        ("Fonds van het landschap", None),
    ],
)
def test_names(name, form):
    said = form_in_name(name)
    assert (said.form if said else None) == form


def test_who_carries_out_a_bare_arrangement():
    bare = "Regeling zonder meer"
    assert code_form(bare, "GR X", "De gemeente Y treedt op als centrumgemeente").form == "centrumregeling"
    assert code_form(bare, "GR X", "de uitvoering wordt opgedragen aan de gemeente Delft").form == "centrumregeling"
    of_one = "samenwerking tussen de gemeenten Aa en Bee inzake het beheer van het archief van de gemeente Aa"
    assert code_form(bare, "GR X", of_one).form == "centrumregeling"
    assert code_form(bare, "GR X", "gemeenschappelijke ontwikkeling van het gebied").form == "regeling_zonder_meer"


def test_a_body_stays_a_body_with_a_host():
    assert code_form("Openbaar lichaam", "GR X", "in overleg met de centrumgemeente").form == "openbaar_lichaam"


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=120))
def test_any_text_gets_a_code(written, name, purpose):
    assert code_form(written, name, purpose).form in codes("legal_form")
