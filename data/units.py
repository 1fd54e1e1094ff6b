"""The units of values: how people write each, which of them count, and which measure."""

from functools import lru_cache

from data.catalogue.names import normalise

COUNTS: dict[str, tuple[str, ...]] = {
    "hlö": ("hlö.", "hlöä", "henkilö", "henkilöä", "hlöt"),
    "kpl": ("kpl.", "kappale", "kappaletta"),
    "asiakasta": ("asiakas", "as.", "asiakkaita"),
    "vastaajaa": ("vastaaja", "vastaajia", "vastausta", "vastaus", "vastauksia"),
    "osallistujaa": ("osallistuja", "osallistujia"),
    "perhettä": ("perhe", "perheitä"),
    "käyntiä": ("käynti", "käyntejä"),
    "puhelua": ("puhelu", "puheluja", "puheluita"),
    "kertaa": ("kerta", "kertoja"),
}
PERSONS = frozenset({"hlö", "asiakasta", "vastaajaa", "osallistujaa"})
_SHARES: dict[str, tuple[str, ...]] = {
    "%": ("prosentti", "prosenttia", "pros", "pros."),
    "%-yks.": ("%-yks", "%-yksikkö", "%-yksikköä", "prosenttiyksikkö", "prosenttiyksikköä", "pp"),
}
_MONEY: dict[str, tuple[str, ...]] = {
    "€": ("e", "eur", "euro", "euroa"),
    "milj. €": ("milj €", "milj.€", "m€", "miljoonaa euroa", "milj. euroa"),
    "1 000 €": ("t€", "t €", "1000 €", "tuhatta euroa"),
}
_RATES: dict[str, tuple[str, ...]] = {
    "€/asukas": ("€ / asukas", "euroa/asukas", "euroa asukasta kohti"),
    "€/lapsi": ("€ / lapsi", "euroa/lapsi"),
}
_LEVELS: dict[str, tuple[str, ...]] = {
    "pistettä": ("piste", "pist.", "p."),
    "min": ("min.", "minuutti", "minuuttia"),
    "h": ("h.", "tunti", "tuntia", "t"),
    "vrk": ("vrk.", "vuorokausi", "vuorokautta"),
    "pv": ("pv.", "pvä", "päivä", "päivää"),
    "vk": ("vk.", "vko", "vkoa", "viikko", "viikkoa"),
    "kk": ("kk.", "kuukausi", "kuukautta"),
    "v": ("v.", "vuosi", "vuotta"),
}
UNITS = _SHARES | _MONEY | _RATES | COUNTS | _LEVELS
MEASURES = frozenset(UNITS) - frozenset(COUNTS)

_CANONICAL = {normalise(spelling): unit for unit, spellings in UNITS.items() for spelling in (unit, *spellings)}


@lru_cache(maxsize=1024)  # asked of every number there is
def canonical(unit: str) -> str:
    """Return the product's spelling of a unit; an unknown one comes back as it is, on one line."""
    return _CANONICAL.get(normalise(unit), " ".join(unit.split()))


def is_known(unit: str) -> bool:
    """Return whether this is the product's own spelling of a unit."""
    return unit in UNITS


def is_measure(unit: str) -> bool:
    """Return whether a unit measures and does not count: shares, money, points, time, and anything per something."""
    return canonical(unit) in MEASURES or "/" in unit


def is_count(unit: str) -> bool:
    """Return whether a unit is one of those that count people, things or events."""
    return canonical(unit) in COUNTS


def may_count(value: float, unit: str) -> bool:
    """Return whether a value may be a count: in a unit of counting, or whole and in a unit not known to measure.

    A number without a unit and one in an unknown unit ("lasta") may be counts.
    """
    return is_count(unit) or (not is_measure(unit) and value.is_integer())


def may_be_sum(value: float, unit: str) -> bool:
    """Return whether a value may grow with the length of its period: a count, or a sum of money."""
    return canonical(unit) in _MONEY or may_count(value, unit)
