"""Layout 5: process goals with a status, or with a yes or no."""

from datetime import date

import pytest

from data.model import Period, Place, ProcessGoal, ProcessStatus
from tests.builders.spreadsheets import book, checked, codes, lines, only

SHIPPED = (
    "alue;tunnus;työpaketti;hyötytavoite;muut_hyötytavoitteet;prosessitavoite;suunnitelma;jakso;alku;loppu;status;"
    "sanamuoto;lähde;rivi;statusrivi;kohta;jatkuu;jatkovastuu;päätelty;ristiriita;huomautus"
)


def test_a_row_of_a_shipped_file() -> None:
    (goal,) = checked(
        lines(
            SHIPPED,
            "Etelä-Karjala;etela-karjala-pt-01;TP 3;1;2, 4;Malli;2020 ja 2021;30.9.2022;2022-09-30;2022-09-30;osittain;"
            "on päivitetty;etela-karjala-2022;4470;4496;Liite 1;omana toimintana;alue;jakso;r1:a;pieni huomio",
        ),
        region="",
    ).process_goals
    day = date(2022, 9, 30)
    assert goal == ProcessGoal(
        region="Etelä-Karjala",
        id="etela-karjala-pt-01",
        title="Malli",
        work_package="TP 3",
        goal=1,
        other_goals=(2, 4),
        plan="2020 ja 2021",
        period=Period(label="30.9.2022", start=day, end=day),
        status=ProcessStatus.PARTLY,
        wording="on päivitetty",
        continues="omana toimintana",
        continues_with="alue",
        place=Place(source="etela-karjala-2022", line=4470, table="Liite 1"),
        status_line=4496,
        inferred=("jakso",),
        conflict="r1:a",
        note="pieni huomio",
    )


@pytest.mark.parametrize(
    ("mark", "status", "told"),
    [
        ("Kyllä", ProcessStatus.DONE, []),
        ("kyllä ", ProcessStatus.DONE, []),
        (True, ProcessStatus.DONE, []),
        ("Ei", ProcessStatus.NOT_DONE, []),
        ("osittain", ProcessStatus.PARTLY, []),
        ("Kyllä/ei", ProcessStatus.UNKNOWN, ["tila-epäselvä"]),
        ("kyllä / ei", ProcessStatus.UNKNOWN, ["tila-epäselvä"]),
        ("", ProcessStatus.UNKNOWN, ["tila-epäselvä"]),
        ("x", ProcessStatus.UNKNOWN, ["tila-epäselvä"]),
    ],
)
def test_a_yes_or_no(mark: object, status: ProcessStatus, told: list[str]) -> None:
    result = checked(book(["Prosessitavoite", "Toteutunut kyllä/ei"], ["Malli on luotu", mark]))
    assert [goal.status for goal in result.process_goals] == [status]
    assert codes(result) == ["tunnistettu", *told] and not result.stops


@pytest.mark.parametrize(
    ("mark", "status", "told"),
    [
        *[(status.value, status, []) for status in ProcessStatus],
        ("Valmis.", ProcessStatus.DONE, []),
        ("kesken", ProcessStatus.UNDER_WAY, []),
        ("ei aloitettu", ProcessStatus.PLANNED, []),
        ("suunnittelu aloitetaan lokakuussa 2022", ProcessStatus.STARTING, []),
        ("", ProcessStatus.NOT_ASSESSED, []),
        ("vähän vaiheessa", ProcessStatus.UNKNOWN, ["tuntematon-status"]),
    ],
)
def test_a_status_keeps_its_wording(mark: str, status: ProcessStatus, told: list[str]) -> None:
    result = checked(lines("Prosessitavoite;Status;Päivä;Huomautus", f"Malli on luotu;{mark};15.5.2022;hyvä alku"))
    (goal,) = result.process_goals
    assert (goal.status, goal.wording, goal.note) == (status, mark, "hyvä alku")
    assert goal.period.start == goal.period.end == date(2022, 5, 15)
    assert codes(result) == ["tunnistettu", *told] and not result.stops


def test_a_goal_without_an_id_gets_one_from_region_and_title() -> None:
    result = checked(
        lines("Alue;Tavoite;Tila", "Keusote;Malli on luotu – ja käytössä;valmis", f"Keusote;{'x' * 99};valmis")
    )
    assert [goal.id for goal in result.process_goals] == [
        "keski-uusimaa-malli-on-luotu-ja-kaytossa",
        f"keski-uusimaa-{'x' * 46}",
    ]


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("2", 2),
        ("2.", 2),
        ("2. Ehkäisevä työ", 2),
        ("Laatu ja vaikuttavuus", 3),
        ("kustannukset", 5),
        ("", None),
    ],
)
def test_a_national_goal_by_number_or_name(text: str, goal: int | None) -> None:
    result = checked(lines("Prosessitavoite;Status;Hyötytavoite", f"Malli;valmis;{text}"))
    assert [one.goal for one in result.process_goals] == [goal] and codes(result) == ["tunnistettu"]


def test_unknown_other_goals_are_left_out_and_told() -> None:
    result = checked(lines("Prosessitavoite;Status;Muut hyötytavoitteet", 'Malli;valmis;"1, 13"'))
    assert result.process_goals[0].other_goals == (1,) and "tuntematon-hyötytavoite" in codes(result)


def test_an_unknown_national_goal_is_left_out_and_told() -> None:
    result = checked(lines("Prosessitavoite;Status;Hyötytavoite", "Malli;valmis;13"))
    assert result.process_goals[0].goal is None and only(result, "tuntematon-hyötytavoite").cell == "C2"


@pytest.mark.parametrize(
    ("row", "code", "stops"),
    [
        (";kesken;15.5.2022", "nimetön-rivi", True),
        (";kesken;", "nimetön-rivi", True),
        ("Malli;kesken;joskus", "jakso-ei-tunnistu", True),
        ("Yhteensä;5;", "yhteensä-rivi", False),
        ("* huomautus;;", "selite", False),
    ],
)
def test_rows_that_are_no_goals_are_told(row: str, code: str, stops: bool) -> None:
    result = checked(lines("Prosessitavoite;Status;Päivä", row))
    assert code in codes(result) and result.process_goals == () and result.stops is stops


def test_the_plan_with_an_empty_status_column_is_read_whole() -> None:
    result = checked(book(["Prosessitavoite", "Status"], ["Ensimmäinen"], ["Toinen"], ["Kolmas"]))
    assert [goal.status for goal in result.process_goals] == [ProcessStatus.NOT_ASSESSED] * 3


def test_two_rounds_of_one_goal_are_two_records() -> None:
    result = checked(lines("Prosessitavoite;Status;Päivä", "Malli;kesken;1.1.2022", "Malli;valmis;1.1.2023"))
    assert len({goal.key for goal in result.process_goals}) == 2 and not result.stops
