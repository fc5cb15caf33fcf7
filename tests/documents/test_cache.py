"""The cache keeps what was read; an entry that is damaged is as good as none."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dagster_project.documents.cache import Cache

KEY = "ab" * 32
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda x: st.lists(x, max_size=4) | st.dictionaries(st.text(max_size=8), x, max_size=4),
    max_leaves=12,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(value=VALUES.filter(lambda v: v is not None))
def test_what_is_put_is_got(tmp_path_factory, value):
    cache = Cache(tmp_path_factory.mktemp("c"))
    assert cache.get(KEY) is None
    cache.put(KEY, value)
    assert Cache(cache.folder).get(KEY) == value


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "moved", "no head"])
def test_a_damaged_entry_is_none(tmp_path, damage):
    cache = Cache(tmp_path)
    cache.put(KEY, {"parties": ["één"]})
    (entry,) = (p for p in tmp_path.rglob("*") if p.is_file())
    content = entry.read_bytes()
    if damage == "moved":
        other = "cd" * 32
        (tmp_path / "cd").mkdir()
        entry.rename(tmp_path / "cd" / f"{other}.json")
        assert cache.get(other) is None
        return
    harmed = {"cut": content[:-3], "changed": content.replace(b"parties", b"partijs"), "empty": b"", "no head": b"{}"}
    entry.write_bytes(harmed[damage])
    assert cache.get(KEY) is None
    cache.put(KEY, 1)
    assert cache.get(KEY) == 1


def _put(folder, number):
    cache = Cache(folder)
    for _ in range(50):
        cache.put(KEY, [number] * 1000)
        found = cache.get(KEY)
        assert found is not None
        assert len(set(found)) == 1


def test_many_writers_at_once(tmp_path):
    with ProcessPoolExecutor(4, mp_context=get_context("spawn")) as runs:
        list(runs.map(_put, [tmp_path] * 4, range(4)))
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == [f"{KEY}.json"]
