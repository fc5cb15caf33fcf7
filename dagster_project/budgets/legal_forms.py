"""The group of a legal form: wgr, private or other, from the form as written, else from the name or the section."""

import re
from collections.abc import Iterable

from dagster_project.budgets.frisian import in_dutch

WGR, PRIVATE, OTHER = "wgr", "private", "other"

_OTHER_FORM = re.compile(
    r"convenant|\bfonds\b|\begts\b|netwerk|(?:bestuurs|samenwerkings|intentie)?overeenkomst|overleg|platform",
    re.IGNORECASE,
)
_WGR = re.compile(
    r"gemeenschappelijke? (?:regeling|orgaan)|\bgr\b|openba(?:ar|re) licha(?:am|men)|\bol\b|bedrijfsvoerings?-?org"
    r"|\bbvo\b|centrumregeling|centrumgemeente|regeling zonder meer|\bwgr\b|publiekrechtelijk",
    re.IGNORECASE,
)
_WGR_BY_TASK = re.compile(
    r"veiligheidsregio|omgevingsdienst|uitvoeringsdienst|\bggd\b|\bwerkvoorziening"
    r"|\b(?!(?:water|land|gemeen|genoot|maat|vennoot|partner|burger|weten|gereed|lidmaat|eigen|hoogheemraad|bood|vriend"
    r"|leider|onderling|graaf)-?schap)[a-zà-ÿ]+-?schap\b"
    r"|metropoolregio|regionale belasting",
    re.IGNORECASE,
)
"""Tasks that the law gives to, or that hardly anybody but, a joint arrangement has: the last thing that tells."""
_PRIVATE = re.compile(
    r"(?<!\w)(?:n\.? ?v\.?|b\.? ?v\.?|c\.? ?v\.?|v\.?o\.?f\.?)(?!\w)|vennootschap|stichting|vereniging|co[oö]perati"
    r"|\bu\.a\.|(?<!\w)e\.v\.|privaatrechtelijk|\bmaatschap\b",
    re.IGNORECASE,
)
_OF_ALL_KINDS = re.compile(r"partij|deelneming|samenwerk|overige|\ben andere\b", re.IGNORECASE)
_OTHER_SECTION = re.compile(r"overige|convenant|netwerk|fonds", re.IGNORECASE)


def group_of(form: str | None, name: str, section: str | None) -> str | None:
    """wgr, private or other; None where nothing tells."""
    return _group_and_ground(form, name, section)[0]


def group_and_ground(
    form: str | None, name: str, section: str | None, over: Iterable[str]
) -> tuple[str | None, str | None]:
    """The group, also as the titles over a party tell it, and what told it: the `form`, `section`, `name`, `task` in
    the name, or the title `over`."""
    group, ground = _group_and_ground(form, name, section)
    if group is None and (group := group_over(over)):
        ground = "over"
    return group, ground


def _group_and_ground(form: str | None, name: str, section: str | None) -> tuple[str | None, str | None]:
    for ground, text, tests in (
        ("form", form, ((OTHER, _OTHER_FORM), (WGR, _WGR), (PRIVATE, _PRIVATE))),
        ("section", section, ((WGR, _WGR), (PRIVATE, _PRIVATE))),
        ("name", name, ((WGR, _WGR), (PRIVATE, _PRIVATE), (OTHER, _OTHER_FORM))),
        ("section", section, ((OTHER, _OTHER_SECTION),)),
        ("task", name, ((WGR, _WGR_BY_TASK),)),
    ):
        if text and not (text == section and form and group_of(form, "", None)):
            dutch = in_dutch(text)
            for group, pattern in tests:
                if pattern.search(dutch):
                    return group, ground
    return None, None


def group_over(titles: Iterable[str]) -> str | None:
    """The group that the titles over a party tell, the nearest first; None where the first that tells one tells more
    than that one, or speaks of parties of all kinds."""
    for title in titles:
        dutch = in_dutch(title)
        told = [group for group, pattern in ((WGR, _WGR), (PRIVATE, _PRIVATE)) if pattern.search(dutch)]
        if told:
            return told[0] if len(told) == 1 and not _OF_ALL_KINDS.search(dutch) else None
    return None
