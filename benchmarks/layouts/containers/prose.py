"""Parties in sentences. Does not belong here: any other sentence of a document (`page`)."""

from benchmarks.layouts.blocks import Block, Heading, Run, Text
from benchmarks.layouts.containers.names import name_line
from benchmarks.layouts.content.amounts import Amount
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.participants import Participants
from benchmarks.layouts.content.parties import Party
from benchmarks.layouts.words import words


def paragraphs(content: Content, parties: list[Party]) -> list[Block]:
    """A paragraph per party, with its name as heading or bold in its first sentence."""
    blocks: list[Block] = []
    headed, bold = content.one_of("headed", (True, False)), content.one_of("bold", (True, False))
    for number, party in enumerate(parties):
        opening, told = _sentences(content, party, number)
        if headed:
            blocks += [Heading(name_line(party), 3), Text((Run(told),))]
        else:
            before, after = opening.split("{name}")
            blocks.append(Text((Run(before), *name_line(party, bold), Run(f"{after} {told}"))))
    return blocks


def _sentences(content: Content, party: Party, number: int) -> tuple[str, str]:
    text, dice = words().text, content.dice(f"prose {number}")
    told = [f"Het doel is {party.purpose[0].lower()}{party.purpose[1:]}"] if "purpose" in content.plain_fields else []
    if "form" in content.plain_fields:
        told.append(dice.choice(text.prose_forms).format(form=party.form))
    if party.seat and content.choice("seat") == "sentence":
        told.append(dice.choice(text.seat_sentences).format(s=party.seat))
    if party.participants.text:
        told.append(_of_participants(party.participants))
    told += _of_amounts(content, party)
    return dice.choice(text.prose_openings), " ".join(told)


def _of_participants(participants: Participants) -> str:
    written = participants.text
    if written.endswith("."):
        return written
    is_name = written.startswith(participants.names[0]) and not participants.described
    first = written[0] if is_name else written[0].lower()
    return f"Deelnemers zijn {first}{written[1:]}."


def _of_amounts(content: Content, party: Party) -> list[str]:
    if not content.moments:
        return []
    text, told = words().text, []
    for pattern, quantity in ((text.prose_equity, "equity"), (text.prose_debt, "debt")):
        pairs = zip(content.moments.stocks, party.amounts[quantity], strict=True)
        values = " en ".join(f"{_or_unknown(amount)} ({moment})" for moment, amount in pairs)
        told.append(pattern.format(values=values))
    for moment, amount in zip(content.moments.results, party.amounts["result"], strict=True):
        told.append(text.prose_result.format(m=moment, value=_or_unknown(amount)))
    return told


def _or_unknown(amount: Amount) -> str:
    return amount.written or "onbekend"
