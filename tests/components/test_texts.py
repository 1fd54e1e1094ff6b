"""Text from files and reports is shown letter by letter: Markdown of Streamlit's dialect makes nothing of it."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from components.texts import plain

WORD_JOINER = "\u2060"  # has no width: it may stand between letters without anyone seeing it
RENDERER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])

# What Streamlit's page makes of text beyond CommonMark. Its plugins look at the text that CommonMark leaves.
DIALECT = {
    "a link": re.compile(r"(?:https?://|www\.)[-.\w]|[-.\w+]@[-\w]+\.[-\w]", re.IGNORECASE),
    "a directive": re.compile(r":[A-Za-z]"),
    "an emoji or icon": re.compile(r":(?:[\w-]+|[+-]1):|:material/"),
    "an arrow": re.compile(r"(?:^|\s)(?:<->|<-|->|--|>=|<=|~=)(?=\s|$)"),
}


def tokens(markdown: str) -> list[Token]:
    """Every token of some rendered Markdown, also those inside others."""
    return [one for token in RENDERER.parse(markdown) for one in (token, *(token.children or ()))]


def shown(markdown: str) -> str:
    """The letters that a reader sees."""
    breaks = {"softbreak": " ", "hardbreak": " "}
    leaves = [token for token in tokens(markdown) if token.type != "inline"]
    return "".join(breaks.get(token.type, token.content) for token in leaves)


def seen(text: str) -> str:
    """The text as a page shows it: runs of ordinary white space as one space, what has no width left out."""
    return " ".join(re.split(r"[ \t\r\n\f\v]+", text.replace(WORD_JOINER, ""))).strip(" ")


PLAIN = {"inline", "text", "paragraph_open", "paragraph_close", "softbreak"}
SAMPLES = [
    "käynnissä",
    "Lähtötila 22 % (loppuvuosi 2019), n = 120",
    "klo 9.00–11.00 tai 9:00–11:00, suhde 1:2",
    "[linkki](https://esimerkki.fi)",
    "![kuva](https://esimerkki.fi/a.png)",
    "<b>lihavoitu</b> <script>alert(1)</script> <img src=x onerror=alert(1)>",
    "*kursiivi* **lihava** _alaviiva_ __kaksi__ ~~yli~~ `koodi`",
    "muuttujan_nimi ja 2*3*4",
    "$x^2$ ja $$y$$, hinta 5 $",
    "# otsikko",
    "> lainaus",
    "- luettelo",
    "+ luettelo",
    "1. kohta",
    "2) kohta",
    "- [ ] tehtävä",
    "| a | b |",
    "a\\*b \\",
    ":material/home: ja :tada:",
    "ennen -> jälkeen",
    "a >= b <= c ~= d",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_a_text_is_shown_letter_by_letter(text: str) -> None:
    markdown = plain(text)
    assert {token.type for token in tokens(markdown)} <= PLAIN
    assert seen(shown(markdown)) == seen(text)


@pytest.mark.parametrize("frame", ["**{}**", "- {}", "### {}", "Lähtötila: **{}**", "- **a** {}"])
@pytest.mark.parametrize("text", SAMPLES)
def test_a_text_stays_inside_what_is_drawn_around_it(frame: str, text: str) -> None:
    around = {token.type for token in tokens(frame.format("x"))}
    markdown = frame.format(plain(text))
    assert {token.type for token in tokens(markdown)} <= around | PLAIN
    assert seen(shown(markdown)) == seen(shown(frame.format("x")).replace("x", text))


LINES = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]<>#|~$^:-+=.)(!/ 1a&@;"), st.characters(categories=["L", "N", "P", "S"])),
    max_size=30,
)


@given(LINES)
@example("a*b*c")
@example("a\u00a0b")
def test_whatever_one_line_holds_is_shown_as_it_is(text: str) -> None:
    markdown = plain(text)
    assert {token.type for token in tokens(markdown)} <= PLAIN
    assert seen(shown(markdown)) == seen(text)


@given(LINES)
@example("https://esimerkki.fi/a")
@example("www.esimerkki.fi")
@example("nimi@esimerkki.fi")
@example(":red[punainen]")
@example(":small[pieni]")
@example("::x")
@example("->")
@example("a --")
@example("<=")
def test_the_dialect_of_the_page_makes_nothing_of_a_line(text: str) -> None:
    left = shown(plain(text))
    assert {what: pattern.search(left) for what, pattern in DIALECT.items() if pattern.search(left)} == {}


@pytest.mark.parametrize("text", ["a\n---\nb", "a\n===", "---", "***", "a\n\nb", "    koodi", "\tkoodi", "a\n- b"])
def test_a_line_break_or_an_indent_makes_no_block(text: str) -> None:
    markdown = plain(text)
    assert {token.type for token in tokens(markdown)} <= PLAIN
    assert seen(shown(markdown)) == seen(text)


@pytest.mark.parametrize("text", ["&amp;", "&lt;b&gt;", "&#42;a&#42;", "a &auml; b"])
def test_a_character_reference_is_shown_as_it_is_written(text: str) -> None:
    assert seen(shown(plain(text))) == text
