"""Pages over publications whose times do not ascend: the clock of the machine was mended, or had been ahead."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from components.versions import version_of_day
from data.store import Delivery, Store, schema
from tests.builders import observation, year
from tests.pages.opening import PAGES, open_page, sound, store_in

ITEMS = ["muutokset:1:Kymenlaakso", "muutokset:2:Kymenlaakso", "tietovajeet:Kymenlaakso"]
# Of the versions 1–4: a clock that was two years ahead, then one that had lost its battery.
TIMES = (
    datetime(2026, 3, 10, 9, tzinfo=UTC),
    datetime(2028, 3, 10, 9, tzinfo=UTC),
    datetime(1970, 1, 1, 0, 1, tzinfo=UTC),
    datetime(2026, 3, 8, 23, 30, tzinfo=UTC),
)


@pytest.fixture(scope="module", autouse=True)
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_in(tmp_path_factory.mktemp("clock")) as store:
        for number in (2, 3, 4):
            changed = observation(
                float(number), indicator="kymenlaakso-3.1-lastensuojelun-asiakkaat", period=year(2030)
            )
            delivery = Delivery(file_name="a.csv", content=str(number).encode(), observations=(changed,))
            store.publish([delivery], author="testi", note=f"Julkaisu {number}")
        with store._engine.begin() as connection:
            for number, when in enumerate(TIMES, start=1):
                row = schema.versions.c.version == number
                connection.execute(update(schema.versions).where(row).values(created_at=when))
        yield store


@pytest.mark.parametrize("version", ["", "1", "2", "3", "4"])
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_at_every_version(page: str, version: str) -> None:
    open_page(page, kohta=ITEMS, **({"versio": version} if version else {}))


@pytest.mark.parametrize("version", ["1", "2", "3", "4"])
def test_a_meeting_is_presented_and_printed_at_every_version(version: str) -> None:
    for dia in ("1", "2", "3"):
        open_page("ohjausryhma", kohta=ITEMS, versio=version, nayta="esitys", dia=dia)
    open_page("ohjausryhma", versio=version, nayta="tuloste", alue="Kymenlaakso")


def test_a_meeting_can_be_on_any_day_of_the_publications(store: Store) -> None:
    app = open_page("ohjausryhma")
    picker = app.date_input(key="choose_kokous")
    assert (picker.min, picker.max) == (date(1970, 1, 1), date(2028, 3, 10))
    for day, version in ((date(2027, 1, 1), "4"), (date(1971, 1, 1), "3")):
        app = open_page("ohjausryhma")
        sound(app.date_input(key="choose_kokous").set_value(day).run())
        assert app.query_params["versio"] in (version, [version])


def test_of_a_day_the_last_publication_of_those_that_were_before_it_holds(store: Store) -> None:
    publications = store.publications()
    assert version_of_day(publications, date(2028, 3, 10)) == 4
    assert version_of_day(publications, date(2026, 3, 9)) == 4  # in Finland it was that day already
    assert version_of_day(publications, date(2026, 3, 8)) == 3
    assert version_of_day(publications, date(1970, 1, 1)) == 3
    assert version_of_day(publications, date(1970, 1, 1) - timedelta(days=1)) is None
