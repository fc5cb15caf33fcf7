"""Themes and legal forms of collaborations, beside the true ones."""

from collections import Counter, defaultdict

from dagster_project.evaluation.coding import score_themes
from dagster_project.evaluation.outcome import Outcome
from dagster_project.evaluation.report import Measure, Section
from dagster_project.workspace.seeds import read_seed


def score_collaboration_themes(outcome: Outcome) -> Section:
    """Share of cells wrong (hamming), of sets right, recall and precision per theme."""
    section = Section("themes")
    ours = defaultdict(set)
    for snapshot, one, theme in outcome.table("theme").select("snapshot", "collaboration_id", "theme").iter_rows():
        ours[snapshot, one].add(theme)
    pairs, wrong = [], []
    for true, row in _compared(outcome):
        got, wanted = ours.get(row, set()), outcome.country.themes.get(true, frozenset())
        pairs.append((got, wanted))
        if got != wanted:
            wrong.append((*true, _name(outcome, true), "; ".join(sorted(wanted)), "; ".join(sorted(got))))
    score_themes(section, pairs)
    section.table("wrong_themes", ("snapshot", "truth", "name", "true", "coded"), wrong)
    return section


def score_legal_forms(outcome: Outcome) -> Section:
    """Share of forms right, and of the groups in which the figures count them."""
    section = Section("legal_forms")
    groups = dict(read_seed("legal_form").select("legal_form", "figure_group").iter_rows())
    columns = outcome.table("collaboration").select("snapshot", "collaboration_id", "legal_form").iter_rows()
    ours = {(snapshot, one): form for snapshot, one, form in columns}
    right = right_group = asked = 0
    confused: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for true, row in _compared(outcome):
        wanted, got = outcome.country.collaborations[true]["legal_form"], ours[row]
        asked += 1
        right += got == wanted
        right_group += groups.get(got) == groups.get(wanted)
        if got != wanted:
            confused[wanted, got] += 1
            examples.setdefault((wanted, got), f"{true[0]} {true[1]} {_name(outcome, true)}")
    section.add(
        Measure.share("legal_forms.right", right, asked),
        Measure.share("legal_forms.group_right", right_group, asked),
    )
    ranked = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    rows = [(wanted, got, times, examples[wanted, got]) for (wanted, got), times in ranked]
    section.table("confused_forms", ("true", "found", "times", "example"), rows)
    return section


def _compared(outcome: Outcome) -> list[tuple]:
    """What counts in truth, with the row that stands for it."""
    return [(true, row) for true, row in sorted(outcome.row_of_truth.items()) if true in outcome.country.counted]


def _name(outcome: Outcome, true: tuple[int, str]) -> str:
    return outcome.country.collaborations[true]["name"]
