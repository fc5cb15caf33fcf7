"""PDFs, kept back."""

from tests.budgets.layouts import bodies as b
from tests.budgets.layouts.twin import Told, twin
from tests.budgets.layouts.written import Sheets, dotted


@twin(44, "2020/gr_begroting-veiligheidsregio.pdf")
def joint_body_with_two_parties_without_rules(t: Told):
    """A joint body's paragraph: a table without lines, its head of two lines, two rows; the unit below the table."""
    section = "Verbonden partijen"
    t.no_party(b.FIRE.name, "Weerstandsvermogen")
    sheets = Sheets(f"Begroting 2020 {b.FIRE.name}", "pagina {}")
    sheets.add("3.4 Weerstandsvermogen", 12, True)
    sheets.add("De reserve is groot genoeg.")
    sheets.add(f"3.5 {section}", 12, True)
    places = (50, 250, 330, 410, 490)
    for row in (
        ("", "", "Eigen vermogen", "Eigen vermogen", "Resultaat"),
        ("Naam", "Plaats", "1-1-2019", "31-12-2019", ""),
    ):
        sheets.row(zip(places, row, strict=True), bold=True)
    for p in (b.TRANSPORT, b.UNION):
        t.party(p, "seat equity_begin equity_end result", section=section, page=1)
        cells = (p.name, p.seat, dotted(p.equity[1]), dotted(p.equity[2]), dotted(p.results[2]))
        sheets.row(zip(places, cells, strict=True))
    sheets.add("Bedragen maal duizend euro.", 7)
    return sheets.save(t.path)


@twin(52, "2020/gm0200_jaarstukken.pdf")
def parties_at_the_end_of_each_programme(t: Told):
    """Each programme ends with its parties as cards over pages, the label column wraps, running heads between."""
    sheets = Sheets("Jaarstukken 2019", "{}")
    for number, (programme, parties) in enumerate(
        (("Bestuur", (b.BUREAU,)), ("Veiligheid", (b.FIRE,)), ("Milieu", (b.ENVIRONMENT, b.WASTE))), 1
    ):
        sheets.turn()
        sheets.add(f"Programma {number} {programme}", 14, True)
        for _ in range(18):
            sheets.add("Wat wij wilden bereiken is bereikt, en wat niet, komt volgend jaar.")
        sheets.add("Verbonden partijen", 11, True)
        for p in parties:
            t.party(p, "seat purpose balance", section="Verbonden partijen", page=sheets.number)
            sheets.add(p.name, 10, True)
            sheets.pair("Statutaire zetel", p.seat)
            sheets.pair("Bijdrage aan doel", p.purpose)
            sheets.pair("(x € 1.000)", "1-1-2019 / 31-12-2019")
            sheets.pair("Eigen vermogen", f"{dotted(p.equity[1])} / {dotted(p.equity[2])}")
            sheets.pair("Vreemd vermogen", f"{dotted(p.debt[1])} / {dotted(p.debt[2])}")
    return sheets.save(t.path)


@twin(60, "2017/gm0222_jaarstukken-inhoud.pdf")
def contents_of_accounts_in_two_columns(t: Told):
    """No party: contents of accounts over two pages, numbers in a column apart, letters for annexes."""
    t.no_party("verbonden partijen", "Staat van reserves en voorzieningen")
    sheets = Sheets("", "{}")
    sheets.add("Inhoudsopgave", 14, True)
    for number, title, page in (
        ("A", "Jaarrekening", "11"), ("1", "Waarderingsgrondslagen", "11"), ("2", "Balans", "17"),
        ("B", "Jaarverslag", "51"), ("6.4", "Paragraaf verbonden partijen", "211"), ("6.5", "Grondbeleid", "223"),
    ):  # fmt: skip
        sheets.row([(50, number), (90, title), (500, page)])
    sheets.turn()
    for number, title in (("A", "Staat van reserves en voorzieningen"), ("I", "WNT*"), ("J", "SISA-bijlage")):
        sheets.row([(50, number), (90, title)])
    return sheets.save(t.path)
