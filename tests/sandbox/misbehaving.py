"""A reader for the tests of the pool: the words of a document say what its child does."""

import ctypes
import os
import resource
import signal
import sys
import time
from pathlib import Path

from dagster_project.sandbox import pace

WARM: list[int] = []


def warm() -> None:
    """Called once, in the server."""
    WARM.append(os.getpid())


def read(path: Path, greeting: str = "") -> dict:
    """Do what the file says."""
    word, _, number = path.read_text().partition(" ")
    if word == "spin":
        while True:
            pass
    elif word == "earn":
        until = time.process_time() + float(number)
        pace.earn(4)
        pace.count_pages(4)
        while time.process_time() < until:
            pass
    elif word == "eat":
        return {"eaten": len(bytearray(600 * 2**20))}
    elif word == "eat-slowly":
        held = []
        while True:
            held.append("x" * 2**20 + str(len(held)))
    elif word == "crash":
        ctypes.string_at(0)
    elif word == "leave":
        os._exit(3)
    elif word == "raise":
        raise ValueError("geen begroting")
    elif word == "chatter":
        os.write(1, b"{}\n")
        print("tekst van een lezer", file=sys.stdout, flush=True)
    elif word == "flood":
        return {"much": "x" * 40 * 2**20}
    elif word == "kill-server":
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(0.2)
    elif word == "limits":
        return {"core": resource.getrlimit(resource.RLIMIT_CORE)[0], "warm": len(WARM), "same": [os.getppid()] == WARM}
    elif word == "wait":
        time.sleep(float(number))
    return {"read": word, "greeting": greeting}
