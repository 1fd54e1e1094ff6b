"""A long table goes on to the next slide: nothing lost, and no slide left with a single row."""

from hypothesis import given
from hypothesis import strategies as st

from data.analysis.views.paging import paged

HEADINGS = ("Mittari", "Tila")
texts = st.text(st.characters(whitelist_categories=("L", "Zs")), max_size=200)


def sizes(count: int) -> list[int]:
    return [len(table.rows) for table in paged(HEADINGS, [("Mittari", "tila")] * count)]


def test_a_table_that_fits_is_not_parted() -> None:
    assert sizes(8) == [8]
    assert paged(HEADINGS, []) == ()


def test_the_tables_are_about_equally_long() -> None:
    assert sizes(9) == [5, 4]
    assert sizes(19) == [7, 7, 5]


@given(st.lists(st.tuples(texts, texts), min_size=1, max_size=30), st.floats(3, 20))
def test_no_row_is_lost_or_moved(rows: list[tuple[str, str]], lines: float) -> None:
    tables = paged(HEADINGS, rows, lines)
    assert [row for table in tables for row in table.rows] == rows
    assert all(table.rows and table.headings == HEADINGS for table in tables)
