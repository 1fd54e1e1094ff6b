"""A template's own words: asked about once, explained once, used and told from then on."""

from datetime import date

import pytest

from data.catalogue import load_catalogue
from data.model import TemplateWords, WordKind, WordMeaning
from loaders.check import Checked, check
from loaders.findings import Severity

OWN = "Hva;Seurattava asia;Aika;Lkm\nKymis;Lasten kiireelliset;3/2026;12\nKymis;Lasten kiireelliset;4/2026;13\n"
TEMPLATE = ("hva", "seurattavaasia", "aika", "lkm")
INDICATOR = "kymenlaakso-1.1-kiireelliset-sijoitukset"
COLUMN, NAME, REGION, UNIT = WordKind.COLUMN, WordKind.INDICATOR, WordKind.REGION, WordKind.UNIT
COLUMNS = ((COLUMN, "Hva", "alue"), (COLUMN, "Seurattava asia", "mittari"), (COLUMN, "Aika", "jakso"))
ALL = (*COLUMNS, (COLUMN, "Lkm", "arvo"), (REGION, "Kymis", "Kymenlaakso"), (NAME, "Lasten kiireelliset", INDICATOR))


def mapping(*told: tuple[WordKind, str, str], headings: tuple[str, ...] = TEMPLATE) -> TemplateWords:
    meanings = tuple(WordMeaning(kind=kind, text=text, meaning=meaning) for kind, text, meaning in told)
    return TemplateWords(headings=headings, meanings=meanings)


def checked(text: str, *template_words: TemplateWords) -> Checked:
    return check(text.encode(), "oma.csv", load_catalogue(), today=date(2026, 11, 22), template_words=template_words)


def asked(result: Checked) -> list[tuple[WordKind, str]]:
    return [(question.kind, question.text) for question in result.questions]


def test_a_table_that_nobody_knows_is_asked_about_heading_by_heading() -> None:
    result = checked(OWN)
    assert result.stops
    assert asked(result) == [(COLUMN, text) for text in ("Hva", "Seurattava asia", "Aika", "Lkm")]
    last = result.questions[-1]
    assert (last.cell, last.headings, last.samples) == ("D1", TEMPLATE, ("12", "13"))
    assert {"mittari", "jakso", "arvo", "prosessitavoite"} <= set(last.options)
    assert "line" not in last.options and "rivi" not in last.options


def test_when_the_columns_are_known_the_names_are_asked_about() -> None:
    result = checked(OWN, mapping(*ALL[:4]))
    assert asked(result) == [(REGION, "Kymis"), (NAME, "Lasten kiireelliset")]
    assert "Kymenlaakso" in result.questions[0].options


def test_an_explained_file_is_read_and_every_meaning_is_told() -> None:
    result = checked(OWN, mapping(*ALL))
    assert [(o.region, o.indicator, o.value, o.place.cell) for o in result.observations] == [
        ("Kymenlaakso", INDICATOR, 12.0, "D2"),
        ("Kymenlaakso", INDICATOR, 13.0, "D3"),
    ]
    assert [f.actual for f in result.findings if f.code == "vastaavuus"] == [text for _, text, _ in ALL]
    assert {f.severity for f in result.findings} == {Severity.TELLS}
    assert (result.questions, result.templates) == ((), (TEMPLATE,))
    assert len(result.meanings) == len(ALL)


def test_another_template_is_not_touched() -> None:
    other = OWN.replace("Lkm", "Kappaletta")
    assert asked(checked(other, mapping(*ALL))) == asked(checked(other))


def test_a_cell_that_reads_like_a_heading_of_the_template_stays_as_it_is() -> None:
    result = checked(OWN + "Kymis;Lkm;5/2026;1\n", mapping(*ALL))
    assert asked(result) == [(NAME, "Lkm")]


def test_the_later_explanation_counts_and_an_empty_one_takes_the_earlier_back() -> None:
    assert asked(checked(OWN, mapping(*ALL), mapping((COLUMN, "Lkm", "n")))) != []
    taken_back = checked(OWN, mapping(*ALL), mapping((REGION, "kymis", "")))
    assert (REGION, "Kymis") in asked(taken_back)


def test_a_template_with_months_is_known_next_month() -> None:
    first = "Asia;Lähtötila;9/2026;10/2026\nLasten kiireelliset;1;2;3\n"
    (question,) = [q for q in checked(first).questions if q.text == "Asia"]
    told = mapping((COLUMN, "Asia", "mittari"), (NAME, "Lasten kiireelliset", INDICATOR), headings=question.headings)
    result = checked(first.replace("9/2026;10/2026", "10/2026;11/2026"), told)
    assert {(o.indicator, o.value) for o in result.observations} == {(INDICATOR, v) for v in (1.0, 2.0, 3.0)}


def test_an_odd_heading_over_numbers_may_be_explained_as_a_period() -> None:
    text = "Mittari;kevät 2021;Syssy -21\nkymenlaakso-1.1-kiireelliset-sijoitukset;1;2\n"
    (question,) = checked(text).questions
    assert (question.text, question.options, question.samples) == ("Syssy -21", (), ("2",))
    result = checked(text, mapping((COLUMN, "Syssy -21", "syksy 2021"), headings=question.headings))
    assert [o.period.label for o in result.observations] == ["kevät 2021", "syksy 2021"]


def test_a_unit_of_its_own_is_explained() -> None:
    text = f"Alue;Mittari;Jakso;Arvo;Yksikkö\nKymenlaakso;{INDICATOR};3/2026;1;prossaa\n"
    (question,) = checked(text).questions
    assert (question.kind, question.text, question.options[0]) == (UNIT, "prossaa", "%")
    result = checked(text, mapping((UNIT, "prossaa", "%"), headings=checked(text).templates[0]))
    assert (result.observations[0].unit, result.questions) == ("%", ())


def test_an_own_name_does_not_reach_into_another_region() -> None:
    text = OWN.replace("Kymis", "Keusote")
    assert asked(checked(text, mapping(*ALL))) == [(NAME, "Lasten kiireelliset")]


def test_a_new_indicator_is_known_once_it_is_in_the_catalogue() -> None:
    known = load_catalogue()
    card = known.indicators[0].model_copy(update={"id": "uusi", "name": "Aivan uusi", "aliases": ()})
    text = f"Alue;Mittari;Jakso;Arvo\n{card.region};Aivan uusi;3/2026;1\n".encode()
    assert check(text, "a.csv", known, today=date(2026, 11, 22)).questions
    result = check(text, "a.csv", known.with_indicators([card]), today=date(2026, 11, 22))
    assert ([o.indicator for o in result.observations], result.questions) == (["uusi"], ())


def test_the_records_of_a_warning_are_the_warned_ones() -> None:
    text = (
        f"Alue;Mittari;Jakso;Arvo;Yksikkö\nKymenlaakso;{INDICATOR};3/2026;101;%\nKymenlaakso;{INDICATOR};4/2026;5;%\n"
    )
    result = checked(text)
    assert result.warned == {result.observations[0].key}


AMBIGUOUS = f"Alue;Mittari;Jakso;Lkm\nKymenlaakso;{INDICATOR};3/2026;1.234\nKymenlaakso;{INDICATOR};4/2026;2.345\n"
COUNTED = ("alue", "mittari", "jakso", "lkm")


@pytest.mark.parametrize(("mark", "values"), [("pilkku", [1234.0, 2345.0]), ("piste", [1.234, 2.345])])
def test_a_column_whose_decimal_mark_does_not_show_is_asked_about_once(mark: str, values: list[float]) -> None:
    columns = mapping((COLUMN, "Lkm", "arvo"), headings=COUNTED)
    (question,) = checked(AMBIGUOUS, columns).questions
    assert (question.kind, question.text, question.cell) == (WordKind.DECIMAL_MARK, "Lkm", "D1")
    assert (question.options, question.samples) == (("pilkku", "piste"), ("1.234", "2.345"))
    told = mapping((COLUMN, "Lkm", "arvo"), (WordKind.DECIMAL_MARK, "Lkm", mark), headings=question.headings)
    result = checked(AMBIGUOUS, told)
    assert [o.value for o in result.observations] == values
    assert (WordKind.DECIMAL_MARK, "Lkm") not in asked(result)
    assert "moniselitteinen" not in {finding.code for finding in result.findings}
