"""A dbt that gives nothing is told of, and ended at its limit; one that gives something is left alone."""

import subprocess
import sys
import time

import pytest

from dagster_project.warehouse import DbtFailed, Watch


@pytest.fixture
def process():
    found = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield found
    found.kill()
    found.wait()


def test_silence_is_told_and_ended_at_the_limit(process):
    told = []

    def results():
        yield "a table"
        process.wait()

    started = time.monotonic()
    with pytest.raises(DbtFailed, match="after 1 results"), Watch(process, told.append, 0.6, 0.2) as watch:
        assert list(watch.over(results())) == ["a table"]
    assert process.returncode == -9
    assert time.monotonic() - started < 30
    assert told


def test_the_limit_counts_from_the_last_result(process):
    def results():
        for number in range(5):
            time.sleep(0.3)
            yield number

    with Watch(process, lambda line: None, 1.0, 0.2) as watch:
        assert list(watch.over(results())) == [0, 1, 2, 3, 4]
    assert process.poll() is None


def test_what_failed_by_itself_is_told_as_it_is(process):
    with pytest.raises(ValueError, match="its own"), Watch(process, lambda line: None):
        raise ValueError("its own")
