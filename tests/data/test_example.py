"""The invented example: what its workbook holds, and that it stays apart from the real data."""

import csv
import hashlib
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook

from components.exports.csv_export import export_csv
from data.analysis.xmr import control_chart
from data.catalogue import EXAMPLE_FOLDER, FOLDER, load_catalogue, load_example_catalogue
from data.model import Direction, Missing, Observation, Role
from data.store import Store
from loaders.__main__ import STOPPED, main
from loaders.findings import Severity
from loaders.first_start import EXAMPLE, open_example_store, open_store
from tests.builders.example import checked

REGIONS = ["Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme"]
MONTHS = [f"{month}/{year}" for year in (2023, 2024, 2025) for month in range(1, 13)]
WAIT = "Esimerkki: Odotusaika perheneuvolaan"
ACCESS = "Esimerkki: Viikossa hoitoon päässeiden osuus"
SMALL = "Esimerkki: Päivystyksessä toistuvasti käyneet"
EXPERIENCE = "Esimerkki: Asiakkaiden kokemus palvelusta"
PLAN = "Esimerkki: Yhteisen suunnitelman saaneiden osuus"
COST = "Esimerkki: Ostopalvelujen kustannukset asukasta kohti"
FIRST_OF_SHIFT = MONTHS.index("7/2024")
OUTLIER = MONTHS.index("8/2024")
GAP = [MONTHS.index(month) for month in ("6/2024", "7/2024", "8/2024")]
AGES = ("ikä: alle 65-vuotiaat", "ikä: 65 vuotta täyttäneet")


def observations(name: str, region: str, role: Role = Role.FOLLOW_UP, group: str = "") -> list[Observation]:
    known = load_example_catalogue()
    wanted = {found.id for found, _ in known.indicators_called(name, region)}
    return [
        o
        for o in checked().observations
        if (o.region, o.role, o.group) == (region, role, group) and o.indicator in wanted
    ]


def values(name: str, region: str, group: str = "") -> list[float | None]:
    """The monthly values in time order; None where there is none."""
    found = {o.period.label: o.value for o in observations(name, region, group=group)}
    return [found[month] for month in MONTHS]


def limits(series: list[float | None]) -> tuple[float, float, float]:
    """Lower limit, centre and upper limit of XmR from the first twelve months (rules of the numbers, 7)."""
    window = [value for value in series[:12] if value is not None]
    ranges = [abs(one - other) for one, other in pairwise(window)]
    mean = sum(ranges) / len(ranges)
    kept = [moved for moved in ranges if moved <= 3.267 * mean]
    reach = 2.66 * sum(kept) / len(kept)
    centre = sum(window) / len(window)
    return centre - reach, centre, centre + reach


def signalled(series: list[float | None]) -> set[int]:
    """Which months signal anything by the four rules of XmR; a missing month breaks every run."""
    low, centre, high = limits(series)
    found = {at for at, value in enumerate(series) if value is not None and not low <= value <= high}
    for length in (3, 7):
        for start in range(len(series) - length + 1):
            window = [value for value in series[start : start + length] if value is not None]
            if len(window) < length:
                continue
            away = [value - centre for value in window]
            steps = [after - before for before, after in pairwise(window)]
            far = sum(abs(distance) > 2 / 3 * (high - centre) for distance in away)
            on_one_side = all(distance > 0 for distance in away) or all(distance < 0 for distance in away)
            one_way = all(step > 0 for step in steps) or all(step < 0 for step in steps)
            if (on_one_side and (length == 7 or far >= 2)) or (length == 7 and one_way):
                found.update(range(start, start + length))
    return found


def test_the_first_sheet_says_that_every_number_is_invented() -> None:
    book = load_workbook(EXAMPLE, read_only=True)
    assert book.sheetnames == ["Lue ensin", "Seuranta"]
    told = " ".join(str(cell) for row in book["Lue ensin"].values for cell in row if cell)
    assert "Kaikki tämän työkirjan luvut ovat keksittyjä." in told
    assert "keksittyjä" in str(book["Seuranta"]["A1"].value)
    book.close()


@pytest.mark.slow
def test_the_command_which_is_of_the_real_data_refuses_the_invented(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(EXAMPLE)]) == STOPPED
    assert "keksityn esimerkkiaineiston mittari" in capsys.readouterr().out


@pytest.mark.slow
def test_the_loader_reads_every_row_without_a_warning() -> None:
    assert checked().layout == "pitkä"
    assert {one.severity for one in checked().findings} == {Severity.TELLS}
    book = load_workbook(EXAMPLE, read_only=True)
    filled = sum(1 for row in book["Seuranta"].iter_rows(min_row=4, max_col=1, values_only=True) if row[0])
    book.close()
    assert len(checked().observations) == filled == 1051
    assert not any(o.inferred for o in checked().observations)


def test_it_covers_four_regions_and_36_months() -> None:
    assert list(dict.fromkeys(o.region for o in checked().observations)) == REGIONS
    follow_ups = {o.period.label for o in checked().observations if o.role is Role.FOLLOW_UP}
    assert follow_ups == set(MONTHS)


def test_one_region_shifts_by_more_than_the_limits_and_the_others_stay_calm() -> None:
    series = values(WAIT, "Kymenlaakso")
    low, centre, high = limits(series)
    assert signalled(series[:FIRST_OF_SHIFT]) == set()
    assert all(value is not None and value < low for value in series[FIRST_OF_SHIFT:])
    after = [value for value in series[FIRST_OF_SHIFT:] if value is not None]
    assert centre - sum(after) / len(after) > high - low
    for region in REGIONS[1:]:
        assert signalled(values(WAIT, region)) == set()


def test_one_region_has_a_single_outlier_and_no_other_signal() -> None:
    assert [signalled(values(COST, region)) for region in REGIONS[:3]] == [set(), {OUTLIER}, set()]


def test_one_region_has_a_season_and_the_others_have_none() -> None:
    assert [control_chart(values(COST, region)).is_seasonal for region in REGIONS] == [False, False, False, True]


def test_one_level_shift_has_been_entered() -> None:
    shifts = {
        i.id: [shift.when for shift in i.level_shifts] for i in load_example_catalogue().indicators if i.level_shifts
    }
    assert shifts == {"esimerkki-kymenlaakso-odotusaika": [date(2024, 7, 1)]}


def test_most_indicators_have_a_baseline_and_one_region_lacks_one() -> None:
    lacking = {
        name: [r for r in REGIONS if not observations(name, r, Role.BASELINE)]
        for name in (WAIT, ACCESS, EXPERIENCE, COST)
    }
    assert lacking == {WAIT: ["Keski-Uusimaa"], ACCESS: [], EXPERIENCE: [], COST: []}


def test_one_region_lacks_three_months_in_a_row_and_says_why() -> None:
    series = values(EXPERIENCE, "Etelä-Karjala")
    assert [at for at, value in enumerate(series) if value is None] == GAP
    gap = [o for o in observations(EXPERIENCE, "Etelä-Karjala") if o.value is None]
    assert {(o.missing, bool(o.note)) for o in gap} == {(Missing.NOT_MEASURED, True)}
    for region in REGIONS:
        assert signalled(values(EXPERIENCE, region)) == set()
        if region != "Etelä-Karjala":
            assert None not in values(EXPERIENCE, region)


@pytest.mark.parametrize("region", REGIONS)
def test_one_indicator_has_four_months_only(region: str) -> None:
    assert [o.period.label for o in observations(PLAN, region)] == MONTHS[-4:]


@pytest.mark.parametrize("region", REGIONS)
def test_small_numbers_are_a_total_and_its_two_groups(region: str) -> None:
    total, *groups = (values(SMALL, region, group) for group in ("", *AGES))
    assert total == [sum(pair) for pair in zip(*groups, strict=True)]
    assert min(total) == 0 and max(total) == 9
    assert any(1 <= value <= 4 for value in total)
    assert any(1 <= value <= 4 for group in groups for value in group)
    ((indicator, _),) = load_example_catalogue().indicators_called(SMALL, region)
    assert indicator.small_number_rule == "5"


@pytest.mark.parametrize("region", REGIONS)
def test_the_share_has_a_baseline_a_dated_target_and_n_every_month(region: str) -> None:
    (baseline,), (target,) = (observations(ACCESS, region, role) for role in (Role.BASELINE, Role.TARGET))
    assert baseline.value is not None and target.value is not None and baseline.n
    assert baseline.value < target.value
    assert baseline.period.end == date(2022, 12, 31)
    assert target.period.end == date(2026, 12, 31)
    monthly = observations(ACCESS, region)
    assert all(o.n is not None and o.n > 500 for o in monthly)
    for o in monthly:  # each share is one that so many people can have
        assert o.value is not None and o.n is not None
        assert abs(round(o.value * o.n / 100) / o.n * 100 - o.value) < 0.051


def test_the_regions_are_at_different_points_of_their_way_to_the_target() -> None:
    made = []
    for region in REGIONS:
        (baseline,), (target,) = (observations(ACCESS, region, role) for role in (Role.BASELINE, Role.TARGET))
        latest = values(ACCESS, region)[-1]
        assert latest is not None and baseline.value is not None and target.value is not None
        made.append((latest - baseline.value) / (target.value - baseline.value))
    due = (date(2025, 12, 31) - date(2022, 12, 31)) / (date(2026, 12, 31) - date(2022, 12, 31))
    on_schedule, behind, met, none = made
    assert due - 0.1 < on_schedule < 1 <= met
    assert none < 0 < behind < due - 0.1


def test_three_indicators_have_a_target() -> None:
    targets = [o for o in checked().observations if o.role is Role.TARGET]
    known = load_example_catalogue()
    assert {known.indicator(o.indicator).name for o in targets} == {WAIT, ACCESS, EXPERIENCE}
    assert {o.period.end for o in targets} == {date(2026, 12, 31)}
    assert len(targets) == 3 * len(REGIONS)


def headings(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as file:
        return next(csv.reader(file, delimiter=";"))


@pytest.mark.parametrize(
    ("example", "real"),
    [
        ("mittarit.csv", "indicators/kymenlaakso.csv"),
        ("toimenpiteet.csv", "actions/kymenlaakso.csv"),
        ("lahteet.csv", "sources.csv"),
    ],
)
def test_the_catalogue_files_have_the_columns_of_the_real_ones(example: str, real: str) -> None:
    assert headings(EXAMPLE_FOLDER / example) == headings(FOLDER / real)


def test_everything_in_the_example_catalogue_is_called_an_example() -> None:
    known, real = load_example_catalogue(), load_catalogue()
    assert all(i.name.startswith("Esimerkki: ") and i.id.startswith("esimerkki-") for i in known.indicators)
    assert {i.limits for i in known.indicators} == {"Keksitty esimerkki."}
    assert all(a.title.startswith("Esimerkki: ") and a.period.start for a in known.actions)
    assert [source.title for source in known.sources] == ["Keksitty esimerkkiaineisto"]
    assert (known.goals, known.regions, known.concepts) == (real.goals, real.regions, real.concepts)
    assert not {i.id for i in known.indicators} & {i.id for i in real.indicators}
    assert not {i.national_id for i in known.indicators if i.national_id} & {i.national_id for i in real.indicators}


def test_every_card_is_complete_and_every_goal_has_an_indicator() -> None:
    known = load_example_catalogue()
    for i in known.indicators:
        told = (i.definition, i.numerator, i.denominator, i.population, i.data_source, i.collection, i.owner, i.theme)
        assert i.is_complete and all(told) and i.interval == "kuukausi"
        assert i.direction is not Direction.NOT_JUDGED or i.name == COST
        assert (i.small_number_rule == "5") == (i.name == SMALL)
    for region in REGIONS:
        assert {i.goal for i in known.indicators if i.region == region} == {1, 2, 3, 4, 5}


def test_the_actions_name_indicators_of_their_own_region() -> None:
    known = load_example_catalogue()
    assert len(known.actions) == 2
    for action in known.actions:
        assert {known.indicator(one).region for one in action.indicators} == {action.region}
        assert known.source(action.place.source)


def test_every_observation_leads_to_the_source_and_to_its_cell() -> None:
    known = load_example_catalogue()
    assert {o.place.source for o in checked().observations} == {source.id for source in known.sources}
    assert all(o.place.sheet == "Seuranta" and o.place.cell for o in checked().observations)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for the stores, and no other database."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SEURANTA_DATA", str(tmp_path))
    return tmp_path


def exported(store: Store) -> str:
    return export_csv(load_catalogue(), store.observations(), store.process_goals())


def fingerprint(store: Store) -> str:
    return hashlib.sha256(exported(store).encode()).hexdigest()


@pytest.mark.slow
def test_opening_the_example_leaves_the_real_store_as_it_was(folder: Path) -> None:
    real = open_store()
    before = (fingerprint(real), real.version)
    example = open_example_store()
    assert len(example.observations()) == 1051
    assert (fingerprint(real), real.version) == before
    assert (fingerprint(open_store()), open_store().version) == before
    assert not any(mark in exported(real) for mark in ("Esimerkki: ", EXAMPLE.name, "esimerkki-"))
    assert {path.name for path in folder.glob("*.db")} == {"seuranta.db", "esimerkki.db"}


@pytest.mark.slow
def test_starting_the_example_again_changes_nothing(folder: Path) -> None:
    first = open_example_store()
    before = (fingerprint(first), first.publications())
    assert (fingerprint(open_example_store()), open_example_store().publications()) == before
    assert [one.note for one in first.publications()] == ["Keksitty esimerkkiaineisto"]


@pytest.mark.slow
def test_the_example_never_uses_the_database_of_the_real_data(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder / 'oikea.db'}")
    open_example_store()
    assert {path.name for path in folder.glob("*.db")} == {"esimerkki.db"}
