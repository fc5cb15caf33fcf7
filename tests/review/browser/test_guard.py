"""Only a browser on this machine that was given the key, and only from our own pages, is answered."""

import pytest

from tests.review.browser.conftest import PERSON, thread_of


@pytest.fixture(scope="module")
def server(register):
    with thread_of(register) as asking:
        yield asking


@pytest.fixture
def entered(server):
    server.cookies.clear()
    yield server.enter()
    server.cookies.clear()


def test_who_has_no_key_sees_nothing_of_the_workspace(server):
    server.cookies.clear()
    for path in ("/", "/wie", "/nakijken", "/?sleutel=geraden"):
        status, headers, text = server.ask("GET", path)
        assert status == 403
        assert "set-cookie" not in headers
        assert "VOORBEELD" not in text
        assert "bewijs" not in text


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "0.0.0.0:8765"])
def test_another_name_is_refused_though_it_leads_here(entered, host):
    assert entered.ask("GET", "/wie", host=host)[0] == 403
    assert entered.ask("GET", entered.address.partition(str(entered.port))[2], host=host)[0] == 403


def test_the_key_stands_in_no_page_and_the_cookie_is_for_no_script_and_no_other_site(server):
    server.cookies.clear()
    key = server.address.partition("sleutel=")[2]
    _, headers, _ = server.ask("GET", f"/?sleutel={key}")
    assert headers["location"] == "/"
    assert "httponly" in headers["set-cookie"].lower()
    assert "samesite=strict" in headers["set-cookie"].lower()
    assert key not in server.enter().get("/wie")


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"origin": "http://127.0.0.1:1"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_of_another_page_is_refused(entered, headers):
    assert entered.post("/wie", PERSON, **headers)[0] == 403
    assert not entered.workspace.drafts.exists()


def test_a_form_without_an_origin_or_with_another_token_is_refused(entered):
    assert entered.ask("POST", "/wie", f"bewijs={entered.token()}&code=BZK-07")[0] == 403
    assert entered.post("/wie", PERSON | {"bewijs": "geraden"})[0] == 403
    assert not entered.workspace.drafts.exists()


def test_a_form_that_is_too_large_is_refused(entered):
    assert entered.post("/wie", PERSON | {"rol": "x" * 300_000})[0] == 413


def test_nothing_of_elsewhere_is_loaded_or_kept_and_no_other_page_may_frame_it(entered):
    for path in ("/wie", "/vast/review.css", "/nergens"):
        _, headers, _ = entered.ask("GET", path)
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert "http://" not in entered.ask("GET", path)[2].replace("http://www.w3.org", "")
