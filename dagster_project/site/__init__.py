"""The auditor's site: a release as pages that link every figure to its members, and these to documents.

Belongs here: pages from the tables and the verdict of a release folder, static, to be read from disk. Does not belong
here: any judgement or number that the folder does not hold.
"""

import lazy_loader as lazy

__getattr__, __dir__, __all__ = lazy.attach(__name__, submod_attrs={"write": ["write_site"]})
