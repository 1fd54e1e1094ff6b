"""The form in which a person says what a file's own words mean: columns, indicators, regions and units.

The answers stay in the session until the file is published, and are remembered for its template from then on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from components.texts import plain
from data.catalogue import Catalogue, slug
from data.model import Direction, Indicator, Interval, Kind, TemplateWords, WordKind, WordMeaning
from data.units import canonical
from loaders.parse.periods import EXAMPLES
from loaders.parse.periods import parse as period_of
from loaders.publish import Answers, Upload
from loaders.template_words import Question

WAITING = "new_indicators"  # words that are to become indicators, until their cards have been filled

_UNANSWERED = ""
_NEW = "uusi mittari"
_SHOWN = 20  # questions at a time; the next ones come when these have been answered
_DIRECTIONS = {
    Direction.NOT_JUDGED: "Suuntaa ei arvioida",
    Direction.HIGHER: "Suurempi on parempi",
    Direction.LOWER: "Pienempi on parempi",
}
_KINDS = {Kind.OUTCOME: "Tulos", Kind.OUTPUT: "Tuotos", Kind.CONTEXT: "Tausta"}
_WORDS = {
    WordKind.COLUMN: "Sarake",
    WordKind.INDICATOR: "Mittari",
    WordKind.REGION: "Alue",
    WordKind.UNIT: "Yksikkö",
    WordKind.DECIMAL_MARK: "Desimaalierotin sarakkeessa",
}


@dataclass
class GivenAnswers:
    """The answers that have been given about one file in this session."""

    meanings: dict[tuple[WordKind, str], WordMeaning] = field(default_factory=dict)
    templates: set[tuple[str, ...]] = field(default_factory=set)
    indicators: dict[str, Indicator] = field(default_factory=dict)

    def keep_meaning(self, upload: Upload, kind: WordKind, text: str, meaning: str) -> None:
        """Keep what a word of the examined file means; an empty meaning takes back what was remembered."""
        self.templates |= upload.headings
        self.meanings[kind, text] = WordMeaning(kind=kind, text=text, meaning=meaning)

    def for_loader(self) -> Answers:
        """Return all of them as the loader takes them."""
        meanings = tuple(self.meanings.values())
        return Answers(
            template_words=tuple(
                TemplateWords(headings=headings, meanings=meanings) for headings in sorted(self.templates)
            ),
            indicators=tuple(self.indicators.values()),
        )


def ask(catalogue: Catalogue, upload: Upload, given: GivenAnswers) -> None:
    """Draw the questions that the file leaves open and what has been explained; an answer runs the page again."""
    _draw_explained(upload, given)
    if not upload.questions:
        return
    with st.form("answers", border=True):
        st.markdown("**Mitä taulukon omat sanat tarkoittavat?** Vastaukset muistetaan, kun julkaiset tiedot.")
        with st.grid("auto", min_column_width=330):
            chosen = [(question, _choice(catalogue, upload, question)) for question in upload.questions[:_SHOWN]]
        if len(upload.questions) > _SHOWN:
            st.caption(f"Näiden jälkeen kysytään vielä {len(upload.questions) - _SHOWN} sanaa.")
        if st.form_submit_button("Tarkista näillä vastauksilla", icon=":material/fact_check:"):
            _keep_answers(upload, given, chosen)


def _keep_answers(upload: Upload, given: GivenAnswers, chosen: Sequence[tuple[Question, str]]) -> None:
    answered = [(question, meaning) for question, meaning in chosen if meaning and meaning != _NEW]
    wrong = [meaning for question, meaning in answered if _is_period(question) and not period_of(meaning)]
    if wrong:
        st.error(f"Jaksoa “{plain(wrong[0])}” ei tunnistettu. Kirjoita jakso esimerkiksi näin: {EXAMPLES}.")
        return
    for question, meaning in answered:
        given.keep_meaning(upload, question.kind, question.text, meaning)
    new = [question.text for question, meaning in chosen if meaning == _NEW]
    st.session_state[WAITING] = new
    if answered or new:
        st.rerun()


def _is_period(question: Question) -> bool:
    return question.kind is WordKind.COLUMN and not question.options


def _choice(catalogue: Catalogue, upload: Upload, question: Question) -> str:
    key = f"answer-{question.kind.value}-{question.text}"
    where = f" ({question.cell})" if question.cell else ""
    samples = f", esimerkiksi {', '.join(question.samples)}" if question.samples else ""
    label = f"{_WORDS[question.kind]} “{plain(question.text)}”{where}{plain(samples)}"
    if _is_period(question):
        return st.text_input(label, placeholder="Jakso, esimerkiksi kevät 2026", key=key, max_chars=60).strip()
    if question.kind is WordKind.INDICATOR:
        names = _indicators(catalogue, upload)
        options = [_UNANSWERED, _NEW, *names]
        return st.selectbox(label, options, format_func=lambda option: names.get(option) or _in_words(option), key=key)
    return st.selectbox(label, [_UNANSWERED, *question.options], format_func=_in_words, key=key)


def _in_words(option: str) -> str:
    return {_UNANSWERED: "Jätetään ennalleen", _NEW: "Luodaan uusi mittari"}.get(option, option)


def _indicators(catalogue: Catalogue, upload: Upload) -> dict[str, str]:
    """Return names of the indicators that the file may mean, by id: those of its regions and the national ones."""
    regions = upload.regions
    possible = [i for i in catalogue.indicators if not i.region or not regions or i.region in regions]
    return {i.id: i.name if len(regions) == 1 else f"{i.name}, {i.region}" for i in possible}


def _draw_explained(upload: Upload, given: GivenAnswers) -> None:
    if not upload.meanings:
        return
    with st.expander(f"Selitetyt sanat: {len(upload.meanings)}"):
        st.caption("Näin taulukon omat sanat luetaan. Jos jokin on väärin, kysy sitä uudelleen.")
        for word in upload.meanings:
            left, right = st.columns([5, 1], vertical_alignment="center")
            left.markdown(f"{_WORDS[word.kind]} “{plain(word.text)}” on **{plain(word.meaning)}**.")
            if right.button("Kysy uudelleen", key=f"forget-{word.kind.value}-{word.text}", type="tertiary"):
                given.keep_meaning(upload, word.kind, word.text, "")
                st.rerun()


def new_indicators_form(catalogue: Catalogue, upload: Upload, given: GivenAnswers, region: str) -> None:
    """Draw a short mittarikortti for each word that is to become an indicator; it is published along with the file."""
    waiting: list[str] = st.session_state.get(WAITING, [])
    for text in waiting:
        with st.form(f"new-{text}", border=True):
            st.markdown(f"**Uusi mittari “{plain(text)}”.** Kortti on puutteellinen, kunnes kaikki kohdat on täytetty.")
            card = _card(catalogue, upload, text, region)
            if st.form_submit_button("Luo mittari", icon=":material/add:"):
                if not card.name or not card.region:
                    st.error("Mittari tarvitsee nimen ja alueen.")
                    continue
                given.indicators[card.id] = card
                given.keep_meaning(upload, WordKind.INDICATOR, text, card.id)
                st.session_state[WAITING] = [other for other in waiting if other != text]
                st.rerun()


def _card(catalogue: Catalogue, upload: Upload, text: str, region: str) -> Indicator:
    regions = [known.name for known in catalogue.regions]
    likely = next(iter(sorted(upload.regions)), region)
    left, right = st.columns(2)
    name = left.text_input("Nimi", value=text, key=f"new-name-{text}", max_chars=200).strip()
    owner = right.selectbox(
        "Alue", regions, index=regions.index(likely) if likely in regions else None, key=f"new-region-{text}"
    )
    unit = left.text_input("Yksikkö", key=f"new-unit-{text}", max_chars=40, placeholder="%, kpl, hlö, €")
    goal = right.selectbox(
        "Hyötytavoite",
        [goal.number for goal in catalogue.goals],
        format_func=lambda number: f"{number} {catalogue.goal(number).short}",
        index=None,
        placeholder="Ei hyötytavoitetta",
        key=f"new-goal-{text}",
    )
    kind = left.selectbox("Laji", [*_KINDS], format_func=_KINDS.__getitem__, key=f"new-kind-{text}")
    direction = right.selectbox(
        "Suunta", [*_DIRECTIONS], format_func=_DIRECTIONS.__getitem__, key=f"new-direction-{text}"
    )
    reason = st.text_input("Suunnan perustelu", key=f"new-reason-{text}", max_chars=300)
    definition = st.text_area("Määritelmä", key=f"new-definition-{text}", max_chars=1000)
    left, middle, right = st.columns(3)
    source = left.text_input("Tietolähde", key=f"new-source-{text}", max_chars=200)
    interval = middle.selectbox(
        "Päivitysväli", [*Interval], index=None, placeholder="Valitse", key=f"new-interval-{text}"
    )
    limits = right.text_input("Käytön rajoitteet", key=f"new-limits-{text}", max_chars=300)
    return Indicator(
        id=_free_id(catalogue, f"{slug(owner or '')}-{slug(name)}"[:100]),
        name=name,
        region=owner or "",
        kind=kind,
        unit=canonical(unit),
        direction=direction,
        direction_reason=reason.strip(),
        goal=goal,
        definition=definition.strip(),
        data_source=source.strip(),
        interval=interval,
        limits=limits.strip(),
    )


def _free_id(catalogue: Catalogue, wanted: str) -> str:
    """Return the wanted id, numbered if an indicator has it already."""
    number, free = 1, wanted
    while catalogue.indicator(free):
        number += 1
        free = f"{wanted}-{number}"
    return free
