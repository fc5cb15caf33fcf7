"""Every fault of a file, a disk or a setting is told in a line or two: what, where, the mend; never a traceback."""

import csv
import errno
import os
import sys

import pytest

from dagster_project.cli.main import main
from dagster_project.intake import scan
from dagster_project.workspace import Workspace
from dagster_project.workspace.states import begin, put_in_force
from tests.intake.files import BUDGET, TODAY, write

LATIN = "café".encode("latin-1")
INTAKE = ("intake", "{inbox}")
READING = (("status",), ("run",), ("release",), INTAKE)
MENTIONS = "mention_id,source,name_as_written\na,budget,GGD\n"
TABLES = (("status",), ("trace", "mean_collaborations"), ("show", "m1"), ("ledger", "diff"))
WRITING = (INTAKE, ("survey", "import", "{inbox}", "--snapshot", "2024"), ("restore", "manifest"), ("run",))


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace with a delivery and a state in force that holds the tables of intake."""
    workspace = Workspace.at(tmp_path / "w").create("simulated")
    write(workspace.raw, "budgets/2024/gm0014_a.csv", BUDGET)
    write(tmp_path, "inbox/budgets/2024/gm0037_b.csv", BUDGET + "Nieuw;BV\n")
    building = begin(workspace)
    scan(building, today=TODAY)
    return put_in_force(building)


@pytest.fixture
def command(workspace, monkeypatch, capsys):
    """Runs a command; gives its exit code, what it printed, and what it said of an error."""

    def call(*words: str) -> tuple[int, str, str]:
        places = {"inbox": str(workspace.root.parent / "inbox"), "out": str(workspace.root.parent / "out")}
        arguments = [word.format(**places) for word in words]
        monkeypatch.setattr(sys, "argv", ["lappendeken", "--data", str(workspace.root), *arguments])
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code or 0
        told = capsys.readouterr()
        return code, told.out, told.err

    return call


def _told(outcome: tuple[int, str, str], *words: str) -> None:
    code, out, err = outcome
    assert code in (1, 2, 3), (code, out, err)
    assert "Traceback" not in out + err
    lines = err.strip().splitlines()
    assert [line.partition(":")[0] for line in lines[-3:]] == ["error", "where", "mend"], err
    assert len(err) < 1500
    for word in words:
        assert word in err, err


def _damage(path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("content", [b"delivery_id\nd1\n", LATIN, b"\x00\x01", b"<<<<<<< HEAD\nx\n"])
def test_a_damaged_manifest(workspace, command, words, content):
    _damage(workspace.manifest, content)
    _told(command(*words), "manifest.csv", "restore manifest")


@pytest.mark.parametrize("words", READING, ids=" ".join)
@pytest.mark.parametrize("content", [b"kind: [", LATIN, b"- a\n", b"kind: krant\n", b"kind: real\nformat: x\n", b""])
def test_damaged_settings(workspace, command, words, content):
    _damage(workspace.config_file, content)
    _told(command(*words), "workspace.yml")


@pytest.mark.parametrize("words", [("status",), ("release",), INTAKE], ids=" ".join)
@pytest.mark.parametrize("content", [b"a,b\n1\n", LATIN, b"", b"\x00"])
def test_a_damaged_file_of_decisions(workspace, command, words, content):
    _damage(workspace.decisions / "2024" / "0001-proef.csv", content)
    _told(command(*words), "0001-proef.csv")


@pytest.mark.parametrize("words", [("ledger", "crosswalk"), ("run",)], ids=" ".join)
@pytest.mark.parametrize("content", [b"a,b\n1\n", LATIN, b"\x00", b'"'])
def test_a_damaged_ledger(workspace, command, words, content):
    _damage(workspace.ledger / "identity.csv", content)
    _told(command(*words), "identity.csv")


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
@pytest.mark.parametrize("content", [b"", b"kapot", b"PAR1" + bytes(40) + b"PAR1"])
def test_damaged_tables(workspace, command, words, content):
    for name in ("delivery", "refusal/intake", "figure", "mention", "collaboration_identity"):
        _damage(workspace.tables / f"{name}.parquet", content)
    _told(command(*words), ".parquet", "lappendeken run")


@pytest.mark.parametrize("words", TABLES, ids=" ".join)
@pytest.mark.parametrize("content", [LATIN, b"000099\n", b"\x00", b"../../.."])
def test_a_damaged_pointer_to_the_state(workspace, command, words, content):
    _damage(workspace.in_force, content)
    _told(command(*words), "lappendeken run")


@pytest.mark.parametrize("words", [("status",), ("release",)], ids=" ".join)
@pytest.mark.parametrize("content", [b"{", LATIN, b"[]"])
def test_a_damaged_record_of_the_state(workspace, command, words, content):
    _damage(workspace.state / "state.json", content)
    _told(command(*words), "state.json", "lappendeken run")


@pytest.mark.parametrize("content", [b"", b"kapot", b"PK\x05\x06" + bytes(18), b"{"])
@pytest.mark.parametrize("words", [("review", "import", "{out}"), ("code", "{out}", "--out", "{out}.csv")])
def test_a_damaged_file_from_outside(workspace, command, words, content):
    _damage(workspace.root.parent / "out", content)
    _told(command(*words), "out")


@pytest.mark.parametrize("words", WRITING, ids=" ".join)
@pytest.mark.parametrize(
    ("number", "words_of_it"),
    [(errno.EROFS, "only be read"), (errno.EACCES, "no permission"), (errno.ENOSPC, "no room"), (errno.EIO, "disk")],
)
def test_a_disk_that_cannot_be_written(workspace, command, monkeypatch, words, number, words_of_it):
    really, before = os.open, workspace.manifest.read_bytes()

    def refuse(path, flags, *more, **named):
        if flags & os.O_CREAT:
            raise OSError(number, os.strerror(number), os.fspath(path))
        return really(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    _told(command(*words), words_of_it, str(workspace.root))
    assert workspace.manifest.read_bytes() == before


def test_status_needs_no_disk_that_can_be_written(workspace, command, monkeypatch):
    really = os.open

    def refuse(path, flags, *more, **named):
        if flags & os.O_CREAT:
            raise OSError(errno.EROFS, os.strerror(errno.EROFS), os.fspath(path))
        return really(path, flags, *more, **named)

    monkeypatch.setattr(os, "open", refuse)
    assert command("status")[0] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("trace", "geen_figuur"),
        ("trace", "mean_collaborations", "--release", "2030.1"),
        ("show", "m\x1b[31m"),
        ("ledger", "crosswalk", "sv9999999"),
        ("run", "--snapshot", "1999"),
    ],
    ids=repr,
)
def test_what_is_not_there(command, words):
    outcome = command(*words)
    _told(outcome)
    assert "\x1b" not in outcome[2]


@pytest.mark.parametrize(
    "words",
    [
        ("intake", "{out}"),
        ("code", "{out}", "--out", "{out}.csv"),
        ("link", "{out}", "--out", "{out}.csv"),
        ("link", "{inbox}/mentions.csv", "--decisions", "{out}", "--out", "{out}.csv"),
        ("review", "import", "{out}"),
    ],
    ids=" ".join,
)
def test_a_pipe_is_never_waited_for(workspace, command, words):
    os.mkfifo(workspace.root.parent / "out")
    write(workspace.root.parent, "inbox/mentions.csv", MENTIONS)
    _told(command(*words), "out")


@pytest.mark.parametrize(
    "content", [b"", b"kind,mention_id_a,mention_id_b\nmust_link,a\x00,b\n", b"kapot", b'"' + b"x" * 200_000]
)
def test_damaged_decisions_of_a_file_to_link(workspace, command, content):
    _damage(workspace.root.parent / "out", content)
    write(workspace.root.parent, "inbox/mentions.csv", MENTIONS)
    _told(command("link", "{inbox}/mentions.csv", "--decisions", "{out}", "--out", "{out}.csv"), "out")


def test_a_root_hash_that_is_none(workspace, command):
    (workspace.root.parent / "out").mkdir()
    _told(command("verify", "{out}", "--root", ""), "--root")


def test_no_cell_that_is_written_begins_as_a_formula(workspace, command):
    folder = workspace.root.parent
    written = "mention_id,source,name_as_written\n=1+1,budget,=2+2\nb,budget,+3\n"
    write(folder, "inbox/mentions.csv", written)
    write(folder, "inbox/forms.csv", "id,register_form,name,purpose\n=1+1,wgr,=2+2,zorg\n@a,wgr,b,zorg\n")
    write(folder, "budgets/2024/gm0014_f.csv", "Naam;Doel\n=HYPERLINK(1);zorg\nGGD Noord;=1+1\n")
    given = {
        "link": ("{inbox}/mentions.csv",),
        "code": ("{inbox}/forms.csv",),
        "extract": (str(folder / "budgets"), "--jobs", "1"),
    }
    for name, words in given.items():
        assert command(name, *words, "--out", "{out}.csv")[0] == 0, name
        for file in folder.glob("out*.csv"):
            with file.open(newline="", encoding="utf-8-sig") as lines:
                cells = [cell for row in csv.reader(lines) for cell in row]
            assert cells
            assert [cell for cell in cells if cell.startswith(("=", "+", "@"))] == [], name
