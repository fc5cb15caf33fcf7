"""What a label means, by a model that was learned over documents: a label is what stands beside values of one field.

Belongs here: whether a text is a label at all, and of which field. A text that is only a moment, a unit or a number is
no label here; what those say of amounts is typed elsewhere. Does not belong here: where a label stands and which value
goes with it. The weights are made by `evaluation.train_labels`.
"""

from dagster_project.budgets.labelling.fields import FIELDS, NONE
from dagster_project.budgets.labelling.meaning import Meaning, label_score, meanings

__all__ = ["FIELDS", "NONE", "Meaning", "label_score", "meanings"]
