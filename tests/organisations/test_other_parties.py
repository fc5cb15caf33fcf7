"""Participants that are no known government: parties outside it, bodies abroad, other collaborations, and doubt."""

import pytest

from dagster_project.organisations import resolve_participants
from dagster_project.organisations.other_parties import SORTS, reads_as_name, sort_of
from dagster_project.organisations.vocabulary import other_party_words
from dagster_project.workspace import frame_of
from tests.organisations.making import mention


def read(*names: str, parties: tuple[str, ...] = ("Omgevingsdienst Proef",), **given) -> list[tuple]:
    """Method, kind and sort of each name of one list; `parties` are the names of all that sources list."""
    said = [mention(mention_id=f"m{n}", name_written=name) for n, name in enumerate(parties)]
    said[0] |= {"participants_written": list(names), **given}
    frame, _ = resolve_participants(frame_of("mention", said))
    rows = frame.filter(frame["position"] >= 0).sort("position").rows(named=True)
    return [(r["method"], r["kind"], r["sort"]) for r in rows]


NOBODY = ("unresolved", None, None)


@pytest.mark.parametrize(
    ("name", "sort"),
    [
        ("Zonneboeren Westerkim", "unknown"),
        ("Energiefonds Westerkim", "foundation"),
        ("Onderwijsgroep Westerkim Noord", "knowledge_institution"),
        ("Imkersbond De Raat", "association"),
        ("Waterleidingbedrijf Westerkim", "company"),
        ("Stichting De Raat", "foundation"),
        ("De Raat B.V.", "company"),
    ],
)
def test_what_reads_as_a_name_is_a_party_outside_government(name, sort):
    assert read("Assen", name)[1] == ("non_government", "non_government", sort)


@pytest.mark.parametrize(
    "text",
    [
        "Westerkimmerveen",  # one word: a place, as likely as not
        "Universiteit",  # what is left of a name
        "ondernemers",  # a group
        "Hogeschool Westerkim In 2024",  # a sentence ran into it
        "overige deelnemers",
        "Gemeente Westerkim",  # says that it is a government
        "provincie Westerkim en omstreken",
        "de leden van het bestuur",
        "Haaglanden",  # a region
        "Noordoostpoldre",  # like a municipality, and not like enough to be taken for it
        "- ,",
    ],
)
def test_what_does_not_read_as_a_name_stays_open(text):
    assert read("Assen", text)[1][0] in ("unresolved", "fuzzy", "phrase")


def test_a_body_abroad_is_no_party_outside_government():
    assert read("Kreis Kimmer")[0] == ("abroad", None, "abroad")
    assert read("Hafengemeinde Kimmer")[0] == ("abroad", None, "abroad")
    # Bare and marked names beside it are of the same country, a name of more words need not be.
    beside = read("Kreis Kimmer", "Kimmerfeld", "Gemeente Kimmerdam", "Zonneboeren De Raat", "Assen")
    assert [method for method, _, _ in beside] == ["abroad", "abroad", "abroad", "non_government", "exact"]
    assert read("Assen", "Kimmerfeld")[1] == NOBODY


def test_another_collaboration_is_no_party_outside_government():
    assert read("Veiligheidsregio De Kim")[0] == ("collaboration", None, None)
    # A word of parties outside government goes before a list: a foundation may be listed and take part elsewhere.
    assert read("Stichting De Kim", parties=("Dienst", "Stichting De Kim"))[0][0] == "non_government"
    assert read("Kimmer Tafel", parties=("Dienst", "Kimmer Tafel"))[0] == ("collaboration", None, None)
    assert read("Kimmer Tafel")[0][0] == "non_government"
    # What holds no letter is the name of nobody, also where a source lists a party as such.
    assert read("-", parties=("Dienst", "--"))[0] == NOBODY


def test_in_a_list_under_doubt_a_name_stays_open():
    assert read("Zonneboeren De Raat", doubts=["participants:columns"])[0] == NOBODY
    assert read("Zonneboeren De Raat", doubts=["seat:columns"])[0][0] == "non_government"


def test_what_is_known_to_be_no_organisation_of_the_register_is_not_asked():
    said = mention(participants_written=["Kreis Kimmer", "Veiligheidsregio De Kim", "Kimmerfeldt"])
    _, quarantine = resolve_participants(frame_of("mention", [said]))
    assert quarantine == []  # the last is beside a body abroad
    _, quarantine = resolve_participants(frame_of("mention", [mention(participants_written=["Kimmerfeldt"])]))
    assert [row["reason"] for row in quarantine] == ["unknown_organisation_name"]


def test_names_and_sentences():
    assert reads_as_name("De Raat Westerkim")
    assert not reads_as_name("zonneboeren in het westen")
    assert not reads_as_name("Een Twee Drie Vier Vijf Zes Zeven Acht Negen")
    assert not reads_as_name("Vanaf 2023 doet De Raat mee")
    assert not reads_as_name("")


def test_the_words_name_known_sorts():
    assert {one.sort for one in other_party_words().sorts} < set(SORTS)
    assert sort_of("Ziekenhuis De Raat") == "unknown"
