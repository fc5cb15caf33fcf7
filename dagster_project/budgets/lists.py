"""Lists that only name parties: bullets, numbers, one name per line, under a heading of affiliated parties.

A list beside blocks or a table is an overview of them and adds only what they do not tell; alone it is all there is.
"""

import re
from dataclasses import dataclass, field

from dagster_project.budgets.names import clean_name, is_party
from dagster_project.budgets.party import Party
from dagster_project.budgets.sections import is_category
from dagster_project.budgets.stream import Line

_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s+\S")
_INTRODUCES = re.compile(r"verbonden partij|gemeenschappelijke regeling|deelnem|participeert", re.IGNORECASE)
_ORGANISATION = re.compile(
    r"\b(?:gemeenschappelijke regeling|gr|n\.?v\.?|b\.?v\.?|c\.?v\.?|stichting|stifting|vereniging|feriening"
    r"|co[oö]peratie|regio\w*|ggd"
    r"|bank|veiligheidsregio|omgevingsdienst|gezondheidsdienst|\w*schap|\w*samenwerking\w*|holding|\w*dienst\w*|\w*tsjinst"
    r"|\w*maatschappij|fonds|archief|rekenkamer|\w*bedrijf|\w*bedrijven)(?!\w)",
    re.IGNORECASE,
)


@dataclass
class _List:
    section: str | None
    introduced: bool
    items: list[Party] = field(default_factory=list)


def listed_parties(lines: list[Line], used: set[int]) -> list[list[Party]]:
    """The names of each list, list by list; `used` are the lines that belong to blocks."""
    found: list[_List] = []
    current: _List | None = None
    section, introduced = None, False
    previous = -2
    for index, line in enumerate(lines):
        if index in used:
            current = None
            continue
        if line.level is not None:
            section = line.text if is_category(line.text) else section if line.level > 2 else None
            introduced = bool(_INTRODUCES.search(line.text)) or (introduced and is_category(line.text))
            current = None
        elif line.item or _NUMBERED.match(line.text):
            if is_category(line.text):
                section = line.text
            elif not line.labelled and is_party(line.text):
                if current is None:
                    current = _List(section, introduced)
                    found.append(current)
                name = clean_name(line.text)
                current.items.append(Party(name.text, line.locator, "list", section, name.status))
                previous = index
        elif (
            current
            and previous == index - 1
            and line.text[:1].isalnum()
            and not line.labelled
            and _runs_on(current, line)
        ):
            last = current.items[-1]
            joined = clean_name(f"{last.name} {line.text}")
            current.items[-1] = Party(joined.text, last.locator, "list", last.section, joined.status)
            previous = index
        elif is_category(line.text):
            section = line.text
        else:
            introduced = bool(_INTRODUCES.search(line.text))
            current = None
    return [x.items for x in found if x.introduced or x.section]


def _runs_on(current: _List, line: Line) -> bool:
    """Whether a line is the rest of the name before it, and not the text after the list."""
    return len(line.text) < 60 and not line.text.rstrip().endswith(".")


def is_organisation(name: str) -> bool:
    """Whether a name holds a word that organisations have."""
    return bool(_ORGANISATION.search(name))
