"""`dcat.ttl`: the register as a series and this release as a data set of it, by DCAT-AP-NL 3.

Belongs here: what a catalogue of open data asks. Does not belong here: where the release comes from (`origin`).
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dagster_project.release.metadata.citation import KEYWORDS, release_address
from dagster_project.release.metadata.turtle import Statement, day, document, iri, node, number, text
from dagster_project.release.publication import LICENCES
from dagster_project.release.texts import Edition
from dagster_project.workspace.hashing import sha256_of

_EU = "http://publications.europa.eu/resource/authority"
ACCESS, THEME = f"{_EU}/access-right/PUBLIC", f"{_EU}/data-theme/GOVE"
DUTCH, COUNTRY, IRREGULAR = f"{_EU}/language/NLD", f"{_EU}/country/NLD", f"{_EU}/frequency/IRREG"
PACKAGE, SDMX_CSV = "https://datapackage.org/standard/", "https://github.com/sdmx-twg/sdmx-csv"
OOXML = "https://ecma-international.org/publications-and-standards/standards/ecma-376/"
SHA256 = "http://spdx.org/rdf/terms#checksumAlgorithm_sha256"
_IANA = "https://www.iana.org/assignments/media-types"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_ABOUT = (
    "De regionale samenwerkingsverbanden waarin gemeenten, provincies en waterschappen deelnemen, per peiling, met hun "
    "deelnemers, rechtsvorm en beleidsterreinen, en de cijfers daarover. Elk cijfer is terug te voeren op zijn bronnen."
)


def catalogue(
    folder: Path, edition: Edition, dates: Mapping[int, Any], deliveries: list[dict[str, Any]], sdmx: str
) -> str:
    """The file. `dates` are the reference dates of the snapshots with data, `deliveries` rows of `delivery`.

    `folder` holds the files that are distributed: their sizes and hashes are told.
    """
    publication = edition.publication
    register, release = publication.address, release_address(edition)
    agent, desk = iri(publication.publisher_identifier), iri(f"{register}/contact")
    shared: list[Statement] = [("dct:publisher", agent), ("dcat:contactPoint", desk)]
    series = iri(f"{register}/reeks")  # a series is no data set: it is found from its data sets
    sources = [iri(f"{release}/levering/{d['delivery_id']}") for d in deliveries]
    files = [
        (edition.workbook_name, _SHEET, "XLSX", OOXML, "Werkmap voor lezers, met leeswijzer"),
        (sdmx, "text/csv", "CSV", SDMX_CSV, "Alle cijfers in lange vorm (SDMX-CSV 2.0)"),
        (
            "datapackage.json",
            "application/json",
            "JSON",
            PACKAGE,
            "Alle tabellen als CSV en Parquet, beschreven (Data Package 2)",
        ),
    ]
    catalog: list[Statement] = [
        ("a", "dcat:Catalog"),
        ("dct:title", text("Register van regionale samenwerkingsverbanden")),
        ("dct:description", text("De uitgaven van het register van regionale samenwerkingsverbanden.")),
        *shared,
        ("dct:creator", agent),
        ("dct:language", iri(DUTCH)),
        ("dct:license", iri(publication.licence.authority)),
        ("dct:spatial", iri(COUNTRY)),
        ("dcat:dataset", iri(release)),
        ("foaf:homepage", iri(register)),
        ("dct:issued", day(publication.published_on)),
    ]
    of_series: list[Statement] = [
        ("a", "dcat:DatasetSeries"),
        ("dct:title", text("Regionale samenwerkingsverbanden")),
        ("dct:description", text(_ABOUT)),
        *shared,
        ("dct:accrualPeriodicity", iri(IRREGULAR)),
        ("dct:spatial", iri(COUNTRY)),
        ("dct:temporal", _period(dates)),
    ]
    dataset: list[Statement] = [
        ("a", "dcat:Dataset"),
        ("dct:title", text(edition.title)),
        ("dct:description", text(f"{edition.warning} {_ABOUT}".strip())),
        ("dct:identifier", text(release, None)),
        ("dcat:version", text(edition.release_id, None)),
        ("dct:issued", day(publication.published_on)),
        *([("dct:available", day(publication.embargo_until))] if publication.embargo_until else []),
        *shared,
        ("dct:creator", agent),
        ("dct:accessRights", iri(ACCESS)),
        ("dcat:theme", iri(THEME)),
        ("dcat:keyword", [text(word) for word in KEYWORDS]),
        ("dct:language", iri(DUTCH)),
        ("dct:spatial", iri(COUNTRY)),
        ("dct:temporal", _period(dates)),
        ("dct:accrualPeriodicity", iri(IRREGULAR)),
        ("dcat:inSeries", series),
        ("dcat:landingPage", iri(register)),
        ("foaf:page", iri(f"{release}/LEESMIJ.md")),
        ("dct:conformsTo", iri(PACKAGE)),
        ("dct:provenance", iri(f"{release}/herkomst.ttl")),
        ("dct:rights", [_rights(said) for said in edition.licences] or [_rights("bij geen levering vermeld")]),
        *([("prov:wasDerivedFrom", sources)] if sources else []),
        ("dcat:distribution", [iri(f"{release}/{name}") for name, *_ in files]),
    ]
    subjects: list[tuple[str, list[Statement]]] = [
        (iri(f"{register}/catalogus"), catalog),
        (series, of_series),
        (iri(release), dataset),
        *((iri(f"{release}/{f[0]}"), _distribution(folder, edition, *f)) for f in files),
        *((iri(f"{release}/levering/{d['delivery_id']}"), _source(d)) for d in deliveries),
        (agent, [("a", ["foaf:Agent", "foaf:Organization"]), ("foaf:name", text(publication.publisher))]),
        (
            desk,
            [
                ("a", ["vcard:Kind", "vcard:Organization"]),
                ("vcard:fn", text(publication.contact)),
                ("vcard:hasEmail", iri(f"mailto:{publication.email}")),
                ("vcard:hasURL", iri(register)),
            ],
        ),
        *_words(edition),
    ]
    return document(subjects)


def _period(dates: Mapping[int, Any]) -> str:
    days = sorted(dates.values())
    ends = [("dcat:startDate", day(days[0])), ("dcat:endDate", day(days[-1]))] if days else []
    return node([("a", "dct:PeriodOfTime"), *ends])


def _rights(said: str) -> str:
    label = text(f"Een deel van de leveringen waarop de uitgave rust, kwam onder: {said}")
    return node([("a", "dct:RightsStatement"), ("rdfs:label", label)])


def _distribution(
    folder: Path, edition: Edition, name: str, media: str, kind: str, standard: str, title: str
) -> list[Statement]:
    release, path = release_address(edition), folder / name
    checksum = node(
        [
            ("a", "spdx:Checksum"),
            ("spdx:algorithm", iri(SHA256)),
            ("spdx:checksumValue", f'"{sha256_of(path)}"^^xsd:hexBinary'),
        ]
    )
    return [
        ("a", "dcat:Distribution"),
        ("dct:title", text(title)),
        ("dct:description", text(f"{title}: {name}")),
        ("dcat:accessURL", iri(release)),
        ("dcat:downloadURL", iri(f"{release}/{name}")),
        ("dcat:mediaType", iri(f"{_IANA}/{media}")),
        ("dct:format", iri(f"{_EU}/file-type/{kind}")),
        ("dct:conformsTo", iri(standard)),
        ("dct:license", iri(edition.publication.licence.authority)),
        ("dct:language", iri(DUTCH)),
        ("dct:issued", day(edition.publication.published_on)),
        ("dcat:byteSize", number(path.stat().st_size)),
        ("spdx:checksum", checksum),
    ]


def _source(delivery: dict[str, Any]) -> list[Statement]:
    """A delivery that the release rests on, with its licence: one that is known by its address, else as it was told."""
    said, known = delivery["licence"], LICENCES.get(delivery["licence"] or "")
    statements: list[Statement] = [
        ("a", "prov:Entity"),
        ("dct:title", text(delivery["file_name"])),
        ("dct:identifier", text(delivery["sha256"], None)),
    ]
    if known:
        return [*statements, ("dct:license", iri(known.authority))]
    right = said or "geen licentie vermeld"
    return [*statements, ("dct:rights", node([("a", "dct:RightsStatement"), ("rdfs:label", text(right))]))]


def _words(edition: Edition) -> list[tuple[str, list[Statement]]]:
    """Types of the terms of others that are used, so that a reader without the network can check them."""
    concepts = {ACCESS: "dct:RightsStatement", THEME: "skos:Concept", DUTCH: "dct:LinguisticSystem"}
    concepts |= {COUNTRY: "dct:Location", IRREGULAR: "dct:Frequency"}
    concepts[edition.publication.licence.authority] = "dct:LicenseDocument"
    concepts |= dict.fromkeys((PACKAGE, SDMX_CSV, OOXML), "dct:Standard")
    concepts[SHA256] = "spdx:ChecksumAlgorithm"
    concepts |= {f"{release_address(edition)}/herkomst.ttl": "dct:ProvenanceStatement"}
    concepts |= {
        edition.publication.address: "foaf:Document",
        f"{release_address(edition)}/LEESMIJ.md": "foaf:Document",
    }
    concepts |= {f"{_IANA}/{m}": "dct:MediaType" for m in (_SHEET, "text/csv", "application/json")}
    concepts |= {f"{_EU}/file-type/{kind}": "dct:MediaTypeOrExtent" for kind in ("XLSX", "CSV", "JSON")}
    labels = {THEME: "Overheid en publieke sector"}
    return [
        (iri(address), [("a", kind), *([("skos:prefLabel", text(labels[address]))] if address in labels else [])])
        for address, kind in sorted(concepts.items())
    ]
