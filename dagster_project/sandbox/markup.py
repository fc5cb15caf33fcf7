"""XML and HTML looked at before any parser sees them: declared entities, and more elements than a document has.

A parser only tells of these when it is too late, or not at all: some stop at a depth and drop what lies deeper.
"""

import re

from dagster_project.sandbox.limits import MAX_DEPTH, MAX_TAGS, MAX_XML, MIB
from dagster_project.sandbox.refusal import Refused

_ENTITY = re.compile(rb"<!\s*ENTITY|<!\s*DOCTYPE[^>\[]*\[", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE", re.IGNORECASE)


def declares_entities(content: bytes) -> bool:
    """Whether markup declares entities, wherever and in whatever encoding; an ordinary DOCTYPE declares none."""
    return bool(_ENTITY.search(_narrow(content)))


def check_markup(content: bytes, locator: str, doctype: bool = False) -> None:
    """Whether markup may be parsed; `doctype`: whether one may stand there, which in Office files it never does.

    Raises Refused: external_entity, too_large.
    """
    if len(content) > MAX_XML:
        raise Refused(
            "too_large", locator, f"{len(content) // MIB} MiB, ten hoogste {MAX_XML // MIB} MiB wordt gelezen"
        )
    if declares_entities(content) or (not doctype and _DOCTYPE.search(_narrow(content))):
        raise Refused(
            "external_entity", locator, "de opmaak declareert entiteiten; er wordt niets uitgevouwen of opgehaald"
        )
    if (tags := content.count(b"<")) > MAX_TAGS:
        raise Refused(
            "too_large", locator, f"{tags} elementen, er worden er ten hoogste {MAX_TAGS} gelezen; vraag om een deel"
        )


def too_deep(locator: str) -> Refused:
    """The refusal of markup that a parser only read down to its greatest depth."""
    detail = f"elementen staan meer dan {MAX_DEPTH} diep in elkaar; bewaar het bestand opnieuw met een ander programma"
    return Refused("too_large", locator, detail)


def _narrow(content: bytes) -> bytes:
    """UTF-16 and UTF-32 with their zero bytes out, so that ASCII looks the same in all encodings."""
    return content.replace(b"\0", b"") if b"\0" in content[:400] else content
