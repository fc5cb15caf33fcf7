"""A twin: a document and its truth, built together, under the number of its structure.

Belongs here: registering, truth in its form as JSON, writing. Does not belong here: any document.
"""

import importlib
import json
import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.budgets.layouts.bodies import Body

KEPT_BACK_EVERY = 4
"""A structure whose number can be divided by this is kept back."""
AMOUNTS = ("equity_begin", "equity_end", "debt_begin", "debt_end", "result")
THOUSAND = 1000.0
_TELLS_FORM = re.compile(
    r"\b(?:N\.?V|B\.?V|U\.A|GR|GGD|Stichting\w*|Vereniging|Coöperati\w+|Gemeenschappelijke|Omgevingsdienst|Publiek\w+"
    r"|Veiligheidsregio|[Vv]ennootschap\w*)\b"
)
"""What in a name or a heading tells the form; where nothing does, the group of forms is not to be scored."""


@dataclass
class Told:
    """What one document tells, as its writer reports it while writing; `path` is where the document goes."""

    path: Path
    layout: str
    parties: list[dict] = field(default_factory=list)
    not_parties: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)

    def party(
        self,
        body: Body,
        fields: str = "",
        *,
        name: str | None = None,
        section: str | None = None,
        page: int | None = None,
        prose: bool = False,
        **other,
    ) -> Body:
        """Report a party and what of it is written: `form seat purpose participants` and amounts by name, `balance`
        for the four of equity and debt, `amounts` for these and the result.

        `prose` says that the participants are told in words or as a count; `other` are values that the document writes
        otherwise (`participants`, `seat`, `legal_form_written`, an amount in euros, ...). Gives the body back.
        """
        told = fields.replace("amounts", "balance result").replace("balance", " ".join(AMOUNTS[:4])).split()
        figures = dict(zip(AMOUNTS, body.amounts, strict=True))
        form_told = "form" in told or _TELLS_FORM.search(f"{name or body.name} {section or ''}")
        self.parties.append(
            {
                "name": name or body.name,
                "legal_form_written": body.form if "form" in told else None,
                "legal_form_group": body.group if form_told else None,
                "section_written": section,
                "seat": body.seat if "seat" in told else None,
                "purpose_present": "purpose" in told,
                "participants_written": list(body.participants) if "participants" in told else [],
                "participants_are_counts_or_prose": prose,
                **{amount: figures[amount] * THOUSAND if amount in told else None for amount in AMOUNTS},
                "page": page,
                "table_or_block": self.layout,
                **other,
            }
        )
        return body

    def person(self, *names: str) -> None:
        """Report persons whom the document names, so that no output may."""
        self.persons += [n for n in names if n not in self.persons]

    def no_party(self, *names: str) -> None:
        """Report names that look like parties and are none."""
        self.not_parties += names


@dataclass(frozen=True)
class Twin:
    """The twin of structure `number`; `document` is `<snapshot>/<organisation>_<slug>.<ending>`."""

    number: int
    document: str
    make: Callable[[Told], str | bytes | Path]

    @property
    def kept_back(self) -> bool:
        """Whether it is left out while the reader is built."""
        return self.number % KEPT_BACK_EVERY == 0

    def write(self, folder: Path) -> tuple[Path, dict]:
        """Write the document below the folder; gives its path and its truth."""
        path = folder / self.document
        path.parent.mkdir(parents=True, exist_ok=True)
        told = Told(path, self.make.__name__)
        content = self.make(told)
        if isinstance(content, str | bytes):
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        snapshot, name = self.document.split("/")
        code = name.split("_")[0]
        return path, {
            "document": self.document,
            "reporting_organisation": code if code[:2] in ("gm", "pv", "ws") else "",
            "snapshot": int(snapshot),
            "budget_year": int(snapshot),
            "parties": told.parties,
            "not_parties": told.not_parties,
            "persons": told.persons,
        }


_TWINS: dict[int, Twin] = {}


def twin(number: int, document: str):
    """Register the function that makes the twin of a structure."""

    def register(make: Callable[[Told], str | bytes | Path]):
        if number in _TWINS:
            raise ValueError(f"structure {number} has a twin already")
        _TWINS[number] = Twin(number, document, make)
        return make

    return register


def all_twins() -> list[Twin]:
    """Every twin, by number."""
    for room in ("looked_at", "kept_back"):
        package = importlib.import_module(f"tests.budgets.layouts.{room}")
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")
    return [_TWINS[number] for number in sorted(_TWINS)]


def write_twins(folder: Path, kept_back: bool = False) -> Iterator[tuple[Path, dict]]:
    """Write those that may be looked at, or those kept back, with `truth/<name>.json` beside them."""
    truths = folder / "truth"
    truths.mkdir(parents=True, exist_ok=True)
    for one in all_twins():
        if one.kept_back == kept_back:
            path, truth = one.write(folder)
            (truths / f"{path.stem}.json").write_text(json.dumps(truth, ensure_ascii=False, indent=1) + "\n", "utf-8")
            yield path, truth
