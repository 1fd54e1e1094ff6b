"""A case of the corpus, and what a checked file holds, one line for each record and finding."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from textwrap import dedent

from data.catalogue import Catalogue
from data.model import Alias, Observation, Period, ProcessGoal
from loaders.check import Checked, check
from loaders.findings import Finding, Unreadable
from tests.builders import indicator
from tests.builders.spreadsheets import TODAY, catalogue
from tests.loaders.corpus.specification import SPECIFICATION

HOME = "Kymenlaakso"

INDICATORS = (
    indicator("kaynnit", name="Käynnit", unit="käyntiä", region=""),
    indicator("odotus", name="Odotusaika", unit="vrk", region=""),
    indicator(
        "sijoitukset",
        name="Kiireelliset sijoitukset",
        region="",
        aliases=(Alias(text="1.1 - Kiireelliset sijoitukset"),),
    ),
    indicator("kulut", name="Perheiden kulut", unit="€/lapsi", aliases=(Alias(text="5.1 - Perheiden kulut ja osuus"),)),
    indicator("osuus", name="Lastensuojelun osuus", aliases=(Alias(text="5.1 - Perheiden kulut ja osuus"),)),
    indicator(
        "hoito",
        name="Laitoshoito",
        unit="vrk",
        region="",
        aliases=(Alias(text="4.2 - Laitoshoito (0-16v.)", group="ikä: 0–16-vuotiaat"),),
    ),
    indicator("enps", name="Henkilöstön eNPS", unit="pistettä", region=""),
    indicator("koulutetut", name="Koulutetut", unit="hlö", region=""),
    indicator("rokotetut", name="Rokotetut, kumulatiivinen", unit="hlö", region=""),
    indicator("kokemus", name="Yhteisasiakkaiden kokemus", unit="", region=""),
    indicator("jonot", name="Jonotusaika", unit="vrk", region="Keski-Uusimaa"),
    indicator("tk", name="Lääkärikäynnit", unit="käyntiä", region="", national_id="Sotkanet 1552"),
)


@functools.cache
def corpus_catalogue() -> Catalogue:
    """The indicators that the corpus speaks of, most of them shared by all regions."""
    return catalogue(*INDICATORS)


@dataclass(frozen=True)
class File:
    """A file of the corpus: its bytes, what is expected of it, and what is known besides it."""

    content: bytes
    expected: str
    name: str = ""
    region: str = HOME
    today: date = TODAY
    current: tuple[Observation, ...] = ()
    catalogue: Catalogue = field(default_factory=corpus_catalogue)

    @property
    def file_name(self) -> str:
        """Its name; by its content if none is given."""
        return self.name or ("seuranta.xlsx" if self.content.startswith(b"PK") else "seuranta.csv")

    @property
    def lines(self) -> list[str]:
        """What is expected, a line for each record and finding."""
        return dedent(self.expected).strip().splitlines()

    @property
    def is_read(self) -> bool:
        """Whether the file is expected to be opened."""
        return not self.lines[0].startswith("ei avattu")

    @property
    def stops(self) -> bool:
        """Whether a finding is expected that stops the file."""
        return any(line.startswith("este ") for line in self.lines)

    @functools.cached_property
    def checked(self) -> Checked:
        """The file through the loader, once in a test run. Raises Unreadable."""
        return check(
            self.content, self.file_name, self.catalogue, region=self.region, today=self.today, current=self.current
        )


@dataclass(frozen=True)
class Case:
    """A file, why it is in the corpus, and which lines of the specification it shows."""

    name: str
    covers: tuple[str, ...]
    file: Callable[[], File]


CASES: list[Case] = []


def case(covers: str) -> Callable[[Callable[[], File]], Callable[[], File]]:
    """Register a function as a case that shows these lines of the specification, by their keys."""
    keys = tuple(covers.split())
    unknown = set(keys) - SPECIFICATION.keys()
    if unknown:
        raise KeyError(f"no such line: {', '.join(unknown)}")

    def register(function: Callable[[], File]) -> Callable[[], File]:
        cached = functools.cache(function)
        CASES.append(Case(function.__name__, keys, cached))
        return cached

    return register


def told(file: File) -> list[str]:
    """Everything that the loader says of a file: its observations, its process goals, its findings."""
    try:
        checked = file.checked
    except Unreadable as error:
        return ["ei avattu: " + finding_line(error.finding)]
    return [
        *map(observation_line, checked.observations),
        *map(goal_line, checked.process_goals),
        *map(finding_line, checked.findings),
    ]


def observation_line(one: Observation) -> str:
    """`B2 | kaynnit [sukupuoli: naiset] | seuranta 3/2025 = 2025-03-01–2025-03-31 | noin 12,5 käyntiä, n 40 ~jakso`.

    The sheet "Seuranta" and the region Kymenlaakso are not said; what is inferred stands after "~". The place is "–"
    where the record names a source of its own.
    """
    what = one.indicator + (f" [{one.group}]" if one.group else "") + ("" if one.region == HOME else f" @{one.region}")
    when = f"{one.role} {_period(one.period)}".strip()
    inferred = f" ~{','.join(one.inferred)}" if one.inferred else ""
    return f"{_at(one.place.sheet, one.place.cell) or '–'} | {what} | {when} | {_content(one)}{inferred}"


def goal_line(one: ProcessGoal) -> str:
    """`B2 | Malli käytössä | HT 2 | 3/2025 = … | toteutunut (valmis)`."""
    region = "" if one.region == HOME else f" @{one.region}"
    goal = f"HT {one.goal}" if one.goal else "ei HT"
    inferred = f" ~{','.join(one.inferred)}" if one.inferred else ""
    note = f" – {one.note}" if one.note else ""
    when = _period(one.period) or "ei jaksoa"
    place = _at(one.place.sheet, one.place.cell)
    return f"{place} | {one.title}{region} | {goal} | {when} | {one.status} ({one.wording}){note}{inferred}"


def finding_line(one: Finding) -> str:
    """`varoitus ei-luku B3`: severity, code and place."""
    return f"{one.severity} {one.code} {_at(one.sheet, one.cell)}".strip()


def _at(sheet: str, cell: str) -> str:
    return cell if sheet in ("", "Seuranta") else f"{sheet}!{cell}"


def _period(period: Period) -> str:
    days = f"{period.start}–{period.end}" if period.start != period.end else f"{period.start}"
    return f"{period.label} = {days}" if period.start else period.label


def _content(one: Observation) -> str:
    if one.missing:
        return f"({one.missing}) {one.unit}".strip()
    if one.words:
        return f"“{one.words}”"
    numbers = [one.value] if one.lower is None else [one.lower, one.upper]
    number = "…".join(f"{value:.15g}".replace(".", ",") for value in numbers if value is not None)
    text = f"{one.qualifier or ''} {number} {one.unit}".strip()
    return text + ("" if one.n is None else f", n {one.n}")
