"""Someone reads every page and file of a store with a history, and works out what is hidden from them.

The counts are like no other number there is, so that one is seen wherever its digits stand. k is 100 000.
"""

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile, is_zipfile

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from components.exports.__main__ import main as export
from components.state import store_of
from data.analysis.small_numbers.suppression import hide
from data.catalogue import DataSet
from data.model import Observation, Place, Role
from data.store import Delivery, Store
from tests.builders import indicator, observation
from tests.data.analysis.small_numbers.attack import Cell, given_away
from tests.limits import HANG_SECONDS

pytestmark = pytest.mark.slow

APP = Path(__file__).parents[2] / "app.py"
PAGES = sorted(path.stem for path in APP.parent.glob("pages/*.py"))
REGION = "Kymenlaakso"
K = 100_000
NAMES = ("korjattu", "lisatty", "poistettu", "jaettu", "painettu")
SHARE = "painettu-osuus"
PRINTED = Place(source="t.xlsx", sheet="S", cell="B2", as_printed="97103 (12 %)")
VERSIONS = ("", "2", "3")  # as a link pins them; the newest is 4


class Fact(NamedTuple):
    """A count, the smallest counts that it is the sum of, and the versions from and to which it holds."""

    indicator: str
    group: str
    value: int
    atoms: str
    start: int
    end: int | None = None

    @property
    def observation(self) -> Observation:
        fields = {"note": f"Luku on {self.value}."} if self.value < K else {}
        fields |= {"place": PRINTED} if self.value == 97103 else {}
        return observation(
            self.value, indicator=self.indicator, unit="hlö", role=Role.FOLLOW_UP, group=self.group, **fields
        )

    @property
    def cell(self) -> Cell:
        return Cell(self.observation, frozenset(f"{self.indicator} {atom}" for atom in self.atoms.split()))


FACTS = (
    # A turns out not to have been small.
    Fact("korjattu", "", 900007, "A-was B C", 2, 3),
    Fact("korjattu", "kunta: A", 73193, "A-was", 2, 3),
    Fact("korjattu", "", 1007011, "A B C", 3),
    Fact("korjattu", "kunta: A", 180197, "A", 3),
    Fact("korjattu", "kunta: B", 300811, "B", 2),
    Fact("korjattu", "kunta: C", 526003, "C", 2),
    # A small C comes into the total.
    Fact("lisatty", "", 310019, "A B", 2, 3),
    Fact("lisatty", "", 362380, "A B C", 3),
    Fact("lisatty", "kunta: A", 104729, "A", 2),
    Fact("lisatty", "kunta: B", 205290, "B", 2),
    Fact("lisatty", "kunta: C", 52361, "C", 3),
    # A is small and leaves its total.
    Fact("poistettu", "", 500009, "A B", 2),
    Fact("poistettu", "kunta: A", 61717, "A", 2, 4),
    Fact("poistettu", "kunta: B", 438292, "B", 2),
    # The small Z leaves one of two divisions of a total that is not told.
    Fact("jaettu", "kunta: A", 700001, "AX AY AZ", 2),
    Fact("jaettu", "kunta: B", 600007, "BX BY BZ", 2),
    Fact("jaettu", "kunta: C", 800011, "CX CY CZ", 2),
    Fact("jaettu", "ikä: X", 700027, "AX BX CX", 2),
    Fact("jaettu", "ikä: Y", 1322891, "AY BY CY", 2),
    Fact("jaettu", "ikä: Z", 77101, "AZ BZ CZ", 2, 4),
    # A small count is corrected, but a share was read from the same printed cell.
    Fact("painettu", "", 97103, "A-was", 2, 3),
    Fact("painettu", "", 197107, "A", 3),
)


def publish(store: Store, version: int) -> None:
    brought = [fact.observation for fact in FACTS if fact.start == version]
    kept = {fact.observation.key for fact in FACTS if fact.start == version or fact.end is None}
    removed = [fact.observation for fact in FACTS if fact.end == version and fact.observation.key not in kept]
    delivery = Delivery(file_name="oma.csv", content=str(version).encode(), observations=tuple(brought))
    if version == 2:
        cards = [indicator(name, unit="hlö", small_number_rule=str(K)) for name in NAMES]
        cards.append(indicator(SHARE, small_number_rule=str(K)))
        share = observation(12, indicator=SHARE, role=Role.FOLLOW_UP, place=PRINTED)
        delivery = delivery.model_copy(
            update={"indicators": tuple(cards), "observations": (*delivery.observations, share)}
        )
    assert store.publish([delivery], author="testi", removed=removed) == version


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page where version 3 is a file that has been chosen, over version 2; later tests publish it."""
    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("DATABASE_URL", raising=False)
        environment.setenv("SEURANTA_DATA", str(tmp_path_factory.mktemp("small")))
        _forget()
        store = store_of(DataSet.REPORTS)
        publish(store, 2)
        rows = [fact.observation for fact in FACTS if fact.start == 3]
        lines = [f"{REGION};{o.indicator};{o.group};2019;seuranta;{o.value:.0f};hlö" for o in rows]
        text = "\n".join(["Alue;Mittari;Ryhmä;Jakso;Rooli;Arvo;Yksikkö", *lines])
        app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
        app.switch_page("pages/lataus.py").run()
        app.file_uploader[0].upload("oma.csv", text.encode()).run()
        assert not app.exception
        assert {metric.label: metric.value for metric in app.metric}["Muuttuvia"] == "4"
        seen = text_of(app)
        publish(store, 3)
        publish(store, 4)
        yield seen
        _forget()


def _forget() -> None:
    st.cache_resource.clear()
    st.cache_data.clear()


def text_of(app: AppTest) -> str:
    """Everything that a page sends to the browser, as one text without spaces."""
    parts = []
    for element in app.main:
        if element.type in ("arrow_data_frame", "arrow_table", "table", "dataframe"):
            parts.append(element.value.to_csv())
        elif hasattr(element, "proto"):
            parts.append(str(element.proto))
    return plain("\n".join(parts))


def plain(text: str) -> str:
    return re.sub(r"\\302\\240|\\u00a0|\s", "", text)


def text_of_file(content: bytes) -> str:
    """All parts of a file, those of the files within it too."""
    if not is_zipfile(BytesIO(content)):
        return plain(content.decode("utf-8", errors="replace"))
    with ZipFile(BytesIO(content)) as package:
        return "\n".join(text_of_file(package.read(name)) for name in package.namelist())


def pages() -> Iterator[str]:
    """What each page shows at each version, the page of each indicator and slides of each kind among them."""
    mittari = [{"mittari": name, "alue": REGION} for name in (*NAMES, SHARE)]
    items = [f"mittari:{REGION}:korjattu", f"tavoite:1:{REGION}", f"muutokset:2:{REGION}"]
    slides = [{"nayta": "esitys", "dia": str(at), "kohta": items} for at in (2, 3, 10, 99)]
    asked = [(page, {"alue": REGION, "tavoite": "1"}) for page in PAGES]
    asked += [("mittari", query) for query in mittari] + [("ohjausryhma", query) for query in slides]
    for version in VERSIONS:
        for page, query in asked:
            app = AppTest.from_file(APP, default_timeout=HANG_SECONDS)
            for key, value in (query | {"versio": version} if version else query).items():
                app.query_params[key] = value
            app.switch_page(f"pages/{page}.py").run()
            assert not app.exception
            yield text_of(app)


def files(folder: Path) -> Iterator[str]:
    """What the files of each version hold."""
    for version in VERSIONS:
        chosen = ["--versio", version] if version else []
        path = folder / f"kaikki{version}.csv"
        assert export(["csv", *chosen, "--out", str(path)]) == 0
        yield text_of_file(path.read_bytes())
        for kind in ("xlsx", "docx", "pptx"):
            path = folder / f"{version}.{kind}"
            assert export([kind, "--alue", REGION, *chosen, "--out", str(path)]) == 0
            yield text_of_file(path.read_bytes())


def facts_in(texts: Iterable[str]) -> set[Fact]:
    """The facts whose number stands somewhere in the texts."""
    joined = "\n".join(texts)
    return {fact for fact in FACTS if str(fact.value) in joined}


def given_away_by(seen: set[Fact], told: Iterable[Fact]) -> list[str]:
    """The small counts that are there to be seen, or follow from those that are."""
    shown = [(fact.cell, fact.observation if fact in seen else hide(fact.observation)) for fact in told]
    small = [fact.observation for fact in seen if fact.value < K]
    return [f"{o.indicator} {o.group}: {o.value}" for o in (*small, *given_away(shown, K))]


def test_a_preview_gives_no_small_count_away(preview: str) -> None:
    seen = facts_in([preview])
    assert given_away_by(seen, [fact for fact in FACTS if fact.start < 4]) == []
    assert {1007011, 180197, 362380} <= {fact.value for fact in seen}


def test_all_pages_and_files_of_all_versions_give_no_small_count_away(preview: str, tmp_path: Path) -> None:
    texts = [*pages(), *files(tmp_path)]
    assert [facts_in([text]) for text in texts].count(set()) < len(texts) / 2
    seen = facts_in(texts)
    assert given_away_by(seen, FACTS) == []
    assert {1007011, 180197, 300811, 526003, 362380, 197107} <= {fact.value for fact in seen}
