"""The workbook that BZK opens: which sheets there are and what stands in their columns.

Belongs here: the choice of columns, their order and what they mean, in Dutch. Headings come from the dictionary, labels
from the seeds. Does not belong here: how a sheet looks; that is in `sheet_style`.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dagster_project.dictionary import Column, dutch, table
from dagster_project.lineage.dutch import category_label
from dagster_project.release.sheet_style import add_guide, add_sheet, new_workbook
from dagster_project.release.texts import Edition, reading_guide

if TYPE_CHECKING:
    import polars as pl
    from openpyxl import Workbook

CELL_LIMIT = 32_000  # a cell of a workbook holds 32,767 characters
LABELLED = ("legal_form", "theme", "statutory_system")  # columns of codes that have their labels in a seed


@dataclass(frozen=True)
class Field:
    """A column of a sheet: the key in its rows, width in characters, what it means and its heading.

    Without a heading it is the column `name` of the table of the sheet.
    """

    name: str
    width: int
    meaning: str
    heading: str | None = None
    decimals: str | None = None  # key in the row that says how many decimals are shown


@dataclass(frozen=True)
class Sheet:
    """A sheet: the table from which its headings come, its columns and its rows."""

    title: str
    table: str
    fields: tuple[Field, ...]
    rows: list[dict[str, Any]]
    frozen: int = 0

    def headings(self) -> list[str]:
        return [f.heading or table(self.table).column(f.name).label_nl for f in self.fields]


COLLABORATION = (
    Field("snapshot", 9, "Het jaar van de peiling."),
    Field("collaboration_id", 13, "Blijvend kenmerk; verandert nooit en wordt nooit opnieuw gebruikt.", "Kenmerk"),
    Field("name", 52, "De naam die de meeste zeggingskracht heeft van alle namen in de bronnen."),
    Field("seat", 22, "Vestigingsplaats volgens de bronnen."),
    Field("legal_form", 34, "Rechtsvorm."),
    Field("legal_form_group", 24, "Groep waarin de figuren de rechtsvorm tellen."),
    Field("obligation", 15, "Of de wet tot de samenwerking verplicht."),
    Field("goal", 14, "Waar de samenwerking vooral op is gericht."),
    Field("purpose", 60, "Het doel of openbaar belang zoals een bron het schrijft."),
    Field("statutory_system", 28, "Het landsdekkende stelsel waartoe het behoort."),
    Field("themes", 40, "Alle beleidsterreinen; zie het blad Beleidsterreinen.", "Beleidsterreinen"),
    Field("spread", 13, "Of de deelnemers bij elkaar liggen of over het land verspreid zijn."),
    Field("government_count", 19, "Getelde gemeenten, provincies, waterschappen en rijksdepartementen."),
    Field("municipality_count", 13, "Getelde gemeenten."),
    Field("ministry_status", 24, "Wie zegt dat een rijksdepartement deelneemt; alleen Rijk en regio samen telt."),
    Field("non_government_count", 19, "Getelde partijen die geen overheid zijn."),
    Field("sources", 26, "Soorten bronnen die het noemen."),
    Field("mention_count", 14, "Hoe vaak een bron het noemt in deze peiling."),
    Field("meets_definition", 14, "Geen criterium van de definitie is met nee beantwoord: het telt mee."),
    Field("all_criteria_met", 14, "Elk criterium is met ja beantwoord; dit is de strengste telling."),
)
PARTICIPANT = (
    Field("snapshot", 9, "Het jaar van de peiling."),
    Field("collaboration_id", 13, "Kenmerk van het samenwerkingsverband.", "Kenmerk"),
    Field("collaboration_name", 52, "Naam van het samenwerkingsverband.", "Samenwerkingsverband"),
    Field("organisation_id", 20, "Landelijk kenmerk; ng is een niet-overheidspartij.", "Organisatiecode"),
    Field("organisation_name", 36, "Naam van de organisatie op de peildatum.", "Organisatie"),
    Field("kind", 22, "Soort organisatie."),
    Field("status", 24, "Wie zegt dat zij deelneemt."),
    Field("counted", 12, "Of de figuren deze deelname tellen."),
    Field("sources", 26, "Soorten bronnen die het zeggen."),
    Field("first_seen", 12, "Eerste peiling waarin de deelname is gezien."),
    Field("last_seen", 12, "Laatste peiling waarin de deelname is gezien."),
)
THEME = (
    Field("snapshot", 9, "Het jaar van de peiling."),
    Field("collaboration_id", 13, "Kenmerk van het samenwerkingsverband.", "Kenmerk"),
    Field("collaboration_name", 52, "Naam van het samenwerkingsverband.", "Samenwerkingsverband"),
    Field("theme", 30, "Een van de beleidsterreinen waaraan het werkt."),
    Field("coder", 13, "Wie het beleidsterrein toekende."),
    Field("confidence", 12, "Zekerheid van die toekenning, tussen 0 en 1."),
    Field("reviewed", 13, "Of een mens ernaar heeft gekeken."),
)
FIGURE = (
    Field("article_number", 13, "Nummer van de figuur in het artikel van 2025.", "Nummer in het artikel"),
    Field("label", 50, "Wat het cijfer is.", "Figuur"),
    Field("category_label", 42, "Waarover binnen de figuur het cijfer gaat.", "Categorie"),
    Field("snapshot", 9, "Het jaar van de peiling."),
    Field("value", 10, "Het cijfer, één keer afgerond.", decimals="decimals"),
    Field("unit", 34, "Eenheid van het cijfer."),
    Field("numerator", 10, "De teller, of het aantal zelf; onafgerond."),
    Field("denominator", 10, "De noemer; leeg bij een aantal."),
    Field("lower", 12, "Ondergrens van een schatting.", decimals="decimals"),
    Field("upper", 12, "Bovengrens van een schatting.", decimals="decimals"),
    Field("obs_status", 20, "Gewoon, reeksbreuk, schatting of ontbreekt."),
    Field("breaks", 60, "Waardoor het niet zonder meer met een eerdere peiling te vergelijken is.", "Reeksbreuken"),
    Field("may_say", 44, "Wat van het cijfer gezegd mag worden.", "Mag gezegd"),
    Field("may_not_say", 44, "Wat er niet van gezegd mag worden.", "Mag niet gezegd"),
    Field("figure", 30, "Code, voor lappendeken trace.", "Code figuur"),
    Field("category", 20, "Code, voor lappendeken trace.", "Code categorie"),
)
EVENT = (
    Field("from_snapshot", 11, "De eerdere peiling."),
    Field("to_snapshot", 11, "De latere peiling."),
    Field("collaboration_id", 13, "Kenmerk van het samenwerkingsverband.", "Kenmerk"),
    Field("collaboration_name", 52, "Naam van het samenwerkingsverband.", "Samenwerkingsverband"),
    Field("kind", 26, "Wat ervan werd tussen de twee peilingen."),
    Field("successors", 26, "Kenmerken van de samenwerkingsverbanden waarin het verderging."),
    Field("before", 36, "Naam of rechtsvorm daarvoor."),
    Field("after", 36, "Naam of rechtsvorm daarna."),
    Field("evidence", 50, "Waarop dat rust."),
)
QUALITY = (
    Field("suite", 18, "Groep van verwachtingen."),
    Field("expectation_id", 40, "Naam van de verwachting."),
    Field("outcome", 16, "Wat eruit kwam."),
    Field("severity", 15, "Wat het betekent als zij niet wordt gehaald: een fout houdt de uitgave tegen."),
    Field("observed", 40, "Wat is waargenomen."),
    Field("threshold", 30, "Wat werd verwacht."),
    Field("failing_count", 12, "Hoeveel rijen niet voldoen."),
    Field("failing_keys", 50, "De sleutels van die rijen."),
    Field("why", 60, "Waarom de verwachting bestaat."),
    Field("owner", 20, "De rol die erover gaat."),
    Field("waiver_id", 14, "Het besluit dat haar ontheft."),
)
QUARANTINE = (
    Field("row_table", 20, "Tabel waarin de rij hoort."),
    Field("row_key", 34, "Sleutel van de rij."),
    Field("snapshot", 9, "Het jaar van de peiling."),
    Field("reason", 28, "Reden, als code."),
    Field("detail", 70, "Wat er aan de hand is en wat eraan te doen is."),
    Field("file_name", 44, "Bestand waarin de rij staat."),
    Field("locator", 24, "Plaats in dat bestand."),
)


def workbook_of(edition: Edition, frames: "dict[str, pl.DataFrame]") -> "Workbook":
    """The workbook of a release over its published tables."""
    sheets = sheets_of(frames)
    book = new_workbook(edition.title)
    add_guide(book, edition, [*reading_guide(edition), ("Bladen", _contents(sheets))])
    for sheet in sheets:
        rows = [[_cell(row.get(f.name)) for f in sheet.fields] for row in sheet.rows]
        formats = [[_format(f, row) for f in sheet.fields] for row in sheet.rows]
        widths = [f.width for f in sheet.fields]
        add_sheet(book, sheet.title, sheet.headings(), widths, rows, formats, edition, sheet.frozen)
    meanings = [[s.title, h, f.meaning] for s in sheets for h, f in zip(s.headings(), s.fields, strict=True)]
    add_sheet(book, "Toelichting", ["Blad", "Kolom", "Betekenis"], [24, 30, 90], meanings, None, edition)
    return book


def sheets_of(frames: "dict[str, pl.DataFrame]") -> list[Sheet]:
    """The sheets with their rows, the newest snapshot first."""
    names = _labels(frames)
    collaborations = frames["collaboration"].sort(["snapshot", "collaboration_id"]).to_dicts()
    name_of = {(r["snapshot"], r["collaboration_id"]): r["name"] for r in collaborations}
    latest_name = {r["collaboration_id"]: r["name"] for r in collaborations}
    themes = defaultdict(list)
    for r in frames["theme"].iter_rows(named=True):
        themes[r["snapshot"], r["collaboration_id"]].append(names.get(r["theme"], r["theme"]))

    def of(row: dict[str, Any]) -> str | None:
        key = (row.get("snapshot"), row["collaboration_id"])
        return name_of.get(key, latest_name.get(row["collaboration_id"]))

    def rows(name: str, **more: Any) -> list[dict[str, Any]]:
        spec = table(name)
        coded = {c.name: c for c in spec.columns if c.codes or c.name in LABELLED}
        out = []
        for row in frames[name].sort(list(spec.key)).iter_rows(named=True):
            shown = {c: _said(v, coded[c], names) if c in coded else v for c, v in row.items()}
            out.append({**shown, **{key: make(row) for key, make in more.items()}})
        return _newest_first(out)

    return [
        Sheet(
            "Samenwerkingsverbanden",
            "collaboration",
            COLLABORATION,
            rows("collaboration", themes=lambda r: sorted(themes[r["snapshot"], r["collaboration_id"]])),
            frozen=3,
        ),
        Sheet(
            "Deelnemers",
            "participant",
            PARTICIPANT,
            rows("participant", collaboration_name=of, organisation_name=lambda r: _organisation(r, names)),
        ),
        Sheet("Beleidsterreinen", "theme", THEME, rows("theme", collaboration_name=of)),
        Sheet("Figuren", "figure", FIGURE, figure_rows(frames, names)),
        Sheet("Gebeurtenissen", "event", EVENT, rows("event", collaboration_name=of)),
        Sheet("Kwaliteit", "quality_result", QUALITY, rows("quality_result")),
        Sheet("Quarantaine", "quarantine", QUARANTINE, rows("quarantine")),
    ]


def figure_rows(frames: "dict[str, pl.DataFrame]", names: dict[str, str]) -> list[dict[str, Any]]:
    """The cells with all that must be read with them, in the order of the article, the newest snapshot first."""
    definitions = {d["figure"]: (i, d) for i, d in enumerate(frames["figure_definition"].iter_rows(named=True))}
    breaks = {b: f"{b}: {what}" for b, what in frames["series_break"].select("break_id", "what_changed").iter_rows()}
    rows = []
    for row in frames["figure"].iter_rows(named=True):
        order, definition = definitions[row["figure"]]
        number = definition["article_number"]
        rows.append(
            {
                **row,
                "order": (int(number.split("-")[0]) if number else 99, order, row["category"], -row["snapshot"]),
                "label": definition["label_nl"],
                "article_number": number,
                "category_label": category_label(row["category"], names),
                "decimals": definition["decimals"],
                "unit": dutch(row["unit"], "unit"),
                "obs_status": dutch(row["obs_status"], "obs_status"),
                "breaks": [breaks.get(b, b) for b in row["break_ids"]],
                "may_say": definition["may_say_nl"],
                "may_not_say": definition["may_not_say_nl"],
            }
        )
    return sorted(rows, key=lambda r: r["order"])


def _labels(frames: "dict[str, pl.DataFrame]") -> dict[str, str]:
    """Dutch labels of codes that a seed or the tables of organisations name."""
    names = {}
    for name, key in (("theme_code", "theme"), ("legal_form", "legal_form"), ("statutory_system", "system")):
        names |= dict(frames[name].select(key, "label_nl").iter_rows())
    names |= dict(frames["organisation"].select("organisation_id", "name").iter_rows())
    resolved = frames["resolved_participant"].drop_nulls("organisation_id").sort("mention_id", "position")
    others = resolved.filter(resolved["kind"] == "non_government")
    return dict(others.select("organisation_id", "name_written").iter_rows()) | names


def _organisation(row: dict[str, Any], names: dict[str, str]) -> str | None:
    return names.get(row["organisation_id"])


def _said(value: Any, column: Column, names: dict[str, str]) -> Any:
    if isinstance(value, list):
        return [_said(v, column, names) for v in value]
    return names.get(value) or column.dutch(value) if isinstance(value, str) else value


def _newest_first(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(rows, key=lambda r: -(r.get("snapshot") or r.get("to_snapshot") or 0))


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if isinstance(value, str) and len(value) > CELL_LIMIT:
        return value[:CELL_LIMIT] + " … (het geheel staat in de tabel)"
    return value


def _format(field: Field, row: dict[str, Any]) -> str | None:
    if field.decimals is None:
        return None
    decimals = row[field.decimals]
    return "0." + "0" * decimals if decimals else "0"


def _contents(sheets: list[Sheet]) -> str:
    return "\n".join(f"{s.title}: {len(s.rows)} rijen" for s in sheets) + "\nToelichting: wat elke kolom betekent"
