"""`CITATION.cff`: how a release is cited (Citation File Format 1.2.0)."""

import json

from dagster_project.release.texts import Edition

KEYWORDS = ("regionale samenwerking", "gemeenten", "provincies", "waterschappen", "openbaar bestuur")


def citation(edition: Edition) -> str:
    """The file; texts are quoted as JSON does, which YAML reads alike."""
    publication = edition.publication

    def said(value: str) -> str:
        return json.dumps(value, ensure_ascii=False)

    lines = [
        "cff-version: 1.2.0",
        "type: dataset",
        f"message: {said('Noem bij gebruik deze uitgave, met haar nummer.')}",
        f"title: {said(edition.title)}",
        *([f"abstract: {said(edition.warning)}"] if edition.warning else []),
        "authors:",
        f"  - name: {said(publication.publisher)}",
        f"    website: {said(publication.publisher_identifier)}",
        f"version: {said(edition.release_id)}",
        f"date-released: {publication.published_on.isoformat()}",
        f"license: {publication.licence.code}",
        f"url: {said(release_address(edition))}",
        "keywords:",
        *(f"  - {word}" for word in KEYWORDS),
    ]
    return "\n".join(lines) + "\n"


def release_address(edition: Edition) -> str:
    """The address of a release below that of the register."""
    return f"{edition.publication.address}/{edition.release_id}"
