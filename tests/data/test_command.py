"""python -m data tila: where the store is and what is in it, without a password and without creating anything."""

from pathlib import Path

import pytest
from sqlalchemy.engine import make_url

from data.__main__ import main
from data.finnish import NBSP
from data.store import Delivery, Store
from data.store.connection import address_of, connect
from tests.builders import observation, process_goal

PASSWORD = "salainen"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path / "tiedot"))
    return tmp_path / "tiedot"


def test_where_there_is_no_store_that_is_said_and_nothing_created(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tila"]) == 1
    printed = capsys.readouterr()
    assert printed.out == f"Tietovarasto: {folder / 'seuranta.db'}\n"
    assert printed.err.startswith("Tietovarastoa ei ole vielä.")
    assert not folder.exists()


def test_the_newest_version_and_the_counts_of_what_holds_are_printed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = Store(connect())
    first = Delivery(
        file_name="a", content=b"a", observations=(observation(1.0), observation(words="x", group="g")),
        process_goals=(process_goal(),),
    )  # fmt: skip
    store.publish([first], author="Hankepäällikkö")
    second = Delivery(file_name="b", content=b"b", observations=(observation(2.0),))
    store.publish([second], author="Toinen\nrivi", removed=[observation(words="x", group="g")])
    assert main(["tila"]) == 0
    lines = capsys.readouterr().out.replace(NBSP, " ").splitlines()
    assert lines[:2] == [f"Tietovarasto: {folder / 'seuranta.db'}", "Uusin versio: 2"]
    assert lines[2].startswith("Julkaistu: ") and " klo " in lines[2]
    assert lines[3:] == [
        "Julkaisija: Toinen rivi",
        "Voimassa: 1 havainto, 1 prosessitavoitteen tila",
        "Tallessa: 2 tiedostoa",
    ]
    assert store.version == 2


def test_an_empty_store_has_no_versions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Store(connect())
    assert main(["tila"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["Versioita ei ole vielä."]


def test_a_file_that_is_no_database_is_refused_in_finnish(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder.mkdir()
    (folder / "seuranta.db").write_text("tämä ei ole tietokanta " * 100, encoding="utf-8")
    assert main(["tila"]) == 1
    assert capsys.readouterr().err.startswith("Tietovarastoa ei voi avata.")


@pytest.mark.parametrize("url", [f"mysql+puuttuu://u:{PASSWORD}@h/d", f"{PASSWORD}"])
def test_an_address_that_cannot_be_opened_is_refused_without_its_password(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert main(["tila"]) == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("Tietovarastoa ei voi avata.")
    assert PASSWORD not in printed.out + printed.err


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        (f"postgresql+psycopg://s:{PASSWORD}@kone:5432/tiedot", "postgresql+psycopg://s:***@kone:5432/tiedot"),
        (
            f"postgresql+psycopg://s@kone/tiedot?password={PASSWORD}&sslmode=require",
            "postgresql+psycopg://s@kone/tiedot",
        ),
    ],
)
def test_the_address_has_no_password(url: str, shown: str) -> None:
    assert address_of(make_url(url)) == shown
