"""Texts that would be markup if they were drawn as such, in every text that the store keeps."""

import re
from types import UnionType
from typing import Any, TypeVar, get_args, get_origin

from data.catalogue import load_catalogue
from data.model import (
    Direction,
    Indicator,
    Missing,
    Observation,
    Period,
    Place,
    ProcessGoal,
    ProcessStatus,
    Record,
    Role,
    TemplateWords,
    WordKind,
    WordMeaning,
)
from data.store import Delivery, Store
from tests.builders import year

REGION = "Kymenlaakso"
INDICATORS = ("paha-1", "paha-2", "paha-3")
GOALS = ("paha-pt-1", "paha-pt-2")
FORMULA = "=cmd|' /C calc'!A0"
PAYLOAD = (
    "![kuva](https://paha.example/kuva.png) [linkki](https://paha.example) <img src='//paha.example/b.png'> "
    "<a href='https://paha.example'>a</a> https://paha.example/c www.paha.example posti@paha.example "
    ":material/paha_ikoni: :smile_paha: :red[paha väri] $paha^2$ **paha** `paha` ~~paha~~ _paha_ -> paha "
    "%{paha} \n# paha otsikko\n\n- paha luettelo\n\n|paha|taulukko|\n|-|-|\n"
)
# What makes markup of it: without the backslash or the invisible letter that stops it.
LIVE = re.compile(
    r"(?<!\\)(?:!\[kuva|\[linkki|<img|<a href|\$paha|\*\*paha|`paha|~~paha|_paha_|:red\[paha)|https://paha|www\.paha"
    r"|@paha|:material/paha|:smile_paha|(?:^|\n)\s*(?:# paha|- paha|\|paha)|-> paha"
)
_Made = TypeVar("_Made", bound=Record)


def hostile(tag: str) -> str:
    """The payload after a formula and a word that tells where it was kept."""
    return f"{FORMULA} {tag} {PAYLOAD}"


def filled(record: type[_Made], **known: Any) -> _Made:
    """A record whose every text is hostile, but for what is known. Numbers and lists of records stay as they are."""
    fields = {
        name: value
        for name, field in record.model_fields.items()
        if (value := _value(f"{record.__name__}.{name}", field.annotation)) is not None
    }
    return record(**(fields | known))


def _value(tag: str, kind: Any) -> Any:
    if kind is str:
        return hostile(tag)
    if get_origin(kind) is tuple and get_args(kind)[0] is str:
        return (hostile(tag),)
    if isinstance(kind, UnionType) and str in get_args(kind):
        return hostile(tag)
    if isinstance(kind, type) and issubclass(kind, Place):
        return filled(Place, line=7 if tag.startswith("Process") else None)
    if isinstance(kind, type) and issubclass(kind, Period):
        return filled(Period)
    return None


def _indicators() -> tuple[Indicator, ...]:
    concept = load_catalogue().concepts[0].id
    known = {"region": REGION, "goal": 1, "kind": "tulos", "direction": Direction.LOWER, "small_number_rule": ""}
    return (
        filled(Indicator, id=INDICATORS[0], **known),
        filled(Indicator, id=INDICATORS[1], concept=concept, **known),
        filled(Indicator, id=INDICATORS[2], **known | {"kind": "tuotos"}),
    )


def _observations(value: float) -> tuple[Observation, ...]:
    """Numbers with groups, words, a reason for none, two that disagree."""

    def made(indicator: str, role: Role, number: int, **known: Any) -> Observation:
        when = year(number).model_copy(update={"label": hostile("Period.label")})
        kept = {"region": REGION, "indicator": indicator, "role": role, "period": when, "words": "", "conflict": ""}
        return filled(Observation, **kept | {"group": ""} | known)

    series = [
        made(INDICATORS[0], Role.BASELINE, 2019, value=50.0),
        made(INDICATORS[0], Role.FOLLOW_UP, 2021, value=value, n=120),
        made(INDICATORS[0], Role.FOLLOW_UP, 2022, missing=Missing.NOT_MEASURED),
        made(INDICATORS[0], Role.TARGET, 2023, value=20.0),
        made(INDICATORS[0], Role.COMPARISON, 2021, value=33.0, group=hostile("Observation.group")),
        made(INDICATORS[0], Role.CHANGE, 2020, value=5.0),
        made(INDICATORS[2], Role.FOLLOW_UP, 2021, words=hostile("Observation.words")),
    ]
    groups = [
        made(INDICATORS[1], role, number, value=value + extra, group=f"{name} {hostile('Observation.group')}")
        for name, extra in (("a", 10), ("b", 20))
        for role, number in ((Role.BASELINE, 2019), (Role.FOLLOW_UP, 2021))
    ]
    disagreeing = [
        made(INDICATORS[2], Role.FOLLOW_UP, 2020, value=value + extra, conflict=f"{hostile('conflict')}:{extra}")
        for extra in (1, 2)
    ]
    return (*series, *groups, *disagreeing)


def _goals(status: ProcessStatus) -> tuple[ProcessGoal, ...]:
    known = {"region": REGION, "goal": 1, "other_goals": (2,), "status": status, "status_line": 3}
    when = year(2022).model_copy(update={"label": hostile("Period.label")})
    return (
        filled(ProcessGoal, id=GOALS[0], period=when, conflict="", **known),
        filled(ProcessGoal, id=GOALS[1], continues="linjaorganisaatio", conflict=f"{hostile('conflict')}:a", **known),
        filled(ProcessGoal, id=GOALS[1], continues="", conflict=f"{hostile('conflict')}:b", **known),
    )


def fill(store: Store) -> None:
    """Publish hostile texts twice, the second time with other values, and save an agenda of them."""
    heading = hostile("TemplateWords.headings")
    meaning = WordMeaning(
        kind=WordKind.COLUMN, text=hostile("WordMeaning.text"), meaning=hostile("WordMeaning.meaning")
    )
    for number, status in ((40.0, ProcessStatus.UNDER_WAY), (30.0, ProcessStatus.NOT_DONE)):
        delivery = Delivery(
            file_name=f"{number} {hostile('File.file_name')}",
            content=str(number).encode(),
            indicators=_indicators(),
            observations=_observations(number),
            process_goals=_goals(status),
            template_words=(TemplateWords(headings=(heading,), meanings=(meaning,)),),
        )
        store.publish([delivery], author=hostile("Publication.author"), note=hostile("Publication.note"))
    items = [f"mittari:{REGION}:{INDICATORS[0]}", hostile("SavedAgenda.items"), f"tavoite:1:{REGION}"]
    store.save_agenda("paha", hostile("SavedAgenda.name"), hostile("SavedAgenda.author"), items)
