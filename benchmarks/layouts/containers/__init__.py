"""Where parties stand: tables, cards, lists, definitions, headings, sentences; each a function from content to blocks.

Belongs here: the arrangement. Does not belong here: what stands around the parties (`page`), and any format.
"""

from collections.abc import Callable

from benchmarks.layouts.blocks import Block, Sheet
from benchmarks.layouts.containers import pairs, prose, sideways, tables
from benchmarks.layouts.content.document import Content
from benchmarks.layouts.content.parties import Party

_BY_SECTION: dict[str, Callable[[Content, list[Party]], list[Block]]] = {
    "transposed": sideways.column_per_party,
    "several_rows": sideways.several_rows,
    "definition_list": pairs.definitions,
    "headings": pairs.headings,
    "label_lines": pairs.lines,
    "cards": pairs.cards,
    "nested_list": pairs.nested_list,
    "numbered_list": pairs.numbered_list,
    "prose": prose.paragraphs,
    "matrix": sideways.matrix,
}


def contained(content: Content) -> list[tuple[str, list[Block]]]:
    """The blocks that hold the parties, by the heading that stands above them; one without is empty."""
    container = content.choice("container")
    if container in _BY_SECTION:
        return [(section, _BY_SECTION[container](content, parties)) for section, parties in content.groups]
    if container == "sheets":
        found = []
        for section, parties in content.groups or [("Partijen", content.parties)]:
            found.append(("", [Sheet(section or "Partijen"), *tables.one_table(content, [(section, parties)])]))
        return found
    if content.choice("sections") == "headings":
        return [(section, tables.one_table(content, [(section, parties)])) for section, parties in content.groups]
    return [("", tables.one_table(content, content.groups))]
