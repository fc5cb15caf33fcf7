"""Documents in structures of public pages (`layouts/pages`): what is true of them stands in them, nearly all of their
parties are read, and no person.

They were looked at while the reader was built: what is read of others is told in `docs/quality.md`.
"""

import json
from pathlib import Path

import pytest

from dagster_project.budgets import extract_rows
from tests.budgets.test_twins import _text

PAGES = Path(__file__).parent / "layouts" / "pages"
TRUTHS = [json.loads(path.read_text("utf-8")) for path in sorted((PAGES / "truth").glob("*.json"))]
_MISSED, _INVENTED = 0.1, 0.06
"""Shares of the parties that may be missed or invented before something broke."""


@pytest.mark.parametrize("truth", TRUTHS, ids=lambda truth: truth["document"])
def test_what_is_true_of_a_page_stands_in_it(truth):
    text = _text(PAGES / truth["document"]).replace("\xad", "")
    for party in truth["parties"]:
        assert party["name"].split()[0] in text
        assert (party["seat"] or "") in text
    for person in truth["persons"]:
        assert person.split()[-1].split("-")[-1] in text  # a line may end at its hyphen


def test_nearly_all_parties_of_the_pages_are_read_and_no_person():
    known = {(t["document"], _key(p["name"])) for t in TRUTHS for p in t["parties"]}
    rows, _ = extract_rows([PAGES / t["document"] for t in TRUTHS], None)
    read = {(row["document"], _key(row["name"])) for row in rows}
    assert len(known - read) <= _MISSED * len(known), sorted(known - read)
    assert len(read - known) <= _INVENTED * len(known), sorted(read - known)
    said = json.dumps(rows, ensure_ascii=False, default=str)
    assert [person for t in TRUTHS for person in t["persons"] if person in said] == []


def _key(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))
