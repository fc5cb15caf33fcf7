"""Themes and legal forms of collaborations, beside the true ones."""

from collections import Counter, defaultdict

from dagster_project.evaluation.measures.coding import score_themes
from dagster_project.evaluation.report.model import Measure, Section
from dagster_project.evaluation.run import Run
from dagster_project.workspace.seeds import read_seed


def score_collaboration_themes(run: Run) -> Section:
    """Share of cells wrong (hamming), of sets right, recall and precision per theme."""
    section = Section("themes")
    ours = defaultdict(set)
    for snapshot, one, theme in run.table("theme").select("snapshot", "collaboration_id", "theme").iter_rows():
        ours[snapshot, one].add(theme)
    pairs, wrong = [], []
    for true, row in run.compared:
        got, wanted = ours.get(row, set()), run.country.themes.get(true, frozenset())
        pairs.append((got, wanted))
        if got != wanted:
            wrong.append((*true, _name(run, true), "; ".join(sorted(wanted)), "; ".join(sorted(got))))
    score_themes(section, pairs)
    section.table("wrong_themes", ("snapshot", "truth", "name", "true", "coded"), wrong)
    return section


def score_legal_forms(run: Run) -> Section:
    """Share of forms right, and of the groups in which the figures count them."""
    section = Section("legal_forms")
    groups = dict(read_seed("legal_form").select("legal_form", "figure_group").iter_rows())
    columns = run.table("collaboration").select("snapshot", "collaboration_id", "legal_form").iter_rows()
    ours = {(snapshot, one): form for snapshot, one, form in columns}
    right = right_group = asked = 0
    confused: Counter[tuple[str, str]] = Counter()
    examples: dict[tuple[str, str], str] = {}
    for true, row in run.compared:
        wanted, got = run.country.collaborations[true]["legal_form"], ours[row]
        asked += 1
        right += got == wanted
        right_group += groups.get(got) == groups.get(wanted)
        if got != wanted:
            confused[wanted, got] += 1
            examples.setdefault((wanted, got), f"{true[0]} {true[1]} {_name(run, true)}")
    section.add(
        Measure.share("legal_forms.right", right, asked),
        Measure.share("legal_forms.group_right", right_group, asked),
    )
    ranked = sorted(confused.items(), key=lambda item: (-item[1], item[0]))
    rows = [(wanted, got, times, examples[wanted, got]) for (wanted, got), times in ranked]
    section.table("confused_forms", ("true", "found", "times", "example"), rows)
    return section


def _name(run: Run, true: tuple[int, str]) -> str:
    return run.country.collaborations[true]["name"]
