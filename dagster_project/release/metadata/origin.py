"""`herkomst.ttl`: where a release comes from, by PROV-O: what it used, what made it, what came of it.

The same facts as `herkomst.json`, as a graph; no clock, no machine, no person. Does not belong here: which cell rests
on which place of a document; that is in the tables `figure_member` and `evidence`.
"""

from pathlib import Path
from typing import Any

from dagster_project.release.metadata.citation import release_address
from dagster_project.release.metadata.turtle import Statement, document, iri, text
from dagster_project.release.texts import Edition
from dagster_project.workspace.hashing import sha256_of
from dagster_project.workspace.releases import TABLES

_TOOI = "https://identifier.overheid.nl/tooi/id"
_KINDS = {"gm": "gemeente", "pv": "provincie", "ws": "waterschap", "mn": "ministerie"}


def tooi(organisation_id: str) -> str | None:
    """The TOOI address of a government by its id (`gm0014`); None for what is none."""
    kind = _KINDS.get(organisation_id[:2])
    return f"{_TOOI}/{kind}/{organisation_id}" if kind and organisation_id[2:].lstrip("re").isdigit() else None


def origin(folder: Path, edition: Edition, provenance: dict[str, Any], deliveries: list[dict[str, Any]]) -> str:
    """The file; `provenance` holds what `herkomst.json` does, `deliveries` rows of `delivery`, `folder` the tables."""
    release, publication = release_address(edition), edition.publication
    agent, software, made = (
        iri(publication.publisher_identifier),
        iri(f"{release}/lappendeken"),
        iri(f"{release}/maken"),
    )
    inputs = {
        **{f"code/{slug(name)}": (name, value) for name, value in provenance["code"].items()},
        **{f"gegevens/{slug(name)}": (name, value) for name, value in provenance["gegevens"].items() if value},
    }
    used = [iri(f"{release}/{place}") for place in inputs]
    used += [iri(f"{release}/levering/{d['delivery_id']}") for d in deliveries if d["status"] == "accepted"]
    tables = sorted(p.name for p in (folder / TABLES).glob("*.parquet"))
    subjects: list[tuple[str, list[Statement]]] = [
        (
            iri(release),
            [
                ("a", ["prov:Entity", "prov:Collection"]),
                ("dct:title", text(edition.title)),
                ("prov:wasGeneratedBy", made),
                ("prov:wasAttributedTo", agent),
                ("prov:hadMember", [iri(f"{release}/{TABLES}/{name}") for name in tables]),
            ],
        ),
        (
            made,
            [
                ("a", "prov:Activity"),
                ("rdfs:label", text("De pijplijn leest de leveringen, koppelt, codeert, telt en geeft uit")),
                ("prov:used", used),
                ("prov:wasAssociatedWith", [agent, software]),
            ],
        ),
        (agent, [("a", ["prov:Agent", "prov:Organization"]), ("rdfs:label", text(publication.publisher))]),
        (
            software,
            [
                ("a", "prov:SoftwareAgent"),
                ("rdfs:label", text("lappendeken")),
                ("dct:identifier", text(provenance["codeversie"], None)),
                ("dct:requires", [text(f"{n} {v}", None) for n, v in sorted(provenance["gereedschap"].items())]),
            ],
        ),
        *((iri(f"{release}/{place}"), _entity(name, value)) for place, (name, value) in inputs.items()),
        *((iri(f"{release}/levering/{d['delivery_id']}"), _delivery(d)) for d in deliveries),
        *(
            (
                iri(f"{release}/{TABLES}/{name}"),
                [*_entity(name, sha256_of(folder / TABLES / name)), ("prov:wasGeneratedBy", made)],
            )
            for name in tables
        ),
    ]
    return document(subjects)


def slug(name: str) -> str:
    """A name as the end of an address: `identiteiten (ledger)` is `identiteiten`."""
    return name.partition(" (")[0].replace(" ", "-")


def _entity(name: str, sha256: str) -> list[Statement]:
    return [("a", "prov:Entity"), ("rdfs:label", text(name)), ("dct:identifier", text(f"sha256:{sha256}", None))]


def _delivery(delivery: dict[str, Any]) -> list[Statement]:
    statements = _entity(delivery["file_name"], delivery["sha256"])
    if delivery["origin"]:
        statements.append(("dct:source", text(delivery["origin"])))
    if speakers := [iri(address) for one in delivery["organisation_ids"] if (address := tooi(one))]:
        statements.append(("prov:wasAttributedTo", speakers))
    return statements
