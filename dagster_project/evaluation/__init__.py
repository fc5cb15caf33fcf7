"""Scores of the pipeline against a truth: how much it reads, links and codes right, and what that does to the figures.

Belongs here: the forms of truth, the measures, and how they are shown. Does not belong here: making a truth
(`simulation`), and anything that the pipeline itself needs; no other room may import this one but the command.

This is the face of the room: whoever is outside imports from here only.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "all_stages": ["evaluate_all"],
        "code": ["evaluate_code"],
        "extract": ["evaluate_extract"],
        "intervals": ["evaluate_intervals"],
        "link": ["evaluate_link", "is_country"],
        "measures.told": ["Told", "errors_of"],
        "reading": ["Read", "read_now"],
        "report.as_json": ["write_json"],
        "report.labels": ["link_labels"],
        "report.page": ["write_page"],
        "report.screen": ["show"],
        "survey": ["evaluate_survey"],
        "thresholds": ["read_thresholds", "unmet"],
        "truth.documents": ["DocumentTruth", "read_documents_truth"],
        "truth.matching": ["Pairing", "pair_up"],
        "truth.party": ["SAME", "stated"],
    },
)
