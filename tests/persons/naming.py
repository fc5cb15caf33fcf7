"""Sentences with a name in them, made by Faker: names of many shapes, and kinds of sentence.

Neither the names nor the sentences are those of the room's own words. `KEPT_BACK` was written after the rules were
done, and no rule was changed for it. Does not belong here: counting what is found (`measure`).
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from faker import Faker

FIRST_ROUND = (
    "Telefonisch gesproken met {} over de deelname aan de regeling.",
    "Gisteren gebeld met {}, die de bijdrage bevestigde.",
    "Contactpersoon: {}",
    "Contactpersoon is {} van de afdeling financiën.",
    "Volgens {} is de regeling in 2019 opgeheven.",
    "De vragenlijst is ingevuld door {}.",
    "Zie de mail van {} van 3 maart.",
    "{} heeft telefonisch doorgegeven dat de partij niet meer bestaat.",
    "{} belde terug: de zetel is verplaatst.",
    "Navraag bij {} leert dat er geen bijdrage is.",
    "In het bestuur zit {} namens de gemeente.",
    "Overlegd met collega {} en daarna besloten.",
    "Bestuurder ({}) is lid van het algemeen bestuur.",
    "t.a.v. {}, postbus 12",
    "Met vriendelijke groet, {}",
    "De gemeente wordt vertegenwoordigd door {} in het algemeen bestuur.",
)

SECOND_ROUND = (
    "Op 12 mei liet {} per brief weten dat de begroting is vastgesteld.",
    "Uit de notulen blijkt dat {} zich heeft afgemeld.",
    "Bij vragen kunt u terecht bij {} (griffie).",
    "{} zit er namens ons college in.",
    "Dit cijfer komt van {}, concerncontroller.",
    "Aanwezig: {}, verder niemand.",
    "Besloten na een belletje naar {}.",
    "Mijn collega {} kent het dossier.",
    "Wie: {}",
    "{} (beleidsadviseur) heeft de lijst nagekeken.",
    "Aangepast op verzoek van {}.",
    "De dijkgraaf, {}, tekende de overeenkomst.",
    "Ondertekend te Assen, {}",
    "Nog navragen, {} is met verlof.",
    "zie ook het whatsappje van {}",
    "Afspraak met {} op maandag om tien uur.",
)


THIRD_ROUND = (
    "Ik heb dit op 4 juni voorgelegd aan {} en geen antwoord gekregen.",
    "Het bestuurslid {} heeft ontslag genomen.",
    "Met dank aan {} voor de stukken.",
    "Voor de jaarrekening moet je bij {} zijn.",
    "{} en ik hebben de lijst nagelopen.",
    "Eigenaar van dit dossier: {} (team juridische zaken).",
    "De stukken liggen bij {} op kantoor.",
    "Opvolger wordt {}.",
    "Hier heeft {} bezwaar tegen gemaakt.",
    "Gehoord de uitleg van {} blijft het besluit staan.",
    "{}, 24 april 2024",
    "Gecontroleerd: {}.",
    "zie het gespreksverslag met {} in het dossier",
    "Besluit genomen in bijzijn van {}.",
    "Zowel de gemeentesecretaris als {} noemt acht deelnemers.",
    "vraag {} naar de statuten",
)

SEEN = FIRST_ROUND + SECOND_ROUND + THIRD_ROUND

KEPT_BACK = (
    "Op aandringen van {} is de naam aangepast.",
    "Naar ik begreep van {}, loopt de regeling in 2027 af.",
    "Nagekeken door {}, zie het tabblad.",
    "Het klopt volgens mij niet, zei {} gisteren nog.",
    "Onze nieuwe controller heet {}.",
    "Laat {} dit nog even bekijken.",
    "Stuk ontvangen op 7 juni ({}).",
    "De vertegenwoordiger in de vergadering was {}.",
    "Ik zocht {} op in de gids.",
    "{} is sinds 2022 onze man in het bestuur.",
    "Zoals met {} afgesproken blijft de zetel Assen.",
    "Dossierhouder {} twijfelt aan de rechtsvorm.",
    "Neem bij twijfel contact op met {}!",
    "Twee leden: {} en een plaatsvervanger.",
    "Uitgezocht op 3 mei 2024; {} deed het jaar ervoor.",
    "aangepast nadat {} de akte toonde",
)


@dataclass(frozen=True)
class Sentence:
    """A text, the name in it, and of which shape the name is."""

    text: str
    name: str
    shape: str


def sentences(templates: tuple[str, ...], number: int, seed: int, locale: str = "nl_NL") -> Iterator[Sentence]:
    """So many sentences, shapes and templates in turn; the same for the same seed."""
    fake = Faker(locale)
    fake.seed_instance(seed)
    dice = random.Random(seed)
    for _ in range(number):
        shape, name = _name(fake, dice)
        yield Sentence(dice.choice(templates).format(name), name, shape)


def _name(fake: Faker, dice: random.Random) -> tuple[str, str]:
    first, last = fake.first_name(), fake.last_name()
    shape = dice.choice(("first", "first", "first", "double", "double", "title", "title first", "initials", "office"))
    initials = "".join(f"{fake.first_name()[0]}." for _ in range(dice.randint(1, 3)))
    title = dice.choice(("de heer", "mevrouw", "dhr.", "mw.", "drs.", "ir."))
    return shape, {
        "first": f"{first} {last}",
        "double": f"{first} {last.split()[-1].capitalize()}-{fake.last_name()}",
        "title": f"{title} {last}",
        "title first": f"{title} {first} {last}",
        "initials": f"{initials} {last}",
        "office": f"{dice.choice(('wethouder', 'burgemeester', 'gedeputeerde'))} {first} {last}",
    }[shape]
