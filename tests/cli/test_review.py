"""The commands of review: a workbook out, what would move, decisions in; a blind sample out and its answers in."""

from typer.testing import CliRunner

from dagster_project.cli.main import app
from dagster_project.review import columns as c
from tests.review.conftest import tables, workspace  # noqa: F401
from tests.review.filling import fill


def _run(where, *words):
    return CliRunner().invoke(app, ["--data", str(where.root), "review", *map(str, words)], catch_exceptions=True)


def test_out_what_if_and_in(workspace, tmp_path):  # noqa: F811
    path = tmp_path / "vragen.xlsx"
    assert "7 questions" in _run(workspace, "export", path).output
    fill(path, {"criterium": "nee: vaste frequentie"})
    said = _run(workspace, "import", path, "--what-if")
    assert said.exit_code == 0
    assert "1 besluiten; er is niets geschreven" in said.output
    assert "Totaal aantal regionale samenwerkingsverbanden 2024: 2 wordt 1" in said.output
    assert not list(workspace.decisions.rglob("*.csv"))
    assert "decisions/all/0001-review.csv" in _run(workspace, "import", path).output


def test_faults_leave_a_copy_beside_the_workbook(workspace, tmp_path):  # noqa: F811
    path = tmp_path / "vragen.xlsx"
    _run(workspace, "export", path)
    fill(path, {"kenmerk": "kerk"}, **{c.DAY: "gisteren"})
    said = _run(workspace, "import", path)
    assert said.exit_code != 0
    assert (tmp_path / "vragen-opmerkingen.xlsx").is_file()


def test_a_sample_out_and_an_answer_in(workspace, tmp_path):  # noqa: F811
    said = _run(workspace, "sample", tmp_path / "uit", "--attribute", "theme", "--n", 2, "--seed", 1)
    assert said.exit_code == 0
    assert len(list((tmp_path / "uit").glob("*.xlsx"))) == 2
    (path, _) = sorted((tmp_path / "uit").glob("*.xlsx"))
    assert _run(workspace, "sample-import", path).exit_code != 0  # no coder is filled in
