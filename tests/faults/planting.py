"""The declared faults: each changes a clean file in one place and says which findings would name that place."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from random import Random

from data.catalogue import load_catalogue
from data.model import Observation, ProcessGoal, Role
from tests.faults.draft import Draft, Place, Spot, Value


@dataclass
class Planted:
    """A file with its fault: any of `codes` at any of `places` names it; no places: it concerns the whole file."""

    draft: Draft
    codes: frozenset[str]
    places: list[Place] = field(default_factory=list)
    content: bytes | None = None  # where the fault is in the bytes


Plant = Callable[[Draft, Spot, Random], Planted | None]  # None: this fault cannot be in this place

SLIPS = {"pilkku-siirtynyt", "poikkeava-luku", "osuus-rajojen-ulkona", "jakso-jo-täytetty"}
NOT_NUMBERS = ("kaksi", "ks. liite", "12 tai 13", "n/a", "xx", "1,2,3", "31.5.2022", "O,5")
UNITS = {"vrk": "h", "%": "hlö", "hlö": "%", "pistettä": "%", "€/asukas": "vrk", "kpl": "vrk", "käyntiä": "€"}
LONG_AGO = 3  # points of a series, its own left out, that a slip shows by


def _changed(draft: Draft, spot: Spot, what: str, value: Value, *codes: str) -> Planted | None:
    if what not in spot.fields or draft.at(spot.fields[what]) == value:
        return None
    copied = draft.copy()
    copied.put(spot.fields[what], value)
    return Planted(copied, frozenset(codes), _all_places(spot, what))


def _all_places(spot: Spot, what: str) -> list[Place]:
    """Where a finding may point: the field, or the value that it concerns."""
    return [spot.fields[name] for name in (what, "value", "status") if name in spot.fields]


def _number(draft: Draft, spot: Spot) -> float | None:
    """The number of a cell that a person could have typed a slip into."""
    record = spot.record
    return record.value if isinstance(record, Observation) and record.value and "value" in spot.fields else None


def _is_comparable(draft: Draft, record: Observation) -> bool:
    """Whether a slip can show: the number is published, or the series is steady and long enough to tell one."""
    if any(other.key == record.key and other.value is not None for other in draft.current):
        return True
    same = [
        other.value
        for other in draft.current
        if (other.region, other.indicator, other.group, other.unit, other.role)
        == (record.region, record.indicator, record.group, record.unit, record.role)
        and other.value is not None
        and _days(other) // 25 == _days(record) // 25
    ]
    return len(same) >= LONG_AGO and (min(same) > 0 and max(same) < 5 * min(same))


def _days(record: Observation) -> int:
    return (record.period.end - record.period.start).days if record.period.start and record.period.end else 0


def _times(factor: float) -> Plant:
    def plant(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
        value, record = _number(draft, spot), spot.record
        if value is None or not isinstance(record, Observation) or not _is_comparable(draft, record):
            return None
        if (value * factor).is_integer() != value.is_integer() and value < 10:
            return None  # 3 visits do not become 0.3
        stored = draft.at(spot.fields["value"])
        wrong = stored * factor if isinstance(stored, float) else f"{value * factor:.10g}"
        return _changed(draft, spot, "value", wrong, *SLIPS, "osoittaja-yli-nimittäjän", "osat-eivät-täsmää")

    return plant


def _share_outside(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    record = spot.record
    if (
        not isinstance(record, Observation)
        or record.unit != "%"
        or record.role is Role.CHANGE
        or "value" not in spot.fields
    ):
        return None
    wrong = chance.choice((chance.uniform(100.1, 200), chance.uniform(-90, -0.1)))
    stored: Value = wrong / 100 if spot.fields["value"] in draft.percents else wrong
    if not isinstance(draft.at(spot.fields["value"]), float):
        stored = f"{wrong:.1f} %"
    return _changed(draft, spot, "value", stored, "osuus-rajojen-ulkona")


def _code(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """A code that is no code of the region, new or old."""
    known = load_catalogue().region(spot.record.region)
    its_codes = {known.code, known.old_code} if known else set()
    code = str(chance.choice([number for number in range(1, 22) if number not in its_codes]))
    codes = ("aluekoodi-ristiriita", "moniselitteinen-aluekoodi")
    return _changed(draft, spot, "region_code", code, *codes)


def _unit(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    record = spot.record
    unit = UNITS.get(record.unit) if isinstance(record, Observation) and record.role is not Role.CHANGE else None
    codes = ("yksikkö-poikkeaa", "yksikkö-ristiriita", "yksikkö-vaihtui")
    return _changed(draft, spot, "unit", unit, *codes) if unit else None


def _swapped(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """Two columns have changed places under their headings; what is unknown is told once, in any of the rows."""
    row = spot.fields.get("value", ("", 0, 0))[1]
    names = [
        name for name in ("region", "indicator", "period", "value") if spot.fields.get(name, ("", -1, 0))[1] == row
    ]
    if len(names) < 2:
        return None
    first, second = chance.sample(names, 2)
    copied = draft.copy()
    places = []
    rows = {other.fields["value"]: other.fields for other in draft.spots if other.sheet == spot.sheet}
    for value, fields in rows.items():
        copied.put(fields[first], draft.at(fields[second]))
        copied.put(fields[second], draft.at(fields[first]))
        places += [value, fields[first], fields[second], (value[0], value[1], 1)]
    codes = "ei-luku päivämäärä-lukuna jakso-ei-tunnistu tuntematon-alue tuntematon-mittari"
    return Planted(copied, frozenset(codes.split()), places)


def _text(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    if not isinstance(spot.record, Observation):
        return None
    return _changed(draft, spot, "value", chance.choice(NOT_NUMBERS), "ei-luku")


def _error(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    codes = ("virhearvo", "ei-luku", "tuntematon-status")
    what = "value" if "value" in spot.fields else "status"
    return _changed(draft, spot, what, chance.choice(("#N/A", "#DIV/0!", "#REF!", "#VALUE!")), *codes)


def _formula(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    codes = ("kaava-ilman-arvoa",)
    return None if draft.is_text else _changed(draft, spot, "value", f"=A{chance.randint(1, 9)}+1", *codes)


def _date_as_number(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    day = date(2026, chance.randint(1, 12), chance.randint(1, 28))
    return None if draft.is_text else _changed(draft, spot, "value", day, "päivämäärä-lukuna")


def _duplicate(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """The same row once more at the end of the sheet, with another content in the one cell."""
    what = "value" if "value" in spot.fields else "status"
    sheet, row, column = spot.fields[what]
    if isinstance(spot.record, ProcessGoal):
        other: Value = "keskeytetty" if draft.at(spot.fields[what]) != "keskeytetty" else "toteutunut"
    else:
        stored = draft.at(spot.fields[what])
        other = stored * 1.01 + 1 if isinstance(stored, float) else "17"
    copied = draft.copy()
    copied.sheets[sheet].append(list(copied.sheets[sheet][row - 1]))
    place = (sheet, len(copied.sheets[sheet]), column)
    copied.put(place, other)
    return Planted(copied, frozenset(["sama-kohta-kahdesti"]), [place])


def _future(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """A month that has not come; where the heading tells it, for all of its column."""
    if not isinstance(spot.record, Observation) or "start" in spot.fields or "period" not in spot.fields:
        return None
    if draft.layout == "vienti":
        return None  # its days stand beside the label and count
    year = str(chance.randint(2027, 2029))
    label = year if draft.layout == "sotkanet" else f"{chance.randint(1, 12)}/{year}"
    return _changed(draft, spot, "period", label, "tuleva-jakso")


def _unreadable_period(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    if draft.layout == "vienti" or isinstance(spot.record, ProcessGoal):
        return None
    wrong = chance.choice(("viime kuussa", "13/2025", "marrs 2025", "31.2.2025", "2205"))
    codes = ("jakso-ei-tunnistu", "tuntematon-jakso-otsikko", "tuntematon-sarake")
    return _changed(draft, spot, "period", wrong, *codes)


def _falling(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    record = spot.record
    if (
        not isinstance(record, Observation)
        or record.indicator != "tavoitetut"
        or not record.value
        or not record.period.start
    ):
        return None
    earlier = [other.value for other in draft.current if other.value and _is_before(other, record)]
    if record.period.start.month == 1 or not earlier:
        return None
    return _changed(draft, spot, "value", float(int(max(earlier)) - chance.randint(1, 15)), "kertymä-laskee")


def _is_before(other: Observation, record: Observation) -> bool:
    starts = other.period.start, record.period.start
    same = (other.region, other.indicator, other.group) == (record.region, record.indicator, record.group)
    return bool(same and starts[0] and starts[1] and starts[0].year == starts[1].year and starts[0] < starts[1])


def _numerator(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    record = spot.record
    if not isinstance(record, Observation) or record.n is None or record.unit != "hlö" or "n" not in spot.fields:
        return None
    return _changed(draft, spot, "value", float(record.n + chance.randint(1, 30)), "osoittaja-yli-nimittäjän")


def _parts(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """One of women, men and all; the finding may stand at any of them."""
    record = spot.record
    if not isinstance(record, Observation) or record.indicator != "kaynnit" or record.value is None:
        return None
    planted = _changed(draft, spot, "value", record.value + chance.choice((-9.0, -2.0, 3.0, 11.0)), "osat-eivät-täsmää")
    if planted:
        when = record.region, record.indicator, record.period
        same = (other for other in draft.spots if isinstance(other.record, Observation))
        planted.places += [
            other.fields["value"]
            for other in same
            if isinstance(other.record, Observation)
            and (other.record.region, other.record.indicator, other.record.period) == when
        ]
    return planted


def _filled(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """A number that is published already, corrected a little by mistake."""
    value = _number(draft, spot)
    is_published = any(other.key == spot.record.key and other.value == value for other in draft.current)
    if value is None or not is_published:
        return None
    stored = draft.at(spot.fields["value"])
    factor = chance.choice((0.9, 0.96, 1.05, 1.1))
    wrong = stored * factor if isinstance(stored, float) else f"{value * factor:.8g}"
    return _changed(draft, spot, "value", wrong, "jakso-jo-täytetty")


def misspelt(name: str, chance: Random) -> str:
    """A name with one letter gone, doubled or changed; its number and its signs are no part of the name."""
    at = chance.choice([place for place, letter in enumerate(name) if letter.isalpha()][1:])
    kind = chance.randrange(3)
    wrong = (name[:at] + name[at + 1 :], name[:at] + name[at] * 2 + name[at + 1 :], name[:at] + "q" + name[at + 1 :])
    return wrong[kind]


def _misspelt(what: str, *codes: str) -> Plant:
    def plant(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
        known = draft.at(spot.fields[what]) if what in spot.fields else None
        if not isinstance(known, str) or len(known) < 4 or known.isdecimal():
            return None
        planted = _changed(draft, spot, what, misspelt(known, chance), *codes)
        if planted:
            row = spot.fields[what][1]
            planted.places += [
                (spot.sheet, row, column) for column in range(1, len(draft.sheets[spot.sheet][row - 1]) + 1)
            ]
        return planted

    return plant


def _unnamed(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """The name of the row is gone."""
    what = "indicator" if "indicator" in spot.fields else "title"
    planted = _changed(draft, spot, what, None, "nimetön-rivi")
    if planted:
        row = spot.fields[what][1]
        planted.places += [(spot.sheet, row, column) for column in range(1, len(draft.sheets[spot.sheet][row - 1]) + 1)]
    return planted


def _status(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    wrong = chance.choice(("jumissa", "vihreä", "75 %", "OK?", "toteuttunut"))
    return _changed(draft, spot, "status", wrong, "tuntematon-status")


def _encoding(draft: Draft, spot: Spot, chance: Random) -> Planted | None:
    """Saved as UTF-8, opened as Windows-1252 and saved again; or opened so that the letters are lost."""
    if not draft.is_text:
        return None
    text = draft.content().decode()
    broken = chance.choice(
        (
            text.encode().decode("cp1252", "replace"),
            text.encode().decode("latin-1"),
            text.encode("cp1252", "replace").decode("utf-8", "replace"),
            text.encode("utf-8").decode("mac-roman"),
            text.encode("cp1252", "replace").decode("cp850"),
        )
    )
    return Planted(draft, frozenset(["merkistövirhe"]), content=broken.encode()) if broken != text else None


FAULTS: dict[str, Plant] = {
    "×10": _times(10),
    "×100": _times(100),
    "÷10": _times(0.1),
    "÷100": _times(0.01),
    "% outside 0–100": _share_outside,
    "region code of another region": _code,
    "unit changed": _unit,
    "two columns swapped": _swapped,
    "text in a number column": _text,
    "error value": _error,
    "formula without a value": _formula,
    "date where a number should be": _date_as_number,
    "duplicate with another value": _duplicate,
    "future period": _future,
    "unreadable period": _unreadable_period,
    "falling cumulative": _falling,
    "numerator above denominator": _numerator,
    "parts that do not sum": _parts,
    "period filled with another value": _filled,
    "misspelt region": _misspelt("region", "tuntematon-alue", "tuntematon-alue-otsikko", "tuntematon-sarake"),
    "misspelt indicator": _misspelt("indicator", "tuntematon-mittari"),
    "name of the row missing": _unnamed,
    "unknown status": _status,
    "broken encoding": _encoding,
}
