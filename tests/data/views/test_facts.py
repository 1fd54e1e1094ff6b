"""Facts of views: what is a number, whose value stands under which heading, and where each was read."""

from collections.abc import Iterator

import pytest

from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import Observation, Place, ProcessGoal, Role
from data.views.agenda import read_agenda
from data.views.card import Card, cards
from data.views.card_values import COLUMNS
from data.views.data_rows import source_cards
from data.views.deck import deck
from data.views.facts import source_references, sources_text
from data.views.handout import handout
from data.views.slides import Slide
from tests.builders import catalogue, indicator, observation, process_goal, shipped, year

REAL = load_catalogue()
REGIONS = ("Kymenlaakso", "Keski-Uusimaa", "Etelä-Karjala", "Päijät-Häme", "Keski-Suomi")
FILE = Place(source="seuranta.xlsx", sheet="Taul1", cell="B5")
OTHER_CELL = Place(source="seuranta.xlsx", sheet="Taul1", cell="C5")
BASELINE = observation(20.0)
FOLLOW_UP = observation(15.0, role=Role.FOLLOW_UP, period=year(2021), place=FILE)


def real_cards() -> tuple[Card, ...]:
    return cards(REAL, shipped.observations(), shipped.TODAY)


def slides(
    *texts: str, observations: tuple[Observation, ...] = (), goals: tuple[ProcessGoal, ...] = ()
) -> tuple[Slide, ...]:
    known = catalogue(indicator())
    agenda = read_agenda(known, texts)
    assert not agenda.notes
    return deck(known, agenda, observations, goals, shipped.TODAY, 1, "1.1.2022").slides


# Numbers


def test_a_card_leads_with_a_number_only_where_its_observation_has_one() -> None:
    known: dict[tuple[str, str], list[Observation]] = {}
    for one in shipped.observations():
        known.setdefault((one.region, one.indicator), []).append(one)
    for card in real_cards():
        numbers = [one for one in known[card.region, card.indicator] if one.is_numeric]
        found = {(one.role, one.value, one.lower, one.upper, one.unit, one.period) for one in numbers}
        headline = card.headline
        told = (headline.role, headline.value, headline.lower, headline.upper, headline.unit, headline.period)
        assert (told in found) == headline.is_number


@pytest.mark.parametrize(
    "words", ["lisääntynyt paljon syyskuusta 2021", "2/3 uusista asiakkaista", "nouseva vuodesta 2021 vuoteen 2022"]
)
def test_prose_with_digits_is_no_number(words: str) -> None:
    told = observation(role=Role.FOLLOW_UP, words=words)
    (card,) = cards(REAL, [told], shipped.TODAY)
    assert card.headline.text == words
    assert not card.headline.is_number
    (slide,) = slides("mittari:Kymenlaakso:osuus", observations=(told,))
    assert slide.number is None
    assert words in [fact.text for fact in slide.facts]


def test_a_range_is_a_number() -> None:
    (card,) = cards(REAL, [observation(lower=-45.0, upper=-30.0)], shipped.TODAY)
    assert card.headline.is_number
    assert (card.headline.lower, card.headline.upper) == (-45.0, -30.0)


def test_what_has_changed_is_known_by_its_difference() -> None:
    (changed,) = cards(REAL, [BASELINE, FOLLOW_UP], shipped.TODAY)
    (same,) = cards(REAL, [BASELINE, FOLLOW_UP.model_copy(update={"value": 20.0})], shipped.TODAY)
    (alone,) = cards(REAL, [BASELINE], shipped.TODAY)
    assert (changed.difference, same.difference, alone.difference) == (-5.0, 0.0, None)


# Tables


def rows_of(found: tuple[Slide, ...]) -> Iterator[dict[str, str]]:
    """The rows of the tables of a goal's indicators, by heading."""
    for table in (slide.table for slide in found if slide.table):
        if (table.headings[0], table.headings[-1]) == ("Mittari", "Tila"):
            yield from (dict(zip(table.headings, row, strict=True)) for row in table.rows)


@pytest.mark.parametrize("region", REGIONS)
def test_every_value_of_a_goals_table_stands_under_the_heading_of_its_role(region: str) -> None:
    roles = {heading: role for role, heading in COLUMNS.items()}
    named = {(card.name, card.status.value): card for card in real_cards() if card.region == region}
    texts = [f"tavoite:{goal}:{REAL.familiar(region)}" for goal in (1, 2, 3, 4, 5)]
    agenda = read_agenda(REAL, texts)
    found = deck(REAL, agenda, shipped.observations(), (), shipped.TODAY, 1, "1.1.2022").slides
    count = 0
    for row in rows_of(found):
        card = named[row["Mittari"], row["Tila"]]
        for heading in roles.keys() & row.keys():
            told = [fact.text for fact in card.values if fact.role is roles[heading]]
            assert row[heading] in ("ryhmittäin" if card.is_by_group else ", ".join(told), "–", " ja ".join(told))
            count += bool(told)
    assert count or region == "Keski-Suomi"


def test_a_baseline_and_a_target_are_never_under_the_newest() -> None:
    target = observation(10.0, role=Role.TARGET, period=year(2023))
    (table, *_) = slides("tavoite:1:Kymenlaakso", observations=(BASELINE, target))
    assert table.table is not None
    assert table.table.headings == ("Mittari", "Lähtötila", "Tavoite", "Tila")
    assert table.table.rows[0][1:3] == ("20\u00a0% (2019)", "10\u00a0% (2023)")
    (table, *_) = slides("tavoite:1:Kymenlaakso", observations=(BASELINE, FOLLOW_UP))
    assert table.table is not None
    assert table.table.headings == ("Mittari", "Viimeisin", "Lähtötila", "Tila")
    assert table.table.rows[0][1:3] == ("15\u00a0% (2021)", "20\u00a0% (2019)")


def test_a_reported_change_that_stands_alone_has_its_own_heading() -> None:
    change = observation(13.0, role=Role.CHANGE, period=year(2021))
    (table, *_) = slides("tavoite:1:Kymenlaakso", observations=(change,))
    assert table.table is not None
    assert table.table.headings == ("Mittari", "Ilmoitettu muutos", "Tila")


# Sources


def test_a_reference_holds_the_lines_of_a_report_or_the_cells_of_a_file() -> None:
    report = Place(source=REAL.sources[0].id, line=7)
    found = source_references(REAL, [FILE, report, report.model_copy(update={"line": 3}), OTHER_CELL, FILE])
    assert [(one.id, one.lines, one.cells) for one in found] == [
        (REAL.sources[0].id, (3, 7), ()),
        ("seuranta.xlsx", (), ("Taul1 B5", "Taul1 C5")),
    ]
    assert sources_text(found) == f"{REAL.sources[0].title}, rivit 3–7; seuranta.xlsx"
    assert sources_text(source_references(REAL, [FILE])) == "seuranta.xlsx, Taul1 B5"


def test_slides_of_a_goal_and_of_an_indicator_name_the_file_beside_the_report() -> None:
    table, card = slides("tavoite:1:Kymenlaakso", observations=(BASELINE, FOLLOW_UP))
    assert table.source == "raportti; seuranta.xlsx"
    assert card.source.startswith("raportti, rivi 1; seuranta.xlsx, Taul1 B5 · Seuranta · 2021")
    assert [one.id for one in card.sources] == ["raportti", "seuranta.xlsx"]


def test_a_comparison_names_the_sources_of_its_numbers_and_not_the_reports_of_its_regions() -> None:
    regions = ("Kymenlaakso", "Keski-Uusimaa")
    national = [indicator(f"osuus-{at}", region=region, national_id="1") for at, region in enumerate(regions)]
    known = catalogue(*national)
    values = [
        observation(20.0, region=region, indicator=f"osuus-{at}", role=Role.FOLLOW_UP, period=year(2021), place=FILE)
        for at, region in enumerate(regions)
    ]
    found = deck(known, read_agenda(known, ["vertailu:kaikki:Kymenlaakso,Keusote"]), values, (), shipped.TODAY, 1, "")
    (scale,) = [slide for slide in found.slides if slide.chart]
    assert scale.source == "seuranta.xlsx"


def test_a_subject_and_progress_name_the_sources_of_their_numbers() -> None:
    agenda = read_agenda(REAL, ["vertailu:kaikki:Kymenlaakso,Keusote,Etelä-Karjala,Päijät-Häme"])
    moved = [one.model_copy(update={"place": FILE}) for one in shipped.observations()]
    found = deck(REAL, agenda, moved, (), shipped.TODAY, 1, "").slides
    assert {slide.source for slide in found if slide.table} == {"seuranta.xlsx"}


def test_process_goals_and_the_handout_name_the_file_that_they_are_from() -> None:
    done = process_goal(place=FILE)
    found = slides("prosessitavoitteet:kaikki:Kymenlaakso", goals=(done,))
    assert {slide.source for slide in found} == {"seuranta.xlsx"}
    printed = handout(
        catalogue(indicator()), load_process_catalogue(), "Kymenlaakso", [BASELINE], [done], shipped.TODAY
    )
    assert printed.sources == "raportti; seuranta.xlsx"


def test_a_file_is_among_the_sources_of_the_data() -> None:
    known = catalogue(indicator())
    found = source_cards(known, [BASELINE, FOLLOW_UP], [process_goal(place=FILE)])
    (file,) = [one for one in found if one.title == "seuranta.xlsx"]
    assert file.covers == "1.1.2021–31.12.2021"
    assert file.counts == "1\u00a0luku, 0\u00a0tietoa ilman lukua ja 1\u00a0prosessitavoite"
    assert len(found) == len(known.sources) + 2
