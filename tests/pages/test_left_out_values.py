"""/tiedot lists what a release of the shipped data says of cells that people have corrected."""

from collections.abc import Iterator

import pytest

from data.model import LeftOutValue
from data.store import Delivery, Store
from tests.pages.opening import open_page, store_in

HEADING = "Toimitetun aineiston pois jätetyt arvot"
INDICATOR = "kymenlaakso-3.1-lastensuojelun-asiakkaat"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with store_in(tmp_path_factory.mktemp("release")) as store:
        yield store


def headings(**query: str) -> list[str]:
    return [header.value for header in open_page("tiedot", **query).header]


def test_values_left_out_are_listed_in_the_regions_and_versions_that_they_are_of(store: Store) -> None:
    assert HEADING not in headings()
    values = store.observations(regions=["Kymenlaakso"], indicators=[INDICATOR])
    cell = next(value for value in values if value.value is not None)
    shipped = LeftOutValue(shipped=cell.model_copy(update={"value": 77.0}))
    store.publish([Delivery(file_name="a.csv", content=b"a", left_out_values=(shipped,))], author="testi")
    page = open_page("tiedot")
    assert HEADING in [header.value for header in page.header]
    assert page.dataframe[-1].value["Toimitettu"].tolist() == ["77\u00a0%"]
    assert HEADING not in headings(alue="Keusote")
    assert HEADING not in headings(versio="1")
