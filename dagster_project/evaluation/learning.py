"""What the modules that learn weights of the reader share: documents with their truth, texts as rows of a matrix, folds
by the kind of a document, and arrays on disk.

Belongs here: these steps. Does not belong here: what is learned (`train_names`, `train_labels`, `train_context`,
`train_fields`).
"""

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from dagster_project.budgets.finding import pages_of_parties
from dagster_project.documents import Document, Refused, read_document
from dagster_project.evaluation.truth.documents import DocumentTruth, path_of, read_documents_truth
from dagster_project.workspace.atomic import write_bytes

if TYPE_CHECKING:
    import numpy as np
    from scipy.sparse import csr_matrix

FOLDS = 9


def readable_documents(folder: Path) -> Iterator[tuple[DocumentTruth, Document]]:
    """The documents of a folder of truth that a reader may open, each with its truth, in the order of their paths."""
    truths, root = read_documents_truth(folder, None)
    for truth in truths:
        if truth.refused_whole or truth.refusal:
            continue
        try:
            document = read_document(path_of(truth, root), pages_of_parties)
        except Refused:
            continue
        yield truth, document


def fold_of(document: str) -> int:
    """The fold of a document: by its name, so that documents of one kind stay together."""
    kind = re.sub(r"^\d{4}/\w+?_|\.\w+$", "", document)
    return int(hashlib.blake2b(kind.encode(), digest_size=8).hexdigest(), 16) % FOLDS


def matrix_of(
    pieces: Sequence[tuple[Sequence[int], float]], facts: Sequence[Sequence[float]], dimensions: int
) -> "csr_matrix":
    """Texts as rows: where their pieces are hashed to, with the weight of all pieces of a text, then their facts.

    Shape (texts, `dimensions` + facts).
    """
    import numpy as np
    from scipy.sparse import csr_matrix, hstack

    rows, columns, values = [], [], []
    for number, (places, weight) in enumerate(pieces):
        rows += [number] * len(places)
        columns += places
        values += [weight] * len(places)
    hashed = csr_matrix((values, (rows, columns)), shape=(len(pieces), dimensions))
    return hstack([hashed, csr_matrix(np.array(facts))]).tocsr()


def save_arrays(path: Path, model: Mapping[str, "np.ndarray"]) -> None:
    """Write arrays, the same ones as the same bytes."""
    import numpy as np

    content = io.BytesIO()
    np.savez_compressed(content, **{name: model[name] for name in sorted(model)})
    write_bytes(path, content.getvalue())
