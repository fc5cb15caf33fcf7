"""Deliveries: which files were taken in, what they are, and the rows that readers of them write.

Belongs here: taking in, the manifest, refusals at the door, conflicts between deliveries, plain tables by their
headings, and the shape of a mention. Does not belong here: what a file says of any collaboration.

This is the face of the room: whoever is outside imports from here only. All loads on use, for the quick commands
import this package and must not pay for the readers of tables.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "absent": ["refuse_if_absent"],
        "came_before": ["ManifestLost", "require_known", "restore_manifest"],
        "model": ["Delivery", "Fault", "IntakeReport"],
        "scanning": ["deliveries", "scan"],
        "standing": ["raw_differences"],
        "take": ["take_in"],
        "records": ["Mentions", "refused"],
        "sniff": ["CSV", "DOCX", "HTML", "ODS", "ODT", "PDF", "TEXT", "XLSX", "XML", "media_type_of", "name_fault"],
        "headings": [
            "Layout",
            "Row",
            "Table",
            "find_table",
            "fullest_row",
            "hidden_part",
            "hidden_parts",
            "missing_columns",
            "read_sheets",
            "read_tables",
            "refused_file",
        ],
        "texts": ["is_formula", "is_register_number", "items", "numbered"],
        "dates": ["as_date"],
    },
)
