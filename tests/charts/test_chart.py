"""What all charts have in common: the same bytes, our own font, Dutch numbers, words for who cannot see them."""

import hashlib
import re
import subprocess
import sys

from lxml import etree

from dagster_project.charts import Chart

KINDS = ("dots", "lines", "calibration", "waterfall")
HASHES = """
import hashlib
from tests.charts.conftest import chart_of_every_kind
for name, chart in reversed(chart_of_every_kind().items()):
    print(name, hashlib.sha256(chart.svg().encode()).hexdigest(), hashlib.sha256(chart.png()).hexdigest())
"""


def texts(chart: Chart) -> list[str]:
    """What is drawn as text."""
    return [element.text for element in etree.fromstring(chart.svg()).iter("{*}text")]


def test_another_process_draws_the_same_bytes_in_another_order(charts):
    drawn = subprocess.run([sys.executable, "-c", HASHES], capture_output=True, text=True, check=True).stdout
    theirs = {name: hashes for name, *hashes in map(str.split, drawn.splitlines())}
    ours = {
        name: [hashlib.sha256(data).hexdigest() for data in (chart.svg().encode(), chart.png())]
        for name, chart in charts.items()
    }
    assert theirs == ours


def test_all_text_is_in_our_font_and_the_png_is_drawn_with_it(charts):
    chart = charts["dots"]
    families = set(re.findall(r'font-family="([^"]*)"', chart.svg()))
    assert {family.split(",")[0] for family in families} == {"Lappendeken Sans"}
    elsewhere = Chart(chart.drawing.configure(font="No Such Font"), chart.title, chart.description)
    assert chart.png().startswith(b"\x89PNG")
    assert elsewhere.png() == chart.png()  # the style is ours, whatever a drawing asks for


def test_title_and_description_are_for_who_cannot_see_it(charts):
    for chart in charts.values():
        root = etree.fromstring(chart.svg())
        assert (root.get("role"), root.get("aria-label")) == ("img", chart.title)
        assert [root[0].text, root[1].text] == [chart.title, chart.description]
        assert chart.title not in texts(chart)


def test_numbers_are_written_as_dutch_writes_them(charts):
    assert {"0%", "50%", "99,5%"} <= set(texts(charts["dots"]))
    assert {"0", "1.250,5", "2.500"} <= set(texts(charts["lines"]))
    assert {"−6,5", "+8,3", "+1,8"} <= set(texts(charts["waterfall"]))


def test_in_a_page_it_has_no_namespace(charts):
    shown = etree.tostring(charts["lines"].element(), encoding="unicode")
    assert shown.startswith("<svg ")
    assert "http:" not in shown
