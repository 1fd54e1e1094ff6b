"""Numbers and the other fields of a row, and rows that repeat each other."""

from loaders.findings.records import STOPS, TELLS, WARNS, Text

ROWS: dict[str, Text] = {
    # Numbers
    "ei-luku": (
        STOPS,
        "Merkintää “{actual}” ei voi lukea lukuna. Kirjoita luku, esimerkiksi {expected}, tai merkintä “ei tietoa”.",
    ),
    "päivämäärä-lukuna": (
        STOPS,
        "Solussa on päivämäärä {actual}, mutta siinä pitäisi olla luku. Excel muuttaa esimerkiksi merkinnän 2/3 "
        "päivämääräksi: muotoile solu tekstiksi ja kirjoita merkintä uudelleen.",
    ),
    "moniselitteinen": (
        WARNS,
        "Sarakkeesta ei selviä, onko desimaalierotin pilkku vai piste ({actual}). Luvut luettiin niin, että se on "
        "pilkku. Jos luvut ovat väärin, kirjoita tuhannet ilman pistettä ja desimaalit pilkulla.",
    ),
    "osamäärä": (
        WARNS,
        "Merkintä “{actual}” luettiin niin, että {expected}. Jos tarkoitus on muu, kirjoita luku ja n omiin "
        "soluihinsa.",
    ),
    "monta-lukua": (
        STOPS,
        "Merkinnässä “{actual}” on useita lukuja, mutta tähän kuuluu {expected}. Kirjoita kukin luku omalle rivilleen.",
    ),
    "tuntematon-yksikkö": (
        WARNS,
        "Yksikköä “{actual}” ei tunneta. Tarkista kirjoitusasu. Tavallisia yksiköitä ovat {expected}.",
    ),
    "yksikkö-poikkeaa": (
        WARNS,
        "Yksikkö on “{actual}”, mutta mittariluettelossa mittarin yksikkö on “{expected}”. Tarkista, onko luku "
        "oikeassa yksikössä.",
    ),
    "yksikkö-ristiriita": (
        WARNS,
        "Luvun yksikkö on “{actual}”, mutta yksikkösarakkeessa on “{expected}”. Luku luettiin omalla yksiköllään. "
        "Korjaa yksikkö.",
    ),
    "osuus-rajojen-ulkona": (
        WARNS,
        "Osuus on {actual}, mutta osuuden pitäisi olla {expected}. Tarkista pilkun paikka ja yksikkö.",
    ),
    "sanallinen-tavoite": (
        TELLS,
        "Tavoite “{actual}” ei ole luku, joten se luettiin sanallisena tavoitteena. Jos se on luku, korjaa merkintä.",
    ),
    # Fields of a row
    "tuntematon-merkintä": (
        STOPS,
        "Sarakkeessa “{column}” on “{actual}”, jota ei tunneta. Käytä jotakin näistä: {expected}.",
    ),
    "ristiriitainen-rivi": (STOPS, "Rivillä on sekä {actual}. Jätä niistä vain {expected}."),
    "puolikas-väli": (
        STOPS,
        "Rivillä on vain {actual}. Kirjoita sekä {expected}, tai jätä molemmat tyhjiksi.",
    ),
    "käänteinen-väli": (
        STOPS,
        "Väli {actual} on väärin päin. Kirjoita pienempi tai aiempi ensin: {expected}.",
    ),
    "jakso-ei-tunnistu": (
        STOPS,
        "Jaksoa “{actual}” ei tunnistettu. Kirjoita jakso esimerkiksi näin: {expected}.",
    ),
    "jakso-puuttuu": (
        WARNS,
        "Seurantatiedolla ei ole jaksoa, joten sitä ei voi sijoittaa ajassa. Kirjoita jakso esimerkiksi näin: "
        "{expected}.",
    ),
    "jakso-ristiriita": (
        WARNS,
        "Jakso “{actual}” ei vastaa päivämääriä {expected}. Jakso luettiin päivämääristä. Korjaa jompikumpi.",
    ),
    "tuleva-jakso": (WARNS, "Jakso {actual} on vasta tulossa (tänään on {expected}). Tarkista jakso."),
    # Process goals
    "tila-epäselvä": (
        TELLS,
        "Prosessitavoitteen “{actual}” toteutumista ei ole merkitty, joten tilaksi tuli “ei tietoa”. "
        "Kirjoita {expected}.",
    ),
    "tuntematon-status": (
        WARNS,
        "Tilaa “{actual}” ei tunneta, joten tilaksi tuli “ei tietoa” ja sanamuoto säilyi. Käytä jotakin näistä: "
        "{expected}.",
    ),
    # Duplicates
    "sama-kohta-kahdesti": (
        STOPS,
        "Sama tieto on tiedostossa kahdesti, mutta sisältö eroaa: tässä on {actual}, ja toisessa kohdassa ({there}) on "
        "{expected}. Jätä vain oikea.",
    ),
    "sama-tieto-kahdesti": (TELLS, "Sama tieto on jo aiemmin ({expected}), joten tämä toisto ohitettiin."),
    "lisää-samoja": (TELLS, "Samanlaisia huomioita ({actual}) on vielä {expected}. Ne eivät mahtuneet luetteloon."),
}
