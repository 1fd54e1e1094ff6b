"""Tables of slides go on to a next slide, and nothing of them is lost."""

from hypothesis import given
from hypothesis import strategies as st

from data.views.slide_tables import on_slides, paged
from data.views.slides import Slide

HEADINGS = ("Mittari", "Arvo")
rows = st.lists(st.tuples(st.text(max_size=120), st.text(max_size=60)), max_size=60)


@given(rows)
def test_every_row_is_on_one_page_in_its_place(given_rows: list[tuple[str, str]]) -> None:
    tables = paged(HEADINGS, given_rows)
    assert [row for table in tables for row in table.rows] == given_rows
    assert all(table.rows and table.headings == HEADINGS for table in tables)


@given(rows, st.floats(2, 20))
def test_less_room_never_takes_fewer_pages(given_rows: list[tuple[str, str]], lines: float) -> None:
    assert len(paged(HEADINGS, given_rows, lines)) >= len(paged(HEADINGS, given_rows, lines + 1))


def test_pages_are_about_as_high_as_each_other() -> None:
    counts = [len(table.rows) for table in paged(HEADINGS, [("a", "1")] * 10)]
    assert counts == [5, 5]


def test_long_texts_take_more_room() -> None:
    assert len(paged(HEADINGS, [("a", "1")] * 8)) == 1
    assert len(paged(HEADINGS, [("pitkä teksti " * 20, "1")] * 8)) > 1


def test_the_subject_tells_which_part_of_how_many() -> None:
    slide = Slide(subject="Tietovajeet", title="Paljon.")
    assert [one.subject for one in on_slides(slide, paged(HEADINGS, [("a", "1")] * 10))] == [
        "Tietovajeet (1/2)",
        "Tietovajeet (2/2)",
    ]
    assert [one.subject for one in on_slides(slide, paged(HEADINGS, [("a", "1")]))] == ["Tietovajeet"]
    assert list(on_slides(slide, ())) == [slide]
