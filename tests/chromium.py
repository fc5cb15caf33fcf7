"""Chromium without a screen, driven by its own protocol: keys as a person presses them, pages as they are laid out.

Belongs here: starting it, keys, scripts, pictures. Does not belong here: what a page should be.
"""

import base64
import itertools
import json
import shutil
import subprocess
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from websockets.sync.client import connect

START, LOAD = 30.0, 20.0
"""Seconds that the program, and a page, may take on a machine at work."""
_NAMED = {
    "Enter": ("\r", 13),
    "Tab": ("", 9),
    "Escape": ("", 27),
    "ArrowRight": ("", 39),
    "ArrowLeft": ("", 37),
    " ": (" ", 32),
}


class Chromium:
    """One page of a browser of its own; skips the test where no browser is there."""

    def __init__(self, folder: Path, *, script: bool = True, width: int = 1280, height: int = 900):
        program = shutil.which("chromium") or shutil.which("google-chrome")
        if not program:
            pytest.skip("no chromium is here")
        profile = folder / "profile"
        words = [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
            "--remote-debugging-port=0", f"--user-data-dir={profile}", f"--window-size={width},{height}", "about:blank",
        ]  # fmt: skip
        self._process = subprocess.Popen([program, *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._numbers = itertools.count(1)
        port = self._port(profile / "DevToolsActivePort")
        pages = json.load(urlopen(f"http://127.0.0.1:{port}/json/list", timeout=START))
        (page,) = [p for p in pages if p["type"] == "page"]
        self._open = ExitStack()
        socket = connect(page["webSocketDebuggerUrl"], max_size=None, open_timeout=START)
        self._socket = self._open.enter_context(socket)
        self.ask("Page.enable")
        self.size(width, height)
        if not script:
            self.ask("Emulation.setScriptExecutionDisabled", value=True)

    def __enter__(self) -> "Chromium":
        return self

    def __exit__(self, *ended: object) -> None:
        self._open.close()
        self._process.terminate()
        self._process.wait(START)

    def _port(self, file: Path) -> str:
        end = time.monotonic() + START
        while time.monotonic() < end:
            if file.exists() and (lines := file.read_text().split()):
                return lines[0]
            time.sleep(0.05)
        self._process.kill()
        raise AssertionError("chromium did not start")

    def ask(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A command of the protocol and its answer."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            said = json.loads(self._socket.recv(LOAD))
            if said.get("id") == number:
                assert "error" not in said, said
                return said["result"]

    def size(self, width: int, height: int) -> None:
        self.ask(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )

    def run(self, script: str) -> Any:
        """The value of a script in the page, once its promise is kept."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def go(self, address: str) -> None:
        self._mark()
        self.ask("Page.navigate", url=address)
        self.wait()

    def _mark(self) -> None:
        self.run("window.before = true")

    def wait(self) -> None:
        """Until another page than the marked one is whole."""
        end = time.monotonic() + LOAD
        while time.monotonic() < end:
            if self.run(
                "window.before !== true && document.readyState === 'complete' && location.href !== 'about:blank'"
            ):
                return
            time.sleep(0.02)
        raise AssertionError(f"no other page came after {self.path}")

    def press(self, key: str, *, control: bool = False) -> None:
        """Press a key and let it go."""
        text, code = _NAMED.get(key, (key, ord(key.upper()[0])))
        pressed = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 2 if control else 0}
        letters = {"text": text} if text and not control else {}
        self.ask("Input.dispatchKeyEvent", type="keyDown" if letters else "rawKeyDown", **pressed, **letters)
        self.ask("Input.dispatchKeyEvent", type="keyUp", **pressed)

    def follow(self, key: str, *, control: bool = False) -> None:
        """Press a key that leads to another page, and wait for it."""
        self._mark()
        self.press(key, control=control)
        self.wait()

    def back(self) -> None:
        """To the page before, as the button of the browser does."""
        past = self.ask("Page.getNavigationHistory")
        self._mark()
        self.ask("Page.navigateToHistoryEntry", entryId=past["entries"][past["currentIndex"] - 1]["id"])
        self.wait()

    def type(self, text: str) -> None:
        for letter in text:
            self.press(letter)

    def text(self, selector: str) -> str:
        return self.run(f"document.querySelector({json.dumps(selector)})?.innerText ?? ''")

    @property
    def path(self) -> str:
        return self.run("location.pathname")

    def picture(self, path: Path, *, whole: bool = True) -> Path:
        """A PNG of the page, as far down as it goes."""
        shot = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(shot["data"]))
        return path
