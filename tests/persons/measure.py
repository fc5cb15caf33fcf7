"""How many names of persons are found, how many names of bodies are touched, and at what cost.

`python -m tests.persons.measure` prints the table that `docs/quality.md` shows.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterable

from dagster_project.persons import find, names_a_person, take_out
from tests.persons.bodies import names_of_bodies
from tests.persons.naming import KEPT_BACK, SEEN, Sentence, sentences

NUMBER, SEED = 4_000, 7


def missed(cases: Iterable[Sentence]) -> list[Sentence]:
    """The sentences in which a word of the name still stands when persons were taken out."""
    return [case for case in cases if _stands(case)]


def _stands(case: Sentence) -> bool:
    rest = take_out(case.text)
    before = case.text.replace(case.name, "")
    words = [w for part in case.name.split() for w in part.split("-") if len(w) > 2 and w[0].isupper()]
    return any(w in rest and w not in before for w in words)


def touched(names: Iterable[str]) -> list[str]:
    """The names of bodies in which a person is found."""
    return [name for name in names if names_a_person(name)]


def main() -> None:
    show = "--show" in sys.argv
    sets = {"seen": (SEEN, "nl_NL"), "kept back": (KEPT_BACK, "nl_NL"), "kept back, Flemish": (KEPT_BACK, "nl_BE")}
    for name, (templates, locale) in sets.items():
        if not templates:
            continue
        cases = list(sentences(templates, NUMBER, SEED, locale))
        lost = missed(cases)
        shapes, lost_shapes = Counter(c.shape for c in cases), Counter(c.shape for c in lost)
        by_shape = ", ".join(f"{s} {1 - lost_shapes[s] / n:.3f}" for s, n in sorted(shapes.items()))
        print(f"{name}: recall {1 - len(lost) / len(cases):.4f} of {len(cases)} ({by_shape})")
        if show:
            print(*(f"    {c.shape}: {c.text}  ->  {take_out(c.text)}" for c in lost[:60]), sep="\n")
    for name, names in names_of_bodies().items():
        hit = touched(names)
        print(f"{name}: {len(hit)} of {len(names)} touched ({len(hit) / len(names):.2%})")
        if show:
            print(*(f"    {n}  ->  {[n[s.start : s.end] for s in find(n)]}" for n in hit), sep="\n")
    texts = [c.text for c in sentences(SEEN, NUMBER, SEED)] + [n for names in names_of_bodies().values() for n in names]
    began = time.perf_counter()
    for text in texts:
        names_a_person(text)
    print(f"{(time.perf_counter() - began) / len(texts) * 1e6:.1f} microseconds a text, {len(texts)} texts")


if __name__ == "__main__":
    main()
