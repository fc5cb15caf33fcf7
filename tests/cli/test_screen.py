"""No command prints past the one function that keeps what files hold from steering the screen."""

import ast
import json
from pathlib import Path

import pytest

import dagster_project.cli
from dagster_project.cli.screen import say, say_error, say_json, say_json_text

CLI = Path(dagster_project.cli.__file__).parent


@pytest.mark.parametrize("path", sorted(CLI.glob("*.py")), ids=lambda p: p.stem)
def test_no_command_prints_by_itself(path):
    calls = [n for n in ast.walk(ast.parse(path.read_bytes())) if isinstance(n, ast.Call)]
    printing = [n.lineno for n in calls if isinstance(n.func, ast.Name) and n.func.id == "print"]
    assert path.name == "screen.py" or printing == []


def test_control_characters_are_shown_as_codes_and_lines_stay(capsys):
    say("een\n\x1b]0;twee\x07 \udce9")
    say_error("\u202edrie")
    told = capsys.readouterr()
    assert told.out == "een\n\\x1b]0;twee\\x07 \\xe9\n"
    assert told.err == "\\u202edrie\n"


def test_json_stays_json_and_what_it_was(capsys):
    data = {"naam": "\x1b[31m\x9b\u202e\udce9\n é"}
    say_json(data)
    say_json_text(json.dumps(data, ensure_ascii=False))
    told = capsys.readouterr().out
    assert not set(told) & set("\x1b\x9b\u202e\udce9")
    first, second = told.rstrip().rsplit("\n", 1)
    assert json.loads(first) == json.loads(second) == data
