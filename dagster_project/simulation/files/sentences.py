"""A party in running text: for houses that write what others put into a table."""

from dataclasses import replace

from dagster_project.simulation.sources.budgets.content import Document, Party, amount_text

STOCKS = {"equity": "eigen vermogen", "debt": "vreemd vermogen"}


def sentences(document: Document, party: Party) -> list[str]:
    """Paragraphs about a party whose name stands above them; the same facts as in a block, in euros or millions."""
    parts = [_nature(document, party)]
    for field in document.style.order:
        if field == "purpose" and party.purpose:
            parts.append(party.purpose)
        if field == "participants" and party.participants_text:
            text = party.participants_text
            parts.append(f"Deelnemers zijn {text}." if party.separator else f"{text} nemen deel.")
    paragraphs = [" ".join(part for part in parts if part), _money(document, party)]
    paragraphs += [f"{label}: {value}" for label, value in party.extras]
    return [paragraph for paragraph in paragraphs if paragraph]


def _nature(document: Document, party: Party) -> str:
    """What it is and where; the same turn of phrase throughout a document."""
    form = party.form if "form" in document.style.order else None
    abbreviated = form and (form.isupper() or form[1:2].isupper() or form[1:2] == ".")
    said = form if abbreviated else form and form[0].lower() + form[1:]
    if said and party.seat:
        if document.style.variant % 2:
            return f"Deze partij is een {said}, gevestigd te {party.seat}."
        return f"Rechtsvorm: {said}. Vestigingsplaats: {party.seat}."
    return f"Gevestigd te {party.seat}." if party.seat else ""


def _money(document: Document, party: Party) -> str:
    whole = replace(document.style, unit=1) if document.style.unit == 1000 and not party.mixed else document.style

    def amount(column: str) -> str:
        return amount_text(whole, party, column, block=True)

    found = []
    for stock, words in STOCKS.items():
        begin, end = f"{stock}_begin", f"{stock}_end"
        if begin in party.amounts:
            moments = f"{amount(begin)} per 1 januari en {amount(end)} per 31 december {document.year}"
            found.append(f"Het {words} bedraagt {moments}.")
        elif end in party.amounts:
            found.append(f"Het {words} bedraagt {amount(end)} per 31 december {document.year}.")
    if "result" in party.amounts:
        found.append(f"Het verwachte resultaat over {document.year} is {amount('result')}.")
    return " ".join(found)
