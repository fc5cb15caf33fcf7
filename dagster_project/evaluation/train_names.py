"""The model of names anew: `python -m dagster_project.evaluation.train_names LISTS TRUTH...`.

LISTS is a CSV of mentions with the column `name_as_written`: what collaborations are called. Each TRUTH is a folder of
truth of documents, with the documents beside it: their texts, of which some are names of parties and most are not. Made
up beside these are names of companies and foundations, for lists hold few, and what a name is not: halves of names,
names with a tail, names of governments.

Belongs here: making `name_weights.npz` of `budgets/choice`, and what the model does to documents that it was not made
from. Does not belong here: using it (`budgets.choice.names`), and the weights around it (`train_context`,
`train_fields`).
"""

import csv
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from dagster_project.budgets.choice.features import DIMENSIONS, facts, pieces
from dagster_project.budgets.choice.names import FACTS_SCALE, WEIGHTS
from dagster_project.budgets.choice.parts import parts_of
from dagster_project.budgets.choice.units import Unit, units_of
from dagster_project.budgets.names import clean_name, key_of
from dagster_project.budgets.reader import parties_of
from dagster_project.documents import Document
from dagster_project.evaluation.learning import FOLDS, fold_of, matrix_of, readable_documents, save_arrays
from dagster_project.evaluation.truth.documents import DocumentTruth
from dagster_project.workspace.seeds import government_names

INVERSE_PENALTY = 3.0
SEED = 1
INVENTED = 1500
LISTED, MADE_UP, WRITTEN, WRITTEN_NAME = 0.4, 0.3, 1.0, 3.0
"""What a name of the lists, one that is made up, a text of a document and a name in one weigh."""
ALIKE = 8
"""Names of one document that each weigh as one of a document with a single name."""
_DRAWN = re.compile(r"_\d+-\d+$")
"""How the names of documents end that were drawn at random."""
_COMPANY = ("N.V.", "NV", "B.V.", "BV", "Holding N.V.")
_BODY = ("Stichting", "Vereniging", "Coöperatie")
_TAILS = ("is een samenwerking van gemeenten", "en de risico's", "2024", "heeft een begroting", "en andere partijen")


@dataclass(frozen=True)
class Example:
    """A text, whether it is exactly the name of a party, and what it weighs."""

    text: str
    is_name: bool
    weight: float


@dataclass(frozen=True)
class Read:
    """A document as read with its truth, its units, and the keys of the names of its parties."""

    truth: DocumentTruth
    document: Document
    units: list[Unit]
    names: frozenset[str]

    @property
    def name(self) -> str:
        """The path of the document, as the truth gives it."""
        return self.truth.document

    @property
    def drawn(self) -> bool:
        """Whether its layout was drawn at random: there are many of them, and no model of names is made from them."""
        return bool(_DRAWN.search(Path(self.name).stem))

    def examples(self) -> Iterator[Example]:
        """Every part of every text once. Of a document with many names each weighs less: they are written alike."""
        weight = WRITTEN_NAME * min(1.0, (ALIKE / max(1, len(self.names))) ** 0.5)
        for name in sorted({part.name for unit in self.units for part in parts_of(unit.text)}):
            is_name = key_of(name) in self.names
            yield Example(name, is_name, weight if is_name else WRITTEN)


def listed_examples(names: Iterable[str]) -> list[Example]:
    """Examples from names of lists: themselves, made-up ones of their words, and what is none."""
    draw = random.Random(SEED)
    listed = sorted({name for written in names if 3 < len(name := clean_name(written).text) < 140})
    stems = sorted({word for name in listed for word in re.findall(r"[A-ZÀ-Þ][a-zà-ÿ]{4,}", name)})
    found = [Example(name, True, LISTED) for name in listed]
    found += [Example(name, True, MADE_UP) for name in sorted({_invented(draw, stems) for _ in range(INVENTED)})]
    found += [Example(name, False, MADE_UP) for name in sorted(government_names())]
    for name in draw.sample(listed, min(len(listed), INVENTED)):
        words = name.split()
        if len(words) > 3:
            half = words[: len(words) // 2] if draw.random() < 0.5 else words[len(words) // 2 :]
            found.append(Example(" ".join(half), False, MADE_UP))
        if draw.random() < 0.2:
            found.append(Example(f"{name} {draw.choice((*_TAILS, f'te {draw.choice(stems)}'))}", False, MADE_UP))
    return found


def _invented(draw: random.Random, stems: Sequence[str]) -> str:
    one, other = draw.choice(stems), draw.choice(stems)
    both = draw.choice((one, f"{one} {other}"))
    return draw.choices(
        (
            f"{both} {draw.choice(_COMPANY)}",
            f"{draw.choice(_BODY)} {both}",
            one + other.lower(),
            f"N.V. {one} {other}",
            one,
        ),
        weights=(35, 25, 20, 10, 10),
    )[0]


def read_documents(folders: Iterable[Path]) -> list[Read]:
    """The readable documents of folders of truth; those that no reader may open are left out."""
    found = []
    for folder in folders:
        for truth, document in readable_documents(folder):
            names = frozenset(key_of(clean_name(party.name).text) for party in truth.parties)
            found.append(Read(truth, document, units_of(document), names))
    return found


def fitted(examples: Sequence[Example]) -> dict:
    """The arrays of the model: `pieces` (DIMENSIONS), `facts` (a weight per named feature) and `bias`."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    told = FACTS_SCALE * np.array([facts(e.text) for e in examples])
    shown = matrix_of([pieces(e.text) for e in examples], told, DIMENSIONS)
    model = LogisticRegression(C=INVERSE_PENALTY, max_iter=400, solver="liblinear", random_state=SEED)
    model.fit(shown, [e.is_name for e in examples], sample_weight=[e.weight for e in examples])
    learned = model.coef_[0]
    return {
        "pieces": learned[:DIMENSIONS].astype(np.float16),
        "facts": learned[DIMENSIONS:].astype(np.float32),
        "bias": np.float32(model.intercept_[0]),
    }


@contextmanager
def model_in_use(model: dict) -> Iterator[None]:
    """Have names scored by this model rather than by the weights on disk."""
    from dagster_project.budgets.choice import names

    own = names.weights
    told = (model["pieces"].astype(float), model["facts"].astype(float), float(model["bias"]))
    names.weights = lambda: told
    try:
        yield
    finally:
        names.weights = own


def judged_apart(documents: Sequence[Read], listed: list[Example]) -> Iterator[Read]:
    """Each document while names are scored by a model that was made without its fold: of `listed`, and of the documents
    of other kinds that were not drawn."""
    for fold in range(FOLDS):
        others = [e for d in documents if not d.drawn and fold_of(d.name) != fold for e in d.examples()]
        with model_in_use(fitted(listed + others)):
            yield from (document for document in documents if fold_of(document.name) == fold)


def left_out(documents: Sequence[Read], listed: list[Example]) -> Iterator[tuple[Read, set[str]]]:
    """Each document with the keys of the parties that are read in it by a model made without its fold."""
    for document in judged_apart(documents, listed):
        yield document, {key_of(clean_name(p.name).text) for p in parties_of(document.document)}


def listed_in(lists: Path) -> list[Example]:
    """The examples of a CSV of mentions with the column `name_as_written`."""
    with lists.open(encoding="utf-8-sig", newline="") as file:
        return listed_examples(row["name_as_written"] for row in csv.DictReader(file))


def main(lists: Path, truths: Sequence[Path]) -> None:
    """Tell what the model does to documents left out, per folder, then write the weights made from all of them."""
    listed = listed_in(lists)
    folders = {truth: read_documents([truth]) for truth in truths}
    everything = [document for documents in folders.values() for document in documents]
    found = {id(document): keys for document, keys in left_out(everything, listed)}
    print(f"{'documents, each left out':<40} {'parties':>8} {'recall':>8} {'precision':>10}")
    for truth, documents in folders.items():
        right = sum(len(d.names & found[id(d)]) for d in documents)
        there = sum(len(d.names) for d in documents)
        read = sum(len(found[id(d)]) for d in documents)
        print(f"{truth.parent.name:<40} {there:>8} {right / max(1, there):>8.3f} {right / max(1, read):>10.3f}")
    save_arrays(WEIGHTS, fitted(listed + [example for document in everything for example in document.examples()]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(folder) for folder in sys.argv[2:]])
