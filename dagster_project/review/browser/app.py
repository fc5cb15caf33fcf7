"""The addresses, and who may ask for them.

Belongs here: what holds for every request before and after its page is made. Does not belong here: the pages (`pages`)
and the forms (`forms`). Every page works without a script; what the script adds are keys.
"""

from collections.abc import Awaitable, Callable
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from dagster_project.review.browser.desk import Desk
from dagster_project.review.browser.forms import Form, Forms, field
from dagster_project.review.browser.guard import HEADERS, KEY, MOST_BYTES, TOKEN, Guard, Refused
from dagster_project.review.browser.pages import Pages
from dagster_project.review.browser.places import Places
from dagster_project.review.browser.rendering import HERE, Renderer, turned_away
from dagster_project.workspace import LappendekenError
from dagster_project.workspace.lock import Locked

_MOST_FIELDS = 500


def make_app(desk: Desk, places: Places, guard: Guard) -> ASGIApp:
    """The application; `guard` says who may use it."""
    render = Renderer(desk, guard)
    pages = Pages(desk, places, render)
    forms = Forms(desk, places, render, pages)
    door = _Door(desk, places, guard, render)
    read, write = door.reading, door.writing
    routes = [
        Route("/", read(pages.queue)),
        Route("/wie", read(pages.who, seated=False)),
        Route("/wie", write(forms.sit_down, seated=False), methods=["POST"]),
        Route("/kiezen", write(forms.choose), methods=["POST"]),
        Route("/vraag/{id}", read(pages.question)),
        Route("/vraag/{id}", write(forms.answer), methods=["POST"]),
        Route("/vraag/{id}/klad", write(forms.note), methods=["POST"]),
        Route("/terug", write(forms.undo), methods=["POST"]),
        Route("/beantwoord", read(pages.earlier)),
        Route("/nakijken", read(pages.check)),
        Route("/opslaan", write(forms.save), methods=["POST"]),
        Route("/weggooien", write(forms.throw_away), methods=["POST"]),
        Mount("/vast", StaticFiles(directory=HERE / "static")),
    ]
    handlers = dict.fromkeys((404, 405), lambda request, error: render.refusal("deze bladzijde is er niet", 404))
    return _Guarded(Starlette(routes=routes, exception_handlers=handlers), guard)


class _Guarded:
    """Every request is held against the guard first; every answer carries its headers."""

    def __init__(self, app: ASGIApp, guard: Guard):
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def marked(message) -> None:
            if message["type"] == "http.response.start":
                own = [(name.lower().encode(), text.encode()) for name, text in HEADERS.items()]
                message["headers"] = [*message.get("headers", ()), *own]
            await send(message)

        request = Request(scope, receive)
        answer: Callable[..., Awaitable[None]] = self._app
        try:
            if scope["path"] == "/" and request.method == "GET" and KEY in request.query_params:
                self._guard.check_host(request.headers)
                answer = self._let_in(request.query_params[KEY])
            else:
                self._guard.check(request, request.method)
        except Refused as refused:
            answer = turned_away(str(refused))
        await answer(scope, receive, marked)

    def _let_in(self, key: str) -> Response:
        """The cookie for the key, so that it stands in no address any more."""
        if not self._guard.is_key(key):
            raise Refused("deze sleutel is van een eerdere keer; gebruik het adres dat de opdracht nu gaf")
        response = RedirectResponse("/", 303)
        response.set_cookie(self._guard.cookie, key, httponly=True, samesite="strict", path="/")
        return response


class _Door:
    """What is done before every page and form: the queue looked at anew, the form read, the reviewer known."""

    def __init__(self, desk: Desk, places: Places, guard: Guard, render: Renderer):
        self._desk, self._places, self._guard, self._render = desk, places, guard, render

    def reading(self, page: Callable[[Request], Response], seated: bool = True):
        """A page that changes nothing; where nobody said who they are, that is asked first."""

        async def answer(request: Request) -> Response:
            return self._answered(lambda: page(request), seated)

        return answer

    def writing(self, page: Callable[[Request, Form], Response], seated: bool = True):
        """A form that changes something: it has to be ours."""

        async def answer(request: Request) -> Response:
            content = b""
            async for part in request.stream():
                content += part
                if len(content) > MOST_BYTES:
                    return self._render.refusal("dit formulier is te groot", 413)
            try:
                form = parse_qs(content.decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
                self._guard.check_token(field(form, TOKEN))
            except Refused as refused:
                return self._render.refusal(str(refused), 403)
            except ValueError:
                return self._render.refusal("dit formulier kan niet worden gelezen", 400)
            return self._answered(lambda: page(request, form), seated)

        return answer

    def _answered(self, page: Callable[[], Response], seated: bool) -> Response:
        try:
            if self._desk.look():
                self._places.forget()
            if seated and self._desk.draft is None:
                return RedirectResponse("/wie", 303)
            return page()
        except Locked as error:
            text = f"er loopt nu iets anders in deze werkmap ({error.what}); probeer het straks weer"
            return self._render.refusal(text, 409)
        except LappendekenError as error:
            told = [error.what, error.where and f"({error.where})", error.mend]
            return self._render.refusal(" ".join(map(str, filter(None, told))), 500)
