"""Who existed when, and which organisation a name as written means at a date.

Belongs here: the organisations of each snapshot and the way from a name, code or phrase to an organisation id. Does not
belong here: which collaboration they take part in, and whether a membership counts.
"""

from dagster_project.organisations.participants import resolve_participants
from dagster_project.organisations.resolver import Resolution, Resolver, resolve_name
from dagster_project.organisations.snapshots import organisation_snapshots

__all__ = ["Resolution", "Resolver", "organisation_snapshots", "resolve_name", "resolve_participants"]
