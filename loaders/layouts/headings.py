"""What a column is, by its heading: Finnish names, a few English ones and those of the app's own export."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from data.catalogue import normalise

LONGEST = 60  # characters; a longer text is no heading


@lru_cache(maxsize=16_384)
def plain(heading: str) -> str:
    """Return a heading as it is compared: letters and digits only, no case; "" for a text too long to be one."""
    return re.sub(r"[\W_]+", "", normalise(heading)) if len(heading) <= LONGEST else ""


@dataclass(frozen=True)
class Vocabulary:
    """The columns that one layout knows, each with its headings; the first of them is the one to show people.

    `derived` columns of the app's own export repeat what other columns or the catalogue say, and are not read.
    """

    names: dict[str, tuple[str, ...]]
    derived: tuple[str, ...] = ()

    @cached_property
    def _index(self) -> dict[str, str]:
        return {plain(name): column for column, names in self.names.items() for name in names}

    def column(self, heading: str) -> str:
        """Return the column that this heading names, or ""."""
        return self._index.get(plain(heading), "")

    def knows(self, heading: str) -> bool:
        """Return whether this is a heading of a known column or of a derived one."""
        return bool(self.column(heading)) or self.is_derived(heading)

    def is_derived(self, heading: str) -> bool:
        """Return whether this column repeats what others say."""
        return plain(heading) in map(plain, self.derived)

    def heading(self, column: str) -> str:
        """Return the Finnish heading of a column."""
        return self.names[column][0]

    @property
    def headings(self) -> str:
        """Return every Finnish heading, for a message."""
        return ", ".join(names[0] for names in self.names.values())


_COMMON: dict[str, tuple[str, ...]] = {
    "region": ("alue", "hyvinvointialue", "region"),
    "period": ("jakso", "ajankohta", "kausi", "kuukausi", "vuosi", "ajanjakso", "period"),
    "start": ("alku", "alkaa", "alkupäivä", "period_start"),
    "end": ("loppu", "loppuu", "loppupäivä", "period_end"),
    "source": ("lähde", "source"),
    "line": ("rivi", "line"),
    "other_lines": ("muut rivit", "other_lines"),
    "table": ("kohta", "table"),
    "sheet": ("taulukkovälilehti", "sheet"),
    "cell": ("solu", "cell"),
    "as_printed": ("lähteessä", "as_printed"),
    "inferred": ("päätelty", "inferred"),
    "conflict": ("ristiriita", "conflict"),
    "note": ("huomautus", "huomautuksia", "huomio", "lisätieto", "lisätiedot", "note"),
    "accepted": ("varoituksen selitys", "accepted"),
}

LONG = Vocabulary(
    _COMMON
    | {
        "indicator": ("mittari", "indikaattori", "mittarin nimi", "indicator"),
        "region_code": ("aluekoodi", "alueen koodi", "region code"),
        "group": ("ryhmä", "ulottuvuus", "group"),
        "role": ("rooli", "role"),
        "value": ("arvo", "tulos", "lukema", "luku", "value"),
        "lower": ("alaraja", "lower"),
        "upper": ("yläraja", "upper"),
        "qualifier": ("tarkenne", "qualifier"),
        "unit": ("yksikkö", "yks", "mittayksikkö", "unit"),
        "n": ("n", "vastaajia", "vastaajat", "vastaajamäärä"),
        "missing": ("puuttuu", "puuttumisen syy", "missing"),
        "words": ("sanoin", "words"),
    },
    derived=("indicator_name", "nimi", "goal", "hyötytavoite", "other_goals"),
)

GOALS = Vocabulary(
    _COMMON
    | {
        "title": ("prosessitavoite", "tavoite", "title"),
        "id": ("tunnus", "id"),
        "work_package": ("työpaketti", "tp", "tpk", "toimenpidekokonaisuus", "work_package"),
        "goal": ("hyötytavoite", "goal"),
        "other_goals": ("muut hyötytavoitteet", "other_goals"),
        "plan": ("suunnitelma", "plan"),
        "done": ("toteutunut", "toteutunut kyllä/ei", "kyllä/ei", "toteutui", "toteutunut (kyllä/ei)"),
        "status": ("status", "tila", "vaihe", "tilanne"),
        "period": (*_COMMON["period"], "päivä", "pvm", "päivämäärä", "period_label"),
        "wording": ("sanamuoto", "wording"),
        "status_line": ("statusrivi", "status_line"),
        "continues": ("jatkuu", "continues"),
        "continues_with": ("jatkovastuu", "continues_with"),
    },
    derived=("goal_name",),
)

SOTKANET = Vocabulary(
    {
        "indicator": ("indikaattori", "indicator", "indikaattorin nimi", "indicator name"),
        "indicator_id": ("indikaattorin tunnus", "indikaattori id", "indicator id"),
        "indicator_title": ("indikaattorin otsikko", "indicator title", "indicator.title.fi", "indicator.title.en"),
        "region": ("alue", "hyvinvointialue", "alueen nimi", "region", "region name"),
        "region_id": ("alueen tunnus", "alue id", "region id"),
        "region_code": ("aluekoodi", "alueen koodi", "alue koodi", "region code"),
        "region_title": ("alueen otsikko", "region title", "region.title.fi", "region.title.en"),
        "region_category": ("aluetaso", "alueluokitus", "region category"),
        "period": ("vuosi", "year"),
        "gender": ("sukupuoli", "gender"),
        "value": ("arvo", "primary value", "value"),
        "absolute": ("absoluuttinen arvo", "absolute value"),
        "unit": ("yksikkö", "yks", "mittayksikkö", "unit"),
    }
)

WIDE = Vocabulary({column: LONG.names[column] for column in ("indicator", "region", "group", "unit")})

BY_REGION = Vocabulary({column: LONG.names[column] for column in ("indicator", "group", "unit", "period")})

BASELINE = ("lähtötila", "lähtötilanne", "lähtötaso")
TARGET = ("tavoite", "tavoitetaso", "tavoitearvo")
