"""Answers given in the browser become decisions as those of a workbook do; nothing of them is lost before."""

import re
import shutil

from dagster_project.decisions import load_decisions
from dagster_project.review import columns as c
from dagster_project.review import export_workbook, import_workbook
from dagster_project.review.browser import view
from dagster_project.workspace import Workspace
from dagster_project.workspace.lock import workspace_lock
from tests.review.browser.conftest import PERSON, Process, thread_of
from tests.review.filling import fill

REASON = "begroting 2024"
ASKED = 13


def ids(served, title):
    """The questions of the list whose title has these words."""
    found = re.findall(r'<a href="/vraag/(\w+)">([^<]*)</a>', served.get("/"))
    return [id_ for id_, text in found if title in text]


def first(served, title):
    return ids(served, title)[0]


def answer(served, title, **fields):
    return served.post(f"/vraag/{first(served, title)}", {"doe": "bewaar", "toelichting": REASON, **fields})


def test_the_list_and_every_question_are_shown_and_nothing_of_a_source_is_taken_for_markup(served):
    shown = served.get("/")
    assert "VOORBEELDGEGEVENS" in shown
    assert f"0 van {ASKED} beantwoord" in shown
    for id_ in re.findall(r"/vraag/(\w+)", shown):
        page = served.get(f"/vraag/{id_}")
        assert "Wat de bronnen zeggen" in page
        assert "<b>" not in page
    assert "&lt;b&gt;Noord" in served.get(f"/vraag/{first(served, 'Welke rechtsvorm')}")


def test_the_place_in_a_document_is_drawn_with_words_for_who_does_not_see_it(served):
    page = served.get(f"/vraag/{first(served, 'Welke rechtsvorm')}")
    assert 'src="data:image/png;base64,' in page
    assert "Bladzijde 1 van budgets/2024/gm0037_verbonden-partijen.pdf, gemarkeerd: Veiligheidsregio Noord" in page
    other = served.get(f"/vraag/{first(served, 'Zijn deze twee')}")
    assert "Het bestand is er niet meer" in other  # no file of these came


def test_a_place_that_takes_long_keeps_no_page_waiting(served, monkeypatch):
    monkeypatch.setattr(view, "SECONDS", 0)
    assert "wordt nog opgezocht" in served.get(f"/vraag/{first(served, 'Welke rechtsvorm')}")


def test_answers_become_what_those_of_a_workbook_become(served, register, tmp_path):
    assert answer(served, "Voldoet", **{"antwoord-2024:d1": "ja 2024:d1", "antwoord-2024:d2": "nee 2024:d2"})[0] == 303
    assert answer(served, "Aan welke beleidsterreinen", antwoord=["sociaal", "veiligheid"])[0] == 303
    assert answer(served, "Wie is", anders="Assen")[0] == 303
    assert answer(served, "Welke rechtsvorm", antwoord="stichting")[0] == 303
    check = served.get("/nakijken")
    assert "4 antwoorden, samen 5 besluiten" in check
    assert "wordt" in check.partition("kop-verschuift")[2]
    assert load_decisions(served.workspace) == []
    assert "5 besluiten staan" in served.post("/opslaan", {})[2]
    shutil.copytree(register.root, tmp_path / "other")
    other = Workspace.at(tmp_path / "other")
    book = tmp_path / "vragen.xlsx"
    export_workbook(other, book)
    person = {c.REASON: REASON, c.ROLE: PERSON["rol"]}
    said = {
        "criterium": "ja 2024:d1; nee 2024:d2", "beleidsterrein": "sociaal; veiligheid", "deelnemer": "Assen",
    }  # fmt: skip
    fill(book, said, **person)
    import_workbook(other, book)
    wanted = load_decisions(other)
    found = [d for d in load_decisions(served.workspace) if d["attribute"] != "legal_form"]
    apart = ("decision_id",)
    assert [{k: v for k, v in d.items() if k not in apart} for d in found] == [
        {k: v for k, v in d.items() if k not in apart} for d in wanted
    ]
    assert "Er zijn nog geen antwoorden" in served.get("/nakijken")
    assert not ids(served, "Voldoet")  # what is answered is not asked again


def test_what_is_wrong_is_told_in_dutch_by_question_and_nothing_is_written(served):
    id_ = first(served, "Wie is")
    _, headers, _ = served.post(f"/vraag/{id_}", {"anders": "Zonneboeren", "toelichting": "bel 06-12345678"})
    assert headers["location"] == f"/vraag/{id_}"  # it stays there
    page = served.get(f"/vraag/{id_}")
    assert "<title>Fout: Vraag" in page
    assert "geen overheid die wij in 2024 kennen" in page
    assert "noem geen personen, adressen, telefoonnummers" in page
    answer(served, "Welke rechtsvorm", antwoord="stichting", toelichting="")
    check = served.get("/nakijken")
    assert "3 punten moeten nog anders" in check
    assert "dit is niet ingevuld" in check
    assert f'href="/vraag/{id_}"' in check
    status, _, text = served.post("/opslaan", {})
    assert status == 422
    assert "3 punten moeten nog anders" in text
    assert load_decisions(served.workspace) == []


def test_who_judges_is_asked_once_and_never_by_name(served):
    status, _, text = served.post("/wie", PERSON | {"code": "Noor", "rol": "drs. Jansen", "dag": "gisteren"})
    assert status == 422
    assert "nooit een naam" in text
    assert "is geen datum" in text
    assert sorted(p.name for p in served.workspace.drafts.iterdir()) == ["BZK-07.json"]


def test_a_second_reviewer_is_asked_for_where_a_figure_moves_far(served):
    served.post("/wie", PERSON | {"tweede": ""})
    answer(served, "Voldoet", **{"antwoord-2024:d1": "nee 2024:d1"})
    assert "Vul één keer de code van een tweede beoordelaar in" in served.get("/nakijken")
    served.post("/wie", PERSON)
    assert "tweede beoordelaar" not in served.get("/nakijken")


def test_steps_are_undone_one_by_one(served):
    id_ = first(served, "Welke rechtsvorm")
    for form in ("stichting", "vereniging"):
        served.post(f"/vraag/{id_}", {"antwoord": form, "toelichting": REASON})
    served.post(f"/vraag/{id_}", {"doe": "wis"})
    chosen = []
    for _ in range(3):
        _, headers, _ = served.post("/terug", {"naar": "/"})
        assert headers["location"] == f"/vraag/{id_}"
        found = re.findall(r'value="(\w+)" checked', served.get(f"/vraag/{id_}"))
        chosen.append(found)
    assert chosen == [["vereniging"], ["stichting"], []]
    assert served.post("/terug", {"naar": "//evil.example"})[1]["location"] == "/"
    assert "Er is niets om ongedaan te maken" in served.get("/")


def test_after_a_kill_all_that_was_said_is_there_and_it_ends_without_a_word(fresh):
    server = Process(fresh).start().enter().sit_down()
    id_ = first(server, "Welke rechtsvorm")
    answer(server, "Aan welke beleidsterreinen", antwoord="sociaal")
    server.post(f"/vraag/{id_}/klad", {"antwoord": "bv", "toelichting": "half ge"})
    server.kill()
    server.start().enter()
    shown = server.get("/")
    assert "BZK-07" in shown
    assert f"1 van {ASKED} beantwoord" in shown
    second = Process(fresh).command().communicate(timeout=60)[0]
    assert "another review serve of this workspace runs" in second
    page = server.get(f"/vraag/{id_}")
    assert 'value="bv" checked' in page
    assert ">half ge</textarea>" in page
    assert "Bewaard als klad" in page
    assert server.post("/terug", {"naar": "/"})[0] == 303
    assert f"0 van {ASKED} beantwoord" in server.get("/")
    assert "Traceback" not in server.stop()


def test_a_kill_between_the_decisions_and_the_draft_decides_nothing_twice(fresh):
    with thread_of(fresh) as server:
        answer(server.enter().sit_down(), "Welke rechtsvorm", antwoord="stichting")
        draft = next(fresh.drafts.iterdir())
        kept = draft.read_bytes()
        server.post("/opslaan", {})
    draft.write_bytes(kept)
    with thread_of(fresh) as server:
        assert "Antwoorden op vragen die er niet meer zijn" in server.enter().get("/nakijken")
        server.post("/opslaan", {})
        assert len(load_decisions(fresh)) == 1


def test_what_can_be_no_decision_is_passed_on_and_kept(served):
    id_ = first(served, "Zijn deze twee")
    served.post(f"/vraag/{id_}", {"anders": "in 2022 deels samengegaan", "toelichting": REASON})
    text = served.post("/opslaan", {})[2]
    assert "Door te geven aan de beheerder" in text
    assert load_decisions(served.workspace) == []
    assert "in 2022 deels samengegaan" in served.get(f"/vraag/{id_}")


def test_a_run_in_between_is_waited_for_and_told(served):
    answer(served, "Welke rechtsvorm", antwoord="stichting")
    with workspace_lock(served.workspace, "run 1a2b"):
        status, _, text = served.post("/opslaan", {})
    assert status == 409
    assert "er loopt nu iets anders in deze werkmap" in text.lower()
    assert "1 besluit staat" in served.post("/opslaan", {})[2]


def test_only_what_is_for_whom_it_is_shown_is_shown(served):
    served.post("/kiezen", {"voor": "keeper", "soort": ""})
    shown = served.get("/")
    assert f"van 2 beantwoord, {ASKED} vragen in totaal" in shown
    served.post("/kiezen", {"voor": "iedereen", "soort": ""})
    assert f"van {ASKED} beantwoord" in served.get("/")


def test_an_earlier_answer_is_corrected(served):
    answer(served, "Welke rechtsvorm", antwoord="stichting")
    served.post("/opslaan", {})
    id_ = re.findall(r"/vraag/(\w+)", served.get("/beantwoord"))[0]
    assert "Stichting" in served.get(f"/vraag/{id_}")
    assert served.post(f"/vraag/{id_}", {"antwoord": "bv", "toelichting": REASON})[1]["location"] == "/beantwoord"
    served.post("/opslaan", {})
    old, new = load_decisions(served.workspace)
    assert (old["status"], new["value"], new["supersedes"]) == ("superseded", "bv", old["decision_id"])
