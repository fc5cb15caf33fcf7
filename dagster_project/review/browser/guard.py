"""Who may ask for a page: a browser on this machine that was given the key, from our own pages only.

Belongs here: the checks before any page is made. Does not belong here: any page.

The server listens on the loopback only. That is not enough: other users of the machine reach it, and so does any page
on the web through the reviewer's own browser. So the name asked for must be ours (a name elsewhere may be made to point
here), every request needs the cookie that the key was changed for, and what changes anything must come from our origin
and carry the token of our forms.
"""

import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.requests import HTTPConnection

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
KEY = "sleutel"
"""The parameter of the address that the command prints."""
TOKEN = "bewijs"
"""The hidden field of every form."""
OPEN = "/vast/"
"""What is the same for everybody: how pages look."""
MOST_BYTES = 256 * 1024
"""Of what a form may send: a long remark is a few kB."""
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}
"""On every answer: nothing of elsewhere is loaded or run, no other page frames ours, and nothing stays behind."""


class Refused(Exception):
    """A request that is not answered, with the reason in Dutch."""


@dataclass(frozen=True)
class Guard:
    """The checks for a server on `port`; `key` is drawn anew each time that it starts."""

    port: int
    key: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    @property
    def cookie(self) -> str:
        """Cookies are shared by all ports of a machine, so that two servers need two names."""
        return f"lappendeken_{self.port}"

    @property
    def token(self) -> str:
        """What our forms carry; it says nothing of the key."""
        return hmac.new(self.key.encode(), b"form", hashlib.sha256).hexdigest()

    @property
    def origins(self) -> frozenset[str]:
        return frozenset(f"http://{name}:{self.port}" for name in NAMES)

    def check_host(self, headers: Headers) -> None:
        """Raises Refused for a name that is not ours."""
        if headers.get("host") not in {f"{name}:{self.port}" for name in NAMES}:
            raise Refused("dit adres is niet van deze dienst; gebruik het adres dat de opdracht gaf")

    def check_cookie(self, headers: Headers) -> None:
        """Raises Refused where the browser was not given the key."""
        try:
            found = SimpleCookie(headers.get("cookie", "")).get(self.cookie)
        except CookieError:
            found = None
        if found is None or not self.is_key(found.value):
            raise Refused("open eerst het adres dat de opdracht 'lappendeken review serve' gaf")

    def is_key(self, said: str) -> bool:
        return hmac.compare_digest(said.encode(), self.key.encode())

    def check_origin(self, headers: Headers) -> None:
        """Raises Refused for what does not come from one of our pages; a browser says so with everything it sends."""
        if headers.get("origin") not in self.origins or headers.get("sec-fetch-site", "same-origin") != "same-origin":
            raise Refused("dit verzoek komt van een andere website")

    def check_token(self, said: str) -> None:
        """Raises Refused for a form that is not ours."""
        if not hmac.compare_digest(said.encode(), self.token.encode()):
            raise Refused("dit formulier is van een eerdere keer; laad de bladzijde opnieuw")

    def check(self, request: HTTPConnection, method: str) -> None:
        """All that can be told before the form is read; the key itself is asked for without a cookie."""
        self.check_host(request.headers)
        if method not in ("GET", "HEAD"):
            self.check_origin(request.headers)
        elif request.scope["path"].startswith(OPEN):
            return
        self.check_cookie(request.headers)
