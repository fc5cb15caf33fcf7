"""From what a page shows to a file: the templates, and what every page has.

Belongs here: rendering, with every value escaped, and writing. Does not belong here: what a page shows.
"""

import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from dagster_project.charts import font_face
from dagster_project.site.words import cell_address, day, number, said, upper_first

HERE = Path(__file__).parent
MENU = (
    ("index.html", "Overzicht"),
    ("figuren.html", "Figuren"),
    ("samenwerkingsverbanden.html", "Samenwerkingsverbanden"),
    ("organisaties.html", "Organisaties"),
    ("documenten.html", "Documenten"),
    ("kaart.html", "Kaart"),
    ("oordeel.html", "Oordeel"),
    ("wijzigingen.html", "Wijzigingen"),
    ("zoeken.html", "Zoeken"),
)
"""The pages that every page leads to, with their names."""

_ENDS = re.compile(r"</(?:td|th|tr|tbody|thead|li|dt|dd)>")
_QUOTED = re.compile(r'(?<==)"([\w.#/-]*[\w])"(?=[ >])')


class Site:
    """A folder that pages are written to. `shared` is what every page knows."""

    def __init__(self, out: Path, **shared: Any):
        self.out, self._shared = out, {"menu": MENU, **shared}
        self._environment = Environment(
            loader=FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters |= {
            "getal": number, "dag": day, "zegt": said, "hoofdletter": upper_first, "cel": cell_address,
        }  # fmt: skip
        for name, before in (("site.css", font_face()), ("site.js", "")):
            self.file(f"vast/{name}", before + (HERE / "static" / name).read_text(encoding="utf-8"))

    def page(self, address: str, template: str, **shown: Any) -> None:
        """Write a page; `up` leads from it to the folder of the site."""
        up = "../" * address.count("/")
        text = self._environment.get_template(template).render(here=address, up=up, **self._shared, **shown)
        self.file(address, _short(text))

    def file(self, address: str, text: str) -> None:
        """Write a text; `address` has the slashes and the escapes of an address, the file has not."""
        path = self.out / unquote(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _short(text: str) -> str:
    """The same page without the end tags and quotes that HTML lets be left out: a seventh of a site of thousands of
    tables. No value can be touched, for in values these signs are escaped."""
    return _QUOTED.sub(r"\1", _ENDS.sub("", text))
