"""The messages of every finding that the loader can make: its code, its severity and plain Finnish.

Each says what was found, what was expected and how to mend it; `findings` puts the place before it.
"""

from data.model import Severity

STOPS, WARNS, TELLS = Severity.STOPS, Severity.WARNS, Severity.TELLS

MESSAGES: dict[str, tuple[Severity, str]] = {
    # The file
    "tiedosto-puuttuu": (STOPS, "Tiedostoa “{found}” ei löydy. Tarkista nimi ja kansio."),
    "ei-voi-kirjoittaa": (STOPS, "Tiedostoa “{found}” ei voi kirjoittaa. Tarkista kansio ja oikeudet."),
    "tyhjä-tiedosto": (
        STOPS,
        "Tiedostossa ei ole yhtään täytettyä solua. Tarkista, että valitsit oikean tiedoston.",
    ),
    "liian-suuri": (
        STOPS,
        "Tiedoston koko on {found}, ja suurin sallittu koko on {expected}. Jaa tiedot useampaan tiedostoon.",
    ),
    "liian-laaja": (
        STOPS,
        "Tiedostossa on liikaa luettavaa: {found}, kun enimmäismäärä on {expected}. "
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
        "Tiedosto ei ole luettava taulukko: {found}. Lataa Excel-työkirja (.xlsx tai .xlsm) tai tekstitaulukko "
        "(.csv tai .tsv).",
    ),
    "väärä-pääte": (
        STOPS,
        "Tiedoston nimi ja sisältö eivät vastaa toisiaan: {found}. Tallenna tiedosto uudelleen oikeassa muodossa: "
        "{expected}.",
    ),
    "vioittunut": (
        STOPS,
        "Tiedosto on vioittunut tai jäänyt kesken ({found}). Avaa se Excelissä, tallenna uudelleen .xlsx-muodossa ja "
        "lataa sitten.",
    ),
    "zip-pommi": (
        STOPS,
        "Tiedosto purkautuisi poikkeuksellisen suureksi ({found}), joten sitä ei avattu. Tallenna tiedot uuteen "
        "työkirjaan ja lataa se.",
    ),
    "kielletty-rakenne": (
        STOPS,
        "Tiedoston sisällä on rakenne, jota Excel ei käytä ja jolla voi haitata palvelua. Tiedostoa ei avattu. "
        "Tallenna tiedot uuteen työkirjaan ja lataa se.",
    ),
    "ei-tekstiä": (
        STOPS,
        "Tiedosto ei ole tekstiä, vaikka sen pääte on {found}. Tallenna taulukko uudelleen muodossa CSV UTF-8.",
    ),
    "rikkinäinen-csv": (
        STOPS,
        "Riviltä {found} alkaen lainausmerkit eivät täsmää, joten sarakkeita ei voi erottaa. Korjaa lainausmerkit tai "
        "tallenna taulukko .xlsx-muodossa.",
    ),
    # Cells and sheets as they are stored
    "virhearvo": (
        STOPS,
        "Solussa on laskentavirhe {found}. Korjaa kaava tai kirjoita soluun luku tai merkintä “ei tietoa”.",
    ),
    "kaava-ilman-arvoa": (
        STOPS,
        "Solun kaavalle ei ole tallennettu tulosta. Avaa tiedosto Excelissä, tallenna se ja lataa uudelleen.",
    ),
    "teksti-katkaistu": (
        WARNS,
        "Solun teksti on liian pitkä ({found}), ja siitä luettiin {expected}. Lyhennä tekstiä.",
    ),
    "piilotettu-taulukko": (
        TELLS,
        "Taulukko on piilotettu, joten sitä ei luettu. Jos tiedot kuuluvat mukaan, tuo taulukko näkyviin.",
    ),
    "piilotettuja-rivejä": (
        WARNS,
        "Taulukossa on piilotettuja rivejä ({found}), ja myös ne luettiin. Poista rivit, jos ne eivät kuulu mukaan.",
    ),
    "piilotettuja-sarakkeita": (
        WARNS,
        "Taulukossa on piilotettuja sarakkeita ({found}), ja myös ne luettiin. Poista sarakkeet, jos ne eivät kuulu "
        "mukaan.",
    ),
    "merkistö": (
        TELLS,
        "Tiedosto ei ole UTF-8-muodossa, joten se luettiin merkistöllä {found}. Tarkista, että ä, ö ja å näkyvät "
        "oikein.",
    ),
    "merkistövirhe": (
        WARNS,
        "Tekstin kirjaimet näyttävät muuttuneen ({found}). Tallenna taulukko uudelleen muodossa CSV UTF-8.",
    ),
    # Tables
    "tunnistettu": (TELLS, "Tunnistin taulukon {found}: {expected}."),
    "tuntematon-taulukko": (STOPS, "Taulukkoa ei tunnistettu. Taulukossa on {found}. Tarvitaan {expected}."),
    "ohitettu-taulukko": (TELLS, "Taulukossa on vain tekstiä ({found}), joten siitä ei luettu tietoja."),
    "lukijan-taulukko": (TELLS, "Taulukko on lukijaa varten, joten siitä ei luettu tietoja."),
    "selite": (TELLS, "Rivi “{found}” on taulukon ulkopuolista tekstiä, joten sitä ei luettu."),
    "ohitettu-rivi": (
        WARNS,
        "Riviä “{found}” ei luettu, koska se ei kuulu mihinkään taulukkoon. Jos rivillä on tietoja, siirrä se "
        "otsikkorivin alle.",
    ),
    "nimetön-rivi": (
        STOPS,
        "Rivillä on tietoja ({found}), mutta {expected} puuttuu. Täydennä se tai poista rivi.",
    ),
    "tyhjä-rivi": (
        TELLS,
        "Rivillä “{found}” ei ole yhtään merkintää, eikä mittaria tunneta, joten rivi ohitettiin. Jos se on mittari, "
        "lisää se mittariluetteloon.",
    ),
    "pohja-täyttämättä": (
        TELLS,
        "Pohjaa ei ole täytetty: rivejä on {found}, eikä yhdelläkään ole jaksoa, lukua eikä muuta tietoa. Täytä pohja "
        "taulukon Ohje mukaan ja lataa se uudelleen.",
    ),
    "pohja-osin-täytetty": (TELLS, "Pohjassa on täyttämättömiä rivejä ({found}), ja ne ohitettiin."),
    "yhteensä-rivi": (TELLS, "Rivi “{found}” on summarivi, joten sitä ei luettu."),
    "toistuva-otsikko": (TELLS, "Otsikkorivi toistuu, joten rivin jälkeen jatkettiin samaa taulukkoa."),
    "vastaavuus": (
        TELLS,
        "Antamasi selityksen mukaan {there} “{found}” on “{expected}”. Jos se on väärin, muuta vastaavuutta.",
    ),
    "tuntematon-sarake": (
        TELLS,
        "Saraketta “{found}” ei tunneta, joten sitä ei luettu. Tunnetut otsikot: {expected}.",
    ),
    "tuntematon-jakso-otsikko": (
        WARNS,
        "Otsikkoa “{found}” ei tunnistettu jaksoksi, joten saraketta ei luettu. Kirjoita jakso esimerkiksi näin: "
        "{expected}.",
    ),
    "tuntematon-alue-otsikko": (
        WARNS,
        "Otsikkoa “{found}” ei tunnistettu hyvinvointialueeksi, joten saraketta ei luettu. Kirjoita alueen nimi, "
        "esimerkiksi {expected}.",
    ),
    "taulukon-nimestä": (
        TELLS,
        "Taulukon nimestä luettiin {expected} “{found}”, koska taulukossa ei ole sille saraketta. Jos se on väärin, "
        "lisää sarake tai muuta taulukon nimeä.",
    ),
    "jakso-otsikosta": (TELLS, "Lukujen jaksoksi ja rooliksi luettiin {found}, koska {expected}."),
    "jakso-ei-selviä": (
        STOPS,
        "Taulukosta ei selviä, mitä jaksoa luvut koskevat. Kirjoita jakso otsikoksi taulukon yläpuolelle, taulukon "
        "nimeksi tai sarakkeeseen “Jakso”, esimerkiksi näin: {expected}.",
    ),
    "tyhjä-taulukko": (TELLS, "Otsikkorivin alla ei ole yhtään riviä, joten taulukosta ei luettu tietoja."),
    "sarake-puuttuu": (
        STOPS,
        "Taulukosta puuttuu {expected}. Otsikkorivillä on {found}. Lisää sarake tai korjaa otsikko.",
    ),
    "sama-otsikko": (
        STOPS,
        "Sarakkeet {found} luettaisiin samaksi tiedoksi. Jätä niistä vain yksi tai yhdistä ne yhdeksi sarakkeeksi.",
    ),
    "ei-otsikkoa": (
        STOPS,
        "Solussa on merkintä “{found}”, mutta sarakkeella ei ole otsikkoa. Lisää otsikko, tai siirrä tai poista "
        "merkintä. CSV-tiedostossa syynä voi olla ylimääräinen erotin rivillä.",
    ),
    "yhdistetty-solu": (
        STOPS,
        "Solu kuuluu yhdistettyihin soluihin, joten ei tiedetä, mitä kaikkea merkintä “{found}” koskee. Pura "
        "yhdistäminen ja kirjoita merkintä jokaiseen soluun.",
    ),
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
    # Against the catalogue
    "alue-puuttuu": (
        STOPS,
        "Tiedoista ei selviä hyvinvointialue. Lisää taulukkoon sarake “alue” tai valitse alue ennen tarkistusta.",
    ),
    "tuntematon-alue": (
        STOPS,
        "Aluetta “{found}” ei tunneta. Kirjoita hyvinvointialueen nimi, esimerkiksi {expected}.",
    ),
    "moniselitteinen-aluekoodi": (
        STOPS,
        "Aluekoodi {found} voi tarkoittaa kahta aluetta: {expected}. Lisää taulukkoon alueen nimi.",
    ),
    "aluekoodi-ristiriita": (
        WARNS,
        "Aluekoodi tai alueen tunnus {found} ei ole alueen {expected}, jota rivin muut tiedot tarkoittavat. Alueeksi "
        "luettiin {expected}. Korjaa jompikumpi.",
    ),
    "muu-alue": (TELLS, "“{found}” ei ole hyvinvointialue, joten riviä ei luettu."),
    "absoluuttinen-arvo": (
        TELLS,
        "Sarakkeen “{found}” lukuja ei luettu, koska Sotkanet ei kerro, mitä ne ovat: osoittaja, väestö vai sama luku. "
        "Jos tarvitset ne, tuo ne omana mittarinaan.",
    ),
    "tuntematon-mittari": (
        WARNS,
        "Mittaria “{found}” ei ole mittariluettelossa{count}. Kirjoita {expected} tai lisää mittari luetteloon.",
    ),
    "toisen-alueen-mittari": (
        WARNS,
        "Mittari “{found}” on alueen {expected} oma mittari, mutta rivin alue on toinen. Tarkista alue ja mittari.",
    ),
    "moniselitteinen-mittari": (
        STOPS,
        "Nimi “{found}” voi tarkoittaa useaa mittaria: {expected}. Kirjoita mittarin tunnus tai koko nimi.",
    ),
    "tuntematon-hyötytavoite": (
        WARNS,
        "Hyötytavoitetta “{found}” ei tunneta, joten se jätettiin pois. Kirjoita numero {expected}.",
    ),
    # Against the indicator's own history and the other numbers of the file
    "pilkku-siirtynyt": (
        WARNS,
        "Luku {found} on noin {there} siihen nähden, mitä mittarin muut luvut ovat ({expected}). Tarkista pilkun "
        "paikka ja yksikkö.",
    ),
    "poikkeava-luku": (
        WARNS,
        "Luku {found} ei ole niissä rajoissa, joissa mittarin aiemmat luvut vaihtelevat ({expected}). Tarkista luku.",
    ),
    "yksikkö-vaihtui": (
        WARNS,
        "Yksikkö on “{found}”, mutta mittarin aiempien lukujen yksikkö on “{expected}”. Tarkista, onko luku oikeassa "
        "yksikössä.",
    ),
    "jakso-jo-täytetty": (
        WARNS,
        "Tiedostossa on {found}, mutta samalle jaksolle on jo tallennettu {expected}. Tarkista jakso ja luku. Jos luku "
        "on korjattu, hyväksy muutos.",
    ),
    "osoittaja-yli-nimittäjän": (
        WARNS,
        "Luku on {found}, mutta joukossa, josta se on laskettu, on vain {expected}. Tarkista luku ja n.",
    ),
    "osat-eivät-täsmää": (
        WARNS,
        "Osien ({there}) summa on {found}, mutta koko luku on {expected}. Tarkista osat ja koko luku.",
    ),
    "kertymä-laskee": (
        WARNS,
        "Kertymä on {found}, vaikka se oli samana vuonna jo {expected} ({there}). Tarkista luku ja jakso.",
    ),
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
