"""A delivery that was known is never forgotten: a lost or shortened manifest stops with the mend."""

import pytest

from dagster_project.intake import ManifestLost, deliveries, require_known, restore_manifest, scan, take_in
from dagster_project.intake.manifest import load
from dagster_project.workspace import UnreadableInput, Workspace, read_table
from dagster_project.workspace.states import begin, put_in_force
from dagster_project.workspace.tables import write_parquet
from tests.intake.files import BUDGET, TODAY, write

ONE, TWO = "budgets/2024/gm0014_a.csv", "budgets/2024/gm0037_b.csv"


def _run(workspace: Workspace) -> None:
    building = begin(workspace.now())
    scan(building, today=TODAY)
    put_in_force(building)


def _release(workspace: Workspace, name: str = "2024.1") -> None:
    for table, key in (("delivery", "delivery_id"), ("file", "sha256")):
        write_parquet(
            read_table(workspace.now(), table), workspace.releases / name / "tabellen" / f"{table}.parquet", [key]
        )


def _lines(workspace: Workspace) -> list[str]:
    return workspace.manifest.read_text().splitlines(keepends=True)


@pytest.fixture
def ran(workspace) -> Workspace:
    """Two deliveries, and a run that read them."""
    for name in (ONE, TWO):
        write(workspace.raw, name, BUDGET + f"{name};BV\n")
    _run(workspace)
    return workspace


def _refused(workspace: Workspace, match: str) -> None:
    """Nothing begins, and nothing is changed."""
    before = workspace.manifest.read_bytes() if workspace.manifest.exists() else None
    for work in (
        lambda: require_known(workspace),
        lambda: take_in(workspace, [workspace.raw], today=TODAY),
        lambda: scan(begin(workspace.now()), today=TODAY),
    ):
        with pytest.raises(ManifestLost, match=match) as error:
            work()
        assert error.value.where == workspace.manifest
        assert "lappendeken restore manifest" in error.value.mend
    assert (workspace.manifest.read_bytes() if workspace.manifest.exists() else None) == before


@pytest.mark.parametrize("left", [None, 0, 1, 2])
def test_a_manifest_that_is_lost_or_cut_off_stops_everything_and_is_restored_to_the_byte(ran, left):
    whole = ran.manifest.read_bytes()
    if left is None:
        ran.manifest.unlink()
    else:
        ran.manifest.write_text("".join(_lines(ran)[:left]))
    missing = 2 - max((left or 0) - 1, 0)
    _refused(ran, f"{missing} deliveries")
    assert restore_manifest(ran).deliveries == missing
    assert ran.manifest.read_bytes() == whole
    assert require_known(ran) == []


def test_inputs_put_back_on_purpose_are_a_note(ran, inbox):
    before = ran.manifest.read_bytes()
    path = write(ran.raw, "budgets/2024/gm0047_nieuw.csv", BUDGET)
    _run(ran)
    path.unlink()
    ran.manifest.write_bytes(before)
    (note,) = require_known(ran)
    assert "gm0047_nieuw.csv" in note
    assert note in take_in(ran, [ran.raw], today=TODAY).notes
    _run(ran)
    assert require_known(ran.now()) == []


def test_other_content_put_back_at_the_same_place_is_a_note_too(ran):
    before, path = ran.manifest.read_bytes(), ran.raw / ONE
    old = path.read_bytes()
    path.write_text(BUDGET)
    _run(ran)
    path.write_bytes(old)
    ran.manifest.write_bytes(before)
    assert len(require_known(ran)) == 1


def test_what_a_release_rests_on_is_never_put_back(ran):
    _release(ran)
    (ran.raw / ONE).unlink()
    ran.manifest.write_text("".join(line for line in _lines(ran) if ONE not in line))
    _refused(ran, "gm0014_a.csv")


def test_a_clone_without_states_is_held_against_its_releases(ran):
    _release(ran)
    whole = {d.delivery_id: d for d in deliveries(ran)}
    (ran.raw / TWO).unlink()
    for folder in (ran.work, ran.manifest):
        folder.rename(ran.root.parent / folder.name)
    clone = ran.now()
    _refused(clone, "2 deliveries")
    done = restore_manifest(clone)
    assert (done.deliveries, done.withdrawn) == (2, 1)
    (kept,) = deliveries(clone)
    assert whole[kept.delivery_id] == kept
    assert {d.status for d in load(clone).deliveries.values()} == {"accepted", "withdrawn"}
    write(clone.raw, TWO, BUDGET + f"{TWO};BV\n")
    scan(clone, today=TODAY)
    assert {d.delivery_id: d for d in deliveries(clone)} == whole


@pytest.mark.parametrize("line", [b"<<<<<<< HEAD\n", b"d1,\xe9\n", b"d1,x\n", b'"d1\n'])
def test_a_damaged_line_is_told_with_its_place_and_restored(ran, line):
    whole = ran.manifest.read_bytes()
    ran.manifest.write_bytes(whole + line)
    with pytest.raises(UnreadableInput, match=r"manifest\.csv, line 4.*mend"):
        load(ran)
    assert restore_manifest(ran).damaged == ["manifest.csv, line 4"]
    assert ran.manifest.read_bytes() == whole


def test_damaged_refusals_are_told(ran):
    (ran.root / "manifest_refusals.csv").write_text("place,reason\nraw,x\n")
    with pytest.raises(UnreadableInput, match=r"manifest_refusals\.csv, line 1"):
        load(ran)


def test_a_release_that_cannot_be_read_is_told(ran):
    _release(ran)
    (ran.releases / "2024.1" / "tabellen" / "delivery.parquet").write_bytes(b"kapot")
    with pytest.raises(UnreadableInput, match="dvc"):
        require_known(ran)
