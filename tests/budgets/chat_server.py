"""A server on this machine that speaks OpenAI's protocol for chats, and misbehaves as told."""

import contextlib
import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Chat:
    """`answers` are used one after another, the last one for ever; each is a function of the handler and the body of
    the request. `bodies` are the requests that came, `keys` what they showed as their key."""

    def __init__(self, *answers):
        self.answers, self.bodies, self.keys = list(answers), [], []
        chat = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                chat.bodies.append(body)
                chat.keys.append(self.headers.get("Authorization"))
                answer = chat.answers.pop(0) if len(chat.answers) > 1 else chat.answers[0]
                with contextlib.suppress(OSError):
                    answer(self, body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}/v1"


def send(handler, raw, status=200):
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(raw)))
    handler.end_headers()
    handler.wfile.write(raw)


def content(text, reason="stop"):
    """An answer with this text."""
    said = {"choices": [{"message": {"role": "assistant", "content": text}, "finish_reason": reason}]}
    return lambda handler, body: send(handler, json.dumps(said).encode())


def parties(*told):
    """An answer with these parties; what they do not tell is null."""
    return content(json.dumps({"parties": [{**NOTHING, **one} for one in told]}))


def status(code):
    return lambda handler, body: send(handler, b"{}", code)


def raw(text):
    return lambda handler, body: send(handler, text)


def slow(seconds):
    return lambda handler, body: time.sleep(seconds)


def dripping(handler, body):
    """A byte now and then, without end."""
    handler.send_response(200)
    handler.end_headers()
    for _ in range(200):
        handler.wfile.write(b" ")
        handler.wfile.flush()
        time.sleep(0.02)


def endless(handler, body):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(20):
        handler.wfile.write(b" " * (1 << 20))


NOTHING = {
    **dict.fromkeys(
        (
            "section_written", "legal_form_written", "seat_written", "purpose_written", "interest_written",
            "risks_written", "programme_written", "status_written", "equity_begin", "equity_end", "debt_begin",
            "debt_end", "result", "unit_written",
        )
    ),
    "participants_written": [],
}  # fmt: skip
