"""Clean files: months of the example in every layout, and the real data of the regions."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from components.exports.record_rows import export_csv
from data.catalogue import Catalogue, load_catalogue, load_example_catalogue
from data.model import Indicator, Observation, Period, Role
from data.model import Place as Source
from loaders.check import check
from loaders.first_start import EXAMPLE, SHIPPED
from tests.faults.draft import Draft, Place, Rows, Spot, Value

SHEET = "Seuranta"
TODAY = date(2026, 11, 22)
MONTHS = [date(2024 + month // 12, month % 12 + 1, 1) for month in range(24)]
REGIONS = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme")

# What the example says of itself: the level that changes, and the month that stands out.
SIGNALS = ("Kymenlaakso 7–9/2024", "Keski-Uusimaa 8–9/2024")
_SURPRISING = (date(2024, 7, 1), date(2024, 8, 1), date(2024, 9, 1))

LONG = ("Alue", "Aluekoodi", "Mittari", "Ryhmä", "Jakso", "Arvo", "Yksikkö", "n")
_FIELDS = ("region", "region_code", "indicator", "group", "period", "value", "unit", "n")


def clean(every: int = 1) -> Iterator[Draft]:
    """The clean files of every so manieth month. A month's file repeats the month before as it is published."""
    for number, month in enumerate(MONTHS[::every]):
        if month in _SURPRISING:
            continue
        for region in REGIONS:
            brought = [record for record in _brought(month) if record.region == region]
            current = _published(month, region)
            yield _long(f"{region}-{month}", brought, current, mark=",."[number % 2] if number % 3 else "")
            yield _wide(f"{region}-{month}-jaksoittain", {SHEET: brought}, current, region)
        yield _wide(f"alueet-{month}", {region: _of(month, region) for region in REGIONS}, _published(month), "")
        yield _by_region(f"alueittain-{month}", month)
    for year in range(2019, 2025):
        yield _sotkanet(year)
    for name in REGIONS:
        yield _real(name)
        yield _exported(name)
        yield _goals(name)
    yield _template()


@cache
def catalogue() -> Catalogue:
    """The example's catalogue with four invented indicators that it lacks: of parts, of sums and of a cumulative."""
    shipped = load_example_catalogue()
    model = shipped.indicators[0]
    more = (
        ("osallistuneet", "Esimerkki: Ryhmiin osallistuneet", "hlö", ""),
        ("kaynnit", "Esimerkki: Neuvolakäynnit", "käyntiä", ""),
        ("tavoitetut", "Esimerkki: Tavoitetut perheet, kertymä vuoden alusta", "hlö", ""),
        ("laakarikaynnit", "Esimerkki: Lääkärikäynnit tuhatta asukasta kohti", "käyntiä/1 000", "Sotkanet 1552"),
    )
    added = [
        Indicator(
            **(
                model.model_dump()
                | {"id": identity, "name": name, "unit": unit, "region": "", "national_id": number}
                | {"aliases": (), "breaks": (), "rebases": ()}
            )
        )
        for identity, name, unit, number in more
    ]
    fields = {name: getattr(shipped, name) for name in Catalogue.model_fields}
    return Catalogue(**(fields | {"indicators": (*shipped.indicators, *added)}))


@cache
def _months() -> tuple[Observation, ...]:
    """The follow-ups of the example with a number, and the invented ones."""
    read = check(EXAMPLE.read_bytes(), EXAMPLE.name, catalogue(), today=TODAY).observations
    follow_ups = [record for record in read if record.role is Role.FOLLOW_UP and record.value is not None]
    return (*follow_ups, *(record for region in REGIONS for record in _invented(region)))


def _invented(region: str) -> Iterator[Observation]:
    chance = Random(region)
    for month in [date(2023, number, 1) for number in range(1, 13)] + MONTHS:
        women, men, asked = chance.randint(180, 220), chance.randint(140, 170), chance.randint(60, 80)
        if month.month == 1:
            reached = 0
        reached += chance.randint(20, 30)
        yield _month(region, "osallistuneet", month, float(round(asked * 0.7)), "hlö", n=asked)
        yield _month(region, "tavoitetut", month, float(reached), "hlö")
        for group, count in (("", women + men), ("sukupuoli: naiset", women), ("sukupuoli: miehet", men)):
            yield _month(region, "kaynnit", month, float(count), "käyntiä", group=group)


def _month(region: str, indicator: str, month: date, value: float, unit: str, **more: object) -> Observation:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    period = Period(label=f"{month.month}/{month.year}", start=month, end=last)
    place = Source(source="keksitty")
    fields = {"region": region, "indicator": indicator, "period": period, "value": value, "unit": unit, "place": place}
    return Observation.model_validate(fields | {"role": Role.FOLLOW_UP} | more)


def _brought(month: date) -> list[Observation]:
    """What a file of this month tells: the month and the one before."""
    first = (month - timedelta(days=1)).replace(day=1)
    return [record for record in _months() if record.period.start and first <= record.period.start <= month]


def _of(month: date, region: str) -> list[Observation]:
    return [record for record in _brought(month) if record.region == region]


def _published(month: date, region: str = "") -> tuple[Observation, ...]:
    return tuple(
        record
        for record in _months()
        if record.period.start and record.period.start < month and region in ("", record.region)
    )


def _name(indicator: str) -> str:
    known = catalogue().indicator(indicator)
    return known.name if known else indicator


def _long(name: str, records: Sequence[Observation], current: tuple[Observation, ...], mark: str) -> Draft:
    rows: Rows = [list(LONG)]
    spots = []
    codes = {region.name: region.code for region in load_catalogue().regions}
    for record in records:
        code = float(codes[record.region] or 0)
        texts = (record.region, f"{code:g}", _name(record.indicator), record.group, record.period.label)
        rows.append([*texts, record.value, record.unit, None if record.n is None else float(record.n)])
        place: dict[str, Place] = {key: (SHEET, len(rows), at) for at, key in enumerate(_FIELDS, start=1)}
        spots.append(Spot(record, place))
    layout = "pitkä csv" if mark else "pitkä xlsx"
    return Draft(name, layout, {SHEET: rows}, spots, catalogue(), TODAY, "", current, mark)


def _wide(name: str, sheets: dict[str, list[Observation]], current: tuple[Observation, ...], region: str) -> Draft:
    """By period; several sheets are of a region each. Shares are fractions with a percentage format."""
    draft = Draft(name, "jaksot" if region else "alue taulukolla", {}, [], catalogue(), TODAY, region, current)
    for sheet, records in sheets.items():
        labels = list(
            dict.fromkeys(
                record.period.label for record in sorted(records, key=lambda record: str(record.period.start))
            )
        )
        rows: Rows = [["Mittari", "Ryhmä", *labels]]
        lines: dict[tuple[str, str], int] = {}
        for record in records:
            key = (_name(record.indicator), record.group)
            if key not in lines:
                rows.append([*key, *[None] * len(labels)])
                lines[key] = len(rows)
            row, column = lines[key], labels.index(record.period.label) + 3
            is_share = record.unit == "%"
            rows[row - 1][column - 1] = (record.value or 0) / 100 if is_share else record.value
            value: Place = (sheet, row, column)
            if is_share:
                draft.percents.add(value)
            fields = {
                "value": value,
                "indicator": (sheet, row, 1),
                "group": (sheet, row, 2),
                "period": (sheet, 1, column),
            }
            draft.spots.append(Spot(record, fields))
        draft.sheets[sheet] = rows
    return draft


def _by_region(name: str, month: date) -> Draft:
    records = [record for record in _months() if record.period.start == month]
    rows: Rows = [[f"Tilanne {month.month}/{month.year}"], ["Mittari", "Ryhmä", "Yksikkö", *REGIONS]]
    spots = []
    lines: dict[tuple[str, str], int] = {}
    for record in records:
        key = (_name(record.indicator), record.group)
        if key not in lines:
            rows.append([*key, record.unit, *[None] * len(REGIONS)])
            lines[key] = len(rows)
        row, column = lines[key], REGIONS.index(record.region) + 4
        rows[row - 1][column - 1] = record.value
        places = {
            "value": (row, column),
            "indicator": (row, 1),
            "group": (row, 2),
            "unit": (row, 3),
            "region": (2, column),
        }
        spots.append(Spot(record, {key: (SHEET, *place) for key, place in places.items()}))
    return Draft(name, "alueet", {SHEET: rows}, spots, catalogue(), TODAY, "", _published(month))


def _sotkanet(year: int) -> Draft:
    """Three years of one indicator in the regions; the years before are published."""
    rows: Rows = [["indicator", "region", "region code", "year", "gender", "primary value"]]
    spots, current = [], []
    genders = (("total", ""), ("male", "sukupuoli: miehet"), ("female", "sukupuoli: naiset"))
    for region in load_catalogue().regions:
        if region.name not in REGIONS:
            continue
        for at in range(year - 6, year + 1):
            for gender, group in genders:
                value = round(900 + Random(f"{region.name}{gender}{at}").uniform(-40, 40), 1)
                period = Period(label=str(at), start=date(at, 1, 1), end=date(at, 12, 31))
                record = _month(region.name, "laakarikaynnit", date(at, 1, 1), value, "käyntiä/1 000", group=group)
                record = record.model_copy(update={"period": period})
                if at < year - 1:
                    current.append(record)
                    continue
                rows.append(["1552", str(region.sotkanet), str(region.code), str(at), gender, value])
                keys = ("indicator", "region", "region_code", "period", "group", "value")
                spots.append(
                    Spot(record, {key: (SHEET, len(rows), number) for number, key in enumerate(keys, start=1)})
                )
    return Draft(f"sotkanet-{year}", "sotkanet", {SHEET: rows}, spots, catalogue(), TODAY, "", tuple(current), ".")


@cache
def _shipped(name: str) -> tuple[Observation, ...]:
    paths = [path for path in SHIPPED.rglob("*.csv") if path.parent == SHIPPED]
    read = (check(path.read_bytes(), path.name, load_catalogue(), today=TODAY).observations for path in paths)
    return tuple(record for observations in read for record in observations if record.region == name)


def _numeric(name: str) -> list[Observation]:
    """A region's real follow-ups with a plain number and a period."""
    return [
        record
        for record in _shipped(name)
        if record.value is not None and record.period.start and record.role is Role.FOLLOW_UP and not record.qualifier
    ]


def _real(name: str) -> Draft:
    """A region's real numbers with a period as its own Excel would have them, published already."""
    records = [record for record in _numeric(name) if not record.conflict]
    draft = _long(f"{name}-todellinen", records, tuple(_shipped(name)), mark="")
    draft.layout, draft.catalogue = "pitkä, todellinen", load_catalogue()
    names = {indicator.id: indicator.name for indicator in load_catalogue().indicators}
    for spot in draft.spots:
        identity = spot.record.indicator if isinstance(spot.record, Observation) else ""
        draft.put(spot.fields["indicator"], names.get(identity, identity))
    return draft


def _grid(text: str) -> Rows:
    return [list(row) for row in csv.reader(io.StringIO(text), delimiter=";")]


def _exported(name: str) -> Draft:
    """The app's own export of a region, published already; records without a period are rightly warned of each time."""
    records = [record for record in _shipped(name) if record.period.label or record.role is not Role.FOLLOW_UP]
    rows = _grid(export_csv(load_catalogue(), records, []))
    heading = [str(cell) for cell in rows[0]]
    spots = []
    for number, record in enumerate(records, start=2):
        if record.value is not None:
            wanted = ("region", "indicator", "group", "value", "unit", "n", "period")
            spots.append(Spot(record, {key: (SHEET, number, heading.index(key) + 1) for key in wanted}))
    return Draft(f"{name}-vienti", "vienti", {SHEET: rows}, spots, load_catalogue(), TODAY, "", _shipped(name), ".")


def _goals(name: str) -> Draft:
    """A region's real process goals, published already."""
    (path,) = [
        path for path in (SHIPPED / "prosessitavoitteet").glob("*.csv") if _region_of(path.read_text("utf-8")) == name
    ]
    rows = _grid(path.read_text("utf-8"))
    heading = [str(cell) for cell in rows[0]]
    read = check(path.read_bytes(), path.name, load_catalogue(), today=TODAY)
    wanted = {"region": "alue", "title": "prosessitavoite", "status": "status", "period": "jakso", "start": "alku"}
    spots = [
        Spot(goal, {key: (SHEET, number, heading.index(column) + 1) for key, column in wanted.items()})
        for number, goal in enumerate(read.process_goals, start=2)
    ]
    return Draft(path.stem, "prosessitavoitteet", {SHEET: rows}, spots, load_catalogue(), TODAY, mark=",")


def _region_of(text: str) -> str:
    return text.splitlines()[1].partition(";")[0]


def _template() -> Draft:
    """The national template's tables of Kymenlaakso, as they are."""
    path = SHIPPED / "kymenlaakso-taulukot.xlsx"
    sheets = {sheet.title: _values(sheet.iter_rows(values_only=True)) for sheet in load_workbook(path)}
    read = check(path.read_bytes(), path.name, load_catalogue(), region="Kymenlaakso", today=TODAY)
    spots = []
    for record in read.observations:
        row, column = coordinate_to_tuple(record.place.cell)
        if record.value is not None and "(" not in record.place.as_printed:
            sheet = record.place.sheet
            spots.append(Spot(record, {"value": (sheet, row, column), "indicator": (sheet, row, 1)}))
    return Draft("taulukot", "kansallinen pohja", sheets, spots, load_catalogue(), TODAY, "Kymenlaakso")


def _values(rows: Iterator[tuple[Value, ...]]) -> Rows:
    return [list(row) for row in rows]
