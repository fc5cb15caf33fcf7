"""What another reading changed is told: parties gone, new and called otherwise, and values by field."""

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagster_project.budgets import compared, read_output, told
from dagster_project.budgets.same_party import Seen, same_parties
from dagster_project.workspace import UnreadableInput
from tests.documents import making

TABLE = "Naam;Rechtsvorm;Zetel;Resultaat\nRegio Een;GR;Assen;-1.000\nVeenwater N.V.;NV;Emmen;2.000\n"


def row(name, place, document="2024/a.pdf", **said):
    return {"document": document, "name": name, "locator": place, "other_locators": "[]", "result": "", **said}


def seen(name, *places):
    return Seen(name, frozenset(places))


def test_what_is_gone_new_renamed_and_read_otherwise():
    before = [
        row("Regio Een", "page=1", result="1000", seat="Assen"), row("Totaal", "page=2"),
        row("GGD Kust Goes", "page=3"), row("Weg B.V.", "line=1", "b.csv"),
    ]  # fmt: skip
    after = [
        row("Regio  een", "page=9", result="1"), row("GGD Kust", "page=3"), row("Nieuw N.V.", "page=4"),
        row("Regio Drie", "line=1", "c.csv"),
    ]  # fmt: skip
    found = compared(before, after)
    assert (found.documents, found.before, found.after) == (1, 3, 3)
    assert ([c.name for c in found.gone], [c.name for c in found.new]) == (["Totaal"], ["Nieuw N.V."])
    assert {(c.before, c.after) for c in found.renamed} == {("Regio Een", "Regio  een"), ("GGD Kust Goes", "GGD Kust")}
    assert [(c.name, c.column, c.before, c.after) for c in found.values] == [("Regio  een", "result", "1000", "1")]
    assert (found.only_before, found.only_after) == (["b.csv"], ["c.csv"])
    lines = list(told(found))
    assert "1 weg, 1 nieuw, 2 anders genoemd, 1 waarden anders (result 1)" in lines[0]
    assert len(lines) == 1 + 2 + 1 + 1 + 2 + 1


def test_how_sure_a_reading_is_and_where_it_found_it_may_change():
    one = row("Regio Een", "page=1", confidence="0.9", page="1")
    assert not compared([one], [{**one, "confidence": "0.7", "locator": "page=2", "page": "2"}])


def test_namesakes_are_told_apart_by_their_place():
    old = [seen("Fonds", "a"), seen("Fonds", "b"), seen("Fonds", "c")]
    assert same_parties(old, [seen("Fonds", "c"), seen("Fonds", "a")]) == {0: 1, 2: 0}


def test_a_place_that_several_share_says_nothing():
    assert same_parties([seen("Een", "p")], [seen("Twee", "p"), seen("Drie", "p")]) == {}
    assert same_parties([seen("Een", "p")], [seen("Een Twee", "q", "p")]) == {0: 0}


PARTIES = st.lists(
    st.builds(seen, st.sampled_from(("Een", "een ", "Twee", "Drie N.V.")), st.sampled_from("abcd")), max_size=8
)


@given(PARTIES, PARTIES)
def test_each_party_is_at_most_one_other_and_every_one_itself(old, new):
    pairs = same_parties(old, new)
    assert len(set(pairs.values())) == len(pairs)
    assert len(same_parties(old, old)) == len(old)


def test_a_file_that_extract_did_not_write_is_refused(tmp_path):
    with pytest.raises(UnreadableInput, match="document, name, locator"):
        read_output(making.write(tmp_path / "x.csv", "a;b\n1;2\n"))
    saved = making.write(tmp_path / "y.csv", "document;name;locator\na.pdf;Regio Één;page=1\n".encode("cp1252"))
    assert read_output(saved)[0]["name"] == "Regio Één"


def test_the_command_tells_it_and_its_exit_code_says_whether(tmp_path):
    def extract(*words):
        command = [sys.executable, "-m", "dagster_project.cli.main", "extract", str(document), "--jobs", "1", *words]
        return subprocess.run(command, capture_output=True, text=True)

    document, out = making.write(tmp_path / "gm0106_a.csv", TABLE), str(tmp_path / "o.csv")
    assert extract("--out", out).returncode == 0
    making.write(document, TABLE.replace("-1.000", "-3.000").replace("Veenwater N.V.;NV;Emmen;2.000\n", ""))
    changed = extract("--against", out, "--json")
    assert changed.returncode == 1
    told_so = json.loads(changed.stdout)
    assert [(c["name"], c["column"], c["after"]) for c in told_so["values"]] == [("Regio Een", "result", "-3000")]
    assert [c["name"] for c in told_so["gone"]] == ["Veenwater N.V."]
    same_file = extract("--against", out, "--out", out)
    assert (same_file.returncode, "1 weg, 0 nieuw" in same_file.stdout) == (1, True)
    assert extract("--against", out).returncode == 0
