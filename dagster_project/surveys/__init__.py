"""Surveys: questionnaires out, responses in from a folder, and read to mentions.

Belongs here: who is asked, the workbook that organisations are sent and send back, and what their answers claim. Does
not belong here: which collaboration a row is of, and whose word counts.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "export": ["export_forms", "write_forms"],
        "importing": ["import_responses"],
        "responses": ["Responses", "read_answers", "read_responses"],
        "layout": ["code_of"],
        "weighed": ["DENIALS", "Difference", "by_row", "differences"],
        "response": ["response_now", "response_table", "to_remind"],
    },
)
