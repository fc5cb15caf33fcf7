"""The vocabulary only names codes of the seeds, and says so where it does not."""

import pytest
import yaml

from dagster_project.coding import vocabulary
from dagster_project.workspace import PROJECT, UnreadableInput
from dagster_project.workspace.seeds import codes


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A copy of the vocabulary that a test may break; gives a function that changes a file and reads it."""
    monkeypatch.setattr(vocabulary, "HERE", tmp_path)

    def changed(file, change, read):
        raw = yaml.safe_load((PROJECT / "dagster_project/coding/words" / file).read_text("utf-8"))
        change(raw)
        (tmp_path / file).write_text(yaml.safe_dump(raw), encoding="utf-8")
        return read.__wrapped__()

    return changed


def test_it_reads_and_has_words_for_every_theme():
    words = vocabulary.themes()
    assert set(words.fields) == set(codes("theme_code"))
    assert words.version
    assert vocabulary.attributes().version


def test_ids_of_bodies_are_unique():
    ids = [b.id for b in vocabulary.themes().bodies]
    assert len(ids) == len(set(ids))


def test_unknown_theme(own):
    with pytest.raises(UnreadableInput, match="landbouw"):
        own("themes.yml", lambda raw: raw["bodies"][0]["themes"].append("landbouw"), vocabulary.themes)


def test_broken_pattern(own):
    with pytest.raises(UnreadableInput, match=r"masks\.0\.pattern"):
        own("themes.yml", lambda raw: raw["masks"][0].update(pattern="("), vocabulary.themes)


def test_unknown_form(own):
    with pytest.raises(UnreadableInput, match="maatschap"):
        own("attributes.yml", lambda raw: raw["forms_written"][0].update(form="maatschap"), vocabulary.attributes)


def test_unknown_system(own):
    with pytest.raises(UnreadableInput, match="water_region"):
        own("attributes.yml", lambda raw: raw["systems"][0].update(id="water_region"), vocabulary.attributes)
