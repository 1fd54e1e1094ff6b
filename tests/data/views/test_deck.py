"""Slides: one thing each, with the same numbers and sentences as the pages, since they come from the same views."""

from datetime import date

import pytest

from data.analysis.status import Status
from data.catalogue import load_catalogue
from data.catalogue.process_catalogue import load_process_catalogue
from data.model import CellChange, Observation, ProcessGoal, ProcessStatus, Role
from data.views.agenda import AgendaItem, ItemKind
from data.views.card import cards
from data.views.card_values import COLUMNS
from data.views.changes_since import Earlier
from data.views.charts import TimeChart
from data.views.comparison import comparison
from data.views.deck import item_slides
from data.views.goal import region_goals
from data.views.group_bars import BarChart
from data.views.overview import status_chart
from data.views.process_goals.choice import Concern, concerns
from data.views.process_goals.history import process_goal_histories
from data.views.shared_scales import SharedScale
from data.views.slides import Slide
from tests.builders import catalogue, indicator, observation, process_goal, shipped, year
from tests.builders.decks import FOUR, INDICATOR, shipped_deck

REAL = load_catalogue()


def small(
    item: AgendaItem,
    *observations: Observation,
    goals: tuple[ProcessGoal, ...] = (),
    earlier: Earlier | None = None,
) -> list[Slide]:
    known = catalogue(indicator(definition="Määritelmä tässä", limits="Ei kerro syistä."))
    before = {earlier.version: earlier} if earlier else {}
    return list(item_slides(known, load_process_catalogue(), item, observations, goals, date(2021, 1, 1), before))


def item(kind: str, *regions: str, **fields: object) -> AgendaItem:
    return AgendaItem(kind=ItemKind(kind), regions=regions or ("Kymenlaakso",), **fields)  # type: ignore[arg-type]


# Indicators


def test_an_indicator_is_a_chart_with_its_sentence_facts_source_and_notes() -> None:
    before = observation(20.0, n=100)
    after = observation(15.0, role=Role.FOLLOW_UP, period=year(2020), n=120)
    (slide,) = small(item("mittari", indicator="osuus"), before, after)
    assert slide.subject == "1 Saatavuus ja jatkuvuus · Kymenlaakso · Osuus"
    assert slide.title.startswith("Osuus, Kymenlaakso: 15\u00a0% (2020, n\u00a0=\u00a0120), lähtötila 20\u00a0% (2019")
    assert isinstance(slide.chart, TimeChart)
    assert slide.alt == slide.chart.alt == slide.title
    assert slide.region == "Kymenlaakso"
    assert (slide.number, slide.table) == (None, None)
    assert [(fact.label, fact.text) for fact in slide.facts] == [
        ("Tila", "ei eroa lähtötilasta"),
        ("Seuranta · 2020 · n\u00a0=\u00a0120", "15\u00a0%"),
        ("Lähtötila", "20\u00a0% (2019, n\u00a0=\u00a0100)"),
        ("Ero lähtötilaan", "−5\u00a0%-yksikköä"),
    ]
    assert slide.source == "raportti, rivi 1 · Seuranta · 2020 · n\u00a0=\u00a0120"
    assert slide.notes[0] == "Määritelmä: Määritelmä tässä"
    assert "Ei kerro syistä." in slide.notes


def test_one_value_is_a_number_with_its_context_and_no_chart() -> None:
    (slide,) = small(item("mittari", indicator="osuus"), observation(20.0, n=100))
    assert slide.number is not None
    assert (slide.number.text, slide.number.label) == ("20\u00a0%", "Lähtötila · 2019 · n\u00a0=\u00a0100")
    assert slide.chart is slide.table is None
    assert [fact.label for fact in slide.facts] == ["Tila"]


def test_groups_that_share_an_axis_are_bars_and_others_a_table() -> None:
    groups = [observation(v, group=f"kunta: {name}") for name, v in (("Kotka", 10.0), ("Kouvola", 20.0))]
    (slide,) = small(item("mittari", indicator="osuus"), *groups)
    assert isinstance(slide.chart, BarChart)
    apart = groups[1].model_copy(update={"period": year(2020)})
    (slide,) = small(item("mittari", indicator="osuus"), groups[0], apart)
    assert slide.chart is None and slide.number is None
    assert slide.table is not None
    assert slide.table.rows == (("Kotka", "10\u00a0% (2019)"), ("Kouvola", "20\u00a0% (2020)"))


def test_an_indicator_without_observations_says_so() -> None:
    (slide,) = small(item("mittari", indicator="osuus"))
    assert slide.title == "Osuus, Kymenlaakso: lähde nimeää mittarin, mutta siitä ei ole yhtään havaintoa."
    assert slide.chart is slide.table is None


def test_a_slide_says_what_the_page_says() -> None:
    (slide,) = shipped_deck(f"mittari:Kymenlaakso:{INDICATOR}").slides
    (card,) = cards(REAL, [o for o in shipped.of("Kymenlaakso") if o.indicator == INDICATOR], shipped.TODAY)
    assert slide.title == card.sentence
    assert slide.chart == card.time_chart
    told = {fact.label: fact.text for fact in slide.facts}
    assert {fact.label: fact.text for fact in card.facts}.items() <= told.items()
    assert told["Tila"] == card.status.value == "laskenut"
    assert told["Seuranta · kevät 2021"] == card.headline.text == "12,4\u00a0%"


# A whole goal


@pytest.mark.parametrize("goal", [1, 2, 3, 4, 5])
def test_a_goal_is_a_table_the_worst_first_and_a_slide_of_each_outcome_with_a_number(goal: int) -> None:
    slides = shipped_deck(f"tavoite:{goal}:Kymenlaakso,Keusote").slides
    regions = ["Kymenlaakso", "Keski-Uusimaa"]
    for name in regions:
        held = (shipped.observations(), shipped.process_goals(), shipped.TODAY)
        region = region_goals(REAL, name, goal, *held)
        mine = [slide for slide in slides if slide.region == region.region]
        overview = [slide for slide in mine if slide.title.endswith(region.summary)]
        rows = [row for slide in overview if slide.table for row in slide.table.rows]
        assert [row[0] for row in rows] == [card.name for card in region.outcomes]
        assert [row[-1] for row in rows] == [card.status.value for card in region.outcomes]
        assert {card.sentence for card in region.outcomes} <= {slide.title for slide in mine}
        assert mine[0] in overview
        for silent in (*(card.name for card in region.without_numbers), *region.planned):
            assert any(silent.rstrip(".") in note for note in overview[0].notes)


def test_a_goal_without_indicators_is_still_a_slide() -> None:
    (slide,) = small(item("tavoite", "Kainuu", goal=5))
    assert slide.title == "5 Kustannukset, Kainuu: 0\u00a0tulosmittaria, joilla on luku."
    assert slide.table is None


# Side by side


def test_a_comparison_has_the_shared_scales_and_the_reason_where_there_is_none() -> None:
    slides = shipped_deck(f"vertailu:kaikki:{','.join(FOUR)}").slides
    view = comparison(REAL, FOUR, shipped.observations(), shipped.TODAY, goal=None)
    assert slides[0].title.endswith("joten alueita ei piirretä samalle asteikolle.")
    assert [slide.chart for slide in slides if isinstance(slide.chart, SharedScale)] == list(view.shared)
    for subject in view.subjects:
        mine = [
            slide for slide in slides if slide.subject.startswith(f"Vertailu · kaikki hyötytavoitteet · {subject.name}")
        ]
        assert mine
        assert mine[0].notes[0] == f"Ei vertailukelpoinen. {subject.reason}"
        rows = [row for slide in mine if slide.table for row in slide.table.rows]
        best = [card for column in subject.columns for card in column.cards[:2]]
        assert [row[1] for row in rows] == [card.name for card in best]
        headings = mine[0].table.headings if mine[0].table else ()
        for row, card in zip(rows, best, strict=True):
            shown = dict(zip(headings[2:], row[2:], strict=True))
            for role, heading in COLUMNS.items():
                texts = [fact.text for fact in card.values if fact.role is role]
                assert all(text in shown.get(heading, text) for text in texts)
                assert texts or shown.get(heading, "–") == "–"


def test_a_comparison_of_one_goal_has_that_goal_only() -> None:
    whole, one = (len(shipped_deck(f"vertailu:{goal}:{','.join(FOUR)}").slides) for goal in ("kaikki", "5"))
    assert 0 < one < whole


# Where things stand


def test_process_goals_are_one_chart_and_a_table_of_those_that_stand_still() -> None:
    slides = shipped_deck(f"prosessitavoitteet:kaikki:{','.join(FOUR)}").slides
    assert slides[0].chart == status_chart(REAL, FOUR, shipped.process_goals())
    assert slides[0].title == (
        "Prosessitavoitteista on toteutunut: Kymenlaakso 0/22, Keski-Uusimaa (Keusote) 30/54, Etelä-Karjala 1/37 "
        "ja Päijät-Häme 3/31."
    )
    matrix = slides[1]
    assert matrix.table is not None
    assert matrix.table.headings == ("Hyötytavoite", "Kymenlaakso", "Keusote", "Etelä-Karjala", "Päijät-Häme")
    done = [[cell.partition("/")[0] for cell in row[1:] if cell != "–"] for row in matrix.table.rows]
    every = [[cell.partition("/")[2] for cell in row[1:] if cell != "–"] for row in matrix.table.rows]
    assert sum(int(cell) for row in done for cell in row) == 0 + 30 + 1 + 3
    assert sum(int(cell) for row in every for cell in row) == 22 + 54 + 37 + 31
    told = {slide.region: slide for slide in slides[2:]}
    assert (
        told["Keski-Uusimaa"].title == "Keski-Uusimaa (Keusote): 54 prosessitavoitteesta 2 on jumissa ja 7 on pudonnut."
    )
    assert "Kymenlaakso" not in told  # none of its goals is known to stand still


def test_those_that_stand_still_are_the_ones_of_the_page_of_process_goals() -> None:
    declared = load_process_catalogue()
    slides = shipped_deck(f"prosessitavoitteet:kaikki:{','.join(FOUR)}").slides
    found = process_goal_histories(REAL, declared, shipped.process_goals())
    for region in FOUR:
        mine = [way for way in found if way.region == region]
        stuck = [way.title for way in mine if Concern.STUCK in concerns(declared, way)]
        dropped = [way.title for way in mine if Concern.DROPPED in concerns(declared, way) and way.title not in stuck]
        rows = [row for slide in slides[2:] if slide.region == region and slide.table for row in slide.table.rows]
        assert [row[0] for row in rows] == stuck + dropped


def test_only_goals_that_stand_still_are_in_the_table() -> None:
    goals = (
        process_goal(ProcessStatus.PLANNED, id="a", title="Suunniteltu"),
        process_goal(ProcessStatus.DONE, id="b", title="Valmis"),
        process_goal(ProcessStatus.NOT_DONE, id="c", title="Jäi", continues="hyvinvointialue"),
        process_goal(ProcessStatus.UNDER_WAY, id="d", title="Kesken"),
        process_goal(ProcessStatus.STOPPED, id="e", title="Toisen tavoitteen", goal=2),
    )
    chart, still = small(item("prosessitavoitteet", goal=1), goals=goals)
    assert chart.title == "Prosessitavoitteista on toteutunut: Kymenlaakso 1/4."
    assert still.table is not None
    assert still.table.rows == (("Jäi", "Pudonnut", "ei toteutunut", "–"),)
    assert still.title == "Kymenlaakso: 4 prosessitavoitteesta 1 on pudonnut."
    assert "Jäi, jatkuu: hyvinvointialue" in still.notes


def test_regions_without_process_goals_say_so() -> None:
    (slide,) = small(item("prosessitavoitteet", "Kainuu"))
    assert slide.title == "Kainuu: prosessitavoitteita ei ole."


def test_what_is_missing_is_a_table_of_next_actions() -> None:
    (slide,) = small(item("tietovajeet"), observation(20.0))
    assert slide.table is not None
    assert ("Kirjaa seurantatieto", "1", "Osuus") in slide.table.rows
    assert slide.title.startswith("Kymenlaakso: ")


# Since an earlier meeting


def earlier(*differences: CellChange, status: Status | None = Status.NO_FOLLOW_UP) -> Earlier:
    before = (("Kymenlaakso", "osuus", status),) if status else ()
    return Earlier(
        version=3, published="1.2.2020", differences=differences, statuses=before, process_goals=(process_goal(),)
    )


def test_a_change_tells_the_old_and_the_new_value_and_the_status_then_and_now() -> None:
    before, after = observation(20.0), observation(15.0, role=Role.FOLLOW_UP, period=year(2020))
    changed = CellChange(old=before, new=before.model_copy(update={"value": 22.0}))
    found = earlier(changed, CellChange(old=None, new=after))
    (slide,) = small(item("muutokset", since=3), changed.new or before, after, goals=(process_goal(),), earlier=found)
    assert slide.title == (
        "Version 3 (1.2.2020) jälkeen 2 arvoa on muuttunut, lisätty tai poistettu, ja yhden mittarin tila on toinen "
        "kuin silloin."
    )
    assert slide.table is not None
    assert slide.table.rows == (
        ("Kymenlaakso", "Osuus", "lähtötila, 2019", "20\u00a0%", "22\u00a0%", "seuranta puuttuu → laskenut"),
        ("Kymenlaakso", "Osuus", "seuranta, 2020", "(uusi)", "15\u00a0%", "seuranta puuttuu → laskenut"),
    )
    assert slide.source == "Verrattu versioon 3, 1.2.2020"


def test_a_status_that_alone_has_changed_is_told_too() -> None:
    (slide,) = small(
        item("muutokset", since=3), observation(20.0), goals=(process_goal(),), earlier=earlier(status=Status.STALE)
    )
    assert slide.title == (
        "Version 3 (1.2.2020) jälkeen yksikään arvo ei ole muuttunut, ja yhden mittarin tila on toinen kuin silloin."
    )
    assert slide.table is not None
    assert slide.table.rows == (("Kymenlaakso", "Osuus", "–", "–", "–", "vanhentunut → seuranta puuttuu"),)


def test_nothing_changed_is_one_slide_that_says_so() -> None:
    (slide,) = small(item("muutokset", since=3), observation(20.0), goals=(process_goal(),), earlier=earlier())
    assert slide.title == "Mittarien arvot ja tilat eivät ole muuttuneet version 3 (1.2.2020) jälkeen."
    assert slide.table is None


def test_a_process_goal_whose_status_has_changed_is_told() -> None:
    now = process_goal(ProcessStatus.DONE)
    _, goals = small(item("muutokset", since=3), observation(20.0), goals=(now,), earlier=earlier())
    assert goals.title == "Tila on muuttunut yhdessä prosessitavoitteessa version 3 (1.2.2020) jälkeen."
    assert goals.table is not None
    assert goals.table.rows == (("Kymenlaakso", "Etäpalvelut käytössä", "käynnissä", "toteutunut"),)


def test_changes_of_other_regions_are_left_out() -> None:
    elsewhere = observation(1.0, region="Kainuu")
    found = earlier(CellChange(old=None, new=elsewhere))
    (slide,) = small(item("muutokset", since=3), observation(20.0), goals=(process_goal(),), earlier=found)
    assert slide.table is None


def test_a_version_that_does_not_exist_is_told_on_the_slide() -> None:
    (slide,) = small(item("muutokset", since=9))
    assert slide.title == "Versiota 9 ei ole tai se on uudempi kuin näytettävä, joten muutoksia ei voi laskea."


# The deck


def test_a_deck_is_its_items_in_their_order() -> None:
    gaps, whole = shipped_deck("tietovajeet:Keusote"), shipped_deck("tietovajeet:Keusote", "tavoite:2:Kymenlaakso")
    turned = shipped_deck("tavoite:2:Kymenlaakso", "tietovajeet:Keusote")
    count = len(gaps.slides)
    assert whole.slides[:count] == gaps.slides == turned.slides[-count:]
    assert whole.slides[count:] == turned.slides[:-count]
    assert (whole.name, whole.version, whole.published) == ("Kokous", 1, "22.11.2026")


def test_every_slide_of_everything_has_a_sentence_and_one_thing() -> None:
    goals = [f"tavoite:{goal}:{','.join((*FOUR, 'Keski-Suomi'))}" for goal in range(1, 6)]
    slides = shipped_deck(*goals, f"vertailu:kaikki:{','.join(FOUR)}", f"tietovajeet:{','.join(FOUR)}").slides
    for slide in slides:
        assert slide.title.endswith(".")
        assert slide.subject
        assert sum(map(bool, (slide.chart, slide.table, slide.number))) <= 1
        assert len(slide.facts) <= 6
        assert slide.alt.endswith(".")
    assert len({(slide.subject, slide.title) for slide in slides}) == len(slides)
