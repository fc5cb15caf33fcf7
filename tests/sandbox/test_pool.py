"""Each document is read in a child of its own: whatever one does, the others are read, and it is told why."""

import os
import threading
import time

import pytest

from dagster_project.sandbox import Pool, pool

TARGET = "tests.sandbox.misbehaving:read"


def readings(tmp_path, words, jobs=1, **arguments):
    paths = []
    for number, word in enumerate(words):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(word)
    with Pool(TARGET, jobs) as readers:
        found = dict(readers.read(paths, **arguments))
    assert sorted(found) == list(range(len(paths)))
    return [found[i] for i in range(len(paths))]


def test_a_value_comes_back_with_what_it_cost(tmp_path):
    (reading,) = readings(tmp_path, ["een"], greeting="dag")
    assert reading.value == {"read": "een", "greeting": "dag"}
    assert (reading.refusal, reading.passing, reading.pages) == (None, False, 1)
    assert 0 <= reading.cpu < 1
    assert 2**20 < reading.peak < 500 * 2**20


BAD = {
    "spin": ("time_limit", True),
    "eat": ("memory_limit", True),
    "eat-slowly": ("memory_limit", True),
    "crash": ("corrupt", True),
    "leave": ("corrupt", True),
    "raise": ("corrupt", False),
    "flood": ("too_large", False),
}


@pytest.fixture(scope="module")
def among_others(tmp_path_factory):
    """Each bad one between two good ones."""
    words = [w for bad in BAD for w in ("een", bad, "twee")]
    found = readings(tmp_path_factory.mktemp("bad"), words, jobs=2)
    return {bad: found[3 * i : 3 * i + 3] for i, bad in enumerate(BAD)}


@pytest.mark.parametrize("word", sorted(BAD))
def test_what_a_child_does_costs_no_other(among_others, word):
    before, bad, after = among_others[word]
    assert (before.value["read"], after.value["read"]) == ("een", "twee")
    assert (bad.refusal.reason, bad.passing) == BAD[word]
    assert bad.value is None
    assert bad.refusal.locator == "document"
    assert bad.refusal.detail
    assert bad.cpu < 2
    assert bad.peak < 500 * 2**20


def test_the_error_of_a_reader_is_told(among_others):
    assert "ValueError: geen begroting" in among_others["raise"][1].refusal.detail


def test_pages_earn_time_and_what_a_parser_prints_is_no_answer(tmp_path):
    slow, chatter, after, limits = readings(tmp_path, ["earn 2", "chatter", "een", "limits"])
    assert (slow.value["read"], slow.pages) == ("earn", 4)
    assert (chatter.value["read"], after.value["read"]) == ("chatter", "een")
    assert limits.value == {"core": 0, "warm": 1, "same": True}


def test_a_child_that_waits_is_ended_by_the_clock(tmp_path, monkeypatch):
    # The server is another process, so the limit is set where it starts.
    starter = tmp_path / "sitecustomize.py"
    starter.write_text("from dagster_project.sandbox import limits\nlimits.WALL_SECONDS = 0.2\n")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    stuck, after = readings(tmp_path, ["wait 60", "een"])
    assert stuck.refusal.reason == "time_limit"
    assert after.value


def test_the_server_may_fall_and_the_rest_is_read(tmp_path):
    words = ["een", "kill-server", "twee", "drie"]
    found = readings(tmp_path, words)
    assert [r.value and r.value["read"] for r in found] == ["een", None, "twee", "drie"]
    assert (found[1].refusal.reason, found[1].passing) == ("memory_limit", True)


def test_two_at_a_time_overlap(tmp_path):
    paths = []
    for number, word in enumerate(["wait 0.5", "een"]):
        paths.append(tmp_path / f"{number}.txt")
        paths[-1].write_text(word)
    with Pool(TARGET, 2) as readers:
        assert [place for place, _ in readers.read(paths)] == [1, 0]
    with Pool(TARGET, 1) as readers:
        assert [place for place, _ in readers.read(paths)] == [0, 1]


def test_what_is_no_file_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "buis.pdf")
    (tmp_path / "map.pdf").mkdir()
    (tmp_path / "weg.pdf").symlink_to(tmp_path / "nergens.pdf")
    paths = [tmp_path / "buis.pdf", tmp_path / "map.pdf", tmp_path / "weg.pdf", tmp_path / "\0.pdf"]
    with Pool(TARGET) as readers:
        found = dict(readers.read(paths))
        assert readers._server is None
    assert [found[i].refusal.reason for i in range(4)] == [
        "unknown_media_type",
        "unknown_media_type",
        "corrupt",
        "corrupt",
    ]


def test_no_server_is_left(tmp_path):
    with Pool(TARGET) as readers:
        (tmp_path / "a.txt").write_text("een")
        list(readers.read([tmp_path / "a.txt"]))
        server = readers._server
    assert server.returncode == 0
    assert pool.Pool(TARGET).__exit__() is None


def test_a_server_that_ended_with_its_thread_is_started_again(tmp_path):
    (tmp_path / "a.txt").write_text("een")

    def read(found: list) -> None:
        found += [reading.value for _, reading in readers.read([tmp_path / "a.txt"])]

    found: list = []
    with Pool(TARGET) as readers:
        for _ in range(2):
            thread = threading.Thread(target=read, args=(found,))
            thread.start()
            thread.join()
            time.sleep(0.1)
    assert [value["read"] for value in found] == ["een", "een"]
