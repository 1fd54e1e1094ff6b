"""The file, its sheets and its cells as they are stored."""

from loaders.findings.records import STOPS, TELLS, WARNS, Text

FILES: dict[str, Text] = {
    # The file
    "tiedosto-puuttuu": (STOPS, "Tiedostoa “{actual}” ei löydy. Tarkista nimi ja kansio."),
    "ei-voi-kirjoittaa": (STOPS, "Tiedostoa “{actual}” ei voi kirjoittaa. Tarkista kansio ja oikeudet."),
    "tyhjä-tiedosto": (
        STOPS,
        "Tiedostossa ei ole yhtään täytettyä solua. Tarkista, että valitsit oikean tiedoston.",
    ),
    "liian-suuri": (
        STOPS,
        "Tiedoston koko on {actual}, ja suurin sallittu koko on {expected}. Jaa tiedot useampaan tiedostoon.",
    ),
    "liian-laaja": (
        STOPS,
        "Tiedostossa on liikaa luettavaa: {actual}, kun enimmäismäärä on {expected}. "
        "Poista ylimääräiset rivit ja sarakkeet tai jaa tiedot useampaan tiedostoon.",
    ),
    "liian-raskas": (
        STOPS,
        "Tiedoston tarkistus vei liikaa muistia tai aikaa, joten se keskeytettiin. Jaa tiedot useampaan tiedostoon.",
    ),
    "salattu": (
        STOPS,
        "Tiedosto on suojattu salasanalla, joten sitä ei voi lukea. Poista salasana Excelissä ja lataa tiedosto "
        "uudelleen.",
    ),
    "vanha-xls": (
        STOPS,
        "Tiedosto on vanhassa Excel-muodossa (.xls). Avaa se Excelissä, tallenna .xlsx-muodossa ja lataa uudelleen.",
    ),
    "ei-taulukkotiedosto": (
        STOPS,
        "Tiedosto ei ole luettava taulukko: {actual}. Lataa Excel-työkirja (.xlsx tai .xlsm) tai tekstitaulukko "
        "(.csv tai .tsv).",
    ),
    "väärä-pääte": (
        STOPS,
        "Tiedoston nimi ja sisältö eivät vastaa toisiaan: {actual}. Tallenna tiedosto uudelleen oikeassa muodossa: "
        "{expected}.",
    ),
    "vioittunut": (
        STOPS,
        "Tiedosto on vioittunut tai jäänyt kesken ({actual}). Avaa se Excelissä, tallenna uudelleen .xlsx-muodossa ja "
        "lataa sitten.",
    ),
    "zip-pommi": (
        STOPS,
        "Tiedosto purkautuisi poikkeuksellisen suureksi ({actual}), joten sitä ei avattu. Tallenna tiedot uuteen "
        "työkirjaan ja lataa se.",
    ),
    "kielletty-rakenne": (
        STOPS,
        "Tiedoston sisällä on rakenne, jota Excel ei käytä ja jolla voi haitata palvelua. Tiedostoa ei avattu. "
        "Tallenna tiedot uuteen työkirjaan ja lataa se.",
    ),
    "ei-tekstiä": (
        STOPS,
        "Tiedosto ei ole tekstiä, vaikka sen pääte on {actual}. Tallenna taulukko uudelleen muodossa CSV UTF-8.",
    ),
    "rikkinäinen-csv": (
        STOPS,
        "Riviltä {actual} alkaen lainausmerkit eivät täsmää, joten sarakkeita ei voi erottaa. Korjaa lainausmerkit tai "
        "tallenna taulukko .xlsx-muodossa.",
    ),
    # Cells and sheets as they are stored
    "virhearvo": (
        STOPS,
        "Solussa on laskentavirhe {actual}. Korjaa kaava tai kirjoita soluun luku tai merkintä “ei tietoa”.",
    ),
    "kaava-ilman-arvoa": (
        STOPS,
        "Solun kaavalle ei ole tallennettu tulosta. Avaa tiedosto Excelissä, tallenna se ja lataa uudelleen.",
    ),
    "teksti-katkaistu": (
        WARNS,
        "Solun teksti on liian pitkä ({actual}), ja siitä luettiin {expected}. Lyhennä tekstiä.",
    ),
    "piilotettu-taulukko": (
        TELLS,
        "Taulukko on piilotettu, joten sitä ei luettu. Jos tiedot kuuluvat mukaan, tuo taulukko näkyviin.",
    ),
    "piilotettuja-rivejä": (
        WARNS,
        "Taulukossa on piilotettuja rivejä ({actual}), ja myös ne luettiin. Poista rivit, jos ne eivät kuulu mukaan.",
    ),
    "piilotettuja-sarakkeita": (
        WARNS,
        "Taulukossa on piilotettuja sarakkeita ({actual}), ja myös ne luettiin. Poista sarakkeet, jos ne eivät kuulu "
        "mukaan.",
    ),
    "merkistö": (
        TELLS,
        "Tiedosto ei ole UTF-8-muodossa, joten se luettiin merkistöllä {actual}. Tarkista, että ä, ö ja å näkyvät "
        "oikein.",
    ),
    "merkistövirhe": (
        WARNS,
        "Tekstin kirjaimet näyttävät muuttuneen ({actual}). Tallenna taulukko uudelleen muodossa CSV UTF-8.",
    ),
}
