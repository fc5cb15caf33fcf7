"""What the pipeline should find in the example, counted from the truth: `python -m tools.example.expected`.

Belongs here: who could know what (which sources list a collaboration) and the few judgements that the definitions leave
no doubt about. It is told from the truth and the plan of the sources, never from the files.
"""

from collections.abc import Iterator
from itertools import pairwise

from tools.example import budgets
from tools.example.truth import SNAPSHOTS, as_if, collaborations, load, reference_date
from tools.example.wording import THEME_NL

DIVISIONS = {2017: ("vrg", "vrd", "ggdg", "ggdd")}


def sources(snapshot: int) -> dict[str, set[str]]:
    """Which kinds of source list a collaboration, by its key; the edition of 2023 feeds 2024."""
    listed: dict[str, set[str]] = {}
    for source, key in _listings(snapshot):
        listed.setdefault(key, set()).add(source)
    return listed


def one_government(snapshot: int) -> list[str]:
    """Collaborations with fewer than two governments: the definition of 2024 does not count them."""
    return [one.key for one in collaborations(snapshot) if len(one.governments) < 2]


def denied(snapshot: int) -> dict[str, list[tuple[str, str]]]:
    """Per collaboration: the organisations that answered that they take no part or that it does not exist."""
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in load("surveys"):
        if entry["file"].startswith(f"{snapshot}/"):
            for key, answer in entry.get("answers", {}).items():
                if answer["answer"] in ("neemt niet deel", "bestaat niet"):
                    found.setdefault(key, []).append((_organisation(entry), answer["answer"]))
    return found


def flows(before: int, after: int) -> dict[str, list[str]]:
    """What happened between two snapshots, by kind; dated births and deaths apart from those only seen or unseen."""
    old, new = ({one.key: one for one in collaborations(snapshot)} for snapshot in (before, after))
    span = (reference_date(before), reference_date(after))
    born, gone = [new[key] for key in new if key not in old], [old[key] for key in old if key not in new]
    both = [(old[key], new[key]) for key in old if key in new]
    return {
        "founded": [one.key for one in born if one.founded and span[0] < one.founded <= span[1]],
        "first seen": [one.key for one in born if not one.founded],
        "merged": [one.key for one in gone if one.into],
        "dissolved": [one.key for one in gone if one.ended and not one.into],
        "no longer seen": [one.key for one in gone if not one.ended],
        "renamed": [was.key for was, now in both if was.name != now.name],
        "legal form changed": [was.key for was, now in both if was.form != now.form],
    }


def _listings(snapshot: int) -> Iterator[tuple[str, str]]:
    for entry in load("documents"):
        if entry["file"].startswith(f"{snapshot}/"):
            yield from (("budget", one.key) for one in budgets.listed(entry))
    for entry in load("editions"):
        if entry.get("as_of", entry["snapshot"]) == snapshot:
            kept = [one.key for one in collaborations(snapshot) if one.key not in entry["left_out"]]
            yield from (("edition", key) for key in kept)
    for entry in load("surveys"):
        if entry["file"].startswith(f"{snapshot}/"):
            own = [one.key for one in collaborations(snapshot) if _organisation(entry) in one.members]
            yield from (("survey", key) for key in own if key not in entry.get("left_out", ()))
    for entry in load("programmes"):
        if entry["snapshot"] == snapshot:
            yield from (("programme", key) for key in entry["programmes"])
    day = reference_date(snapshot)
    for chain in load("register"):
        if any(version["from"] <= day and (version.get("until") or day.max) > day for version in chain["versions"]):
            yield "register", chain["key"]
    yield from (("register", key) for key in DIVISIONS.get(snapshot, ()))


def _organisation(entry: dict) -> str:
    return entry["file"].split("/")[1].split("_")[0]


def _report() -> Iterator[str]:
    for snapshot in SNAPSHOTS:
        there, listed = collaborations(snapshot), sources(snapshot)
        unseen = [one.key for one in there if one.key not in listed]
        seen = len(there) - len(unseen)
        yield f"{snapshot}: {len(there)} exist, {seen} in a source; in none: {', '.join(unseen) or '-'}"
        yield f"  with one government: {', '.join(one_government(snapshot)) or '-'}"
        yield f"  denied: {', '.join(f'{key} by {by}' for key, by in denied(snapshot).items()) or '-'}"
        themes = {theme: sum(theme in one.themes for one in there) for theme in THEME_NL}
        yield f"  themes: {', '.join(f'{theme} {count}' for theme, count in themes.items())}"
    for before, after in pairwise(SNAPSHOTS):
        for kind, keys in flows(before, after).items():
            names = [as_if(key, after).name for key in keys]
            yield f"{before} to {after}, {kind} ({len(names)}): {'; '.join(names) or '-'}"


if __name__ == "__main__":
    print("\n".join(_report()))
