"""From a file to a publication, on a real store: nothing is stored before, everything can be undone."""

from datetime import date
from pathlib import Path

import pytest

from data.catalogue import load_catalogue
from data.model import Missing, Role, TemplateWords, WordKind, WordMeaning
from data.store import Conflict, Delivery, Store
from data.store.connection import connect
from data.workspace import Workspace
from loaders.findings import Severity
from loaders.first_start import SHIPPED, fill
from loaders.publish import NO_ANSWERS, Answers, Upload, examine, publish
from tests.builders import indicator, observation, year

pytestmark = pytest.mark.slow

TODAY = date(2026, 1, 1)
HEADING = "Alue;Mittari;Jakso;Rooli;Arvo;Yksikkö\n"
INDICATOR = "kymenlaakso-3.1-lastensuojelun-asiakkaat"
ROW = "Kymenlaakso;" + INDICATOR + ";{};seuranta;{};%\n"
OWN = "Asia;Kausi;Lkm\nOmat asiakkaat;{};{}\n"
OWN_TEMPLATE = ("asia", "kausi", "lkm")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = Store(connect(f"sqlite:///{tmp_path / 'store.db'}"))
    fill(made, load_catalogue())
    return made


def csv(*rows: tuple[str, str]) -> bytes:
    return (HEADING + "".join(ROW.format(*row) for row in rows)).encode()


def examined(
    store: Store, content: bytes, name: str = "oma.csv", *, region: str = "", answers: Answers = NO_ANSWERS
) -> Upload:
    return examine(content, name, Workspace(store, load_catalogue()), region=region, today=TODAY, answers=answers)


def published(store: Store, content: bytes, *, note: str = "", answers: Answers = NO_ANSWERS) -> int:
    upload = examined(store, content, region="Kymenlaakso", answers=answers)
    return publish(upload, content, store, author="Hankepäällikkö", note=note)


def test_examining_stores_nothing_and_tells_what_would_change(store: Store) -> None:
    before = store.observations()
    upload = examined(store, csv(("kevät 2021", "11,0"), ("syksy 2021", "10,5")))
    pairs = [(old.value or old.missing, new.value) for old, new in upload.observations.changed]
    assert pairs == [(12.4, 11.0), (Missing.NOT_YET_DUE, 10.5)]
    assert upload.would_change and not upload.stops
    assert (store.version, store.observations()) == (1, before)


def test_publishing_changes_the_cell_and_undoing_gives_it_back(store: Store) -> None:
    before = store.observations()
    assert published(store, csv(("kevät 2021", "11,0")), note="korjaus") == 2
    assert 11.0 in {o.value for o in store.observations() if o.indicator == INDICATOR}
    assert store.undo(2, author="Hankepäällikkö") == 3
    assert store.observations() == before


def test_why_a_warning_was_accepted_is_kept_at_the_records_that_it_is_about(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "11,0"), ("kevät 2025", "9,0")))
    assert upload.must_be_accepted
    publish(upload, b"", store, author="t", note="Luku tarkentui tilinpäätöksessä")
    kept = {o.period.label: o.accepted for o in store.observations(indicators=[INDICATOR]) if o.value in (11.0, 9.0)}
    assert kept == {"kevät 2021": "Luku tarkentui tilinpäätöksessä", "kevät 2025": ""}
    again = examined(store, csv(("kevät 2021", "11,0")))
    assert not again.would_change  # the explanation is no part of what the cell says


def test_the_same_file_again_changes_nothing_and_after_an_undo_it_does(store: Store) -> None:
    content = csv(("kevät 2021", "11,0"))
    published(store, content)
    again = examined(store, content)
    assert again.is_known
    assert not again.would_change
    with pytest.raises(ValueError, match="change nothing"):
        publish(again, content, store, author="t", note="")
    store.undo(2, author="t")
    assert examined(store, content).would_change


def test_a_change_by_another_after_the_preview_is_not_overwritten(store: Store) -> None:
    mine = examined(store, csv(("kevät 2021", "11,0")))
    published(store, csv(("kevät 2021", "9,0")))
    with pytest.raises(Conflict):
        publish(mine, b"", store, author="minä", note="")
    assert store.version == 2


def test_a_stopped_file_cannot_be_published(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "kaksitoista komma neljä")))
    assert upload.stops
    with pytest.raises(ValueError, match="stopped"):
        publish(upload, b"", store, author="t", note="")
    assert store.version == 1


def test_what_is_no_spreadsheet_has_one_finding_and_nothing_else(store: Store) -> None:
    upload = examined(store, b"\x00\x01\x02", "kuva.xlsx")
    assert [finding.severity for finding in upload.findings] == [Severity.STOPS]
    assert "ei ole Excel-työkirja" in upload.findings[0].message
    assert (upload.would_change, store.version) == (False, 1)


def test_the_shipped_files_uploaded_again_change_nothing(store: Store) -> None:
    for path in sorted(SHIPPED.rglob("*.csv")):
        upload = examined(store, path.read_bytes(), path.name)
        assert upload.is_known
        assert not upload.would_change


def test_numbers_are_held_against_their_own_history(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "11,0")))
    assert any("12,4" in finding.message for finding in upload.findings)


def test_the_preview_tells_which_sentence_would_change(store: Store) -> None:
    (effect,) = examined(store, csv(("kevät 2021", "11,0"))).preview.effects
    assert effect.before is not None
    assert "12,4\xa0%" in effect.before.sentence
    assert "11\xa0%" in effect.after.sentence
    assert effect.after.time_chart is not None


def test_what_is_ticked_is_removed_along_with_the_file(store: Store) -> None:
    upload = examined(store, csv(("kevät 2021", "12,4")))
    gone = upload.missing[0]
    publish(upload, b"", store, author="t", note="", removed=[gone])
    assert gone.key not in {o.key for o in store.observations()}
    store.undo(2, author="t")
    assert gone in store.observations()


def explained() -> Answers:
    told = [
        (WordKind.COLUMN, "Asia", "mittari"),
        (WordKind.COLUMN, "Lkm", "arvo"),
        (WordKind.INDICATOR, "Omat asiakkaat", "kymenlaakso-omat-asiakkaat"),
    ]
    meanings = tuple(WordMeaning(kind=kind, text=text, meaning=meaning) for kind, text, meaning in told)
    known = load_catalogue().indicators[0]
    card = known.model_copy(
        update={"id": "kymenlaakso-omat-asiakkaat", "name": "Omat asiakkaat", "region": "Kymenlaakso", "aliases": ()}
    )
    return Answers(template_words=(TemplateWords(headings=OWN_TEMPLATE, meanings=meanings),), indicators=(card,))


def test_what_is_explained_once_is_understood_next_month(store: Store) -> None:
    first = OWN.format("1/2025", "120").encode()
    assert examined(store, first, region="Kymenlaakso").stops
    published(store, first, answers=explained())
    assert [one.id for one in store.indicators()] == ["kymenlaakso-omat-asiakkaat"]

    content = OWN.format("2/2025", "130").encode()
    upload = examine(content, "helmikuu.csv", Workspace(store, load_catalogue()), region="Kymenlaakso", today=TODAY)
    assert upload.questions == ()
    assert [(o.indicator, o.value) for o in upload.observations.new] == [("kymenlaakso-omat-asiakkaat", 130.0)]
    assert [one.text for one in upload.meanings] == ["Asia", "Lkm", "Omat asiakkaat"]
    publish(upload, content, store, author="t", note="")
    assert len(store.template_words()) == 1


def test_an_undo_takes_back_the_indicator_and_the_explanation_too(store: Store) -> None:
    published(store, OWN.format("1/2025", "120").encode(), answers=explained())
    store.undo(2, author="t")
    assert (store.indicators(), store.template_words()) == ((), ())


def test_an_indicator_that_no_row_tells_of_is_not_published(store: Store) -> None:
    published(store, csv(("kevät 2021", "11,0")), answers=explained())
    assert (store.indicators(), store.template_words()) == ((), ())


@pytest.fixture
def small(tmp_path: Path) -> Store:
    """Visits by sex: one cell of each year is small, so that the other is hidden beside it."""
    found = Store(connect(f"sqlite:///{tmp_path / 'small.db'}"))
    cells = [("", 43, 2023), ("sukupuoli: naiset", 3, 2023), ("sukupuoli: miehet", 40, 2023), ("", 47, 2024)]
    values = tuple(
        observation(value, indicator="kaynnit", unit="hlö", group=group, role=Role.FOLLOW_UP, period=year(number))
        for group, value, number in cells
    )
    found.publish(
        [Delivery(file_name="a", content=b"", observations=values, indicators=(indicator("kaynnit", unit="hlö"),))],
        author="testi",
    )
    return found


def visits(store: Store, *rows: str) -> Upload:
    content = "\n".join(
        ["Alue;Mittari;Ryhmä;Jakso;Rooli;Arvo;Yksikkö", *(f"Kymenlaakso;kaynnit;{row};hlö" for row in rows)]
    )
    return examine(content.encode(), "oma.csv", Workspace(store, load_catalogue()), region="", today=TODAY)


def test_a_preview_shows_old_and_missing_values_with_small_numbers_hidden(small: Store) -> None:
    upload = visits(small, "sukupuoli: naiset;2023;seuranta;8", ";2023;seuranta;48", ";2025;seuranta;4")
    shown = [(c.old and c.old.missing, c.new and (c.new.value or c.new.missing)) for c in upload.preview.changes]
    assert shown == [(Missing.HIDDEN, 8), (Missing.HIDDEN, 48), (None, Missing.HIDDEN)]
    assert {(o.group, o.period.label, o.value) for o in upload.preview.missing} == {
        ("sukupuoli: miehet", "2023", 40),
        ("", "2024", 47),
    }
    assert [old.value for old, _ in upload.observations.changed] == [3, 43]


def test_findings_do_not_tell_what_is_hidden_of_the_published_numbers(small: Store) -> None:
    (finding,) = [
        found
        for found in visits(small, "sukupuoli: naiset;2023;seuranta;2").findings
        if found.code == "jakso-jo-täytetty"
    ]
    assert (finding.actual, finding.expected) == ("2 hlö", "peitetty")
    told = [found.code for found in visits(small, "sukupuoli: naiset;2023;seuranta;4", ";2023;seuranta;90").findings]
    assert "osat-eivät-täsmää" not in told
    assert [found.code for found in visits(small, "sukupuoli: naiset;2023;seuranta;3").findings] == ["tunnistettu"]
