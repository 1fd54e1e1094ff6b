from calendar import monthrange
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Period
from loaders.parse import periods


def span(text: str) -> tuple[str, str, bool]:
    """Start, end and whether they are inferred."""
    found = periods.parse(text)
    assert found, text
    return str(found.period.start), str(found.period.end), found.is_inferred


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("3/2026", "2026-03-01", "2026-03-31"),
        ("03/2026", "2026-03-01", "2026-03-31"),
        ("2026-03", "2026-03-01", "2026-03-31"),
        ("2026M03", "2026-03-01", "2026-03-31"),
        ("maalis 2026", "2026-03-01", "2026-03-31"),
        ("Maaliskuu 2026", "2026-03-01", "2026-03-31"),
        ("2/2024", "2024-02-01", "2024-02-29"),
        ("Q1/2026", "2026-01-01", "2026-03-31"),
        ("Q4 2026", "2026-10-01", "2026-12-31"),
        ("2026Q2", "2026-04-01", "2026-06-30"),
        ("I/2026", "2026-01-01", "2026-03-31"),
        ("IV/2026", "2026-10-01", "2026-12-31"),
        ("1–6/2022", "2022-01-01", "2022-06-30"),
        ("1-6/2022", "2022-01-01", "2022-06-30"),
        ("10/2021–9/2022", "2021-10-01", "2022-09-30"),
        ("huhtikuu 2019 – maaliskuu 2020", "2019-04-01", "2020-03-31"),
        ("tammi–kesäkuu 2022", "2022-01-01", "2022-06-30"),
        ("31.5.–30.9.2022", "2022-05-31", "2022-09-30"),
        ("31.5.2022 – 30.9.2022", "2022-05-31", "2022-09-30"),
        ("1.–15.5.2022", "2022-05-01", "2022-05-15"),
        ("15.5.2022", "2022-05-15", "2022-05-15"),
        ("2022-05-15", "2022-05-15", "2022-05-15"),
        ("2022-05-15/2022-06-01", "2022-05-15", "2022-06-01"),
        ("2022-05-15–2022-06-01", "2022-05-15", "2022-06-01"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("2017–2019", "2017-01-01", "2019-12-31"),
        ("I–II/2022", "2022-01-01", "2022-06-30"),
    ],
)
def test_a_period_that_says_its_days(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end, False)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("kevät 2021", "2021-01-01", "2021-06-30"),
        ("kevät  \n2021", "2021-01-01", "2021-06-30"),
        ("Syksy 2021", "2021-07-01", "2021-12-31"),
        ("alkuvuosi 2019", "2019-01-01", "2019-06-30"),
        ("loppuvuosi 2019", "2019-07-01", "2019-12-31"),
        ("kevät 2021 – syksy 2022", "2021-01-01", "2022-12-31"),
    ],
)
def test_the_days_of_a_season_are_inferred(text: str, start: str, end: str) -> None:
    assert span(text) == (start, end, True)


@pytest.mark.parametrize(
    "text",
    [
        "", "1.1 -", "9", "1,493", "Tavoite 9/2021", "kevät", "13/2022", "0/2022", "2021-13", "2021-22", "2021/2022",
        "30.2.2022", "5–2/2022", "9/2022–10/2021", "2019–2017", "3.2021", "20222", "1899", "Q5/2022", "V/2022",
        "31.12.2022–1.1.2022", "kevät 2021 ja syksy 2021", "05-2021", "2022?",
    ],
)  # fmt: skip
def test_anything_else_is_no_period(text: str) -> None:
    assert periods.parse(text) is None


def test_the_label_is_the_sources_text_on_one_line() -> None:
    found = periods.parse(" kevät  \n2021 ")
    assert found and found.period == Period(label="kevät 2021", start=date(2021, 1, 1), end=date(2021, 6, 30))


def test_a_day_is_one_day() -> None:
    assert periods.parse_day("31.3.2026") == periods.parse_day("2026-03-31") == date(2026, 3, 31)
    assert periods.parse_day("3/2026") is None


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_days_and_months_read_back(day: date) -> None:
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    for text in (f"{day.day}.{day.month}.{day.year}", day.isoformat()):
        assert span(text)[:2] == (str(day), str(day))
    for text in (f"{day.month}/{day.year}", f"{day:%Y-%m}", f"{periods.MONTHS[day.month - 1]}kuu {day.year}"):
        assert span(text)[:2] == (str(day.replace(day=1)), str(last))


@given(DAYS, DAYS)
def test_a_range_of_days_reads_back_only_in_order(first: date, last: date) -> None:
    for text in (
        f"{first.day}.{first.month}.{first.year}–{last.day}.{last.month}.{last.year}",
        f"{first}/{last}",
    ):
        found = periods.parse(text)
        assert (found and (found.period.start, found.period.end)) == ((first, last) if first <= last else None)


YEARS, MONTHS = st.integers(1900, 2098), st.integers(1, 12)
DASHES = st.sampled_from(["-", "–", " – ", "−"])


@given(YEARS, MONTHS, MONTHS, DASHES)
def test_months_of_a_year_read_back_only_in_order(year: int, first: int, last: int, dash: str) -> None:
    names = (periods.MONTHS[first - 1], f"{periods.MONTHS[last - 1]}kuu")
    for text in (f"{first}{dash}{last}/{year}", f"{names[0]}{dash}{names[1]} {year}"):
        found = periods.parse(text)
        days = (date(year, first, 1), date(year, last, monthrange(year, last)[1]))
        assert (found and (found.period.start, found.period.end)) == (days if first <= last else None)


@given(YEARS, MONTHS, MONTHS, DASHES)
def test_months_over_the_turn_of_a_year_read_back(year: int, first: int, last: int, dash: str) -> None:
    for text in (f"{first}/{year}{dash}{last}/{year + 1}", f"{year}-{first:02}–{year + 1}-{last:02}"):
        days = span(text)[:2]
        assert days == (f"{year}-{first:02}-01", f"{year + 1}-{last:02}-{monthrange(year + 1, last)[1]}")


@given(YEARS, st.integers(1, 4))
def test_quarters_and_years_read_back(year: int, number: int) -> None:
    last = date(year, 3 * number, monthrange(year, 3 * number)[1])
    for text in (
        f"Q{number}/{year}",
        f"Q{number} {year}",
        f"{year}Q{number}",
        f"{periods.QUARTERS[number - 1].upper()}/{year}",
    ):
        assert span(text)[:2] == (f"{year}-{3 * number - 2:02}-01", str(last))
    assert span(str(year))[:2] == (f"{year}-01-01", f"{year}-12-31")


@given(YEARS, MONTHS)
def test_a_month_in_a_statistical_form_reads_back(year: int, number: int) -> None:
    assert span(f"{year}M{number:02}") == span(f"{number}/{year}") == span(f"{year}-{number:02}")


def test_a_long_text_is_no_period() -> None:
    assert periods.parse("2022" + " " * periods.LONGEST) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    periods.parse(text)


@pytest.mark.parametrize(
    ("text", "label", "rest"),
    [
        ("kevät 2021", "kevät 2021", ""),
        ("15.5.2022", "15.5.2022", ""),
        ("Kymenlaakso 3/2026", "3/2026", "Kymenlaakso"),
        ("Seuranta (tammi–kesäkuu 2022)", "tammi–kesäkuu 2022", "Seuranta"),
        ("Seuranta, huhtikuu 2019 – maaliskuu 2020, alueet", "huhtikuu 2019 – maaliskuu 2020", "Seuranta, alueet"),
        ("Vuosi 2022: alueet", "Vuosi 2022", "alueet"),
    ],
)
def test_a_period_is_found_within_a_text(text: str, label: str, rest: str) -> None:
    found = periods.find(text)
    assert found and (found[0].period.label, found[1]) == (label, rest)


@pytest.mark.parametrize("text", ["", "Seuranta", "2021 ja 2022", "päivitetty 15.5.2022", "kevät", "Sheet1", "12345"])
def test_a_text_without_a_period_or_with_several_tells_none(text: str) -> None:
    assert periods.find(text) is None
