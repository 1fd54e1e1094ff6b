"""A meeting's files: a region's own template is kept if it can be used, and refused with a reason if not."""

import io
from pathlib import Path

import pytest
from pptx import Presentation

from components.exports.powerpoint import TemplateError
from components.meeting.take_along import keep_template, template_content, template_names
from data.catalogue import load_catalogue
from data.views.agenda import Agenda, AgendaItem, ItemKind


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path))
    return tmp_path / "pohjat"


def template() -> bytes:
    file = io.BytesIO()
    Presentation().save(file)
    return file.getvalue()


def test_a_template_is_kept_by_a_safe_name_and_comes_back_as_it_came(own_folder: Path) -> None:
    content = template()
    assert template_names() == []
    assert keep_template("../Kymenlaakson Pohja (2026).pptx", content) == "kymenlaakson-pohja-2026.pptx"
    assert template_names() == ["kymenlaakson-pohja-2026.pptx"]
    assert template_content("kymenlaakson-pohja-2026.pptx") == content
    assert [path.name for path in own_folder.iterdir()] == ["kymenlaakson-pohja-2026.pptx"]


def test_what_is_put_into_the_folder_is_there(own_folder: Path) -> None:
    own_folder.mkdir()
    (own_folder / "Oma.pptx").write_bytes(template())
    (own_folder / "muistio.txt").write_bytes(b"")
    assert template_names() == ["Oma.pptx"]


def test_what_is_no_template_is_refused_and_not_kept(own_folder: Path) -> None:
    with pytest.raises(TemplateError, match=r"\w+"):
        keep_template("kuva.pptx", b"PK\x03\x04 not really")
    assert not own_folder.exists()


def test_a_name_that_nobody_told_of_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "salaisuus.pptx").write_bytes(b"x")
    with pytest.raises(FileNotFoundError):
        template_content("../salaisuus.pptx")


def test_the_goals_of_an_agenda_are_those_of_its_items() -> None:
    catalogue = load_catalogue()
    known = next(one for one in catalogue.indicators if one.region == "Kymenlaakso" and one.goals == (2,))
    goal = AgendaItem(kind=ItemKind.GOAL, regions=("Kymenlaakso",), goal=4)
    single = AgendaItem(kind=ItemKind.INDICATOR, regions=("Kymenlaakso",), indicator=known.id)
    assert Agenda(items=(goal, single)).goals(catalogue) == (2, 4)
    gaps = AgendaItem(kind=ItemKind.GAPS, regions=("Kymenlaakso",))
    assert Agenda(items=(goal, gaps)).goals(catalogue) == ()
