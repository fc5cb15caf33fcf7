"""The example workspace, run twice from raw files to a release in two folders; all end-to-end tests look at these."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from benchmarks.faults.stages import EXAMPLE, deliver, settings
from dagster_project.workspace import Workspace
from dagster_project.workspace.instance import dagster_home


def lappendeken(folder: Path, *words: str, check: bool = True) -> subprocess.CompletedProcess:
    """The command on a workspace, as a user would call it."""
    done = subprocess.run(
        [sys.executable, "-m", "dagster_project.cli.main", "--data", str(folder), *words],
        capture_output=True,
        text=True,
    )
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def copy_of_example(folder: Path) -> Path:
    """A copy of what git holds of the example: no work, no releases."""
    return Path(shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("work", "releases", ".dvc-remote")))


DVC = """[core]
    analytics = false
    check_update = false
    remote = store
['remote "store"']
    url = ../../store
"""
US = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b"}


def call(folder: Path, *words: str) -> str:
    """Any command in a folder; gives what it printed."""
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, env={**os.environ, **US}, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def dvc(folder: Path, *words: str) -> str:
    """A command of DVC."""
    return call(folder, sys.executable, "-m", "dvc", *words)


@pytest.fixture(scope="session")
def six(tmp_path_factory) -> Path:
    """A workspace of six documents with a release, in a git repository whose DVC store is a folder beside it.

    What was delivered stands in `delivered` beside the repository. Not to be changed: copy or clone it.
    """
    parent = tmp_path_factory.mktemp("six")
    repository = parent / "repository"
    workspace = repository / "data"
    for name, text in ((".dvc/config", DVC), (".dvc/.gitignore", "/tmp\n/cache\n"), (".gitignore", "data/work/\n")):
        (repository / name).parent.mkdir(parents=True, exist_ok=True)
        (repository / name).write_text(text)
    call(repository, "git", "init", "--quiet")
    delivered = deliver(parent / "delivered")
    workspace.mkdir()
    settings(workspace)
    for words in (("intake", *delivered), ("run",), ("release",)):
        lappendeken(workspace, *words)
    call(repository, "git", "add", ".")
    call(repository, "git", "commit", "--quiet", "-m", "Release 2024.1")
    dvc(repository, "push", "--quiet")
    return workspace


@dataclass(frozen=True)
class Clone:
    """The workspace of a clone of the repository of `six`, and how a run in it ended before DVC brought anything."""

    workspace: Path
    before: subprocess.CompletedProcess


@pytest.fixture(scope="session")
def clone(six) -> Clone:
    """A clone into which DVC brought the raw files and the release. One test goes its way with it."""
    second = six.parent.parent / "second"  # the DVC store stands beside both
    call(second.parent, "git", "clone", "--quiet", str(six.parent), second.name)
    workspace = second / "data"
    assert not list((workspace / "raw" / "budgets").glob("*")), "git brought raw files"
    before = lappendeken(workspace, "run", check=False)
    dvc(workspace, "pull", "--quiet")
    return Clone(workspace, before)


@pytest.fixture(scope="session")
def finished(tmp_path_factory) -> tuple[Path, Path]:
    """Two workspaces with one release each: the second released through a daemon."""
    folders = [copy_of_example(tmp_path_factory.mktemp(name) / name) for name in ("first", "another")]
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "dagster_project.cli.main", "--data", str(f), "run"],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for f in folders
    ]
    for run in runs:
        told, _ = run.communicate()
        assert run.returncode == 0, told
    lappendeken(folders[0], "release")
    with daemon(folders[1]):
        done = lappendeken(folders[1], "release")
    assert "handed to the daemon" in done.stderr
    return folders[0], folders[1]


@contextmanager
def daemon(folder: Path):
    """`dagster dev` for a workspace, from its first sign of life to its end."""
    import dagster as dg

    from dagster_project.cli.execution import daemon_lives

    kept = dict(os.environ)
    dagster_home(Workspace.at(folder))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    dev = subprocess.Popen(
        [sys.executable, "-m", "dagster_project.cli.dev", "-p", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        with dg.DagsterInstance.get() as instance:
            deadline = time.monotonic() + 240
            while not daemon_lives(instance):
                assert dev.poll() is None, "dagster dev ended"
                assert time.monotonic() < deadline, "no daemon after four minutes"
                time.sleep(1)
        yield
    finally:
        os.killpg(dev.pid, signal.SIGTERM)
        dev.wait(timeout=60)
        os.environ.clear()
        os.environ.update(kept)
