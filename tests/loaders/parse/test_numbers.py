import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.model import Missing, Qualifier
from loaders.parse.numbers import Marking, Quantity, decide_marking, parse, parse_number

NBSP, NARROW, THIN = "\u00a0", "\u202f", "\u2009"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0", Quantity(value=0)),
        ("12,5", Quantity(value=12.5)),
        ("12.5", Quantity(value=12.5)),
        ("0,36%", Quantity(value=0.36, unit="%")),
        ("12,4 %", Quantity(value=12.4, unit="%")),
        ("24pv", Quantity(value=24, unit="pv")),
        ("8kpl", Quantity(value=8, unit="kpl")),
        ("15 280", Quantity(value=15280)),
        (f"15{NBSP}280", Quantity(value=15280)),
        (f"15{NARROW}280", Quantity(value=15280)),
        (f"1{THIN}234{THIN}567,8", Quantity(value=1234567.8)),
        ("1.234,5", Quantity(value=1234.5)),
        ("1,234.5", Quantity(value=1234.5)),
        ("1.234.567", Quantity(value=1234567)),
        ("-15", Quantity(value=-15)),
        ("−15", Quantity(value=-15)),
        ("–15", Quantity(value=-15)),
        ("+5 %", Quantity(value=5, unit="%")),
        ("3,5 %-yks.", Quantity(value=3.5, unit="%-yks.")),
        ("1,5 milj. €", Quantity(value=1.5, unit="milj. €")),
        ("3 €/asukas", Quantity(value=3, unit="€/asukas")),
        ("4 päivää", Quantity(value=4, unit="pv")),
        ("12 koulutusta", Quantity(value=12, unit="koulutusta")),
    ],
)
def test_a_number_with_its_unit(text: str, expected: Quantity) -> None:
    assert parse(text) == (expected,)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("noin 20 %", Qualifier.ABOUT),
        ("n. 20 %", Qualifier.ABOUT),
        ("~20 %", Qualifier.ABOUT),
        ("yli 20 %", Qualifier.OVER),
        ("> 20 %", Qualifier.OVER),
        ("alle 20 %", Qualifier.UNDER),
        ("<20%", Qualifier.UNDER),
        ("Vähintään 20 %", Qualifier.AT_LEAST),
        ("≥20 %", Qualifier.AT_LEAST),
        ("enintään 20 %", Qualifier.AT_MOST),
        ("korkeintaan 20 %", Qualifier.AT_MOST),
        ("lähes 20 %", Qualifier.NEARLY),
    ],
)
def test_a_qualifier(text: str, qualifier: Qualifier) -> None:
    assert parse(text) == (Quantity(value=20, qualifier=qualifier, unit="%"),)


@pytest.mark.parametrize(
    ("text", "lower", "upper", "unit"),
    [
        ("2–3", 2, 3, ""),
        ("5-10 %", 5, 10, "%"),
        ("5 % – 10 %", 5, 10, "%"),
        ("-30 - -45", -45, -30, ""),
        ("-30--45", -45, -30, ""),
        ("−45 – −30", -45, -30, ""),
        ("1 200–1 500 €", 1200, 1500, "€"),
        ("0,5–1,5", 0.5, 1.5, ""),
    ],
)
def test_a_range_has_the_lower_end_first(text: str, lower: float, upper: float, unit: str) -> None:
    assert parse(text) == (Quantity(lower=lower, upper=upper, unit=unit),)


@pytest.mark.parametrize(
    ("text", "value", "unit", "n"),
    [
        ("45 % (n=120)", 45, "%", 120),
        ("45 % (N = 1 200)", 45, "%", 1200),
        ("45 %, n = 120", 45, "%", 120),
        ("45 % (30 vastaajaa)", 45, "%", 30),
        ("9 vastaajaa 10:stä", 9, "vastaajaa", 10),
        ("6 16:sta", 6, "", 16),
    ],
)
def test_a_sample_size(text: str, value: float, unit: str, n: int) -> None:
    assert parse(text) == (Quantity(value=value, unit=unit, n=n),)


def test_a_fraction_is_a_part_of_n_and_says_so() -> None:
    assert parse("2/3") == (Quantity(value=2, n=3, is_fraction=True),)


def test_two_measures_in_one_cell() -> None:
    assert parse("1 723 € (69%)") == (Quantity(value=1723, unit="€"), Quantity(value=69, unit="%"))


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("", Missing.BLANK),
        (f" {NBSP} ", Missing.BLANK),
        ("-", Missing.NOT_MEASURED),
        ("–", Missing.NOT_MEASURED),
        ("—", Missing.NOT_MEASURED),
        ("ei mitattu", Missing.NOT_MEASURED),
        (".", Missing.NOT_APPLICABLE),
        ("..", Missing.UNKNOWN),
        ("Ei tietoa", Missing.UNKNOWN),
        ("...", Missing.NOT_YET_DUE),
        ("…", Missing.NOT_YET_DUE),
    ],
)
def test_a_missing_mark_keeps_its_kind(text: str, missing: Missing) -> None:
    assert parse(text) == (Quantity(missing=missing),)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("alle 5", "", Quantity(missing=Missing.HIDDEN)),
        ("<5", "kpl", Quantity(missing=Missing.HIDDEN)),
        ("alle 5 henkilöä", "", Quantity(missing=Missing.HIDDEN, unit="hlö")),
        ("alle 10", "", Quantity(missing=Missing.HIDDEN)),
        ("alle 11", "", Quantity(value=11, qualifier=Qualifier.UNDER)),
        ("alle 5,5", "", Quantity(value=5.5, qualifier=Qualifier.UNDER)),
        ("alle 7 vrk", "", Quantity(value=7, qualifier=Qualifier.UNDER, unit="vrk")),
        ("alle 5", "%", Quantity(value=5, qualifier=Qualifier.UNDER)),
        ("alle 5", "€/asukas", Quantity(value=5, qualifier=Qualifier.UNDER)),
        ("yli 5", "", Quantity(value=5, qualifier=Qualifier.OVER)),
    ],
)
def test_a_small_count_is_hidden_and_a_rough_measure_is_not(text: str, unit: str, expected: Quantity) -> None:
    assert parse(text, unit=unit) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "alle 25-vuotiaat",
        "1.1 -",
        "1.1 - Kiireelliset",
        "3/2021",
        "5/4",
        "1/0",
        "31.5.2022",
        "15.5.",
        "1 5",
        "12 34",
        "1 2345",
        "1.2.3",
        "1,2,3",
        "viidesti",
        "n=5",
        "%",
        "€",
        "1e5",
        "٣",
        "½",
        "Tavoite 9",
        "5 hyvä tulos",
        "9" * 40,
        "5 " * 60,
        "--5",
        "5-",
        "noin",
        "(5)",
        "5 % (10 % (20 %))",
        "- (n=5)",
    ],
)
def test_what_is_not_a_number(text: str) -> None:
    assert parse(text) is None


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ((), Marking(",")),
        (("5", "1 234", "-"), Marking(",")),
        (("0,36%", "1,493"), Marking(",")),
        (("12,5", "1.234"), Marking(",")),
        (("12.5", "1,234"), Marking(".")),
        (("0.493",), Marking(".")),
        (("1.234.567", "1.234"), Marking(",")),
        (("1,234,567",), Marking(".")),
        (("1 234,567",), Marking(",")),
        (("1234.567",), Marking(".")),
        (("1.234", "1,493"), Marking(",", ("1.234", "1,493"))),
        (("1,493",), Marking(",", ("1,493",))),
        (("12,5", "12.5", "1.234"), Marking(",", ("1.234",))),
        (("15.5.2022", "5"), Marking(",")),
    ],
)
def test_the_decimal_mark_is_decided_for_the_column(texts: tuple[str, ...], expected: Marking) -> None:
    assert decide_marking(texts) == expected


def test_the_columns_mark_reads_what_a_number_alone_does_not_tell() -> None:
    assert parse_number("1,493", ",") == 1.493
    assert parse_number("1,493", ".") == 1493
    assert parse_number("1.234", ",") == 1234
    assert parse_number("0.493", ",") == 0.493


def finnish(value: float, space: str, decimals: int) -> str:
    """A number as a Finn writes it."""
    return f"{value:,.{decimals}f}".replace(",", space).replace(".", ",")


NUMBERS = st.floats(min_value=-1e9, max_value=1e9, allow_nan=False)
DECIMALS = st.integers(0, 6)
SPACES = st.sampled_from([" ", NBSP, NARROW, THIN])


@given(NUMBERS, DECIMALS, SPACES)
def test_a_finnish_number_reads_back(value: float, decimals: int, space: str) -> None:
    text = finnish(value, space, decimals)
    assert parse_number(text, ",") == float(f"{value:.{decimals}f}")


@given(NUMBERS, DECIMALS)
def test_an_iso_number_reads_back_in_a_column_of_points(value: float, decimals: int) -> None:
    text = f"{value:.{decimals}f}"
    assert parse_number(text, ".") == float(text)


@given(st.lists(st.tuples(NUMBERS, DECIMALS), min_size=1), SPACES)
def test_a_column_of_finnish_numbers_is_never_taken_for_one_with_points(
    numbers: list[tuple[float, int]], space: str
) -> None:
    assert decide_marking(finnish(value, space, decimals) for value, decimals in numbers).mark == ","


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_but_never_breaks(text: str) -> None:
    for quantity in parse(text) or ():
        contents = (quantity.value is not None) + (quantity.lower is not None) + (quantity.missing is not None)
        assert contents == 1
