"""Who publishes a release, under what, and when: the settings of `publication.yml` in the workspace.

```yaml
publisher:
  name: Ministerie van Binnenlandse Zaken en Koninkrijksrelaties
  identifier: https://identifier.overheid.nl/tooi/id/ministerie/mnre1034   # TOOI, where it has one
contact:
  name: Register regionale samenwerkingsverbanden   # a desk, never a person
  email: register@example.org
licence: CC0-1.0              # or CC-BY-4.0
published_on: 2025-06-12
embargo_until: 2025-06-12     # optional: nothing is to be said of it before that day
address: https://example.org/regionale-samenwerkingsverbanden   # the page of the register
```

Belongs here: reading and checking them. Nothing looks at the clock: whether an embargo is over is for people to see.
Does not belong here: which papers say what of them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

import yaml

from dagster_project.workspace import Workspace, WrongUse

FILE = "publication.yml"
_REQUIRED = {"publisher", "contact", "licence", "published_on", "address"}
_OPTIONAL = {"embargo_until"}


@dataclass(frozen=True)
class Licence:
    """A licence under which a release may be published: its SPDX code, Dutch name, text, and the EU's address of it."""

    code: str
    name: str
    text: str
    authority: str


_EU = "http://publications.europa.eu/resource/authority/licence"
LICENCES = {
    licence.code: licence
    for licence in (
        Licence(
            "CC0-1.0",
            "Creative Commons Zero 1.0 (vrij te gebruiken, zonder voorwaarden)",
            "https://creativecommons.org/publicdomain/zero/1.0/",
            f"{_EU}/CC0",
        ),
        Licence(
            "CC-BY-4.0",
            "Creative Commons Naamsvermelding 4.0 (vrij te gebruiken met naamsvermelding)",
            "https://creativecommons.org/licenses/by/4.0/",
            f"{_EU}/CC_BY_4_0",
        ),
    )
}


@dataclass(frozen=True)
class Publication:
    """The settings, checked. Addresses are without a slash at their end."""

    publisher: str
    publisher_identifier: str
    contact: str
    email: str
    licence: Licence
    published_on: date
    address: str
    embargo_until: date | None = None


INVENTED = Publication(
    publisher="lappendeken (verzonnen gegevens)",
    publisher_identifier="https://example.org/lappendeken",
    contact="lappendeken (verzonnen gegevens)",
    email="register@example.org",
    licence=LICENCES["CC0-1.0"],
    published_on=date(2025, 1, 1),
    address="https://example.org/lappendeken/regionale-samenwerkingsverbanden",
)
"""For example and simulated data without settings of their own: addresses that are nobody's (RFC 2606)."""


def publication_of(workspace: Workspace) -> Publication:
    """The settings of a workspace; `INVENTED` where it has none and its data are not real.

    Raises WrongUse for real data without settings, and for settings that cannot be used, with the place in the file.
    """
    file = workspace.root / FILE
    if not file.exists():
        if workspace.kind != "real":
            return INVENTED
        raise WrongUse("nothing says who publishes this, and when", file, f"write it as docs/release.md shows: {FILE}")
    try:
        said = yaml.safe_load(file.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise WrongUse(f"it is no YAML: {' '.join(str(error).split())}", file, "mend that line") from None
    return _Reading(file).publication(said)


@dataclass(frozen=True)
class _Reading:
    """What is read from the file; each error names the place in it."""

    file: Any

    def publication(self, said: Any) -> Publication:
        self._names("", said, _REQUIRED, _OPTIONAL)
        publisher, contact = said["publisher"], said["contact"]
        self._names("publisher", publisher, {"name", "identifier"}, set())
        self._names("contact", contact, {"name", "email"}, set())
        code = said["licence"]
        if code not in LICENCES:
            raise self._wrong("licence", f"is '{code}'", f"write one of {', '.join(LICENCES)}")
        published_on, embargo = self._day(said, "published_on"), None
        if said.get("embargo_until") is not None:
            embargo = self._day(said, "embargo_until")
            if embargo > published_on:
                mend = "let it be published on the day that the embargo ends, or later"
                raise self._wrong("embargo_until", f"{embargo} is after published_on, {published_on}", mend)
        return Publication(
            publisher=self._text("publisher.name", publisher["name"]),
            publisher_identifier=self._address("publisher.identifier", publisher["identifier"]),
            contact=self._text("contact.name", contact["name"]),
            email=self._email("contact.email", contact["email"]),
            licence=LICENCES[code],
            published_on=published_on,
            address=self._address("address", said["address"]),
            embargo_until=embargo,
        )

    def _wrong(self, place: str, what: str, mend: str) -> WrongUse:
        return WrongUse(f"{place} {what}".strip(), self.file, mend)

    def _names(self, place: str, said: Any, required: set[str], optional: set[str]) -> None:
        if not isinstance(said, dict):
            raise self._wrong(place or "it", "is no list of names and values", f"give {', '.join(sorted(required))}")
        dot = f"{place}." if place else ""
        if absent := sorted(required - said.keys()):
            raise self._wrong(f"{dot}{absent[0]}", "is missing", "add it as docs/release.md shows")
        if unknown := sorted(map(str, said.keys() - required - optional)):
            raise self._wrong(f"{dot}{unknown[0]}", "is no setting", f"it has {', '.join(sorted(required | optional))}")

    def _text(self, place: str, said: Any) -> str:
        if not isinstance(said, str) or not said.strip() or not said.isprintable():
            raise self._wrong(place, f"is '{said}'", "write a name on one line")
        return said.strip()

    def _email(self, place: str, said: Any) -> str:
        name, _, domain = said.partition("@") if isinstance(said, str) else ("", "", "")
        whole = name and "." in domain.strip(".") and not set(" <>\"'\\@") & set(name + domain)
        if not whole:
            raise self._wrong(place, f"is '{said}'", "write the address of a desk, such as register@example.org")
        return said

    def _address(self, place: str, said: Any) -> str:
        parts = urlsplit(said) if isinstance(said, str) else None
        plain = parts is not None and parts.scheme in ("http", "https") and parts.hostname and not parts.query
        if not plain or parts.fragment or set(' <>"{}|\\^`') & set(said):
            raise self._wrong(place, f"is '{said}'", "write an address that begins with https://, without ? and #")
        return said.rstrip("/")

    def _day(self, said: dict, name: str) -> date:
        day = said[name]
        if type(day) is not date:
            raise self._wrong(name, f"is '{day}'", "write a day as 2025-06-12")
        return day
