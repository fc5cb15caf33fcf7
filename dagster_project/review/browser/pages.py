"""The pages that are read: who answers, the list, a question, what was answered, and what an import would do.

Belongs here: what is looked up for a page. Does not belong here: forms (`forms`), one question in full (`view`).
"""

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from dagster_project.dictionary import code_lists, dutch
from dagster_project.review import columns as c
from dagster_project.review.browser.desk import Desk, bodies_of, title_of
from dagster_project.review.browser.draft import drafts
from dagster_project.review.browser.places import Places
from dagster_project.review.browser.rendering import Renderer
from dagster_project.review.browser.view import question_page
from dagster_project.review.cells import in_dutch
from dagster_project.review.quoting import quotes
from dagster_project.review.rows import for_whom, held_now

PER_PAGE = 100
"""Questions of a page of the list."""
GONE = "deze vraag is er niet meer: zij is beantwoord, of de bronnen zijn veranderd"


class Pages:
    """Each method answers one address."""

    def __init__(self, desk: Desk, places: Places, render: Renderer):
        self._desk, self._places, self._render = desk, places, render

    def who(self, request: Request) -> Response:
        draft = self._desk.draft
        said = {
            "code": draft.reviewer if draft else "",
            "rol": draft.role if draft else "",
            "dag": (draft.day if draft else "") or date.today().isoformat(),
            "tweede": draft.second if draft else "",
        }
        return self._render.page("who.html", said=said, remarks=[], others=drafts(self._desk.workspace))

    def queue(self, request: Request) -> Response:
        desk, shown = self._desk, self._desk.shown
        last = max(1, -(-len(shown) // PER_PAGE))
        wanted = request.query_params.get("deel", "1")
        part = min(int(wanted), last) if wanted.isdecimal() and int(wanted) else 1
        first = (part - 1) * PER_PAGE
        return self._render.page(
            "list.html",
            questions=[self._line(n, q) for n, q in enumerate(shown[first : first + PER_PAGE], start=first + 1)],
            shown=len(shown),
            all=len(desk.queue),
            answered=sum(map(desk.is_answered, shown)),
            part=part,
            last=last,
            first_open=next((q["question_id"] for q in shown if not desk.is_answered(q)), None),
            audiences=self._counted("audience", "audience"),
            kinds=self._counted("kind", "question_kind"),
        )

    def earlier(self, request: Request) -> Response:
        questions = [self._line(n, q) for n, q in enumerate(self._desk.earlier, start=1)]
        return self._render.page("earlier.html", questions=questions)

    def question(self, request: Request) -> Response:
        question = self._desk.known.get(request.path_params["id"])
        if question is None:
            return self._render.refusal(GONE, 404)
        shown = question_page(self._desk, self._places, question)
        if shown["after"]:
            self._look_ahead(shown["after"])
        return self._render.page("question.html", q=shown)

    def check(self, request: Request) -> Response:
        return self.checked()

    def checked(self, status: int = 200) -> Response:
        """What an import of all answers would do, and all that is wrong with them."""
        desk = self._desk
        ids, weighed = desk.answered, desk.weighed()
        remarks = [
            {
                "id": ids[remark.row - 1],
                "title": title_of(desk.known[ids[remark.row - 1]]),
                "heading": remark.heading,
                "text": remark.text,
                "fault": remark.fault,
            }
            for remark in weighed.remarks
        ]
        return self._render.page(
            "check.html",
            status,
            remarks=remarks,
            faults=len(weighed.faults),
            decisions=len(weighed.decisions),
            answers=len(ids),
            moved=[in_dutch(cell) for cell in weighed.moved],
            bound=weighed.basis == "bound",
            needs_second=any(r.heading == c.SECOND and r.fault for r in weighed.remarks),
            lost=desk.lost,
        )

    def _line(self, number: int, question: dict[str, Any]) -> dict[str, Any]:
        id_, draft = question["question_id"], self._desk.draft
        state = "beantwoord" if id_ in draft.answers else "begonnen" if id_ in draft.unfinished else ""
        return {
            "id": id_,
            "number": number,
            "title": title_of(question),
            "kind": dutch(question["kind"], "question_kind"),
            "snapshot": question["snapshot"],
            "for_whom": for_whom(question, self._desk.register),
            "body": bodies_of(self._desk.register, question),
            "now": held_now(question) if "answer" in question else "",
            "moves": question["moves"][:1],
            "state": state,
        }

    def _counted(self, column: str, codes: str) -> list[tuple[str, str, int]]:
        """Each code that the queue has in a column, its word, and of how many questions."""
        found = [q[column] for q in self._desk.queue]
        return [(code, word, found.count(code)) for code, word in code_lists()[codes].items() if code in found]

    def _look_ahead(self, question_id: str) -> None:
        """Have the places of the question that comes next read while this one is looked at."""
        question = self._desk.known[question_id]
        for found in quotes(self._desk.register, question["snapshot"], question["target"])[0]:
            self._places.look(found.mention)
