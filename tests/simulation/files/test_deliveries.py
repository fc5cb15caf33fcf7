"""Deliveries on disk: paths as intake takes them, the same bytes for the same seed, planted faults found there."""

import csv
import hashlib
import io
import re
from collections import Counter
from pathlib import Path

import openpyxl
import pytest
import yaml

from dagster_project.simulation.files.deliveries import write_deliveries
from dagster_project.simulation.sources.capture import acknowledged_members, observable
from dagster_project.simulation.sources.every_source import told
from dagster_project.simulation.sources.faults import Conditions
from dagster_project.simulation.world.organisations import listed_name, predecessors
from dagster_project.workspace import Workspace
from tests.simulation.conftest import BODIES
from tests.simulation.documents import text_of
from tests.simulation.small_country import SNAPSHOTS, population


def tree(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_paths_say_what_they_are(delivered):
    folder, _, _ = delivered
    paths = list(tree(folder / "raw"))
    for path in paths:
        source, *rest = path.split("/")
        if source in ("budgets", "surveys"):
            assert re.fullmatch(
                r"(2017|2024)/(gm|pv|ws)\d{2,4}_[a-z0-9-]+\.(pdf|html|docx|xlsx|csv)", "/".join(rest)
            ), path
    assert {path.split("/")[0] for path in paths} == {"budgets", "surveys", "registers", "editions", "programmes"}
    assert not [path for path in paths if path.startswith("budgets/2020")]


def test_lists_name_every_file_beside_them_with_a_fixed_day(delivered):
    folder, _, _ = delivered
    for source in ("registers", "editions", "programmes"):
        beside = {path.name for path in (folder / "raw" / source).iterdir()} - {"deliveries.csv"}
        with (folder / "raw" / source / "deliveries.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert {row["file"] for row in rows} == beside
        assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", row["received_on"]) for row in rows)


def test_the_workspace_is_simulated_and_has_its_scope(delivered):
    folder, _, _ = delivered
    config = yaml.safe_load((folder / "workspace.yml").read_text(encoding="utf-8"))
    assert config["kind"] == "simulated"
    assert Workspace.at(folder).require().root == folder.resolve()
    assert config["scope"]["organisations"] == ["gm0014", "gm0085"]


def test_a_body_that_takes_part_in_nothing_says_so(delivered):
    folder, observations, _ = delivered
    [path] = (folder / "raw/budgets/2024").glob("gm0085_*")
    assert "geen verbonden partijen" in text_of(path.read_bytes(), path.suffix[1:])
    assert not [o for o in observations if o.reporter == "gm0085"]


def test_every_observation_names_a_file_that_is_there(delivered):
    folder, observations, faults = delivered
    files = set(tree(folder / "raw"))
    assert {o.file for o in observations} <= files
    assert {f.file for f in faults} <= files


def test_all_sources_of_2020_hold_every_member_where_there_are_no_faults():
    observations, _ = told(population(24), Conditions(7, faultless=True), SNAPSHOTS)
    for one in observable(population(24), 2020):
        said = [o for o in observations if o.truth_id == one.truth_id and o.snapshot == 2020]
        found = {re.sub(r"^(Gemeente|gemeente) ", "", name).lower() for o in said for name in o.participants_written}
        for member in acknowledged_members(one):
            names = {listed_name(member, 2020), *(listed_name(old, 2020) for old in predecessors(2020).get(member, ()))}
            assert found & {name.lower() for name in names}, (one.truth_id, member)


def test_nobody_sees_what_is_not_inventoried(delivered):
    folder, observations, _ = delivered
    hidden = {one.name for one in population(24).collaborations if not one.inventoried}
    assert hidden == {"Inkoopbureau Zorgmakelaar Noordenveld"}
    assert "t000009" not in {o.truth_id for o in observations}
    for name in ("gr_regelingen.csv", "gr_deelnemers.csv"):
        text = (folder / "raw/registers" / name).read_text(encoding="utf-8")
        assert "Zorgmakelaar Noordenveld," not in text


def test_planted_faults_stand_in_the_raw_files(delivered):
    """Each fault with a text of its own is looked up at its place: `written <- true`."""
    folder, _, faults = delivered
    texts: dict[str, str] = {}
    told = Counter()
    for fault in faults:
        written_so, _, _true = fault.detail.partition(" <- ")
        if (
            written_so in ("nothing", "gewijzigd")
            or (fault.place == "document" and fault.kind != "double_encoding")
            or fault.kind in ("mixed_amounts", "register_closed_late", "survey_stale_confirmation")
        ):
            continue
        path = folder / "raw" / fault.file
        text = texts.setdefault(fault.file, text_of(path.read_bytes(), path.suffix[1:]))
        packed = re.sub(r"[\s\ufffe-]", "", text)
        absent = fault.kind in ("missing_participants", "edition_lost_participants", "survey_wrong_correction")
        if not absent and not _encoded_twice(fault, faults):
            # A list in a cell has its items apart, and running text begins a form with a small letter.
            for item in written_so.split("; "):
                assert re.sub(r"[\s-]", "", item).lower() in packed.lower(), fault
            told[fault.kind] += 1
    assert {"old_name", "abbreviation", "no_collaboration_bank", "participants_in_prose"} <= set(told)


def _encoded_twice(fault, faults) -> bool:
    return any(other.kind == "double_encoding" and other.file == fault.file for other in faults)


def test_what_is_missing_is_missing(delivered):
    _, observations, faults = delivered
    gone = [f for f in faults if f.kind in ("missing_participants", "edition_lost_participants")]
    assert gone
    for fault in gone:
        [said] = [o for o in observations if (o.file, o.place, o.truth_id) == (fault.file, fault.place, fault.truth_id)]
        assert fault.detail.partition(" <- ")[0] not in said.participants_written


def test_a_workbook_row_is_what_its_observation_says(delivered):
    folder, observations, _ = delivered
    books = {}
    checked = 0
    for said in observations:
        if said.source not in ("survey", "edition") or "edition_double_encoding" in said.faults:
            continue
        if said.file not in books:
            books[said.file] = openpyxl.load_workbook(folder / "raw" / said.file)
        sheet, row = re.fullmatch(r"sheet=(.+);row=(\d+)", said.place).groups()
        cells = [cell.value for cell in books[said.file][sheet][int(row)]]
        assert said.name_written in cells
        assert not said.participants_written or "; ".join(said.participants_written) in cells
        checked += 1
    assert checked > 50


def test_the_same_seed_gives_the_same_bytes_by_however_many_processes(delivered, tmp_path):
    folder, observations, faults = delivered
    again = write_deliveries(
        population(24), tmp_path, by=Conditions(7), snapshots=SNAPSHOTS, bodies=BODIES, processes=2
    )
    assert tree(folder) == tree(tmp_path)
    assert again == (observations, faults)


def test_another_seed_gives_other_bytes(tmp_path):
    for seed in (3, 4):
        write_deliveries(population(6), tmp_path / str(seed), by=Conditions(seed), snapshots=(2024,), processes=1)
    assert tree(tmp_path / "3") != tree(tmp_path / "4")


def test_raw_data_is_never_written_over(delivered):
    folder, _, _ = delivered
    with pytest.raises(FileExistsError, match="holds files already"):
        write_deliveries(population(10), folder, by=Conditions(7), snapshots=SNAPSHOTS)


def test_office_files_hold_no_clock(delivered):
    import zipfile

    folder, _, _ = delivered
    for path in folder.rglob("*.xlsx"):
        with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as archive:
            assert {entry.date_time for entry in archive.infolist()} == {(2025, 1, 1, 0, 0, 0)}
            assert {entry.compress_type for entry in archive.infolist()} == {zipfile.ZIP_STORED}
