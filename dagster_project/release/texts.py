"""What a release says to its readers: `LEESMIJ.md`, `LICENSE` and the lines of the reading guide. In Dutch.

Belongs here: sentences. Does not belong here: numbers other than those that it is given.
"""

from dataclasses import dataclass
from datetime import date

from dagster_project.release.publication import Publication
from dagster_project.workspace.marking import marker, warning

_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)


@dataclass(frozen=True)
class Edition:
    """What the texts need to know of a release."""

    release_id: str
    snapshot: int
    kind: str
    verdict: str
    licences: tuple[str, ...]
    publication: Publication

    @property
    def marker(self) -> str:
        """VOORBEELDGEGEVENS and the like; empty for real data."""
        return marker(self.kind)

    @property
    def warning(self) -> str:
        return warning(self.kind)

    @property
    def title(self) -> str:
        mark = f" [{self.marker}]" if self.marker else ""
        return f"Regionale samenwerkingsverbanden, peiling {self.snapshot}, uitgave {self.release_id}{mark}"

    @property
    def workbook_name(self) -> str:
        return f"regionale-samenwerkingsverbanden-{self.snapshot}.xlsx"


def day_in_dutch(day: date) -> str:
    """A day as `12 juni 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def published_by(edition: Edition) -> str:
    """Who publishes it, when, under what, until when nothing may be said of it, and whom to ask."""
    publication = edition.publication
    embargo = publication.embargo_until
    terms = publication.licence
    sentences = [f"{publication.publisher} publiceert deze uitgave op {day_in_dutch(publication.published_on)}."]
    if embargo:
        sentences.append(
            f"Tot {day_in_dutch(embargo)} geldt een embargo: vóór die dag mogen de cijfers niet worden verspreid."
        )
    sentences += [
        f"Vragen en fouten: {publication.contact}, {publication.email}.",
        f"Adres van het register: {publication.address}.",
        f"Licentie: {terms.name}, {terms.text}.",
    ]
    return " ".join(sentences)


def reading_guide(edition: Edition) -> list[tuple[str, str]]:
    """Heading and text of each paragraph of the reading guide."""
    return [
        (
            "Wat dit is",
            "De regionale samenwerkingsverbanden waarin gemeenten, provincies en waterschappen deelnemen, per peiling, "
            "met hun deelnemers, rechtsvorm en beleidsterreinen. Elk cijfer is terug te voeren op de rijen die het "
            "telt, en elke rij op de plaats in het document waar zij staat.",
        ),
        (
            "Wat er meetelt",
            "Een samenwerkingsverband telt mee als geen enkel criterium van de definitie van zijn peiling met nee is "
            "beantwoord (kolom Voldoet aan de definitie). Wat geen bron noemt, staat hier niet in.",
        ),
        (
            "Vergelijken door de jaren",
            "Niet alle peilingen zijn op dezelfde manier gemaakt. Waar een reeksbreuk geldt, staat die bij het cijfer. "
            "Lees bij elk cijfer wat wel en wat niet gezegd mag worden (blad Figuren).",
        ),
        (
            "Kwaliteit",
            f"Oordeel over deze uitgave: {edition.verdict}. Het blad Kwaliteit geeft de uitkomst van elke verwachting, "
            "het blad Quarantaine de rijen die wel gelezen maar niet zonder meer vertrouwd zijn.",
        ),
        (
            "Afronding",
            "Cijfers zijn één keer afgerond, bij de uitgave, een half naar boven. Teller en noemer staan er onafgerond "
            "bij.",
        ),
        (
            "Personen",
            "Deze uitgave bevat geen namen van personen.",
        ),
        ("Uitgever", published_by(edition)),
    ]


def readme(edition: Edition) -> str:
    """`LEESMIJ.md`: what it is, what is in it, how to check it."""
    warning = f"\n> **{edition.marker}.** {edition.warning}\n" if edition.marker else ""
    guide = "\n\n".join(f"**{head}.** {text}" for head, text in reading_guide(edition))
    return f"""# {edition.title}
{warning}
{guide}

## Wat erin zit

| bestand | inhoud |
|---|---|
| `{edition.workbook_name}` | de werkmap voor lezers, met leeswijzer |
| `figuren/` | de figuren van het artikel als SVG en PNG, elk naast zijn tabel (CSV) |
| `tabellen/` | elke tabel als CSV (UTF-8, komma, één kopregel) en als Parquet |
| `site/index.html` | pagina's voor wie controleert: van cijfer naar cel, samenwerkingsverband en document |
| `datapackage.json` | beschrijving van elke tabel en kolom (Data Package 2) |
| `cijfers.sdmx.csv`, `cijfers-codes.csv` | alle cijfers in lange vorm (SDMX-CSV 2.0), en hun codes in woorden |
| `tabellen/csv-metadata.json` | beschrijving van de tabellen (CSV on the Web) |
| `dcat.ttl` | beschrijving voor een catalogus van open data (DCAT-AP-NL 3) |
| `kwaliteit.html`, `kwaliteit.json` | het oordeel, de foutmarges en de kwaliteit van de cijfers |
| `herkomst.ttl` | hetzelfde als `herkomst.json`, als graaf (PROV-O) |
| `CITATION.cff` | hoe de uitgave wordt aangehaald |
| `wijzigingen.html`, `wijzigingen.json` | wat er veranderd is sinds de vorige uitgave |
| `RECTIFICATIE.md` | alleen bij een verbetering: welke uitgave zij vervangt, en waarom |
| `goedkeuring.json` | wie welk concept goedkeurde, en een embargo; ontbreekt dit, dan is de uitgave niet goedgekeurd |
| `herkomst.json` | waar de uitgave op rust: controlegetallen van leveringen, code, besluiten en identiteiten |
| `leveringen.json` | elke gelezen levering met controlegetal, en of zij als kopie of als verwijzing is ingenomen |
| `MANIFEST.sha256` | het controlegetal van elk bestand |
| `verify.py` | controleert deze map |
| `LICENSE` | voorwaarden voor hergebruik |

In een CSV staan de items van een lijst gescheiden door een puntkomma en een spatie, datums als 2024-12-31, en waar of
onwaar als true en false. Tekst die met `=`, `+`, `-` of `@` begint, krijgt één apostrof ervoor, zodat een rekenblad er
geen formule van maakt; in Parquet staat de tekst zoals zij is.

## Controleren

    python verify.py

Dat vergelijkt elk bestand met het manifest, elke tabel met haar beschrijving, elk cijfer met de rijen die het telt, en
elke stand met de vorige stand en de stroom ertussen. Het hoofdgetal dat het laat zien, is het controlegetal van
`MANIFEST.sha256`. Wie de map maakte, schreef dat getal ook ernaast, in `{edition.release_id}.root`, om het elders
bekend te maken. Vergelijk het met het getal dat bij de publicatie is genoemd, en niet met dat bestand:

    python verify.py --root <hoofdgetal>

Een uitgave verandert nooit. Is zij fout, dan verschijnt een volgende met een rectificatie. Is zij ingetrokken, dan
staat dat naast de map, in `{edition.release_id}.ingetrokken.md`.
"""


def licence(edition: Edition) -> str:
    """The note on reuse: under what the whole may be reused, and under what the sources came."""
    terms = edition.publication.licence
    warning = f"{edition.warning}\n" if edition.warning else ""
    sources = "\n".join(f"- {text}" for text in edition.licences) or "- bij geen levering is een licentie vermeld"
    return f"""{edition.title}

{warning}De tabellen, de werkmap en de figuren mogen worden hergebruikt onder {terms.code}: {terms.name}.
{terms.text}

De leveringen waarop deze uitgave rust, kwamen onder deze licenties:
{sources}

verify.py: EUPL-1.2.
"""
