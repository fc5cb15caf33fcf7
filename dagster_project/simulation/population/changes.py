"""What becomes of those that stay: other names, other forms within their group."""

from dagster_project.simulation.population.draft import Books, Draft
from dagster_project.simulation.population.forms import draw_form
from dagster_project.simulation.population.leaving import some_day
from dagster_project.simulation.population.names import choose_task, name_anew, refit_form, write_purpose
from dagster_project.simulation.population.settings import setting
from dagster_project.simulation.randomness import uniform


def change_forms(books: Books, survivors: list[Draft]) -> None:
    """Some change their form and stay in their group."""
    moved = {event.truth_id for event in books.events if event.to_snapshot == books.snapshot}
    for draft in survivors:
        if draft.truth_id in moved or uniform("other form", books.seed, books.snapshot, draft.number) >= setting(
            "form_changed"
        ):
            continue
        form = draw_form(books, draft, draft.group, but=draft.legal_form)
        if form != draft.legal_form:
            draft.legal_form = form
            books.record_event(draft, "legal_form_changed", some_day(books, "form", draft.number))


def rename(books: Books, survivors: list[Draft], turned: list[Draft]) -> None:
    """Give another name where the task became another or the name shows a form that is gone, and to some of the others.

    What was not counted at the former snapshot is renamed without an event, for nobody knew its former name.
    """
    changed = {
        event.truth_id: event.on
        for event in books.events
        if event.to_snapshot == books.snapshot and event.kind == "legal_form_changed"
    }
    other_task = {draft.number for draft in turned}
    for draft in survivors:
        stood = draft.number in books.stood
        on = changed.get(draft.truth_id)
        if draft.number in other_task:
            choose_task(books, draft)
            name_anew(books, draft)
        elif on is not None and refit_form(books, draft):
            pass
        elif stood and uniform("renamed", books.seed, books.snapshot, draft.number) < setting("renamed"):
            name_anew(books, draft)
        else:
            continue
        if stood:
            books.record_event(draft, "renamed", on or some_day(books, "renamed", draft.number))
    for draft in survivors:
        write_purpose(books, draft)
