"""A register with a dozen open questions, one source of which is a page of a PDF, and a server of its queue."""

import http.client
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import urlencode, urlsplit

import pytest
import uvicorn

from dagster_project.documents import read_document
from dagster_project.intake import deliveries, scan, take_in
from dagster_project.review import questions
from dagster_project.review.browser.app import make_app
from dagster_project.review.browser.desk import Desk
from dagster_project.review.browser.guard import HOST, KEY, Guard
from dagster_project.review.browser.places import Places
from dagster_project.workspace import Workspace, write_table
from tests.documents import making
from tests.quality.register import clean, write
from tests.review.conftest import rows_of, spoil

BUDGET = "budgets/2024/gm0037_verbonden-partijen.pdf"
PERSON = {"code": "bzk-07", "rol": "beleidsmedewerker", "dag": "2025-02-01", "tweede": "bzk-08"}


def make_register(folder) -> Workspace:
    """Seven questions of every kind, and one on the goal of every collaboration in every snapshot."""
    where = Workspace.at(folder / "w").create("example")
    inbox = folder / "inbox"
    (inbox / BUDGET).parent.mkdir(parents=True)
    lines = ["Verbonden partijen", "Veiligheidsregio Noord", "Vorm: gemeenschappelijke regeling", "Plaats: Assen"]
    making.pdf(inbox / BUDGET, [[(50, 60 + 30 * n, 11, False, line) for n, line in enumerate(lines)]])
    take_in(where, [inbox], today=date(2025, 1, 1))
    scan(where, today=date(2025, 1, 1))
    (delivery,) = deliveries(where)
    block = next(b for b in read_document(delivery.path).blocks if "Veiligheidsregio" in getattr(b, "text", ""))
    tables = clean()
    spoil(tables)
    tables["delivery"].append({**tables["delivery"][0], "delivery_id": delivery.delivery_id, "file_name": BUDGET})
    rows_of(tables, "mention", mention_id="m20241")[0].update(
        delivery_id=delivery.delivery_id, locator=block.locator, name_written="Veiligheidsregio <b>Noord</b>"
    )
    for row in tables["collaboration"]:
        row["goal"] = "unknown"
    write(where, tables)
    write_table(where, "review_question", questions(where))
    return where


@dataclass
class Asking:
    """A browser without a screen or a script: requests with their cookies, to a server that was started somehow."""

    workspace: Workspace
    address: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return urlsplit(self.address).port

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> tuple[int, dict, str]:
        """Status, headers and text of an answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        own = {"cookie": "; ".join(f"{k}={v}" for k, v in self.cookies.items())} if self.cookies else {}
        connection.request(method, path, body, {**own, **headers})
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, text

    def enter(self) -> "Asking":
        """Change the key for the cookie."""
        parts = urlsplit(self.address)
        _, headers, _ = self.ask("GET", f"{parts.path}?{parts.query}")
        name, _, value = headers["set-cookie"].partition(";")[0].partition("=")
        self.cookies[name] = value
        return self

    def get(self, path: str) -> str:
        status, _, text = self.ask("GET", path)
        assert status == 200, (status, text)
        return text

    def token(self) -> str:
        return self.get("/wie").split('name="bewijs" value="')[1].partition('"')[0]

    def post(self, path: str, fields: dict, **headers: str) -> tuple[int, dict, str]:
        """A form of ours as a browser sends it."""
        said = {"bewijs": self.token(), **fields}
        form = {"content-type": "application/x-www-form-urlencoded", "origin": self.base}
        return self.ask("POST", path, urlencode(said, doseq=True), **{**form, **headers})

    def sit_down(self) -> "Asking":
        assert self.post("/wie", PERSON)[0] == 303
        return self


@dataclass
class Process(Asking):
    """A server in a process of its own, as people start it."""

    def command(self) -> subprocess.Popen:
        words = [sys.executable, "-m", "dagster_project.cli.main", "--data", str(self.workspace.root)]
        return subprocess.Popen(
            [*words, "review", "serve", "--port", "0"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )

    def start(self) -> "Process":
        self.process = self.command()
        said = self.process.stdout.readline()
        assert said.startswith("open http://127.0.0.1:"), said
        self.address = said.removeprefix("open ").strip()
        self.cookies.clear()
        return self

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()

    def stop(self) -> str:
        """End it as Ctrl-C would; gives what it still said."""
        self.process.send_signal(signal.SIGINT)
        return self.process.communicate(timeout=30)[0]


@contextmanager
def thread_of(workspace):
    """A server in a thread: it starts at once."""
    listening = socket.socket()
    listening.bind((HOST, 0))
    listening.listen()
    guard, places = Guard(listening.getsockname()[1]), Places(workspace)
    app = make_app(Desk(workspace), places, guard)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        yield Asking(workspace, f"http://{HOST}:{guard.port}/?{KEY}={guard.key}")
    finally:
        server.should_exit = True
        thread.join(30)
        places.close()
        listening.close()


@pytest.fixture(scope="session")
def register(tmp_path_factory):
    return make_register(tmp_path_factory.mktemp("register"))


@pytest.fixture
def fresh(register, tmp_path):
    """A register of its own for a test."""
    shutil.copytree(register.root, tmp_path / "w")
    return Workspace.at(tmp_path / "w")


@pytest.fixture
def served(fresh):
    """A server of a fresh register, entered and with a reviewer."""
    with thread_of(fresh) as asking:
        yield asking.enter().sit_down()
