# ruff: noqa: E501 – what is expected of a record is one line, however long the names of the real indicators are
"""Real material: the national template's tables as a region filled them, and the app's own export."""

from pathlib import Path

import data
from components.exports.record_rows import export_csv
from data.catalogue import load_catalogue
from tests.builders import shipped
from tests.builders.spreadsheets import book
from tests.loaders.corpus.case import File, case

FOLDER = Path(data.__path__[0]) / "seurantatiedot"


@case("template-table two-measures several-tables titles ids wide glued-units thousands")
def the_national_template_of_kymenlaakso() -> File:
    """Its tables under each other, each under the title of its hyötytavoite, as they are in the report of 2021."""
    return File(
        book(
            ["1. Palvelujen saatavuus, oikea-aikaisuus ja jatkuvuus"],
            ["Mittari", "Lähtötila", "kevät 2021", "syksy 2021", "kevät 2022", "syksy 2022"],
            ["1.1 - Kiireelliset sijoitukset", "0,36%", "-"],
            ["1.2 - Yli 75-v. päivystys", "1,493", "-"],
            ["2.1 - Yhteisasiakkaiden kokemus", "-", "-"],
            [],
            ["2. Ehkäisevä ja ennakoiva työ"],
            ["Mittari", "Lähtötila", "kevät 2021", "syksy 2021", "kevät 2022", "syksy 2022"],
            ["3.1 - Lastensuojelun asiakkaat", "22%", "12,4 %"],
            ["3.2 - Kotihoidon keskeytykset", "24pv", "-"],
        ),
        """
        B3 | kymenlaakso-1.1-kiireelliset-sijoitukset | lähtötila lähtötila | 0,36 %
        C3 | kymenlaakso-1.1-kiireelliset-sijoitukset | seuranta kevät 2021 = 2021-01-01–2021-06-30 | (ei mitattu) % ~jakso
        D3 | kymenlaakso-1.1-kiireelliset-sijoitukset | seuranta syksy 2021 = 2021-07-01–2021-12-31 | (ei vielä) % ~jakso
        E3 | kymenlaakso-1.1-kiireelliset-sijoitukset | seuranta kevät 2022 = 2022-01-01–2022-06-30 | (ei vielä) % ~jakso
        F3 | kymenlaakso-1.1-kiireelliset-sijoitukset | seuranta syksy 2022 = 2022-07-01–2022-12-31 | (ei vielä) % ~jakso
        B4 | kymenlaakso-1.2-yli-75-vuotiaiden-paivystys | lähtötila lähtötila | 1,493 käyntiä ~yksikkö
        C4 | kymenlaakso-1.2-yli-75-vuotiaiden-paivystys | seuranta kevät 2021 = 2021-01-01–2021-06-30 | (ei mitattu) käyntiä ~jakso
        D4 | kymenlaakso-1.2-yli-75-vuotiaiden-paivystys | seuranta syksy 2021 = 2021-07-01–2021-12-31 | (ei vielä) käyntiä ~jakso
        E4 | kymenlaakso-1.2-yli-75-vuotiaiden-paivystys | seuranta kevät 2022 = 2022-01-01–2022-06-30 | (ei vielä) käyntiä ~jakso
        F4 | kymenlaakso-1.2-yli-75-vuotiaiden-paivystys | seuranta syksy 2022 = 2022-07-01–2022-12-31 | (ei vielä) käyntiä ~jakso
        B5 | kymenlaakso-2.1-yhteisasiakkaiden-kokemus-riittavyydesta | lähtötila lähtötila | (ei mitattu) pistettä
        C5 | kymenlaakso-2.1-yhteisasiakkaiden-kokemus-riittavyydesta | seuranta kevät 2021 = 2021-01-01–2021-06-30 | (ei mitattu) pistettä ~jakso
        D5 | kymenlaakso-2.1-yhteisasiakkaiden-kokemus-riittavyydesta | seuranta syksy 2021 = 2021-07-01–2021-12-31 | (ei vielä) pistettä ~jakso
        E5 | kymenlaakso-2.1-yhteisasiakkaiden-kokemus-riittavyydesta | seuranta kevät 2022 = 2022-01-01–2022-06-30 | (ei vielä) pistettä ~jakso
        F5 | kymenlaakso-2.1-yhteisasiakkaiden-kokemus-riittavyydesta | seuranta syksy 2022 = 2022-07-01–2022-12-31 | (ei vielä) pistettä ~jakso
        B9 | kymenlaakso-3.1-lastensuojelun-asiakkaat | lähtötila lähtötila | 22 %
        C9 | kymenlaakso-3.1-lastensuojelun-asiakkaat | seuranta kevät 2021 = 2021-01-01–2021-06-30 | 12,4 % ~jakso
        D9 | kymenlaakso-3.1-lastensuojelun-asiakkaat | seuranta syksy 2021 = 2021-07-01–2021-12-31 | (ei vielä) % ~jakso
        E9 | kymenlaakso-3.1-lastensuojelun-asiakkaat | seuranta kevät 2022 = 2022-01-01–2022-06-30 | (ei vielä) % ~jakso
        F9 | kymenlaakso-3.1-lastensuojelun-asiakkaat | seuranta syksy 2022 = 2022-07-01–2022-12-31 | (ei vielä) % ~jakso
        B10 | kymenlaakso-3.2-kotihoidon-keskeytykset | lähtötila lähtötila | 24 pv
        C10 | kymenlaakso-3.2-kotihoidon-keskeytykset | seuranta kevät 2021 = 2021-01-01–2021-06-30 | (ei mitattu) pv ~jakso
        D10 | kymenlaakso-3.2-kotihoidon-keskeytykset | seuranta syksy 2021 = 2021-07-01–2021-12-31 | (ei vielä) pv ~jakso
        E10 | kymenlaakso-3.2-kotihoidon-keskeytykset | seuranta kevät 2022 = 2022-01-01–2022-06-30 | (ei vielä) pv ~jakso
        F10 | kymenlaakso-3.2-kotihoidon-keskeytykset | seuranta syksy 2022 = 2022-07-01–2022-12-31 | (ei vielä) pv ~jakso
        tieto tunnistettu A2
        tieto tunnistettu A8
        """,
        catalogue=load_catalogue(),
    )


@case("export csv")
def the_apps_own_export() -> File:
    """Every shipped observation and process goal, exported: nothing to mend (the diff is in the tests of it)."""
    catalogue = load_catalogue()
    exported = export_csv(catalogue, shipped.of("Päijät-Häme"), [])
    return File(
        exported.encode(),
        """
        – | paijat-hame-maksuton-ehkaisy-saaneet @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | 4458 hlö ~jakso
        – | paijat-hame-koulutetut-seksuaalineuvojat @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | 5 hlö ~jakso
        – | paijat-hame-ehkaisyneuvonnan-verkosto @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | yli 100 hlö ~jakso
        – | paijat-hame-palkatut-kehittajaasiakkaat @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | 1 hlö ~jakso
        – | paijat-hame-yhteiskehittamisen-tilaisuudet @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | “satoja” ~jakso
        – | paijat-hame-ohjatun-omahoidon-koulutukset-yksikot @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | “kymmeniä” ~jakso
        – | paijat-hame-kognitiivinen-lyhytterapia-koulutetut @Päijät-Häme | seuranta 2023 = 2023-01-01–2023-12-31 | “valtaosa” ~jakso,yksikkö
        – | paijat-hame-audit-c-mini-interventio @Päijät-Häme | muutos 2023 = 2023-01-01–2023-12-31 | “laajentui” ~jakso
        – | paijat-hame-palvelupolkujen-esimerkit @Päijät-Häme | tavoite 2023 = 2023-01-01–2023-12-31 | “muutama esimerkki” ~jakso,rooli
        – | paijat-hame-palvelupolkujen-esimerkit @Päijät-Häme | tavoite 1/2024 = 2024-01-01–2024-01-31 | “esimerkit julkaistu” ~rooli
        – | paijat-hame-tiimiytetyt-asiakkaat @Päijät-Häme | tavoite | “jokainen asioiva asiakas tiimissä” ~rooli
        – | paijat-hame-yhteyshenkilot @Päijät-Häme | tavoite | “nimetään monialaisen tuen asiakkaalle” ~mittari
        – | paijat-hame-terveys-ja-hoitosuunnitelmat @Päijät-Häme | tavoite | “käyttö lisääntyy” ~mittari
        – | paijat-hame-lape-menetelmien-kaytto @Päijät-Häme | tavoite | “käyttö laajenee ja lisääntyy” ~mittari
        tieto tunnistettu A1
        """,
        region="",
        catalogue=catalogue,
        current=tuple(shipped.of("Päijät-Häme")),
    )
