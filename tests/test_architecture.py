"""The drawings of `docs/architecture.md` are those of the code: rooms by their imports, tables by what they rest on."""

import re
import tomllib

import grimp
import networkx as nx
import pytest

from dagster_project.definitions import build_definitions
from dagster_project.dictionary import table
from dagster_project.workspace import PROJECT, Workspace

DRAWING = re.compile(r"## (?P<title>[^\n]+)\n(?:(?!\n## ).)*?```mermaid\nflowchart [A-Z]+\n(?P<body>.*?)```", re.DOTALL)
NODE = r"\w+(?:\[[^\]]*\])?"
ARROW = re.compile(rf"^\s*({NODE}(?:\s*&\s*{NODE})*)\s*-->\s*({NODE}(?:\s*&\s*{NODE})*)\s*$", re.MULTILINE)


def drawn(title: str) -> nx.DiGraph:
    """The drawing below a heading of the page as a graph of the names of its boxes."""
    text = (PROJECT / "docs" / "architecture.md").read_text(encoding="utf-8")
    bodies = {found["title"]: found["body"] for found in DRAWING.finditer(text)}
    arrows = ARROW.findall(bodies[title])
    assert len(arrows) == len([line for line in bodies[title].splitlines() if "-->" in line]), (
        "an arrow in a form of its own"
    )
    names = [[[re.match(r"\w+", node)[0] for node in re.split(r"\s*&\s*", side)] for side in arrow] for arrow in arrows]
    return nx.DiGraph([(a, b) for left, right in names for a in left for b in right])


@pytest.fixture(scope="module")
def imports() -> nx.DiGraph:
    """Which room imports which."""
    modules = grimp.build_graph("dagster_project")
    rooms = nx.DiGraph()
    for module in modules.modules - {"dagster_project"}:
        room = module.split(".")[1]
        rooms.add_node(room)
        found = {m.split(".")[1] for m in modules.find_modules_directly_imported_by(module) if "." in m}
        rooms.add_edges_from((room, other) for other in found - {room})
    return rooms


def test_the_rooms_are_drawn_as_they_import_each_other(imports):
    shown = drawn("The rooms")
    assert set(shown.nodes) == set(imports.nodes)
    assert set(shown.edges) == set(nx.transitive_reduction(imports).edges)


def test_the_conventions_list_the_rooms_in_their_order(imports):
    text = (PROJECT / "docs" / "conventions.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    settings = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert listed == [room.split(".")[1] for room in reversed(layers) if room != "dagster_project.definitions"]
    assert set(listed) == set(imports.nodes) - {"definitions"}


@pytest.fixture(scope="module")
def tables(tmp_path_factory) -> nx.DiGraph:
    """Which asset is made from which."""
    workspace = Workspace.at(tmp_path_factory.mktemp("architecture") / "w").create("example")
    graph = build_definitions(workspace).resolve_asset_graph()
    edges = (
        (p.to_user_string(), k.to_user_string()) for k in graph.get_all_asset_keys() for p in graph.get(k).parent_keys
    )
    return nx.DiGraph(edges)


def test_the_way_of_a_delivery_is_the_way_of_its_assets(tables):
    way = drawn("The way of one delivery")
    assert set(way.edges) <= set(tables.edges)
    assert nx.is_directed_acyclic_graph(way)
    assert {n for n in way if not way.in_degree(n)} == {"delivery"}
    assert {n for n in way if not way.out_degree(n)} == {"release"}


def holds(one: str, other: str) -> bool:
    """Whether a row of one table leads to rows of another: by a key, or by a column that names any table."""
    columns = {name: set(table(name).column_names) for name in (one, other)}
    keys = set(table(one).key) <= columns[other] or set(table(other).key) <= columns[one]
    return keys or any({"row_table", "row_key"} <= columns[n] or "source_id" in columns[n] for n in (one, other))


def test_the_way_of_a_figure_goes_from_table_to_table_by_keys():
    way = drawn("The way of one figure")
    assert [edge for edge in way.edges if not holds(*edge)] == []
    assert nx.has_path(way, "figure", "file")


def test_tables_that_do_not_lead_to_each_other_are_told_apart():
    assert not holds("figure", "delivery")
