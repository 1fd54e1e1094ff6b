"""Records from CSV files: every column is known and fits its record, whatever stands in the cells."""

from datetime import date
from pathlib import Path

import pytest
from pydantic import ValidationError

from data.catalogue.csv_files import Column, read_rows, records, several
from data.model import Action, Indicator, Place, Theme

ACTION = {
    "alue": "Lappi",
    "tunnus": "lappi-1",
    "otsikko": "Pilotti; kokeilu",
    "laji": "pilotti",
    "lähde": "raportti",
    "rivi": "7",
}
CARD = {
    "id": "a",
    "nimi": "A",
    "alue": "",
    "laji": "tulos",
    "yksikkö": "%",
    "suunta": "pienempi",
    "suunnan_perustelu": "",
    "hyötytavoite": "",
    "aliakset": "lapset (0-16v.) =>0–16 v. | A, B",
    "päätelty": "yksikkö, väli",
}


def test_a_row_becomes_a_record_with_its_period_place_and_lists() -> None:
    row = ACTION | {"jakso": "2022", "alku": "2022-01-01", "loppu": "2022-12-31", "mittarit": "a, b,,"}
    (action,) = records(Action, [row | {"hyötytavoite": "1,3"}], hyötytavoite=Column("goals", several(",")))
    assert (action.period.start, action.period.end) == (date(2022, 1, 1), date(2022, 12, 31))
    assert action.place == Place(source="raportti", line=7)
    assert (action.indicators, action.goals) == (("a", "b"), (1, 3))


def test_an_empty_cell_is_the_default_of_its_field_and_an_empty_text_of_one_without() -> None:
    (card,) = records(Indicator, [CARD])
    assert (card.goal, card.region, card.direction_reason, card.other_goals) == (None, "", "", ())


def test_aliases_keep_their_group_and_their_commas() -> None:
    (card,) = records(Indicator, [CARD])
    assert [(alias.text, alias.group) for alias in card.aliases] == [("lapset (0-16v.)", "0–16 v."), ("A, B", "")]
    assert card.inferred == ("yksikkö", "väli")


def test_breaks_are_a_day_and_a_reason() -> None:
    (card,) = records(Indicator, [CARD | {"katkokset": "2022-01-01 tapa vaihtui, taas|2023-05-01 uusi"}])
    assert [(jump.when, jump.reason) for jump in card.breaks] == [
        (date(2022, 1, 1), "tapa vaihtui, taas"),
        (date(2023, 5, 1), "uusi"),
    ]


def test_a_column_that_nobody_knows_is_refused() -> None:
    with pytest.raises(KeyError, match="tunus"):
        records(Action, [ACTION | {"tunus": "x"}])


def test_a_column_that_the_record_does_not_have_is_refused() -> None:
    row = {"tunnus": "t", "nimi": "Teema", "mittariteemat": "", "samansuuntainen": "", "mittarit": ""}
    assert records(Theme, [row])
    with pytest.raises(ValidationError, match="denominator"):
        records(Theme, [row | {"nimittäjä": "asiakkaat"}])


@pytest.mark.parametrize("missing", ["tunnus", "otsikko", "lähde"])
def test_a_row_without_what_the_record_needs_is_refused(missing: str) -> None:
    with pytest.raises(ValidationError):
        records(Action, [{name: text for name, text in ACTION.items() if name != missing}])


def test_the_files_of_a_folder_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name, text in (("b", "2"), ("a", "1")):
        (tmp_path / f"{name}.csv").write_text(f"tunnus\n{text}\n", encoding="utf-8")
    (tmp_path / "c.txt").write_text("tunnus\n3\n", encoding="utf-8")
    assert [row["tunnus"] for row in read_rows(tmp_path)] == ["1", "2"]
