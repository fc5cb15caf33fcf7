"""Turtle (RDF 1.1) written by hand: subjects in the order given, the same bytes for the same statements.

Belongs here: how terms are escaped and laid out. Does not belong here: what is said.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import date

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|\\^`]")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}

Statement = tuple[str, "str | Sequence[str]"]
"""A predicate and its object, or its objects."""


def iri(address: str) -> str:
    """An address as a term. What may not stand in one is written by its percent code."""
    return f"<{_NOT_IN_IRI.sub(lambda m: ''.join(f'%{b:02X}' for b in m[0].encode()), address)}>"


def text(said: str, language: str | None = "nl") -> str:
    """A text; without a language it is a plain string."""
    escaped = "".join(_ESCAPES.get(c, c) for c in said)
    return f'"{escaped}"' + (f"@{language}" if language else "")


def day(said: date) -> str:
    return f'"{said.isoformat()}"^^xsd:date'


def number(said: int, kind: str = "nonNegativeInteger") -> str:
    return f'"{said}"^^xsd:{kind}'


def node(statements: Iterable[Statement]) -> str:
    """A thing without an address of its own."""
    inside = " ; ".join(f"{predicate} {_objects(objects)}" for predicate, objects in statements)
    return f"[ {inside} ]"


def document(subjects: Iterable[tuple[str, Sequence[Statement]]]) -> str:
    """The whole file: prefixes that are used, then every subject with its statements."""
    parts = [
        f"{subject}\n    " + " ;\n    ".join(f"{p} {_objects(objects)}" for p, objects in statements) + " .\n"
        for subject, statements in subjects
    ]
    body = "\n".join(parts)
    used = [f"@prefix {name}: <{of}> .\n" for name, of in PREFIXES.items() if re.search(rf"(?<![\w:]){name}:", body)]
    return "".join(used) + "\n" + body


def _objects(objects: str | Sequence[str]) -> str:
    return objects if isinstance(objects, str) else " , ".join(objects)
