"""Tables, their headings and what stands around them."""

from loaders.findings.records import STOPS, TELLS, WARNS, Text

TABLES: dict[str, Text] = {
    # Tables
    "tunnistettu": (TELLS, "Tunnistin taulukon {actual}: {expected}."),
    "tuntematon-taulukko": (STOPS, "Taulukkoa ei tunnistettu. Taulukossa on {actual}. Tarvitaan {expected}."),
    "ohitettu-taulukko": (TELLS, "Taulukossa on vain tekstiä ({actual}), joten siitä ei luettu tietoja."),
    "lukijan-taulukko": (TELLS, "Taulukko on lukijaa varten, joten siitä ei luettu tietoja."),
    "selite": (TELLS, "Rivi “{actual}” on taulukon ulkopuolista tekstiä, joten sitä ei luettu."),
    "ohitettu-rivi": (
        WARNS,
        "Riviä “{actual}” ei luettu, koska se ei kuulu mihinkään taulukkoon. Jos rivillä on tietoja, siirrä se "
        "otsikkorivin alle.",
    ),
    "nimetön-rivi": (
        STOPS,
        "Rivillä on tietoja ({actual}), mutta {expected} puuttuu. Täydennä se tai poista rivi.",
    ),
    "tyhjä-rivi": (
        TELLS,
        "Rivillä “{actual}” ei ole yhtään merkintää, eikä mittaria tunneta, joten rivi ohitettiin. Jos se on mittari, "
        "lisää se mittariluetteloon.",
    ),
    "pohja-täyttämättä": (
        TELLS,
        "Pohjaa ei ole täytetty: rivejä on {actual}, eikä yhdelläkään ole jaksoa, lukua eikä muuta tietoa. Täytä pohja "
        "taulukon Ohje mukaan ja lataa se uudelleen.",
    ),
    "pohja-osin-täytetty": (TELLS, "Pohjassa on täyttämättömiä rivejä ({actual}), ja ne ohitettiin."),
    "yhteensä-rivi": (TELLS, "Rivi “{actual}” on summarivi, joten sitä ei luettu."),
    "toistuva-otsikko": (TELLS, "Otsikkorivi toistuu, joten rivin jälkeen jatkettiin samaa taulukkoa."),
    "vastaavuus": (
        TELLS,
        "Antamasi selityksen mukaan {there} “{actual}” on “{expected}”. Jos se on väärin, muuta vastaavuutta.",
    ),
    "tuntematon-sarake": (
        TELLS,
        "Saraketta “{actual}” ei tunneta, joten sitä ei luettu. Tunnetut otsikot: {expected}.",
    ),
    "tuntematon-jakso-otsikko": (
        WARNS,
        "Otsikkoa “{actual}” ei tunnistettu jaksoksi, joten saraketta ei luettu. Kirjoita jakso esimerkiksi näin: "
        "{expected}.",
    ),
    "tuntematon-alue-otsikko": (
        WARNS,
        "Otsikkoa “{actual}” ei tunnistettu hyvinvointialueeksi, joten saraketta ei luettu. Kirjoita alueen nimi, "
        "esimerkiksi {expected}.",
    ),
    "taulukon-nimestä": (
        TELLS,
        "Taulukon nimestä luettiin {expected} “{actual}”, koska taulukossa ei ole sille saraketta. Jos se on väärin, "
        "lisää sarake tai muuta taulukon nimeä.",
    ),
    "jakso-otsikosta": (TELLS, "Lukujen jaksoksi ja rooliksi luettiin {actual}, koska {expected}."),
    "jakso-ei-selviä": (
        STOPS,
        "Taulukosta ei selviä, mitä jaksoa luvut koskevat. Kirjoita jakso otsikoksi taulukon yläpuolelle, taulukon "
        "nimeksi tai sarakkeeseen “Jakso”, esimerkiksi näin: {expected}.",
    ),
    "tyhjä-taulukko": (TELLS, "Otsikkorivin alla ei ole yhtään riviä, joten taulukosta ei luettu tietoja."),
    "sarake-puuttuu": (
        STOPS,
        "Taulukosta puuttuu {expected}. Otsikkorivillä on {actual}. Lisää sarake tai korjaa otsikko.",
    ),
    "sama-otsikko": (
        STOPS,
        "Sarakkeet {actual} luettaisiin samaksi tiedoksi. Jätä niistä vain yksi tai yhdistä ne yhdeksi sarakkeeksi.",
    ),
    "ei-otsikkoa": (
        STOPS,
        "Solussa on merkintä “{actual}”, mutta sarakkeella ei ole otsikkoa. Lisää otsikko, tai siirrä tai poista "
        "merkintä. CSV-tiedostossa syynä voi olla ylimääräinen erotin rivillä.",
    ),
    "yhdistetty-solu": (
        STOPS,
        "Solu kuuluu yhdistettyihin soluihin, joten ei tiedetä, mitä kaikkea merkintä “{actual}” koskee. Pura "
        "yhdistäminen ja kirjoita merkintä jokaiseen soluun.",
    ),
}
