"""Twins of structures that public bodies publish: seen on real pages, filled with invented content, with their truth.

`docs/layouts.md` tells of each structure where it was seen. Those whose number can be divided by four are kept back:
they lie in `kept_back`, and nobody looks at how the product reads them. `python -m tests.budgets.layouts OUT` writes
the others with their truth, `--kept-back` those.

Belongs here: documents and what is true of them. Does not belong here: what the reader makes of it, and any layout that
was not seen (those are drawn, not copied from what is published).
"""

from tests.budgets.layouts.twin import KEPT_BACK_EVERY, Twin, all_twins, write_twins

__all__ = ["KEPT_BACK_EVERY", "Twin", "all_twins", "write_twins"]
