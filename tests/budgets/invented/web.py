"""Layouts of the publishing platforms."""

from html import escape
from pathlib import Path

from tests.budgets.invented.parties import PARTIES, euro, html, layout, sections, thousand, who
from tests.documents.making import write


@layout("html")
def html_transposed(path: Path) -> Path:
    """A table per section with the parties as columns."""
    body = ""
    for section, parties in sections():
        rows = [
            ("", [p.name for p in parties]),
            ("Rechtsvorm", [p.form for p in parties]),
            ("Vestigingsplaats", [p.seat for p in parties]),
            ("Openbaar belang", [p.purpose for p in parties]),
            ("Deelnemers", [who(p) for p in parties]),
            ("Eigen vermogen 1-1-2024", [euro(p.begin[0]) for p in parties]),
            ("Eigen vermogen 31-12-2024", [euro(p.end[0]) for p in parties]),
            ("Vreemd vermogen 1-1-2024", [euro(p.begin[1]) for p in parties]),
            ("Vreemd vermogen 31-12-2024", [euro(p.end[1]) for p in parties]),
            ("Resultaat", [euro(p.result) for p in parties]),
        ]
        body += f"<h2>{section}</h2><table>" + "".join(
            f"<tr><th>{a}</th>" + "".join(f"<td>{escape(c)}</td>" for c in cells) + "</tr>" for a, cells in rows
        )
        body += "</table>"
    return write(path, html(body))


@layout("html")
def html_small_cards(path: Path) -> Path:
    """A div per party; label and value are divs below each other; the figures a small table of years."""
    body = ""
    for section, parties in sections():
        body += f"<div class='kop'><h2>{section}</h2></div>"
        for p in parties:
            pairs = [
                ("Juridische vorm", p.form), ("Gevestigd te", p.seat), ("Publiek belang", p.purpose),
                ("Wie doen er mee", None), ("Deelnemende partijen", who(p)), ("Bestuurlijk belang", "Lid van het AB"),
                ("Risico's", "Geen bijzonderheden."),
            ]  # fmt: skip
            body += f"<section><h3>{escape(p.name)}</h3>" + "".join(
                f"<div class='l'>{a}</div><div class='v'>{escape(b)}</div>" for a, b in pairs if b
            )
            body += (
                "<table><tr><th>Bedragen x € 1.000</th><th>Begin 2024</th><th>Eind 2024</th></tr>"
                f"<tr><td>Eigen vermogen</td><td>{thousand(p.begin[0])}</td><td>{thousand(p.end[0])}</td></tr>"
                f"<tr><td>Vreemd vermogen</td><td>{thousand(p.begin[1])}</td><td>{thousand(p.end[1])}</td></tr>"
                f"<tr><td>Resultaat</td><td></td><td>{thousand(p.result)}</td></tr></table></section>"
            )
    return write(path, html(body))


@layout("html")
def html_strong_lines(path: Path) -> Path:
    """A paragraph per party: bold labels and breaks in one paragraph, the name bold above."""
    body = ""
    for section, parties in sections():
        body += f"<h2>{section}</h2>"
        for p in parties:
            body += (
                f"<p><strong>{escape(p.name)}</strong><br><em>Rechtsvorm</em>: {p.form}<br><em>Zetel</em>: {p.seat}"
                f"<br><em>Doel</em>: {escape(p.purpose)}<br><em>Deelnemers</em>: {who(p)}"
                f"<br><em>Eigen vermogen</em>: begin {euro(p.begin[0])}, eind {euro(p.end[0])}"
                f"<br><em>Vreemd vermogen</em>: begin {euro(p.begin[1])}, eind {euro(p.end[1])}"
                f"<br><em>Resultaat</em>: {euro(p.result)}</p>"
            )
    return write(path, html(body))


@layout("html")
def html_tables_of_two(path: Path) -> Path:
    """A table per party with its name as the head over both columns."""
    body = ""
    for section, parties in sections():
        body += f"<h3>{section}</h3>"
        for p in parties:
            pairs = [
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemers", who(p)),
                ("Eigen vermogen per 1 januari", euro(p.begin[0])), ("Eigen vermogen per 31 december", euro(p.end[0])),
                ("Vreemd vermogen per 1 januari", euro(p.begin[1])),
                ("Vreemd vermogen per 31 december", euro(p.end[1])),
                ("Financieel resultaat", euro(p.result)), ("Portefeuillehouder", "wethouder J. Voorbeeld"),
            ]  # fmt: skip
            body += f"<table><thead><tr><th colspan='2'>{escape(p.name)}</th></tr></thead>" + "".join(
                f"<tr><td>{a}</td><td>{escape(b)}</td></tr>" for a, b in pairs
            )
            body += "</table>"
    return write(path, html(body))


@layout("html")
def html_details_by_programme(path: Path) -> Path:
    """`details` and `summary`, with a definition list, the sections are those of the BBV as a field of the list."""
    body = ""
    for section, parties in sections():
        body += f"<h2>{section}</h2>"
        for p in parties:
            pairs = [
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Doel en openbaar belang", p.purpose),
                ("Deelnemers", None), ("Programma", "2. Leefomgeving"),
                ("Eigen vermogen", f"01-01-2024: {euro(p.begin[0])}; 31-12-2024: {euro(p.end[0])}"),
                ("Vreemd vermogen", f"01-01-2024: {euro(p.begin[1])}; 31-12-2024: {euro(p.end[1])}"),
                ("Verwacht resultaat", euro(p.result)),
            ]  # fmt: skip
            items = "<ul>" + "".join(f"<li>{x}</li>" for x in p.participants) + "</ul>"
            body += f"<details><summary>{escape(p.name)}</summary><dl>" + "".join(
                f"<dt>{a}</dt><dd>{escape(b) if b else items}</dd>" for a, b in pairs
            )
            body += "</dl></details>"
    return write(path, html(body))


def _million(thousands: int) -> str:
    return f"€ {thousands / 1000:.3f}".replace(".", ",").replace("€ -", "-€ ") + " mln."


@layout("html")
def html_nested_table(path: Path) -> Path:
    """A table of one row per party whose right cell holds a table of label and value."""
    body = ""
    for section, parties in sections():
        body += f"<h2>{section}</h2><table>"
        for p in parties:
            pairs = [
                ("Rechtsvorm", p.form), ("Zetel", p.seat), ("Doelstelling", p.purpose), ("Deelnemers", who(p)),
                ("Eigen vermogen begin jaar", euro(p.begin[0])), ("Eigen vermogen einde jaar", euro(p.end[0])),
                ("Vreemd vermogen begin jaar", euro(p.begin[1])), ("Vreemd vermogen einde jaar", euro(p.end[1])),
                ("Resultaat boekjaar", euro(p.result)),
            ]  # fmt: skip
            inner = "".join(f"<tr><td>{a}</td><td>{escape(b)}</td></tr>" for a, b in pairs)
            body += f"<tr><td><b>{escape(p.name)}</b></td><td><table>{inner}</table></td></tr>"
        body += "</table>"
    return write(path, html(body))


@layout("html")
def html_years_as_columns(path: Path) -> Path:
    """A wide table with a head of two rows: equity and debt over two years, both at their end."""
    body = "<p>(bedragen x € 1.000)</p><table><thead><tr><th rowspan=2>Naam</th><th rowspan=2>Rechtsvorm</th>"
    body += "<th rowspan=2>Vestigingsplaats</th><th rowspan=2>Publiek belang</th><th rowspan=2>Deelnemers</th>"
    body += "<th colspan=2>Eigen vermogen</th><th colspan=2>Vreemd vermogen</th><th rowspan=2>Resultaat</th></tr>"
    body += "<tr><th>2022</th><th>2023</th><th>2022</th><th>2023</th></tr></thead><tbody>"
    for section, parties in sections():
        body += f"<tr><td colspan=10><strong>{section}</strong></td></tr>"
        for p in parties:
            cells = [p.name, p.form, p.seat, p.purpose, who(p)]
            cells += [thousand(x) for x in (p.begin[0], p.end[0], p.begin[1], p.end[1], p.result)]
            body += "<tr>" + "".join(f"<td>{escape(c)}</td>" for c in cells) + "</tr>"
    body += "<tr><td>Totaal</td><td></td><td></td><td></td><td></td><td>1</td><td>2</td><td>3</td><td>4</td><td>5</td>"
    body += "</tr></tbody></table><p>* voorlopige cijfers</p>"
    return write(path, html(body))


@layout("html")
def html_spans(path: Path) -> Path:
    """Label and value as spans within one div per line; an overview of names first."""
    body = "<p>De gemeente neemt deel in de volgende verbonden partijen:</p><ul>"
    body += "".join(f"<li>{escape(p.name)}</li>" for p in PARTIES) + "</ul>"
    for section, parties in sections():
        body += f"<h2>{section}</h2>"
        for n, p in enumerate(parties, start=1):
            pairs = [
                ("Juridische vorm", p.form), ("Statutaire zetel", p.seat), ("Openbaar belang", p.purpose),
                ("Deelnemende partijen", who(p)), ("Wethouder", "de heer A. Voorbeeld"),
                ("Eigen vermogen (1/1)", euro(p.begin[0])), ("Eigen vermogen (31/12)", euro(p.end[0])),
                ("Vreemd vermogen (1/1)", euro(p.begin[1])), ("Vreemd vermogen (31/12)", euro(p.end[1])),
                ("Resultaat", euro(p.result)), ("Bijdrage", "€ 12.000"),
            ]  # fmt: skip
            body += f"<h4>{n}. {escape(p.name)}</h4><div>" + "".join(
                f"<div><span>{a}</span> <span>{escape(b)}</span></div>" for a, b in pairs
            )
            body += "</div>"
    return write(path, html(body))


@layout("html")
def html_by_letters(path: Path) -> Path:
    """A list with letters below each name; amounts in millions."""
    body = ""
    for section, parties in sections():
        body += f"<h2>{section}</h2>"
        for p in parties:
            body += f"<h3>{escape(p.name)}</h3><ol type='a'>"
            for a, b in (
                ("Rechtsvorm", p.form), ("Vestigingsplaats", p.seat), ("Doel", p.purpose), ("Deelnemers", who(p)),
                ("Eigen vermogen", f"{_million(p.begin[0])} (begin 2024) en {_million(p.end[0])} (eind 2024)"),
                ("Vreemd vermogen", f"{_million(p.begin[1])} (begin 2024) en {_million(p.end[1])} (eind 2024)"),
                ("Resultaat", _million(p.result)), ("Risico’s", "n.v.t."),
            ):  # fmt: skip
                body += f"<li>{a}: {escape(b)}</li>"
            body += "</ol>"
    return write(path, html(body))
