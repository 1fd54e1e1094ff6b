"""From a file to a publication, on a real store: nothing is stored before, everything can be undone."""

from datetime import date
from pathlib import Path

import pytest

from components.first_start import fill
from components.upload import Upload, examine, publish
from data.catalogue import load_catalogue
from data.model import Missing
from data.store import Conflict, Store
from data.store.connection import connect

TODAY = date(2026, 1, 1)
HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
ROW = "Kymenlaakso;kymenlaakso-3.1-lastensuojelun-asiakkaat;{};seuranta;{};%\n"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(connect(f"sqlite:///{tmp_path / 'store.db'}"))
    fill(made, load_catalogue())
    return made


def csv(*rows: tuple[str, str]) -> bytes:
    return (HEADING + "".join(ROW.format(*row) for row in rows)).encode()


def examined(store: Store, content: bytes, name: str = "oma.csv") -> Upload:
    found = examine(content, name, store, load_catalogue(), region="", today=TODAY)
    assert isinstance(found, Upload), found
    return found


def test_examining_stores_nothing_and_tells_what_would_change(store: Store) -> None:
    before = store.observations()
    upload = examined(store, csv(("kevät 2021", "11,0"), ("syksy 2021", "10,5")))
    pairs = [(old.value or old.missing, new.value) for old, new in upload.observations.changed]
    assert pairs == [(12.4, 11.0), (Missing.NOT_YET_DUE, 10.5)]
    assert upload.can_be_published
    assert (store.version, store.observations()) == (1, before)


def test_publishing_changes_the_cell_and_undoing_gives_it_back(store: Store) -> None:
    before = store.observations()
    upload = examined(store, csv(("kevät 2021", "11,0")))
    assert publish(upload, store, author="Hankepäällikkö", note="korjaus") == 2
    assert 11.0 in {o.value for o in store.observations() if "3.1" in o.indicator}
    assert store.undo(2, author="Hankepäällikkö") == 3
    assert store.observations() == before


def test_the_same_file_again_changes_nothing_and_after_an_undo_it_does(store: Store) -> None:
    content = csv(("kevät 2021", "11,0"))
    publish(examined(store, content), store, author="t", note="")
    again = examined(store, content)
    assert again.is_known
    assert not again.would_change
    with pytest.raises(ValueError, match="change nothing"):
        publish(again, store, author="t", note="")
    store.undo(2, author="t")
    assert examined(store, content).can_be_published


def test_a_change_by_another_after_the_preview_is_not_overwritten(store: Store) -> None:
    mine, other = (
        examined(store, csv(("kevät 2021", "11,0"))),
        examined(store, csv(("kevät 2021", "9,0")), "toinen.csv"),
    )
    publish(other, store, author="toinen", note="")
    with pytest.raises(Conflict):
        publish(mine, store, author="minä", note="")
    assert store.version == 2


def test_a_stopped_file_cannot_be_published(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "kaksitoista komma neljä")))
    assert upload.checked.stops
    with pytest.raises(ValueError, match="stopped"):
        publish(upload, store, author="t", note="")
    assert store.version == 1


def test_what_is_no_spreadsheet_gets_a_message(store: Store) -> None:
    message = examine(b"\x00\x01\x02", "kuva.xlsx", store, load_catalogue(), region="", today=TODAY)
    assert isinstance(message, str)
    assert "ei ole Excel-työkirja" in message
    assert store.version == 1


def test_the_shipped_files_uploaded_again_change_nothing(store: Store) -> None:
    from components.first_start import SHIPPED

    for path in sorted(SHIPPED.rglob("*.csv")):
        upload = examined(store, path.read_bytes(), path.name)
        assert upload.is_known
        assert not upload.would_change


def test_numbers_are_held_against_their_own_history(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "11,0")))
    assert upload.must_be_accepted
    assert any("12,4" in finding.message for finding in upload.checked.findings)
