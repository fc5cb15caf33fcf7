"""The forms: what a reviewer says, chooses, answers, takes back and saves.

Belongs here: from the fields of a form to the desk, and where that leads. Does not belong here: whether a form is ours
(`app`), what is read (`pages`).
"""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from dagster_project.dictionary import code_lists
from dagster_project.review import columns as c
from dagster_project.review.browser.desk import Desk, title_of
from dagster_project.review.browser.draft import Given, drafts
from dagster_project.review.browser.pages import GONE, Pages
from dagster_project.review.browser.places import Places
from dagster_project.review.browser.rendering import Renderer
from dagster_project.review.browser.view import FIELDS

Form = dict[str, list[str]]


class Forms:
    """Each method answers one form."""

    def __init__(self, desk: Desk, places: Places, render: Renderer, pages: Pages):
        self._desk, self._places, self._render, self._pages = desk, places, render, pages

    def sit_down(self, request: Request, form: Form) -> Response:
        said = {name: field(form, name) for name in ("code", "rol", "dag", "tweede")}
        said["code"], said["tweede"] = said["code"].upper(), said["tweede"].upper()
        faults = self._desk.sit_down(*said.values())
        if faults:
            remarks = [{"field": FIELDS[r.heading], "heading": r.heading, "text": r.text} for r in faults]
            return self._render.page("who.html", 422, said=said, remarks=remarks, others=drafts(self._desk.workspace))
        return RedirectResponse(_local(field(form, "naar")), 303)

    def choose(self, request: Request, form: Form) -> Response:
        draft, lists = self._desk.draft, code_lists()
        audience, kind = field(form, "voor"), field(form, "soort")
        draft.audience = audience if audience in lists["audience"] else ""
        draft.kind = kind if kind in lists["question_kind"] else ""
        draft.save()
        return RedirectResponse("/", 303)

    def answer(self, request: Request, form: Form) -> Response:
        desk, id_ = self._desk, request.path_params["id"]
        if id_ not in desk.known:
            return self._render.refusal(GONE, 404)
        if field(form, "doe") == "wis":
            desk.draft.answer(id_, Given())
            desk.note = "Het antwoord is gewist."
            return RedirectResponse(f"/vraag/{id_}", 303)
        desk.draft.answer(id_, self._given(id_, form))
        weighed = desk.remarks(id_)
        own = [r for r in weighed.faults if r.heading != c.SECOND] if weighed else []
        if own:
            return RedirectResponse(f"/vraag/{id_}", 303)
        if weighed is None:
            desk.note = "Er is geen antwoord gekozen; de vraag blijft open."
        if "answer" in desk.known[id_]:
            return RedirectResponse("/beantwoord", 303)
        after = desk.next_open(id_)
        return RedirectResponse(f"/vraag/{after}" if after else "/nakijken", 303)

    def note(self, request: Request, form: Form) -> Response:
        if request.path_params["id"] in self._desk.known:
            self._desk.draft.note(request.path_params["id"], self._given(request.path_params["id"], form))
        return Response(status_code=204)

    def undo(self, request: Request, form: Form) -> Response:
        id_ = self._desk.draft.undo()
        self._desk.note = "Er is niets om ongedaan te maken."
        if id_ is None:
            return RedirectResponse(_local(field(form, "naar")), 303)
        self._desk.note = "De laatste stap is ongedaan gemaakt."
        return RedirectResponse(f"/vraag/{id_}" if id_ in self._desk.known else "/nakijken", 303)

    def throw_away(self, request: Request, form: Form) -> Response:
        self._desk.draft.drop(set(self._desk.lost) & set(form.get("vraag", ())))
        return RedirectResponse("/nakijken", 303)

    def save(self, request: Request, form: Form) -> Response:
        done = self._desk.save()
        if done.faults:
            return self._pages.checked(422)
        self._places.forget()
        file = self._desk.file_of(done) if done.file else None
        left = [r.text for r in done.remarks if r.heading == c.OTHER]
        return self._render.page("done.html", file=file, number=len(done.decisions), left=left)

    def _given(self, question_id: str, form: Form) -> Given:
        known = set(self._desk.known[question_id]["candidates"])
        codes = [code for name, codes in form.items() if name.startswith("antwoord") for code in codes]
        return Given(
            codes=[code for code in codes if code in known],
            other=field(form, "anders"),
            reason=field(form, "toelichting"),
            second=field(form, "tweede").upper(),
            replaces=field(form, "vervangt"),
            asked=title_of(self._desk.known[question_id]),
        )


def field(form: Form, name: str) -> str:
    """The text of a field on one line or more, without spaces around it; empty where it is not there."""
    return "\n".join(form.get(name, [""])[0].splitlines()).strip()


def _local(where: str) -> str:
    """An address on this server."""
    return quote(where, safe="/") if where.startswith("/") and not where.startswith("//") else "/"
