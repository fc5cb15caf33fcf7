"""The site in Chromium, from disk: a figure is followed to a document and back with keys alone; axe finds nothing;
it reads on a telephone and without script. Skips where no Chromium is."""

import json
import time
from pathlib import Path

import axe_core_python
import polars as pl
import pytest

from tests.chromium import Chromium

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
SOON = 10.0
"""Seconds that data of a page may take on a machine at work."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Chromium(tmp_path_factory.mktemp("chromium")) as opened:
        yield opened


@pytest.fixture(scope="module")
def pages(release, site) -> list[str]:
    """One page of every kind."""
    tables = release / "tabellen"
    mention = pl.read_parquet(tables / "mention.parquet").row(0, named=True)
    collaboration = pl.read_parquet(tables / "collaboration.parquet").row(0, named=True)
    member = pl.read_parquet(tables / "participant.parquet").row(0, named=True)
    return [
        *sorted(p.name for p in site.glob("*.html")),
        "figuur/total.html",
        "figuur/legal_form_group.html",
        "cel/mean_collaborations/2024/municipality.html",
        f"samenwerkingsverband/{collaboration['collaboration_id']}.html",
        f"organisatie/{member['organisation_id']}.html",
        f"document/{mention['delivery_id']}.html",
    ]


def seen(browser, script: str):
    """The value of a script once it is something; data of a page come after it."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        if found := browser.run(script):
            return found
        time.sleep(0.02)
    raise AssertionError(f"nothing came of {script}")


def follow(browser, selector: str) -> str:
    """Reach a link by the keyboard as a person does once they are near it, follow it, and give what it was called."""
    seen(browser, f"!!document.querySelector({json.dumps(selector)})")
    said = browser.text(selector)
    browser.run(f"document.querySelector({json.dumps(selector)}).focus()")
    browser.follow("Enter")
    return said


def test_a_figure_is_followed_to_a_document_and_back(browser, site):
    browser.go((site / "index.html").as_uri())
    title = follow(browser, "a[href='figuur/total.html']")
    assert browser.text("h1") == title
    value = follow(browser, "tbody a[href$='/2024/all.html']")
    assert browser.path.endswith("cel/total/2024/all.html")
    assert browser.text("h1").endswith(f": {value}")
    seen(browser, "document.querySelectorAll('.members > li').length")
    assert str(browser.run("document.querySelectorAll('.members > li').length")) == value
    name = follow(browser, ".members a")
    assert browser.text("h1") == name
    file = follow(browser, "a[href*='document/']")
    assert browser.text("h1") == file
    mention = browser.run("location.hash")
    assert seen(browser, f"document.querySelector('{mention} dl')?.innerText")
    code = f"{mention} code"
    assert browser.text(code) == mention.removeprefix("#")
    back = follow(browser, f"{mention} a")
    assert browser.path.rsplit("/", 2)[-2] == "samenwerkingsverband", back
    for place in ("/document/", "/samenwerkingsverband/", "/cel/", "/figuur/", "/index.html"):
        browser.back()
        assert place in browser.path


@pytest.mark.parametrize("kind", ["collaboration", "organisation"])
def test_a_page_tells_the_cells_that_count_what_it_is_about(browser, release, site, kind):
    members = pl.read_parquet(release / "tabellen" / "figure_member.parquet")
    id_ = pl.read_parquet(release / "tabellen" / "participant.parquet").row(0, named=True)[f"{kind}_id"]
    counting = members.filter((pl.col("part") == "numerator") & pl.col("row_key").str.split("|").list.contains(id_))
    cells = {f"cel/{m['figure']}/{m['snapshot']}/{m['category']}.html" for m in counting.to_dicts()}
    assert len(cells) > 1
    folder = {"collaboration": "samenwerkingsverband", "organisation": "organisatie"}[kind]
    browser.go((site / folder / f"{id_}.html").as_uri())
    seen(browser, "!document.querySelector('[data-soort]').hidden")
    browser.run("document.querySelector('[data-soort] button').focus()")
    browser.press("Enter")
    seen(browser, "!!document.querySelector('[data-soort] ul')")
    links = browser.run("[...document.querySelectorAll('[data-soort] a')].map(a => a.getAttribute('href'))")
    assert {link.removeprefix("../") for link in links if "/cel/" in link} == cells
    assert all((site / folder / link).is_file() for link in links)


def test_the_first_key_leads_past_the_menu(browser, site):
    browser.go((site / "oordeel.html").as_uri())
    browser.press("Tab")
    assert browser.run("document.activeElement.className") == "skip"
    browser.press("Enter")
    assert seen(browser, "location.hash") == "#inhoud"
    browser.press("Tab")
    assert browser.run("!document.activeElement.closest('header')")


@pytest.mark.parametrize("width", [1280, 320])
def test_axe_finds_nothing_and_no_page_is_wider_than_its_screen(browser, site, pages, width):
    browser.size(width, 800)
    for page in pages:
        browser.go((site / page).as_uri())
        if page.startswith("cel/"):
            seen(browser, "!!document.querySelector('.members')")
        browser.run(AXE)
        found = browser.run(f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(r => JSON.stringify(r.violations))")
        said = [f"{v['id']}: {[n['html'] for n in v['nodes']]}" for v in json.loads(found)]
        assert said == [], (page, said)
        assert browser.run("document.documentElement.scrollWidth") <= width, page
    browser.size(1280, 900)


def test_search_finds_names_ids_and_hashes(browser, release, site):
    tables = release / "tabellen"
    collaboration = pl.read_parquet(tables / "collaboration.parquet").sort("snapshot").row(-1, named=True)
    delivery = pl.read_parquet(tables / "delivery.parquet").row(0, named=True)
    first = "document.querySelector('#uitkomst a')?.getAttribute('href')"
    browser.go((site / "zoeken.html").as_uri() + f"?q={collaboration['collaboration_id']}")
    assert seen(browser, first) == f"samenwerkingsverband/{collaboration['collaboration_id']}.html"
    browser.go((site / "zoeken.html").as_uri() + f"?q={delivery['sha256']}")
    assert seen(browser, first) == f"document/{delivery['delivery_id']}.html"
    browser.go((site / "zoeken.html").as_uri())
    seen(browser, "!document.getElementById('zoek').hidden")
    browser.run("document.getElementById('q').focus()")
    browser.type(collaboration["name"].upper())
    assert seen(browser, first) == f"samenwerkingsverband/{collaboration['collaboration_id']}.html"
    browser.type(" bestaat niet")
    assert seen(browser, "document.getElementById('gevonden').textContent.startsWith('0 ')")


def test_a_list_is_filtered_by_what_is_typed(browser, site):
    browser.go((site / "organisaties.html").as_uri())
    all_rows = browser.run("document.querySelectorAll('#lijst tbody tr').length")
    browser.run("document.getElementById('filter').focus()")
    browser.type("groningen")
    shown = browser.run("document.querySelectorAll('#lijst tbody tr:not([hidden])').length")
    assert 0 < shown < all_rows
    assert browser.text(".count") == f"{shown} van {all_rows}"


def test_without_script_figures_and_collaborations_are_there_and_the_rest_says_where_it_is(site, pages, tmp_path):
    with Chromium(tmp_path, script=False) as browser:
        for page in pages:
            browser.go((site / page).as_uri())
            said = browser.text("main")
            if page.startswith("cel/"):
                assert "tabellen/figure_member.csv" in said
                assert "Teller" in said
            elif page.startswith("figuur/"):
                assert browser.run("document.querySelectorAll('svg.chart').length") == 1
                assert browser.run("document.querySelectorAll('tbody a').length") > 2
            elif page.startswith("samenwerkingsverband"):
                assert browser.run("document.querySelectorAll('tbody tr').length") > 2
            elif page.startswith("document/"):
                assert "tabellen/mention.csv" in said
                assert browser.run("document.querySelectorAll('.mention a').length") > 0
            elif page == "zoeken.html":
                assert "samenwerkingsverbanden" in said
