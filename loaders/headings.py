"""What a column is, by its heading: Finnish names, a few English ones and the app's own export."""

import re

from data.catalogue import normalise

COMMON: dict[str, tuple[str, ...]] = {
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
}

LONG = COMMON | {
    "indicator": ("mittari", "indikaattori", "mittarin nimi", "indicator"),
    "group": ("ryhmä", "ulottuvuus", "group"),
    "role": ("rooli", "role"),
    "value": ("arvo", "tulos", "lukema", "luku", "value"),
    "lower": ("alaraja", "lower"),
    "upper": ("yläraja", "upper"),
    "qualifier": ("tarkenne", "qualifier"),
    "unit": ("yksikkö", "unit"),
    "n": ("n", "vastaajia", "vastaajat", "vastaajamäärä"),
    "missing": ("puuttuu", "puuttumisen syy", "missing"),
    "words": ("sanoin", "words"),
}

GOALS = COMMON | {
    "title": ("prosessitavoite", "tavoite", "title"),
    "id": ("tunnus", "id"),
    "work_package": ("työpaketti", "tp", "tpk", "toimenpidekokonaisuus", "work_package"),
    "goal": ("hyötytavoite", "goal"),
    "other_goals": ("muut hyötytavoitteet", "other_goals"),
    "plan": ("suunnitelma", "plan"),
    "done": ("toteutunut", "toteutunut kyllä/ei", "kyllä/ei", "toteutui", "toteutunut (kyllä/ei)"),
    "status": ("status", "tila", "vaihe", "tilanne"),
    "period": (*COMMON["period"], "päivä", "pvm", "päivämäärä", "period_label"),
    "wording": ("sanamuoto", "wording"),
    "status_line": ("statusrivi", "status_line"),
    "continues": ("jatkuu", "continues"),
    "continues_with": ("jatkovastuu", "continues_with"),
}

DERIVED = ("indicator_name", "mittarin_nimi", "goal_name")  # of the app's own export; told by other columns

BASELINE = ("lähtötila", "lähtötilanne", "lähtötaso")
TARGET = ("tavoite", "tavoitetaso", "tavoitearvo")


def plain(heading: str) -> str:
    """A heading as it is compared: letters and digits only, no case, on one line."""
    return re.sub(r"[\W_]+", "", normalise(heading))


def column_of(heading: str, known: dict[str, tuple[str, ...]]) -> str:
    """The column that a heading names among the known ones, or ""."""
    return _index(known).get(plain(heading), "")


def _index(known: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {plain(name): column for column, names in known.items() for name in names}


def is_derived(heading: str) -> bool:
    """Whether a column repeats what other columns tell, so that nothing is lost by leaving it out."""
    return plain(heading) in {plain(name) for name in DERIVED}


def finnish(column: str, known: dict[str, tuple[str, ...]]) -> str:
    """The Finnish heading of a column."""
    return known[column][0]
