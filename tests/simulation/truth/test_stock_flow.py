"""The account between two snapshots closes, and shows what lacks."""

import pytest

from dagster_project.simulation.model import Population
from tests.simulation.stock_flow import stock_flow_accounts
from tests.simulation.whole_country import part, whole


@pytest.mark.parametrize("population", [whole, part])
def test_stock_and_flow_close_for_all_and_for_each_group(population):
    assert [account for account in stock_flow_accounts(population()) if account.difference] == []


def test_books_that_lack_an_event_do_not_close():
    one = next(event for event in whole().events if event.kind == "dissolved")
    lacking = Population(whole().collaborations, tuple(event for event in whole().events if event is not one))
    assert [account.difference for account in stock_flow_accounts(lacking) if account.group == "all"].count(0) == 1
