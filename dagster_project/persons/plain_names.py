"""Names of persons without title or initials: known first names, the shape of Dutch surnames, words of contact.

Each row of capitalised words is looked at once. Does not belong here: titles, initials and offices (`titled`).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dagster_project.persons.contact import could_tell, may_stand_before, said_before, said_before_one, said_behind
from dagster_project.persons.spans import Kind, Span
from dagster_project.persons.words import Words, is_government, words

_PARTICLE = (
    r"(?:van|de|der|den|ten|ter|te|het|'t|’t|'s|’s|in|op|von|el|al|ben|bin|la|le|du|di|da|dos|die|aan|uit|over|ul"
    r"|oude|und|zu|zur)"
)
_UPPER = r"[A-ZÀ-ÖØ-ÞİŞ]"
_CAPITAL = rf"{_UPPER}(?:[\w’']*\w)?(?:-(?!{_PARTICLE}[ \xa0])\w[\w’']*)*"
_NEXT = (
    rf"[ \xa0]+(?:{_PARTICLE}[ \xa0]+){{0,3}}{_CAPITAL}"
    rf"|[ ]?[-–][ ]?(?!und)(?:{_PARTICLE}[ \xa0]+){{1,3}}{_CAPITAL}"
)
# The letter comes before what may not stand before it: so the search leaps from capital to capital.
_FIRST = rf"{_UPPER}(?<![\w.@/’'-].)(?:[\w’']*\w)?(?:-(?!{_PARTICLE}[ \xa0])\w[\w’']*)*"
_RUN = re.compile(rf"{_FIRST}(?:{_NEXT})*")
_ROW = re.compile(rf"{_FIRST}(?:{_NEXT})+")
_WORD = re.compile(rf"(?P<particles>(?:{_PARTICLE}[ \xa0]+)*)(?P<word>{_CAPITAL})")

_OF_SURNAMES = re.compile(r"van (?:der|den|de|'t|’t|het)|ter|ten|el|von|'t|’t|de|van|in 't|in ’t|op de|op den")
_OF_SURNAMES_ANYWHERE = re.compile(r"[-–] ?[a-z’']|van (?:de[rn]|het|['’]t) |\w{3}-[A-Z]")
_PLAIN = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ’']+(?:-[A-ZÀ-Þ][a-zà-ÿ’']+)?")
_OF_A_PLACE = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]{3,}se")
"""The adjective of a place, before the name of a part of it: `Utrechtse Heuvelrug`."""
_COMPASS = frozenset({"Noord", "Oost", "Zuid", "West", "Midden", "Noordoost", "Noordwest", "Zuidoost", "Zuidwest"})
_LONGEST = 12
"""Letters of a first name that no list has, at most."""
_CAPITAL_PARTICLES = frozenset("van de den der die ten ter el al von le la du oude het uit".split())  # noqa: SIM905
_BEGINS_ANOTHER = frozenset(
    {"gemeente", "provincie", "waterschap", "ggd", "omgevingsdienst", "veiligheidsregio", "ministerie", "regio"}
)
"""A body behind a name is another thing where it begins with one of these; else it is called after the person."""


@dataclass(frozen=True)
class Word:
    """One capitalised word of a row, with the particles before it."""

    start: int
    end: int
    text: str
    particles: str
    hyphen: bool
    """Whether a hyphen joins it to the word before: the second part of a double surname."""

    @property
    def lower(self) -> str:
        return self.text.lower()


def spans_of_plain_names(text: str, titled: bool) -> Iterator[Span]:
    """Names of persons that neither a title nor initials tell; `titled`: whether the text may hold a title."""
    known = words()
    # A single word is a name only in a sentence that says so: most texts hold none, and then rows are enough.
    for run in (_RUN if said_before_one(text) else _ROW).finditer(text):
        told = titled or _could_be(run.group(), known) or may_stand_before(text, run.start()) or could_tell(text)
        if not told:
            continue
        for part, before, behind in _parts(text, run, known):
            if found := _person(text, part, before, behind, known):
                yield Span(*found, Kind.PERSON)


def _could_be(row: str, known: Words) -> bool:
    """Whether a row holds a first name, or a hyphen or particle of a surname: cheap, and true too often."""
    return not known.first_names.isdisjoint(row.replace("-", " ").split()) or bool(_OF_SURNAMES_ANYWHERE.search(row))


def is_bare_name(text: str) -> bool:
    """Whether a text is nothing but two to four capitalised words, none of which a body has."""
    known = words()
    run = _RUN.fullmatch(text.strip())
    if not run:
        return False
    row = [w.lower for w in _words(text.strip(), run)]
    return len(row) > 1 and not any(_is_body(w, known) for w in row) and not is_government(text.strip())


def _words(text: str, run: re.Match[str]) -> list[Word]:
    found = _WORD.finditer(text, run.start(), run.end())
    return [
        Word(m.start("word"), m.end("word"), m["word"], m["particles"].strip(), text[: m.start()].rstrip()[-1:] in "-–")
        for m in found
    ]


def _parts(text: str, run: re.Match[str], known: Words) -> Iterator[tuple[list[Word], str, str]]:
    """The row cut at words that no name has, each part with the word of a body before and behind it (or nothing)."""
    part: list[Word] = []
    before = ""
    for word in _words(text, run):
        is_body = word.lower in known.body_words and not (
            part and word.lower in known.surnames_too and (word.hyphen or _is_first_name(part[-1].text, known))
        )
        within = part and (word.particles or word.lower in _CAPITAL_PARTICLES)
        if is_body or (word.lower in known.not_names and not within):
            if part:
                yield part, before, word.lower if is_body and not word.particles else ""
            part, before = [], word.lower if is_body else ""
        else:
            if not part and word.particles:
                before = ""
            part.append(word)
    if part:
        yield part, before, ""


def _person(text: str, part: Sequence[Word], before: str, behind: str, known: Words) -> tuple[int, int] | None:
    """Where a person stands among the words of a part; None where there is none.

    `before` and `behind` are the words of a body around it: *Stichting* before a name makes it that of a foundation.
    """
    if len(part) == 1:
        [word] = part
        alone = not before and not _is_body(word.lower, known) and said_before_one(text, word.start)
        return (word.start, word.end) if alone else None
    namesake = bool((before and not part[0].particles) or (behind and behind not in _BEGINS_ANOTHER))
    found = _by_first_name(text, part, namesake, known)
    could_be = not found and not namesake and not _is_body(part[0].lower, known)
    if could_be and (_is_shaped(part, known) or _in_contact(text, part) or _in_running_text(text, part, known)):
        found = part[0].start, _end(text, part)
    return found if found and not is_government(text[slice(*found)]) else None


def _by_first_name(text: str, part: Sequence[Word], namesake: bool, known: Words) -> tuple[int, int] | None:
    for at, word in enumerate(part[:-1]):
        if not _is_first_name(word.text, known):
            continue
        proven = word.text not in known.plain_words or _has_surname(part[at + 1 :], known)
        if (proven and not (namesake and at == 0)) or _in_contact(text, part):
            return word.start, _end(text, part[at:])
    return None


def _in_contact(text: str, part: Sequence[Word]) -> bool:
    return said_before(text, part[0].start) or said_behind(text, part[-1].end)


def _in_running_text(text: str, part: Sequence[Word], known: Words) -> bool:
    """Whether two or three words of plain shape follow a small word, and neither a place nor a body is among them."""
    plain = all(_PLAIN.fullmatch(w.text) for w in part) and len(part) < 4
    bodies = any(_is_body(w.lower, known) for w in part if not w.particles and not w.hyphen)
    return plain and not bodies and may_stand_before(text, part[0].start)


def _end(text: str, name: Sequence[Word]) -> int:
    """Where a name ends: before the name of a government that follows it, if two words are left."""
    for at in range(2, len(name)):
        if not name[at].particles and is_government(text[name[at].start : name[-1].end]):
            return name[at - 1].end
    return name[-1].end


def _is_first_name(word: str, known: Words) -> bool:
    first, _, second = word.partition("-")
    return first in known.first_names and (not second or second in known.first_names)


def _has_surname(rest: Sequence[Word], known: Words) -> bool:
    """Whether words behind a first name that is also a plain word are those of a surname."""
    return any(_is_surname(w.text, known) for w in rest) or bool(_OF_SURNAMES.fullmatch(rest[0].particles))


def _is_surname(word: str, known: Words) -> bool:
    """Whether a word is a surname by itself or by its end; one that joins places or regions with hyphens is none."""
    parts = word.split("-")
    if len(parts) > 1 and any(is_government(one) or one in _COMPASS or one.lower() in known.regions for one in parts):
        return False
    return any(one in known.surnames or (len(one) > 5 and one.endswith(known.surname_endings)) for one in parts)


def _is_shaped(part: Sequence[Word], known: Words) -> bool:
    """Whether words without a known first name have the shape of a first name and a Dutch surname."""
    first, last = part[0], part[1]
    if len(part) > 3 or "-" in first.text or any(_is_body(w.lower, known) for w in part[:2]):
        return False
    if (_OF_A_PLACE.fullmatch(first.text) or len(first.text) > _LONGEST) and not _is_first_name(first.text, known):
        return False
    if part[-1].hyphen and part[-1].particles:
        return True
    if last.particles:
        return bool(_OF_SURNAMES.fullmatch(last.particles)) and _is_surname(last.text, known)
    return _is_surname(last.text, known)


def _is_body(word: str, known: Words) -> bool:
    return (
        word in known.body_words
        or word in known.not_names
        or word in known.regions
        or word.endswith(known.body_endings)
        or is_government(word)
    )
