"""Units as people write them, each with the spelling that the model uses."""

from data.catalogue import normalise

SPELLINGS: dict[str, tuple[str, ...]] = {
    "%": ("prosentti", "prosenttia", "pros", "pros."),
    "%-yks.": ("%-yks", "%-yksikkö", "%-yksikköä", "prosenttiyksikkö", "prosenttiyksikköä", "pp"),
    "€": ("e", "eur", "euro", "euroa"),
    "milj. €": ("milj €", "milj.€", "m€", "miljoonaa euroa", "milj. euroa"),
    "1 000 €": ("t€", "t €", "1000 €", "tuhatta euroa"),
    "€/asukas": ("€ / asukas", "euroa/asukas", "euroa asukasta kohti"),
    "€/lapsi": ("€ / lapsi", "euroa/lapsi"),
    "hlö": ("hlö.", "hlöä", "henkilö", "henkilöä", "hlöt"),
    "kpl": ("kpl.", "kappale", "kappaletta"),
    "asiakasta": ("asiakas", "as.", "asiakkaita"),
    "vastaajaa": ("vastaaja", "vastaajia", "vastausta", "vastaus"),
    "osallistujaa": ("osallistuja", "osallistujia"),
    "käyntiä": ("käynti", "käyntejä"),
    "puhelua": ("puhelu", "puheluja", "puheluita"),
    "pistettä": ("piste", "pist.", "p."),
    "min": ("min.", "minuutti", "minuuttia"),
    "h": ("h.", "tunti", "tuntia", "t"),
    "vrk": ("vrk.", "vuorokausi", "vuorokautta"),
    "pv": ("pv.", "pvä", "päivä", "päivää"),
    "vk": ("vk.", "vko", "vkoa", "viikko", "viikkoa"),
    "kk": ("kk.", "kuukausi", "kuukautta"),
    "v": ("v.", "vuosi", "vuotta"),
}

MEASURES = frozenset({"%", "%-yks.", "€", "milj. €", "1 000 €", "pistettä", "min", "h", "vrk", "pv", "vk", "kk", "v"})

_CANONICAL = {normalise(spelling): unit for unit, spellings in SPELLINGS.items() for spelling in (unit, *spellings)}


def canonical(unit: str) -> str:
    """The model's spelling of a unit; an unknown one comes back as it is, on one line."""
    return _CANONICAL.get(normalise(unit), " ".join(unit.split()))


def is_known(unit: str) -> bool:
    """Whether this is the model's spelling of a unit that the loader knows."""
    return unit in SPELLINGS


def is_count(unit: str) -> bool:
    """Whether a number in this unit counts people or things. A number without a unit may well be a count."""
    return unit not in MEASURES and "/" not in unit
