"""What text means before anyone knows what it is about.

Belongs here: rules about letters and words that every room shares, and the reading of words that are kept as data.
Does not belong here: what exists under a name, and the words of one subject, which stand beside the code that uses
them.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(
    __name__,
    submod_attrs={
        "decoding": ["decode"],
        "encoding": ["repair_encoding", "was_double_encoded"],
        "folding": ["clean", "fold", "legible"],
        "placeholders": ["failed_formula", "filled", "placeholder", "placeholders"],
        "screen": ["printable"],
        "vocabulary": ["Entry", "Regex", "Vocabulary", "read_vocabulary"],
    },
)
