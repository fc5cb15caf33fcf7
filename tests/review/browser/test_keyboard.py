"""The pages in Chromium: ten questions answered with keys alone, by who uses no mouse, sees little or has no script."""

import json
import time
from pathlib import Path

import axe_core_python
import pytest

from dagster_project.decisions import load_decisions
from tests.chromium import Chromium
from tests.review.browser.conftest import thread_of

TEN_WITHIN = 180.0
"""Seconds for ten questions: what a reviewer who knows the answers should need at most."""
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@pytest.fixture
def page(fresh, tmp_path):
    """A page of Chromium that was let in, and nobody said yet who they are."""
    with thread_of(fresh) as server, Chromium(tmp_path) as browser:
        browser.go(server.address)
        yield browser


def violations(page) -> list[str]:
    """What axe says is wrong with a page, rule by rule with its places."""
    page.run(AXE)
    found = page.run(f"axe.run({{runOnly: {json.dumps(RULES)}}}).then(r => JSON.stringify(r.violations))")
    return [f"{v['id']}: {[n['html'] for n in v['nodes']]}" for v in json.loads(found)]


def sit_down(page):
    page.press("Tab")  # past the link to the content, which comes first
    assert page.run("document.activeElement.className") == "skip"
    page.run("document.getElementById('code').focus()")
    page.type("BZK-07")
    page.press("Tab")
    page.type("beheerder")
    for _ in range(8):
        if page.run("document.activeElement.id") == "tweede":
            break
        page.press("Tab")  # a field of a date has parts
    page.type("BZK-08")
    page.follow("Enter")


def test_ten_questions_are_answered_with_keys_alone_in_three_minutes(page, fresh):
    sit_down(page)
    began = time.monotonic()
    page.follow("Enter")  # begins
    answered = set()
    while len(answered) < 10:
        id_ = page.path
        assert id_.startswith("/vraag/"), page.text("main")
        if page.text("fieldset.row"):
            page.press("j")
        elif "beleidsterreinen" in page.text("h1"):
            page.press("1")
            page.press("3")
        else:
            page.press("1")
        if answered:
            page.press("h")  # as before
        else:
            page.press("t")
            page.type("jaarstukken 2024, u en v in de tekst")  # letters that are keys elsewhere
            page.press("Escape")
        page.follow("Enter")
        answered.add(id_)
    took = time.monotonic() - began
    assert took < TEN_WITHIN
    page.follow("c")
    assert "10 antwoorden" in page.text("main")
    page.run("document.querySelector('form[action=\"/opslaan\"] button').focus()")
    page.follow("Enter")
    assert "besluiten staan in" in page.text("main"), page.text("main")
    assert len(load_decisions(fresh)) >= 10
    assert {d["reason"] for d in load_decisions(fresh)} == {"jaarstukken 2024, u en v in de tekst"}


def test_next_previous_undo_and_clearing_have_their_keys(page):
    sit_down(page)
    page.follow("Enter")
    first = page.path
    page.follow("ArrowRight")
    second = page.path
    assert second != first
    page.follow("v")
    assert page.path == first
    page.press("t")
    page.type("u")  # typed, not undone
    assert page.run("document.getElementById('toelichting').value") == "u"
    page.press("Escape")
    page.press("1")
    page.follow("Enter")
    assert page.path == second
    page.follow("u")
    assert page.path == first
    assert page.text(".note") == "De laatste stap is ongedaan gemaakt."
    assert not page.run("!!document.querySelector('input:checked')")
    page.follow("o")
    assert page.path == "/"


def test_keys_can_be_switched_off_and_stay_off(page):
    sit_down(page)
    page.follow("Enter")
    page.run("document.querySelector('.keys').open = true; document.querySelector('[data-switch]').click()")
    page.run("document.activeElement.blur()")
    page.press("1")
    assert not page.run("!!document.querySelector('input:checked')")
    page.go(page.run("location.href"))
    page.press("1")
    assert not page.run("!!document.querySelector('input:checked')")


def test_no_page_is_wrong_for_axe_or_wider_than_its_window(page):
    assert violations(page) == []
    sit_down(page)
    links = page.run("[...document.querySelectorAll('.questions a')].map(a => a.href)")
    base = page.run("location.origin")
    page.go(links[0])
    page.press("1")
    page.follow("Enter")  # without a reason: a page with faults
    pages = [f"{base}/", f"{base}/nakijken", f"{base}/beantwoord", f"{base}/wie", *links[:8]]
    for width, looked_at in ((390, pages), (1280, pages[:5])):
        page.size(width, 900)
        for address in looked_at:
            page.go(address)
            assert violations(page) == [], address
            assert page.run("document.documentElement.scrollWidth") <= width, address


def test_all_of_it_works_without_a_script(fresh, tmp_path):
    with thread_of(fresh) as server, Chromium(tmp_path, script=False) as browser:
        browser.go(server.address)
        browser.run(
            "document.getElementById('code').value = 'BZK-07'; document.getElementById('rol').value = 'beheerder'"
        )
        for click in (
            "form[action='/wie'] button", ".button.main", ".choice input", "[data-save]",
        ):  # fmt: skip
            if click == "[data-save]":
                browser.run("document.getElementById('toelichting').value = 'begroting'")
            browser.run("window.before = true")
            browser.run(f"document.querySelector({click!r}).click()")
            if "input" not in click:
                browser.wait()
        assert not browser.run("document.body.classList.contains('with-script')")
        browser.go(server.address.partition("?")[0])
        assert browser.text(".count").startswith("1 van ")
