"""Every branch of the sentence, as it is read aloud."""

import re
from datetime import date

import pytest

from data.analysis.assessment import assess
from data.analysis.sentences import groups_sentence, sentence
from data.analysis.series import Series, series_of
from data.finnish import NBSP
from data.model import Direction, Missing, Observation, Period, Qualifier, Role
from tests.builders import day, indicator, observation, year

CAUSAL = re.compile(r"vaikutt|ansiosta|johtu|takia|trendi", re.IGNORECASE)
MEASURE = indicator(
    name="Hoitoon päässeet",
    direction=Direction.HIGHER,
    definition="Osuus.",
    data_source="rekisteri",
    interval="kertaluonteinen",
    limits="Ei ole.",
)


def told(*observations: Observation) -> str:
    (series,) = series_of(observations) or (Series(region="Kymenlaakso", indicator="osuus"),)
    text = sentence(MEASURE, "Kymenlaakso", series, assess(MEASURE, series, date(2022, 1, 1)))
    assert not CAUSAL.search(text)
    return text.replace(NBSP, " ")


def follow_up(value: float | None = None, **fields: object) -> Observation:
    return observation(value, **({"role": Role.FOLLOW_UP, "period": year(2021)} | fields))


def target(value: float | None = None, **fields: object) -> Observation:
    return observation(value, **({"role": Role.TARGET, "period": year(2023)} | fields))


@pytest.mark.parametrize(
    ("observations", "text"),
    [
        ([], "ei lukuja."),
        ([observation(missing=Missing.NOT_MEASURED)], "lähtötila: ei mitattu."),
        (
            [observation(missing=Missing.NOT_MEASURED), follow_up(missing=Missing.NOT_YET_DUE)],
            "lähtötila: ei mitattu; 2021: ei vielä.",
        ),
        ([follow_up(words="nopeutunut")], "nopeutunut."),
        ([observation(22)], "lähtötila 22 % (2019); seurantatietoa ei ole."),
        ([observation(22, n=50)], "lähtötila 22 % (2019, n = 50); seurantatietoa ei ole."),
        ([follow_up(12.4)], "12,4 % (2021); lähtötila puuttuu."),
        (
            [observation(22), follow_up(12.4)],
            "12,4 % (2021), lähtötila 22 % (2019); ero lähtötilaan −9,6 %-yksikköä.",
        ),
        ([observation(22), follow_up(22)], "22 % (2021), lähtötila 22 % (2019); ei muutosta lähtötilaan."),
        (
            [observation(22), follow_up(30, qualifier=Qualifier.OVER)],
            "yli 30 % (2021), lähtötila 22 % (2019); eroa ei lasketa, koska arvot eivät ole tarkkoja lukuja.",
        ),
        (
            [observation(45, n=100), follow_up(60, n=100)],
            "60 % (2021, n = 100), lähtötila 45 % (2019, n = 100); ero lähtötilaan +15 %-yksikköä; "
            "95 %:n luottamusväli +1,2 … +28 %-yksikköä.",
        ),
        (
            [observation(45, n=20), follow_up(60, n=20)],
            "60 % (2021, n = 20), lähtötila 45 % (2019, n = 20); ero lähtötilaan +15 %-yksikköä; "
            "95 %:n luottamusväli −14,8 … +41,4 %-yksikköä; ero voi olla satunnaisvaihtelua.",
        ),
        (
            [observation(40, unit="kpl"), follow_up(60, unit="kpl")],
            "60 kpl (2021), lähtötila 40 kpl (2019); ero lähtötilaan +20 kpl; "
            "suhde 1,5 (95 %:n luottamusväli 1,01 … 2,24).",
        ),
        (
            [observation(40), follow_up(50), target(60)],
            "50 % (2021), lähtötila 40 % (2019); ero lähtötilaan +10 %-yksikköä; tavoite 60 % (2023); "
            "matkasta lähtötilasta tavoitteeseen on edetty 50 %, aikataulun mukaan osuus olisi 50 %.",
        ),
        (
            [observation(40), follow_up(50), target(60, period=Period())],
            "50 % (2021), lähtötila 40 % (2019); ero lähtötilaan +10 %-yksikköä; tavoite 60 %; "
            "matkasta lähtötilasta tavoitteeseen on edetty 50 %.",
        ),
        (
            [observation(40), follow_up(61), target(60)],
            "61 % (2021), lähtötila 40 % (2019); ero lähtötilaan +21 %-yksikköä; tavoite 60 % (2023); "
            "tavoite on saavutettu.",
        ),
        (
            [observation(40), follow_up(35), target(60)],
            "35 % (2021), lähtötila 40 % (2019); ero lähtötilaan −5 %-yksikköä; tavoite 60 % (2023); "
            "lähtötilasta ei ole edetty kohti tavoitetta.",
        ),
        (
            [observation(0.36), observation(0.44, role=Role.COMPARISON, group="vertailualue: koko maa")],
            "lähtötila 0,36 % (2019); seurantatietoa ei ole; vertailu, koko maa: 0,44 % (2019).",
        ),
        (
            [observation(13, role=Role.CHANGE, period=year(2021))],
            "lähteen ilmoittama muutos +13 %.",
        ),
        ([target(words="vähenee nykytilasta")], "tavoite: vähenee nykytilasta (2023)."),
        (
            [follow_up(float(v), period=day(2021, m, 15)) for v, m in ((1, 1), (2, 4), (3, 9))],
            "3 % (15.9.2021); lähtötila puuttuu; liian vähän havaintoja suunnan arvioon.",
        ),
    ],
)
def test_the_sentence_says_as_much_as_the_data_carries(observations: list[Observation], text: str) -> None:
    assert told(*observations) == f"Hoitoon päässeet, Kymenlaakso: {text}"


def test_a_group_is_named() -> None:
    assert told(observation(22, group="ikä: 0–17")).startswith("Hoitoon päässeet, Kymenlaakso (ikä: 0–17): ")


def test_an_indicator_told_by_groups_names_each_and_none_for_the_whole() -> None:
    groups = series_of(
        [follow_up(3.0, group="vastaus: osittain", unit="hlö"), follow_up(8.0, group="vastaus: täysin", unit="hlö")]
    )
    text = groups_sentence(MEASURE, "Kymenlaakso", groups).replace(NBSP, " ")
    assert text == (
        "Hoitoon päässeet, Kymenlaakso, ryhmittäin: osittain 3 hlö (2021) ja täysin 8 hlö (2021); lähtötila puuttuu."
    )
