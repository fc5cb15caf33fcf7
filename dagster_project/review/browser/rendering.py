"""From what a page shows to its text: the templates, and what every page has.

Belongs here: rendering, with every value escaped. Does not belong here: what a page shows (`pages`).
"""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse, Response

from dagster_project.review.browser.desk import Desk
from dagster_project.review.browser.guard import Guard
from dagster_project.workspace.marking import marker, warning

HERE = Path(__file__).parent
_ENVIRONMENT = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)

_ENVIRONMENT.filters["dutch_day"] = lambda day: "-".join(reversed(day.split("-"))) if day[4:5] == "-" else day
_ENVIRONMENT.filters["upper_first"] = lambda text: text[:1].upper() + text[1:]


class Renderer:
    """Pages for whoever sits at the desk."""

    def __init__(self, desk: Desk, guard: Guard):
        self._desk, self._guard = desk, guard

    def page(self, name: str, status: int = 200, **shown: Any) -> Response:
        """The page of a template; what was noted since the last page is told on it, once."""
        kind, draft = self._desk.workspace.kind, self._desk.draft
        note, self._desk.note = self._desk.note, ""
        text = _ENVIRONMENT.get_template(name).render(
            mark=marker(kind),
            warning=warning(kind),
            token=self._guard.token,
            draft=draft,
            note=note,
            can_undo=bool(draft and draft.steps),
            **shown,
        )
        return HTMLResponse(text, status)

    def refusal(self, text: str, status: int) -> Response:
        """Why there is no such page."""
        return self.page("refusal.html", status, text=text)


def turned_away(text: str) -> Response:
    """For who was not let in: it says nothing of the workspace, nor of who answers."""
    shown = {"mark": "", "warning": "", "token": "", "draft": None, "note": "", "can_undo": False}
    return HTMLResponse(_ENVIRONMENT.get_template("refusal.html").render(**shown, text=text), 403)
