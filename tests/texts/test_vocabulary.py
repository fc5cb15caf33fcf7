"""Words that are data: read into their shape, or refused with the key that is wrong."""

from pathlib import Path

import pytest

from dagster_project.texts import Entry, Regex, Vocabulary, read_vocabulary
from dagster_project.workspace import UnreadableInput


class _Word(Entry):
    pattern: Regex
    kind: str | None = None


class _Words(Vocabulary):
    plain: tuple[str, ...]
    by_code: dict[str, _Word]


def _file(folder: Path, text: str) -> Path:
    path = folder / "words.yml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_file_is_read_into_its_shape(tmp_path):
    path = _file(
        tmp_path, 'version: "1.0"\nplain: [een, twee]\nby_code:\n  a:\n    kind: x\n    pattern: |\n      ^aa?\n'
    )
    words = read_vocabulary(path, _Words)
    assert words.version == "1.0"
    assert words.plain == ("een", "twee")
    assert words.by_code["a"].kind == "x"
    assert words.by_code["a"].pattern.search("aa")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("plain: [een]\nby_code: {}\n", "version"),
        ('version: "1.0"\nplain: een\nby_code: {}\n', "plain"),
        ('version: "1.0"\nplain: [een, 2]\nby_code: {}\n', "plain.1"),
        ('version: "1.0"\nplain: [een]\nby_code: {}\nplian: [twee]\n', "plian"),
        ('version: "1.0"\nplain: [een]\nby_code: {a: {pattern: "("}}\n', "by_code.a.pattern"),
        ('version: "1.0"\nplain: [een]\nby_code: {a: {pattern: x}, a: {pattern: y}}\n', "twice"),
        ('version: "1.0"\nplain: [een\n', "no vocabulary"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_key(tmp_path, text, told):
    with pytest.raises(UnreadableInput, match=told):
        read_vocabulary(_file(tmp_path, text), _Words)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UnreadableInput):
        read_vocabulary(tmp_path / "none.yml", _Words)


def test_words_cannot_be_changed_after_reading(tmp_path):
    words = read_vocabulary(_file(tmp_path, 'version: "1.0"\nplain: [een]\nby_code: {}\n'), _Words)
    with pytest.raises(ValueError, match="frozen"):
        words.plain = ()
