"""The dated versions of joint arrangements: how many each has had in the register. Nothing of the register's files."""

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.forms import rests_on_wgr
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.randomness import uniform

Content = tuple[str, str, tuple[str, ...]]
"""What a version says: name, form, who takes part."""


def content_of(draft: Draft) -> Content:
    """What a version would say of it now."""
    acknowledged = (*draft.ministries, *draft.ministries_region_only, *draft.non_government)
    return draft.name, draft.legal_form, (*draft.governments, *acknowledged)


def update_versions(books: Books, before: dict[int, Content]) -> None:
    """Add a version where something changed (`before`: number to content at the former snapshot), or now and then.
    Whether the register brings it in in time is a fault of that source (`sources/register_behind`).

    What was there and not in the register at the former snapshot gets a version that is in force since. Where nobody
    saw it until now, that is its second one, for the register does not show it as founded since.
    """
    for draft in books.drafts:
        was_in = draft.in_register
        stands = rests_on_wgr(draft.legal_form) and uniform("register", books.seed, draft.number) < setting(
            "in_register"
        )
        draft.in_register = stands and not draft.hidden and not draft.single
        if not draft.in_register:
            continue
        if not draft.versions and draft.born < books.snapshot and draft.number not in books.stood:
            _add(draft)
        changed = before.get(draft.number) not in (None, content_of(draft))
        lot = uniform("version", books.seed, books.snapshot, draft.number)
        if changed or not was_in or lot < setting("new_version_unchanged"):
            _add(draft)


def _add(draft: Draft) -> None:
    draft.versions += (f"99{draft.number:06d}{len(draft.versions) + 1}",)
