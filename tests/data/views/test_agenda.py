"""What a meeting sees as texts of links: strict in what is written, forgiving in what is read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from data.catalogue import load_catalogue
from data.views.agenda import MAX_ITEMS, AgendaItem, ItemKind, item_text, item_title, read_agenda, read_item

CATALOGUE = load_catalogue()
REGIONS = [region.name for region in CATALOGUE.regions]
INDICATORS = [indicator for indicator in CATALOGUE.indicators if indicator.region]

regions = st.lists(st.sampled_from(REGIONS), min_size=1, max_size=5, unique=True).map(tuple)
goals = st.integers(1, 5)
items = st.one_of(
    st.builds(AgendaItem, kind=st.just(ItemKind.GOAL), regions=regions, goal=goals),
    st.builds(
        AgendaItem,
        kind=st.sampled_from([ItemKind.COMPARISON, ItemKind.PROCESS_GOALS]),
        regions=regions,
        goal=st.none() | goals,
    ),
    st.builds(AgendaItem, kind=st.just(ItemKind.GAPS), regions=regions),
    st.builds(AgendaItem, kind=st.just(ItemKind.CHANGES), regions=regions, since=st.integers(1, 999_999)),
    st.sampled_from(INDICATORS).map(lambda i: AgendaItem(kind=ItemKind.INDICATOR, regions=(i.region,), indicator=i.id)),
)


@given(st.lists(items, max_size=MAX_ITEMS))
def test_an_agenda_that_is_written_and_read_is_the_same(chosen: list[AgendaItem]) -> None:
    agenda = read_agenda(CATALOGUE, [item_text(CATALOGUE, item) for item in chosen])
    assert agenda.items == tuple(chosen)
    assert agenda.notes == ()


@pytest.mark.slow
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*ItemKind, ":", "2", "9", ",", "Keusote", "x", "²", " "])).map("".join)
)
def test_any_text_is_read_as_an_item_or_told_not_to_be_one(text: str) -> None:
    item, notes = read_item(CATALOGUE, text)
    assert item is not None or notes
    if item is not None:
        assert read_item(CATALOGUE, item_text(CATALOGUE, item)) == (item, ())


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("tavoite:2:Keusote,Kymenlaakso", "tavoite:2:Keusote,Kymenlaakso"),
        (" Tavoite : 2 : keski-uusimaa , kymenlaakso, ", "tavoite:2:Keusote,Kymenlaakso"),
        ("VERTAILU:Kaikki:Kymsote,Keusote", "vertailu:kaikki:Kymenlaakso,Keusote"),
        ("prosessitavoitteet:4:Keusote,Keski-Uusimaa", "prosessitavoitteet:4:Keusote"),
        ("tietovajeet:Etelä-Karjala", "tietovajeet:Etelä-Karjala"),
        ("muutokset:12:Päijät-Häme", "muutokset:12:Päijät-Häme"),
        (
            "mittari:Kymenlaakso:kymenlaakso-8.1-tyontekijoiden-enps",
            "mittari:Kymenlaakso:kymenlaakso-8.1-tyontekijoiden-enps",
        ),
    ],
)
def test_an_item_is_read_forgivingly_and_written_in_one_way(text: str, written: str) -> None:
    item, notes = read_item(CATALOGUE, text)
    assert item is not None
    assert (item_text(CATALOGUE, item), notes) == (written, ())


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("", "Kohtaa ”” ei tunneta, joten se on jätetty pois."),
        ("kuva:1", "Kohtaa ”kuva:1” ei tunneta, joten se on jätetty pois."),
        ("tavoite:2", "Kohta ”tavoite:2” on vajaa, joten se on jätetty pois."),
        ("tietovajeet:", "Kohta ”tietovajeet:” on vajaa, joten se on jätetty pois."),
        ("tavoite:6:Keusote", "Kohdan ”tavoite:6:Keusote” hyötytavoitetta ei tunneta, joten kohta on jätetty pois."),
        (
            "tavoite:kaikki:Keusote",
            "Kohdan ”tavoite:kaikki:Keusote” hyötytavoitetta ei tunneta, joten kohta on jätetty pois.",
        ),
        ("muutokset:0:Keusote", "Kohdan ”muutokset:0:Keusote” versiota ei tunneta, joten kohta on jätetty pois."),
        ("vertailu:1:Atlantis", "Kohdassa ”vertailu:1:Atlantis” ei ole tunnettua aluetta, joten se on jätetty pois."),
        (
            "mittari:Keusote:kymenlaakso-8.1-tyontekijoiden-enps",
            "Mittaria ”kymenlaakso-8.1-tyontekijoiden-enps” ei ole alueella Keski-Uusimaa, "
            "joten kohta on jätetty pois.",
        ),
        ("a" * 5000, f"Kohtaa ”{'a' * 60}…” ei tunneta, joten se on jätetty pois."),
    ],
)
def test_what_is_not_an_item_is_told_in_finnish(text: str, note: str) -> None:
    assert read_item(CATALOGUE, text) == (None, (note,))


def test_an_unknown_region_beside_known_ones_is_left_out_and_told() -> None:
    item, notes = read_item(CATALOGUE, "tietovajeet:Keusote,Atlantis,Kymenlaakso")
    assert item == AgendaItem(kind=ItemKind.GAPS, regions=("Keski-Uusimaa", "Kymenlaakso"))
    assert notes == ("Kohdan ”tietovajeet:Keusote,Atlantis,Kymenlaakso” aluetta ”Atlantis” ei tunneta.",)


def test_an_agenda_is_not_endless() -> None:
    agenda = read_agenda(CATALOGUE, ["tietovajeet:Keusote"] * (MAX_ITEMS + 1))
    assert len(agenda.items) == MAX_ITEMS
    assert agenda.notes == (f"Esityksessä on enintään {MAX_ITEMS} kohtaa. Loput on jätetty pois.",)
    many, notes = read_item(CATALOGUE, f"tietovajeet:{','.join(REGIONS)}")
    assert many is not None and len(many.regions) == 5
    assert len(notes) == 1


def test_an_item_is_called_by_what_it_shows() -> None:
    def title(text: str) -> str:
        item, _ = read_item(CATALOGUE, text)
        assert item is not None
        return item_title(CATALOGUE, item)

    assert title("tavoite:2:Keusote") == "Hyötytavoite 2 Ehkäisevä työ: Keski-Uusimaa (Keusote)"
    assert (
        title("vertailu:kaikki:Keusote,Kainuu") == "Vertailu, kaikki hyötytavoitteet: Keski-Uusimaa (Keusote) ja Kainuu"
    )
    assert title("muutokset:3:Kainuu") == "Muuttunut version 3 jälkeen: Kainuu"
    assert title("mittari:Kymenlaakso:kymenlaakso-8.1-tyontekijoiden-enps").endswith(": Kymenlaakso")


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "tavoite", "regions": ("Kainuu",)},
        {"kind": "tietovajeet", "regions": ()},
        {"kind": "tietovajeet", "regions": ("Kainuu", "Kainuu")},
        {"kind": "tietovajeet", "regions": ("Kainuu",), "goal": 1},
        {"kind": "mittari", "regions": ("Kainuu",)},
        {"kind": "mittari", "regions": ("Kainuu", "Lappi"), "indicator": "x"},
        {"kind": "muutokset", "regions": ("Kainuu",)},
        {"kind": "tietovajeet", "regions": ("Kainuu",), "since": 1},
    ],
)
def test_an_item_cannot_be_made_without_what_its_kind_needs(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AgendaItem(**fields)  # type: ignore[arg-type]
