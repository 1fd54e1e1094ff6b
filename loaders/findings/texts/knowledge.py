"""A file against what is known: the catalogue, the indicator's own history, the other numbers of the file."""

from loaders.findings.records import STOPS, TELLS, WARNS, Text

KNOWLEDGE: dict[str, Text] = {
    # Against the catalogue
    "alue-puuttuu": (
        STOPS,
        "Tiedoista ei selviä hyvinvointialue. Lisää taulukkoon sarake “alue” tai valitse alue ennen tarkistusta.",
    ),
    "tuntematon-alue": (
        STOPS,
        "Aluetta “{actual}” ei tunneta. Kirjoita hyvinvointialueen nimi, esimerkiksi {expected}.",
    ),
    "moniselitteinen-aluekoodi": (
        STOPS,
        "Aluekoodi {actual} voi tarkoittaa kahta aluetta: {expected}. Lisää taulukkoon alueen nimi.",
    ),
    "aluekoodi-ristiriita": (
        WARNS,
        "Aluekoodi tai alueen tunnus {actual} ei ole alueen {expected}, jota rivin muut tiedot tarkoittavat. Alueeksi "
        "luettiin {expected}. Korjaa jompikumpi.",
    ),
    "muu-alue": (TELLS, "“{actual}” ei ole hyvinvointialue, joten riviä ei luettu."),
    "absoluuttinen-arvo": (
        TELLS,
        "Sarakkeen “{actual}” lukuja ei luettu, koska Sotkanet ei kerro, mitä ne ovat: osoittaja, väestö vai sama "
        "luku. Jos tarvitset ne, tuo ne omana mittarinaan.",
    ),
    "tuntematon-mittari": (
        WARNS,
        "Mittaria “{actual}” ei ole mittariluettelossa{count}. Kirjoita {expected} tai lisää mittari luetteloon.",
    ),
    "esimerkin-mittari": (
        STOPS,
        "Mittari “{actual}” on keksityn esimerkkiaineiston mittari, joten sen lukuja ei voi julkaista oikeisiin "
        "tietoihin. Poista rivit, tai kokeile tiedostoa esimerkkiaineistossa.",
    ),
    "toisen-alueen-mittari": (
        WARNS,
        "Mittari “{actual}” on alueen {expected} oma mittari, mutta rivin alue on toinen. Tarkista alue ja mittari.",
    ),
    "moniselitteinen-mittari": (
        STOPS,
        "Nimi “{actual}” voi tarkoittaa useaa mittaria: {expected}. Kirjoita mittarin tunnus tai koko nimi.",
    ),
    "tuntematon-hyötytavoite": (
        WARNS,
        "Hyötytavoitetta “{actual}” ei tunneta, joten se jätettiin pois. Kirjoita numero {expected}.",
    ),
    # Against the indicator's own history and the other numbers of the file
    "pilkku-siirtynyt": (
        WARNS,
        "Luku {actual} on noin {there} siihen nähden, mitä mittarin muut luvut ovat ({expected}). Tarkista pilkun "
        "paikka ja yksikkö.",
    ),
    "poikkeava-luku": (
        WARNS,
        "Luku {actual} ei ole niissä rajoissa, joissa mittarin aiemmat luvut vaihtelevat ({expected}). Tarkista luku.",
    ),
    "yksikkö-vaihtui": (
        WARNS,
        "Yksikkö on “{actual}”, mutta mittarin aiempien lukujen yksikkö on “{expected}”. Tarkista, onko luku oikeassa "
        "yksikössä.",
    ),
    "jakso-jo-täytetty": (
        WARNS,
        "Tiedostossa on {actual}, mutta samalle jaksolle on jo tallennettu {expected}. Tarkista jakso ja luku. Jos "
        "luku on korjattu, hyväksy muutos.",
    ),
    "osoittaja-yli-nimittäjän": (
        WARNS,
        "Luku on {actual}, mutta joukossa, josta se on laskettu, on vain {expected}. Tarkista luku ja n.",
    ),
    "osat-eivät-täsmää": (
        WARNS,
        "Osien ({there}) summa on {actual}, mutta koko luku on {expected}. Tarkista osat ja koko luku.",
    ),
    "kertymä-laskee": (
        WARNS,
        "Kertymä on {actual}, vaikka se oli samana vuonna jo {expected} ({there}). Tarkista luku ja jakso.",
    ),
}
