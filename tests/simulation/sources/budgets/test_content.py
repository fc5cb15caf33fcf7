"""Amounts as a document words them."""

from dataclasses import replace

from dagster_project.simulation.sources.budgets.content import amount_text


def test_amounts_in_every_notation(documents):
    party = replace(documents[0].parties[0], amounts={"result": -1_234_000}, mixed=False)
    style = replace(documents[0].style, unit=1, negatives="minus", euro_sign=True, absent="n.v.t.")
    assert amount_text(style, party, "result") == "€ -1.234.000"
    assert amount_text(replace(style, negatives="brackets"), party, "result") == "(€ 1.234.000)"
    assert amount_text(replace(style, unit=1000, euro_sign=False, negatives="dashes"), party, "result") == "-/- 1.234"
    assert amount_text(style, replace(party, mixed=True, amounts={"result": 1_200_000}), "result") == "€ 1,2 mln"
    assert amount_text(replace(style, unit=1_000_000), replace(party, mixed=True), "result") == "€ -1.234 duizend"
    assert amount_text(style, party, "debt_end") == "n.v.t."
