"""Many documents: each read once, in the order that was asked, and none at the cost of another."""

import subprocess
import sys

import pytest

from dagster_project.budgets import reading
from dagster_project.budgets.reading import BudgetReader
from dagster_project.sandbox import Pool
from tests.documents import making

ROW = "Naam;Rechtsvorm;Zetel\n{} Een;GR;Assen\n"


def files(folder, names):
    return [making.write(folder / f"{name}.csv", ROW.format(name)) for name in names]


def names_of(said):
    return [[p["name_written"] for p in parties] for parties, _ in said]


def test_a_document_is_read_once(tmp_path):
    paths = files(tmp_path, ["Regio", "Schap", "Dienst"])
    with BudgetReader(tmp_path / "cache", jobs=2) as reader:
        first = reader.read(paths)
        assert reader.reads == 3
        assert reader.read(paths) == first
        assert reader.reads == 3
    more = [*paths, *files(tmp_path, ["Fonds"])]
    with BudgetReader(tmp_path / "cache", jobs=2) as reader:
        assert names_of(reader.read(more)) == [["Regio Een"], ["Schap Een"], ["Dienst Een"], ["Fonds Een"]]
        assert reader.reads == 1


def test_the_same_content_twice_is_read_once_and_another_ending_is_another_document(tmp_path):
    text = ROW.format("Regio")
    alike = [making.write(tmp_path / n, text) for n in ("a.csv", "b.csv", "c.pdf")]
    with BudgetReader(tmp_path / "cache", jobs=1) as reader:
        one, other, lie = reader.read(alike)
        assert reader.reads == 2
    assert one == other
    assert lie[1][0]["reason"] == "name_and_content_disagree"


def test_another_version_of_the_reader_reads_anew(tmp_path, monkeypatch):
    paths = files(tmp_path, ["Regio"])
    for version, reads in (("1", 1), ("1", 0), ("2", 1)):
        monkeypatch.setattr(reading, "reader_version", lambda said=version: said)
        with BudgetReader(tmp_path / "cache", jobs=1) as reader:
            reader.read(paths)
            assert reader.reads == reads


def test_a_damaged_entry_is_read_anew(tmp_path):
    paths = files(tmp_path, ["Regio"])
    for _ in range(2):
        with BudgetReader(tmp_path / "cache", jobs=1) as reader:
            assert names_of(reader.read(paths)) == [["Regio Een"]]
            assert reader.reads == 1
        (entry,) = (p for p in (tmp_path / "cache").rglob("*") if p.is_file())
        entry.write_bytes(entry.read_bytes()[:-1])


def test_what_rests_on_the_machine_is_not_kept(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_text("spin")
    monkeypatch.setattr(reading, "_TARGET", "tests.sandbox.misbehaving:read")
    for _ in range(2):
        with BudgetReader(tmp_path / "cache", jobs=1) as reader:
            ((parties, refusals),) = reader.read([path])
            assert reader.reads == 1
            assert (parties, refusals[0]["reason"]) == ([], "time_limit")


@pytest.mark.parametrize("jobs", [1, 2])
def test_the_order_is_that_of_the_paths(tmp_path, monkeypatch, jobs):
    paths = files(tmp_path, ["Regio", "Schap", "Dienst", "Fonds"])
    finish = Pool.read
    monkeypatch.setattr(Pool, "read", lambda self, paths, **more: list(finish(self, paths, **more))[::-1])
    told = []
    with BudgetReader(None, jobs, lambda p: told.append((p.done, p.total, p.pages))) as reader:
        assert names_of(reader.read(paths)) == [["Regio Een"], ["Schap Een"], ["Dienst Een"], ["Fonds Een"]]
    assert told == [(1, 4, 1), (2, 4, 2), (3, 4, 3), (4, 4, 4)]


def test_children_find_all_libraries_loaded(tmp_path):
    path = making.write(tmp_path / "a.html", "<h2>CoÃ¶peratie Zon</h2><p>Zetel: Assen<br>Resultaat: € 1.000</p>")
    told = (
        "import sys; from pathlib import Path; from dagster_project.budgets import reading; reading.warm()\n"
        "before = set(sys.modules); parties, _ = reading.read_here(Path(sys.argv[1]))\n"
        "new = sorted(n for n in set(sys.modules) - before if not n.startswith('encodings.'))\n"  # codecs are small
        "print([p['name_written'] for p in parties], new)"
    )
    done = subprocess.run([sys.executable, "-c", told, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['Coöperatie Zon'] []"
