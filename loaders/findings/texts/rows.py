"""Numbers and the other fields of a row, and rows that repeat each other."""

from loaders.findings.records import STOPS, TELLS, WARNS, Text

ROWS: dict[str, Text] = {
    # Numbers
    "ei-luku": (
        STOPS,
        "Merkintää “{found}” ei voi lukea lukuna. Kirjoita luku, esimerkiksi {expected}, tai merkintä “ei tietoa”.",
    ),
    "päivämäärä-lukuna": (
        STOPS,
        "Solussa on päivämäärä {found}, mutta siinä pitäisi olla luku. Excel muuttaa esimerkiksi merkinnän 2/3 "
        "päivämääräksi: muotoile solu tekstiksi ja kirjoita merkintä uudelleen.",
    ),
    "moniselitteinen": (
        WARNS,
        "Sarakkeesta ei selviä, onko desimaalierotin pilkku vai piste ({found}). Luvut luettiin niin, että se on "
        "pilkku. Jos luvut ovat väärin, kirjoita tuhannet ilman pistettä ja desimaalit pilkulla.",
    ),
    "osamäärä": (
        WARNS,
        "Merkintä “{found}” luettiin niin, että {expected}. Jos tarkoitus on muu, kirjoita luku ja n omiin soluihinsa.",
    ),
    "monta-lukua": (
        STOPS,
        "Merkinnässä “{found}” on useita lukuja, mutta tähän kuuluu {expected}. Kirjoita kukin luku omalle rivilleen.",
    ),
    "tuntematon-yksikkö": (
        WARNS,
        "Yksikköä “{found}” ei tunneta. Tarkista kirjoitusasu. Tavallisia yksiköitä ovat {expected}.",
    ),
    "yksikkö-poikkeaa": (
        WARNS,
        "Yksikkö on “{found}”, mutta mittariluettelossa mittarin yksikkö on “{expected}”. Tarkista, onko luku "
        "oikeassa yksikössä.",
    ),
    "yksikkö-ristiriita": (
        WARNS,
        "Luvun yksikkö on “{found}”, mutta yksikkösarakkeessa on “{expected}”. Luku luettiin omalla yksiköllään. "
        "Korjaa yksikkö.",
    ),
    "osuus-rajojen-ulkona": (
        WARNS,
        "Osuus on {found}, mutta osuuden pitäisi olla {expected}. Tarkista pilkun paikka ja yksikkö.",
    ),
    "sanallinen-tavoite": (
        TELLS,
        "Tavoite “{found}” ei ole luku, joten se luettiin sanallisena tavoitteena. Jos se on luku, korjaa merkintä.",
    ),
    # Fields of a row
    "tuntematon-merkintä": (
        STOPS,
        "Sarakkeessa “{column}” on “{found}”, jota ei tunneta. Käytä jotakin näistä: {expected}.",
    ),
    "ristiriitainen-rivi": (STOPS, "Rivillä on sekä {found}. Jätä niistä vain {expected}."),
    "puolikas-väli": (
        STOPS,
        "Rivillä on vain {found}. Kirjoita sekä {expected}, tai jätä molemmat tyhjiksi.",
    ),
    "käänteinen-väli": (
        STOPS,
        "Väli {found} on väärin päin. Kirjoita pienempi tai aiempi ensin: {expected}.",
    ),
    "jakso-ei-tunnistu": (
        STOPS,
        "Jaksoa “{found}” ei tunnistettu. Kirjoita jakso esimerkiksi näin: {expected}.",
    ),
    "jakso-puuttuu": (
        WARNS,
        "Seurantatiedolla ei ole jaksoa, joten sitä ei voi sijoittaa ajassa. Kirjoita jakso esimerkiksi näin: "
        "{expected}.",
    ),
    "jakso-ristiriita": (
        WARNS,
        "Jakso “{found}” ei vastaa päivämääriä {expected}. Jakso luettiin päivämääristä. Korjaa jompikumpi.",
    ),
    "tuleva-jakso": (WARNS, "Jakso {found} on vasta tulossa (tänään on {expected}). Tarkista jakso."),
    # Process goals
    "tila-epäselvä": (
        TELLS,
        "Prosessitavoitteen “{found}” toteutumista ei ole merkitty, joten tilaksi tuli “ei tietoa”. "
        "Kirjoita {expected}.",
    ),
    "tuntematon-status": (
        WARNS,
        "Tilaa “{found}” ei tunneta, joten tilaksi tuli “ei tietoa” ja sanamuoto säilyi. Käytä jotakin näistä: "
        "{expected}.",
    ),
    # Duplicates
    "sama-kohta-kahdesti": (
        STOPS,
        "Sama tieto on tiedostossa kahdesti, mutta sisältö eroaa: tässä on {found}, ja toisessa kohdassa ({there}) on "
        "{expected}. Jätä vain oikea.",
    ),
    "sama-tieto-kahdesti": (TELLS, "Sama tieto on jo aiemmin ({expected}), joten tämä toisto ohitettiin."),
    "lisää-samoja": (TELLS, "Samanlaisia huomioita ({found}) on vielä {expected}. Ne eivät mahtuneet luetteloon."),
}
