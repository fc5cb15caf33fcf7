"""Themes and goals that a source states itself.

Belongs here: Dutch labels and codes of our codebook to codes. Does not belong here: what words say of them (`themes`,
`goals`).
"""

import re
from typing import Any

from dagster_project.coding.candidates import Candidate
from dagster_project.dictionary import code_lists
from dagster_project.texts import fold
from dagster_project.workspace.seeds import codes

OTHER_CODEBOOK = frozenset({"register"})
"""Sources whose fields are of another codebook: the register's policy areas share words with ours ("economie") and
mean all a body touches, up to sixty at once. A mapping between codebooks would be data of its own."""

CONFIDENCE = 0.9


def stated_themes(mentions: list[dict[str, Any]]) -> list[Candidate]:
    """A candidate per mention and theme. A mention of which one label is unknown states nothing, for a part of its
    set would pass for the whole."""
    labels, out = _labels(), []
    for mention in mentions:
        if mention["source"] in OTHER_CODEBOOK:
            continue
        written = [fold(label) for text in mention["themes_written"] or [] for label in re.split(r"[;|]", text)]
        written = [label for label in written if label]
        if written and all(label in labels for label in written):
            for theme in dict.fromkeys(labels[label] for label in written):
                out.append(
                    Candidate("theme", theme, mention["mention_id"], "source", CONFIDENCE, source=mention["source"])
                )
    return out


def stated_goals(mentions: list[dict[str, Any]]) -> list[Candidate]:
    """A candidate per mention that says what sort of goal it is; `onbekend` says nothing."""
    known = {label: code for code, label in code_lists()["goal"].items() if code != "unknown"}
    said = ((mention, known.get(fold(mention["goal_written"] or "", "text"))) for mention in mentions)
    return [
        Candidate("goal", code, mention["mention_id"], "source", CONFIDENCE, source=mention["source"])
        for mention, code in said
        if code
    ]


def _labels() -> dict[str, str]:
    """Codes and Dutch labels, with and without what stands in brackets, to codes."""
    out = {}
    for code, row in codes("theme_code").items():
        for text in (code, row["label_nl"], row["label_nl"].split("(")[0]):
            out[fold(text)] = code
    return out
