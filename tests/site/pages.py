"""Reading the pages of a site as a browser would: their links, their text, and the data of their scripts."""

import json
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


def pages_of(site: Path) -> dict[Path, html.HtmlElement]:
    return {
        path: html.parse(path, html.HTMLParser(encoding="utf-8")).getroot() for path in sorted(site.rglob("*.html"))
    }


def links_of(path: Path, page: html.HtmlElement) -> list[tuple[Path, str]]:
    """The file and the place in it of every link, picture, style and script; `data:` is none."""
    found = []
    for element in page.iter():
        for name in ("href", "src"):
            address = urlsplit(element.get(name) or "data:")
            if address.scheme != "data":
                assert not address.scheme, f"{path} asks something of a network: {element.get(name)}"
                target = (path.parent / unquote(address.path)).resolve() if address.path else path.resolve()
                found.append((target, address.fragment))
    return found


def called(path: Path) -> list:
    """What a file of data calls its function with."""
    arguments = re.fullmatch(r"LAPPENDEKEN\.\w+\((.*)\);\n", path.read_text(encoding="utf-8"), re.DOTALL)[1]
    return json.loads(f"[{arguments}]")
