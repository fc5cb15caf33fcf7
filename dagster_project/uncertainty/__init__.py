"""What the figures are worth: what may be said of them, whether statements can be true together, what was restated.

Belongs here: whatever is said about a figure beside its value, as tables of their own. Does not belong here: the
figures (`warehouse`), whether a release may go out (`quality`, whose expectations look at these tables), and how good
the estimators are against a truth (`evaluation`).

- `sayings`: one sentence that a cell supports and one that it does not
- `errors`: how often the register errs, by blind samples, and what that does to its shares; `measured` its tables
- `claims`: statements of publications held against each other and against us
- `coverage`: how many no list has; `growth`: why a total moved; `indicators`: those of official statistics
- `restatement`: cells that a release published and that changed
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "claims": ["claim_checks", "published_comparisons"],
        "measured": ["audit_agreements", "measured_confusions", "measured_corrections", "measured_error_rates"],
        "coverage": ["Seen", "coverage_estimates", "population"],
        "growth": ["growth_parts"],
        "indicators": ["quality_indicators"],
        "errors": ["Audit", "Unit", "classes", "corrected", "corrected_shares", "error_bounds"],
        "restatement": ["restated_cells"],
        "sayings": ["figure_sayings", "in_dutch"],
    },
)
