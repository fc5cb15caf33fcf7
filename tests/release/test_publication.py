"""Who publishes a release is read from one file, and what is wrong in it is told by file, place and mend."""

from datetime import date

import pytest

from dagster_project.release.publication import INVENTED, publication_of
from dagster_project.workspace import Workspace, WrongUse

WHOLE = """\
publisher:
  name: Ministerie van Binnenlandse Zaken en Koninkrijksrelaties
  identifier: https://identifier.overheid.nl/tooi/id/ministerie/mnre1034
contact: {name: Register, email: register@example.org}
licence: CC-BY-4.0
published_on: 2025-06-12
embargo_until: 2025-06-10
address: https://example.org/register/
"""


def read(tmp_path, text):
    workspace = Workspace.at(tmp_path).create("real")
    (tmp_path / "publication.yml").write_text(text, encoding="utf-8")
    return publication_of(workspace)


def test_the_settings_are_read(tmp_path):
    said = read(tmp_path, WHOLE)
    assert said.publisher_identifier.endswith("/mnre1034")
    assert (said.licence.code, said.licence.authority.rsplit("/", 1)[1]) == ("CC-BY-4.0", "CC_BY_4_0")
    assert (said.published_on, said.embargo_until) == (date(2025, 6, 12), date(2025, 6, 10))
    assert said.address == "https://example.org/register"


def test_invented_data_need_no_settings_and_real_data_do(tmp_path):
    assert publication_of(Workspace.at(tmp_path / "a").create("example")) == INVENTED
    with pytest.raises(WrongUse, match=r"who publishes this.*publication\.yml.*mend"):
        publication_of(Workspace.at(tmp_path / "b").create("real"))


@pytest.mark.parametrize(
    ("written", "instead", "place"),
    [
        ("licence: CC-BY-4.0\n", "", "licence is missing"),
        ("CC-BY-4.0", "GPL", "licence is 'GPL'"),
        ("register@example.org", "register", "contact.email is 'register'"),
        ("name: Register,", "", "contact.name is missing"),
        ("name: Register,", "name: '',", "contact.name is ''"),
        ("2025-06-12", "12 juni", "published_on is '12 juni'"),
        ("2025-06-10", "2025-06-13", "embargo_until 2025-06-13 is after"),
        ("https://example.org/register/", "example.org", "address is 'example.org'"),
        ("https://example.org/register/", "https://example.org/?a=<b>", "address is"),
        ("licence:", "license: x\nlicence:", "license is no setting"),
        ("publisher:\n", "publisher: BZK\nx:\n", "x is no setting"),
        ("publisher:\n  name: M", "publisher:\n- M", "no YAML|no list"),
    ],
)
def test_what_is_wrong_names_file_place_and_mend(tmp_path, written, instead, place):
    assert written in WHOLE
    with pytest.raises(WrongUse, match=place) as error:
        read(tmp_path, WHOLE.replace(written, instead))
    assert str(error.value.where).endswith("publication.yml")
    assert error.value.mend
