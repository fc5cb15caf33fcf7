"""The founders' documents with their truth: each party is found once and its facts are right."""

import json
import re
import unicodedata

import pytest

from dagster_project.budgets import read_budget
from tests.real import real_data

DOCUMENTS = [
    "gm0014_verbonden-partijen", "gm0088_begroting-verbonden-partijen", "gm0377_programmabegroting-verbonden-partijen",
    "gm0505_verbonden-partijen", "gm0513_verbonden-partijen", "gm0637_bijlage3-verbonden-partijen",
    "gm0753_paragraaf-verbonden-partijen", "gm1705_begroting2017-pdfdump", "gm1842_begroting-verbondenpartijen",
    "gm1952_paragraaf-verbonden-partijen", "pv21_overzicht-verbonden-partijen", "pv24_programmabegroting",
    "pv26_begroting-verbonden-partijen", "ws0155_verbonden-partijen",
]  # fmt: skip
LOST = {
    "gm1705_begroting2017-pdfdump": "names broken over two lines",
    "pv24_programmabegroting": "a sign before the currency of the first of two amounts",
    "pv26_begroting-verbonden-partijen": "names broken over two lines of a narrow column",
}
"""Documents that are not read whole since no layout is known beforehand, and what is lost."""
AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")


def key(text: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", (text or "").lower()))


def facts(party: dict) -> tuple:
    seat, section = party.get("seat", party.get("seat_written")), party["section_written"]
    group = party["legal_form_group"]
    return (
        key(party.get("name", party.get("name_written"))),
        key(seat),
        key(section),
        group,
        *(party[a] for a in AMOUNTS),
    )


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(name, marks=[pytest.mark.xfail(strict=True, reason=LOST[name])] if name in LOST else [])
        for name in DOCUMENTS
    ],
)
def test_each_party_once_and_its_fields(name):
    folder = real_data("budgets")
    truth = json.loads((folder / "truth" / f"{name}.json").read_text(encoding="utf-8"))
    path = folder / truth["document"]
    parties, refusals = read_budget(path, snapshot=truth["snapshot"], organisation_id=truth["reporting_organisation"])
    assert [refusal for refusal in refusals if refusal["reason"] != "unexplained"] == []
    assert sorted(map(str, map(facts, parties))) == sorted(
        str((*facts(p)[:4], *(None if p[a] is None else float(p[a]) for a in AMOUNTS))) for p in truth["parties"]
    )
    out = json.dumps(parties, ensure_ascii=False)
    assert not [p for p in truth["persons"] if p in out]
