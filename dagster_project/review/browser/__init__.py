"""The queue in a browser on this machine: questions one by one, answers kept as one goes, then imported as ever.

Belongs here: the pages, the draft of a reviewer, and who may ask for a page. Does not belong here: what is asked, and
what an answer decides; all of it goes through `review.importing`, as the rows of a workbook do.
"""

from dagster_project.review.browser.serving import serve

__all__ = ["serve"]
