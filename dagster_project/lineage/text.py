"""A trace as text for people: Dutch words with the English codes behind them. No data is fetched here."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from dagster_project.dictionary import doubt_mark, dutch, table
from dagster_project.lineage.dutch import both, category_label
from dagster_project.lineage.members import Row
from dagster_project.lineage.since import shown
from dagster_project.lineage.trace import Trace
from dagster_project.workspace.marking import marker, warning

LABEL = 26  # width of the first column
# Printed per member where not one member was asked for: grounds of a value, mentions.
GROUNDS, MENTIONS = 3, 3
HASH = 12  # digits of a hash that are printed where space is short


def as_text(found: Trace, limit: int = 20) -> str:
    """The trace to be read on a screen, with the first `limit` members; with one member asked for, in full."""
    return "\n".join(_lines(found, limit))


def _lines(found: Trace, limit: int) -> Iterator[str]:
    definition = found.definition
    if marker(found.kind):
        yield f"*** {marker(found.kind)}: {warning(found.kind)} ***"
    number = f"figuur {definition['article_number']}: " if definition["article_number"] else ""
    yield f"{number}{definition['label_nl']} ({definition['figure']})"
    yield _line("bron", found.source)
    if found.cell is None:
        yield from _list_of_cells(found)
        return
    yield from _cell(found)
    yield from _since(found, limit)
    full = found.member is not None
    named = found.members if full else found.members[:limit]
    yield ""
    yield f"leden (members): {len(named)} van {sum(int(p['members']) for p in found.parts.values())}"
    for member in named:
        yield from _member(found, member, full)
    if len(named) < len(found.members):
        yield ""
        yield "meer: --limit N, alles: --json, één in het geheel: --member SLEUTEL"


def _list_of_cells(found: Trace) -> Iterator[str]:
    yield f"{len(found.cells)} cellen; kies er een met --snapshot en --category"
    for cell in found.cells:
        value = shown(cell["value"], found.definition["decimals"])
        numerator, denominator = cell["numerator"], cell["denominator"]
        parts = "" if None in (numerator, denominator) else f"  = {numerator:g} / {denominator:g}"
        label = category_label(cell["category"], found.labels)
        yield f"  {cell['snapshot']}  {cell['category']:<28} {value:>8}{parts}  {label}"


def _cell(found: Trace) -> Iterator[str]:
    cell, definition = found.cell, found.definition
    value, unit = shown(cell["value"], definition["decimals"]), dutch(cell["unit"], "unit")
    yield _line("peiling (snapshot)", cell["snapshot"])
    yield _line("categorie (category)", f"{category_label(cell['category'], found.labels)} ({cell['category']})")
    exact = "" if cell["value"] is None or float(value) == cell["value"] else f"  (onafgerond {cell['value']:.10g})"
    yield _line("waarde (value)", f"{value} {unit}{exact}")
    if cell["lower"] is not None:
        yield _line("grenzen (lower, upper)", f"{cell['lower']:g} tot {cell['upper']:g}")
    yield _line("formule (formula)", both(definition["formula"], "formula"))
    yield _line("model (sql_model)", f"{cell['sql_model']}  {found.model_file or '(niet in dit project)'}")
    for part in ("numerator", "denominator"):
        if cell[part] is not None:
            count = found.parts.get(part, {"members": 0, "weight": 0})
            sums = f"{count['members']} leden, samen {count['weight']:g}"
            yield _line(both(part, "part"), f"{cell[part]:g}  {sums}  [{definition[part]}]")
    yield _line("status (obs_status)", both(cell["obs_status"], "obs_status"))
    for broken in found.breaks:
        yield _line("reeksbreuk (break)", f"{broken['break_id']} {broken['concept']}: {broken['what_changed']}")
        yield _line("", f"   gevolg: {broken['effect']}")
    yield _line("mag gezegd (may say)", definition["may_say_nl"])
    yield _line("mag niet gezegd", definition["may_not_say_nl"])


def _since(found: Trace, limit: int) -> Iterator[str]:
    if found.since_release is None:
        return
    gained = [m for m in found.since if m.before is None]
    lost = [m for m in found.since if m.after is None]
    other = len(found.since) - len(gained) - len(lost)
    counts = f"+{len(gained)} / -{len(lost)} leden" + (f", {other} met een ander gewicht" if other else "")
    yield _line("sinds uitgave (since)", f"{found.since_release}: {counts}")
    if found.since:
        behind = Counter(file for m in found.since for file in m.files)
        sources = ", ".join(
            f"{file} ({count} {'lid' if count == 1 else 'leden'})" for file, count in sorted(behind.items())
        )
        yield _line("door (because of)", sources or "geen bron: besluiten of regels")
    told: set[tuple[str, ...]] = set()
    for member in found.since[:limit]:
        sign = "+" if member.before is None else "-" if member.after is None else "~"
        yield f"  {sign} {dutch(member.part, 'part')}: {table(member.row_table).label_nl} {member.row_key}"
        reasons = tuple(member.why)
        yield from (f"      {r}" for r in (("om dezelfde reden",) if reasons in told else reasons))
        told.add(reasons)
    if len(found.since) > limit:
        yield f"    en {len(found.since) - limit} meer: --limit N of --json"


def _member(found: Trace, member: Row, full: bool) -> Iterator[str]:
    yield ""
    label = table(member["row_table"]).label_nl
    where = f"{label} ({member['row_table']}) {member['row_key']}"
    yield f"  {both(member['part'], 'part')}: {where}, gewicht {member['weight']:g}"
    row = member["row"]
    if row is None:
        yield "    deze rij is er niet"
        return
    if member["row_table"] != "collaboration":
        organisation = found.labels.get(row.get("organisation_id"), "")
        yield f"    {organisation + '; ' if organisation else ''}{_attributes(member['row_table'], row, full)}"
    yield from _evidence(found, member["evidence"], "    ", full)
    collaboration = found.ground.collaborations.get(member["collaboration_id"])
    if collaboration is not None:
        yield from _collaboration(found, member, collaboration, full)


def _collaboration(found: Trace, member: Row, row: Row, full: bool) -> Iterator[str]:
    yield f"    samenwerkingsverband {row['collaboration_id']} '{row['name']}'"
    yield f"      {_attributes('collaboration', row, full)}"
    answers = ", ".join(
        f"{c['definition']}:{c['criterion']} {dutch(c['met'], 'answer')} ({dutch(c['basis'], 'basis')})"
        for c in row["criteria"]
        if full or c["met"] != "yes"
    )
    if answers or full:
        yield f"      criteria: {answers or 'geen'}"
    if full:
        yield from _evidence(found, row["evidence"], "      ", full)
    mentions = _nearest_first(found, member, row["mentions"])
    shown_ones = mentions if full else mentions[:MENTIONS]
    for mention in shown_ones:
        yield from _mention(found, mention, full)
    if len(shown_ones) < len(mentions):
        yield f"      en nog {len(mentions) - len(shown_ones)} vermeldingen"


def _nearest_first(found: Trace, member: Row, mention_ids: list[str]) -> list[Row]:
    """The mentions that stand behind the member itself come before those of its collaboration alone."""
    behind = {e["source_id"] for e in member["evidence"]}
    return [found.ground.mentions[m] for m in sorted(mention_ids, key=lambda m: m not in behind)]


def _mention(found: Trace, mention: Row, full: bool) -> Iterator[str]:
    delivery = found.ground.deliveries.get(mention["delivery_id"], {})
    sha256 = delivery.get("sha256", "onbekend")
    says = f"{dutch(mention['source'], 'source')} {dutch(mention['claim'], 'claim')}, peiling {mention['snapshot']}"
    doubt = doubt_mark(mention, "name_written")
    yield f"      vermelding {mention['mention_id']} '{mention['name_written']}'{doubt} ({says})"
    yield f"        {delivery.get('file_name', '?')}  {mention['locator']}"
    short = sha256 if full else sha256[:HASH] + "…"
    reader = f"lezer {mention['reader']} {mention['reader_version']}"
    yield f"        sha256 {short}  {reader}, koppeling {mention['link_basis']}"
    if full:
        hidden = {"mention_id", "name_written", "locator", "source", "claim", "reader", "reader_version"}
        for column in table("mention").columns:
            value = mention.get(column.name)  # an earlier release may lack a column
            if column.name not in hidden and value not in (None, []):
                said = f"{_value(value, column.codes)}{doubt_mark(mention, column.name)}"
                yield f"        {column.label_nl} ({column.name}): {said}"
        for r in mention["resolved"]:
            where = r["organisation_id"] or f"niet herleid, kandidaten: {_value(r['candidates']) or 'geen'}"
            yield f"        herleid: '{r['name_written']}' -> {where} ({r['method']}, {r['score']:g})"
        yield f"        document: lappendeken show {mention['mention_id']}"


def _evidence(found: Trace, rows: list[Row], indent: str, full: bool) -> Iterator[str]:
    """A line per value and kind of ground; the first few grounds of each where not one member was asked for."""
    values: dict[tuple, list[Row]] = defaultdict(list)
    for row in rows:
        values[row["attribute"], row["value"], row["won"], row["source_type"]].append(row)
    for (attribute, value, won, kind), grounds in values.items():
        named = [_ground(found, row) for row in (grounds if full else grounds[:GROUNDS])]
        more = f" en nog {len(grounds) - len(named)}" if len(named) < len(grounds) else ""
        chosen = "" if won else " (niet gekozen)"
        yield f"{indent}bewijs: {attribute} = {value}{chosen} <- {dutch(kind, 'ground')} {', '.join(named)}{more}"


def _ground(found: Trace, row: Row) -> str:
    decision = found.ground.decisions.get(row["source_id"]) if row["source_type"] == "decision" else None
    reason = f": {decision['reason']} ({decision['role']}, {decision['decided_on']})" if decision else ""
    return row["source_id"] + reason


def _attributes(name: str, row: Row, full: bool) -> str:
    """The columns of a row that are no key and say something; all of them where it is asked in full."""
    spec = table(name)
    columns = [c for c in spec.columns if c.name not in (*spec.key, "name") or c.name == "organisation_id"]
    told = [c for c in columns if row[c.name] not in (None, [])]
    parts = [f"{c.label_nl.lower()}: {_value(row[c.name], c.codes)}" for c in (told if full else told[:6])]
    return "; ".join(parts)


def _value(value: object, codes: str | None = None) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(_value(one, codes) for one in value)
    return both(value, codes) if isinstance(value, str) else f"{value}"


def _line(label: str, text: object) -> str:
    return f"{label:<{LABEL}} {text}".rstrip()
