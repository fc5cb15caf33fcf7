"""A page as a browser lays it out: what is cut off, or wider than the window."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

PROBE = """<script>
document.fonts.ready.then(() => {
const faults = [];
if (document.documentElement.scrollWidth > window.innerWidth) faults.push('wider than the window');
for (const svg of document.querySelectorAll('svg')) {
  const box = svg.getBoundingClientRect();
  for (const text of svg.querySelectorAll('text')) {
    const at = text.getBoundingClientRect();
    if (at.left < box.left - 1 || at.right > box.right + 1 || at.bottom > box.bottom + 1) faults.push(text.textContent);
  }
}
for (const card of document.querySelectorAll('.card')) {
  if (card.scrollWidth > card.clientWidth) faults.push(card.textContent);
}
document.body.setAttribute('data-faults', faults.join('|') || 'none');
});
</script>"""


def faults_shown(page: Path, folder: Path, width: int) -> str:
    """What is cut off in a window of so many points, `none` where nothing is; skips where no browser is there."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        pytest.skip("no chromium is here")
    probed = folder / "probed.html"
    probed.write_text(page.read_text(encoding="utf-8").replace("</body>", PROBE + "</body>"), encoding="utf-8")
    words = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--virtual-time-budget=3000",
        f"--window-size={width},900",
        "--dump-dom",
    ]
    shown = subprocess.run(
        [browser, f"--user-data-dir={folder / 'profile'}", *words, f"file://{probed}"],
        capture_output=True,
        text=True,
        timeout=60,
    )
    return re.search(r'data-faults="([^"]*)"', shown.stdout)[1]
