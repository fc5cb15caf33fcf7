"""Labels that stand within a paragraph or cell, and texts that say themselves what they are."""

import pytest

from dagster_project.budgets.choice.around_text import within_list
from dagster_project.budgets.choice.speaking import speaking
from dagster_project.budgets.lines import parted, take_apart
from dagster_project.budgets.prose import members_in
from dagster_project.budgets.sections import is_category
from dagster_project.budgets.sentences import sentences
from dagster_project.budgets.vocabulary import FORM, SEAT
from tests.budgets.odd import page, read, told
from tests.documents import making

CARD = (
    "<h3>{}</h3><p><b>Rechtsvorm en zetel:</b> {}, {}. <b>Belang:</b> {}. <b>Eigen vermogen:</b> € {} mln. "
    "(1 januari 2018), € {} mln. (31 december 2018). <b>Resultaat 2018:</b> - € 5,9 mln.</p>"
)


def test_a_paragraph_of_labels_is_parted_before_each_of_them(tmp_path):
    rows = page(
        tmp_path,
        CARD.format("Grondbank Vuurse", "Gemeenschappelijke regeling", "Baarn", "Ruil van landbouwgrond", "4,2", "3,8")
        + CARD.format("Warmte Vuurse B.V.", "Besloten vennootschap", "Soest", "Levert warmte", "14,2", "13,8"),
    )
    assert told(rows, "legal_form_written", "seat_written", "purpose_written") == [
        ("Grondbank Vuurse", "Gemeenschappelijke regeling", "Baarn", "Ruil van landbouwgrond"),
        ("Warmte Vuurse B.V.", "Besloten vennootschap", "Soest", "Levert warmte"),
    ]
    assert [(row["equity_begin"], row["equity_end"], row["result"]) for row in rows] == [
        (4_200_000, 3_800_000, -5_900_000),
        (14_200_000, 13_800_000, -5_900_000),
    ]


def test_a_row_below_a_party_holds_more_than_its_first_label(tmp_path):
    rows = page(
        tmp_path,
        "<table><tr><th>Naam</th><th>Zetel</th><th>Resultaat</th></tr>"
        "<tr><td>Regio Esland</td><td>Assen</td><td>10.000</td></tr>"
        "<tr><td colspan=3>Doel: Overleg van gemeenten. Deelnemers: Assen, Emmen.</td></tr>"
        "<tr><td>Stadsbank Esland</td><td>Emmen</td><td>12.000</td></tr>"
        "<tr><td colspan=3>Doel: Sociale leningen en schuldhulp. Deelnemers: Emmen, Meppel.</td></tr>"
        "<tr><td>GGD Esland</td><td>Meppel</td><td>14.000</td></tr>"
        "<tr><td colspan=3>Doel: Gezondheid van inwoners. Deelnemers: Assen, Meppel.</td></tr></table>",
    )
    assert told(rows, "purpose_written", "participants_written") == [
        ("Regio Esland", "Overleg van gemeenten", ["Assen", "Emmen"]),
        ("Stadsbank Esland", "Sociale leningen en schuldhulp", ["Emmen", "Meppel"]),
        ("GGD Esland", "Gezondheid van inwoners", ["Assen", "Meppel"]),
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Vorm: stichting. Zetel: Assen.", ["Vorm: stichting", "Zetel: Assen."]),
        ("Beheer van parken. Zetel: Assen", ["Beheer van parken", "Zetel: Assen"]),
        ("Wij zeggen het zo: ja. En verder: niets", ["Wij zeggen het zo: ja. En verder: niets"]),
    ],
)
def test_a_text_is_parted_before_labels_that_are_known(text, parts):
    assert parted(text) == parts


def test_what_begins_with_no_label_is_not_taken_apart():
    assert take_apart("Het beheer van parken en plassen. Zetel: Assen") == []


def test_millions_end_no_sentence():
    assert sentences("Het was € 4 mln. (1 januari). Nu minder.") == ["Het was € 4 mln. (1 januari).", "Nu minder."]


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["Gemeenschappelijke regeling | Assen"], {FORM: "Gemeenschappelijke regeling", SEAT: "Assen"}),
        (["Emmen", "Stichting"], {SEAT: "Emmen", FORM: "Stichting"}),
        (["Stichting Beheer | Assen"], {}),
        (["Assen, Emmen"], {}),
    ],
)
def test_a_text_that_is_form_and_seat_says_so_itself(texts, told):
    assert speaking(texts) == told


def test_a_list_of_governments_is_of_participants_whatever_its_label_is_guessed_to_be(tmp_path):
    party = "<h2>{}</h2><p>{}</p><p>Wij doen dit met:</p><ul>{}</ul><p>Eigen vermogen: € 10.000</p>"
    items = ("<li>Assen</li><li>Emmen</li><li>Meppel</li>", "<li>Emmen</li><li>Hoogeveen</li><li>Assen</li>")
    rows = page(
        tmp_path,
        party.format("Regio Esland", "Gemeenschappelijke regeling | Assen", items[0])
        + party.format("GGD Esland", "Gemeenschappelijke regeling | Emmen", items[1]),
    )
    assert told(rows, "seat_written", "participants_written") == [
        ("Regio Esland", "Assen", ["Assen", "Emmen", "Meppel"]),
        ("GGD Esland", "Emmen", ["Emmen", "Hoogeveen", "Assen"]),
    ]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("F.1 Gemeenschappelijke regelingen", True),
        ("Deel II Overige verbonden partijen", True),
        ("F.2 Vennootschappen, stichtingen en overige", True),
        ("D. Overig", True),
        ("Gemeenschappelijke regelingen met eigen rechtspersoonlijkheid", True),
        ("Deelneming", True),
        ("Stichtingen in de wijk zijn belangrijk", False),
        ("Deelnemingen in Netwerk Zuid", False),
    ],
)
def test_categories_may_be_numbered_and_say_more_of_their_kind(text, category):
    assert is_category(text) == category


def test_a_brand_over_the_fields_of_a_party_is_one_though_it_is_like_a_label(tmp_path):
    rows = page(
        tmp_path,
        CARD.format("Luchthaven Vuurse B.V.", "Besloten vennootschap", "Baarn", "Houdt de luchthaven", "4,2", "3,8")
        + CARD.format("Enovatie", "Besloten vennootschap", "Soest", "Huisvest bedrijven", "14,2", "13,8")
        + CARD.format("Regio Vuurse", "Gemeenschappelijke regeling", "Baarn", "Overlegt", "1,2", "1,8"),
    )
    assert told(rows, "equity_begin") == [
        ("Luchthaven Vuurse B.V.", 4_200_000), ("Enovatie", 14_200_000), ("Regio Vuurse", 1_200_000),
    ]  # fmt: skip


def test_the_label_of_a_card_in_the_letters_of_a_title_is_no_section(tmp_path):
    party = (
        "<h4>{}</h4><p>Rechtsvorm: Stichting</p><p>Zetel: {}</p><h3>Bestuurder</h3><p>de wethouder</p>"
        "<table><tr><td>€ 1.000</td><td>begin</td><td>eind</td></tr><tr><td>Eigen vermogen</td><td>3.003</td>"
        "<td>2.918</td></tr><tr><td>Vreemd vermogen</td><td>9.911</td><td>9.635</td></tr></table>"
    )
    rows = page(
        tmp_path,
        "<h2>Deel I Stichtingen</h2>"
        + party.format("Stichting Theater Esland", "Assen")
        + party.format("Stichting Musea Esland", "Emmen")
        + party.format("Stichting Parken Esland", "Meppel"),
    )
    assert [(row["section_written"], row["equity_begin"], row["debt_end"]) for row in rows] == [
        ("Deel I Stichtingen", 3_003_000, 9_635_000)
    ] * 3


def test_a_numbered_name_over_two_lines_is_one(tmp_path):
    text = (
        "Verbonden partijen\n\nWij nemen deel in:\n\n1. Gemeenschappelijke regeling Werkvoorziening Oostelijk\n"
        "Esland Vloedbedrijven\n2. Regio Esland\n3. GGD Zuidrand\n4. Veiligheidsregio Middenveld\n"
        "5. Stichting Openbaar Onderwijs Zandrug\n"
    )
    rows = read(making.write(tmp_path / "a.txt", text))
    assert [row["name_written"] for row in rows] == [
        "Gemeenschappelijke regeling Werkvoorziening Oostelijk Esland Vloedbedrijven",
        "Regio Esland",
        "GGD Zuidrand",
        "Veiligheidsregio Middenveld",
        "Stichting Openbaar Onderwijs Zandrug",
    ]


def test_members_with_a_province_in_brackets_are_members():
    sentence = "De gemeenten Beek (L.), Stein (L.) en Zorggroep Westelijke Mijnstreek nemen deel."
    assert members_in(sentence).endswith("Stein (L.) en Zorggroep Westelijke Mijnstreek")


def test_a_place_behind_the_word_members_is_no_party(tmp_path):
    text = (
        "Deze partij is een openbaar lichaam, gevestigd te Venray. De regeling voorziet in het inkopen voor de"
        " deelnemers in Noordelijke Maasvallei en omgeving. De gemeenten Beek (L.), Venlo, Venray en MKB-vereniging De"
        " Kempen nemen deel."
    )
    rows = page(tmp_path, f"<h2>Inkoopbureau Noordelijke Maasvallei</h2><p>{text}</p>")
    assert [row["name_written"] for row in rows] == ["Inkoopbureau Noordelijke Maasvallei"]


def test_the_second_line_of_a_ministry_goes_on_with_the_members():
    over = "Deelnemers: Het Hogeland, provincie Groningen, ministerie van Binnenlandse"
    assert within_list([over, "Zaken en Koninkrijksrelaties"], 1)
    assert not within_list([over.replace("Binnenlandse", "Financiën"), "Stichting Musea"], 1)
