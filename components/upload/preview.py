"""What publishing would do: counts, values before and after, what is missing, and which statuses would change."""

import pandas as pd
import streamlit as st

from components.badges import card_badge
from components.charts import draw_chart
from components.figures.bar_figures import group_figure
from components.figures.large_chart import large_figure
from components.screen import is_dark
from components.texts import plain
from data.catalogue import Catalogue
from data.finnish import counted
from data.model import CellChange, Observation, ProcessGoal
from data.views.card import Card
from data.views.upload_preview import SHOWN_ROWS, Effect, UploadPreview
from data.views.version_changes import change_rows
from loaders.publish import Upload

_SHOWN_EFFECTS = 12
_REMOVE = "Poista"

Removable = Observation | ProcessGoal


def draw_preview(catalogue: Catalogue, upload: Upload) -> tuple[Removable, ...]:
    """Draw the preview and return what the person has ticked for removal."""
    if upload.is_empty:
        st.markdown("Tiedostosta ei ole vielä luettu tietoja, joten esikatseltavaa ei ole.")
        return ()
    _draw_counts(upload)
    _draw_observations(catalogue, upload)
    _draw_goals(upload)
    _draw_effects(upload.preview)
    return _draw_missing(catalogue, upload)


def _draw_counts(upload: Upload) -> None:
    observations, goals = upload.observations, upload.process_goals
    with st.grid("auto", min_column_width=190):
        for label, values, statuses in (
            ("Uusia", observations.new, goals.new),
            ("Muuttuvia", observations.changed, goals.changed),
            ("Ennallaan", observations.unchanged, goals.unchanged),
            ("Ei tiedostossa", observations.missing, goals.missing),
        ):
            st.metric(label, len(values) + len(statuses), border=True)


def _draw_observations(catalogue: Catalogue, upload: Upload) -> None:
    if upload.preview.changes:
        st.subheader("Muuttuvat ja uudet arvot", anchor=False)
        rows = change_rows(catalogue.with_indicators(upload.indicators), upload.preview.changes)
        st.dataframe(pd.DataFrame(rows), hide_index=True, alt="Muuttuvat ja uudet arvot ennen ja julkaisun jälkeen")
    _draw_rest(len(upload.observations.to_publish))


def _draw_goals(upload: Upload) -> None:
    goals = upload.process_goals
    rows = [(_goal_name(new), old.status.value, new.status.value, new.note) for old, new in goals.changed]
    rows += [(_goal_name(new), "(uusi)", new.status.value, new.note) for new in goals.new]
    if rows:
        st.subheader("Muuttuvat ja uudet prosessitavoitteet", anchor=False)
        frame = pd.DataFrame(rows[:SHOWN_ROWS], columns=["Prosessitavoite", "Ennen", "Nyt", "Huomautus"])
        st.dataframe(frame, hide_index=True, alt="Muuttuvat ja uudet prosessitavoitteet")
    _draw_rest(len(rows))


def _goal_name(goal: ProcessGoal) -> str:
    return f"{goal.title}, {goal.period.label}" if goal.period.label else goal.title


def _draw_rest(count: int) -> None:
    if count > SHOWN_ROWS:
        st.caption(f"Taulukossa on ensimmäiset {SHOWN_ROWS}. Julkaistaan {count}.")


def _draw_effects(preview: UploadPreview) -> None:
    if preview.uncounted:
        st.caption(
            f"Tiedosto koskee niin montaa havaintoa ({counted(preview.uncounted, 'mittari', 'mittaria')}), "
            "että vaikutuksia tiloihin ja kaavioihin ei esikatsella."
        )
    if not preview.effects:
        return
    st.subheader("Näin mittarit muuttuisivat", anchor=False)
    with_status = sum(effect.changes_status for effect in preview.effects)
    summary = counted(with_status, "mittarin tila muuttuisi", "mittarin tila muuttuisi")
    st.markdown(f"{summary}." if with_status else "Yhdenkään mittarin tila ei muuttuisi.")
    for effect in preview.effects[:_SHOWN_EFFECTS]:
        with st.expander(_effect_label(effect), expanded=effect.changes_status and with_status <= 3):
            _draw_effect(effect)
    if len(preview.effects) > _SHOWN_EFFECTS:
        st.caption(f"Näiden lisäksi muuttuisi vielä {len(preview.effects) - _SHOWN_EFFECTS} mittaria.")


def _effect_label(effect: Effect) -> str:
    name, after = f"{plain(effect.name)}, {plain(effect.region_label)}", card_badge(effect.after)
    if effect.before is None:
        return f"{name}: uusi {after}"
    return f"{name}: {card_badge(effect.before)} → {after}" if effect.changes_status else f"{name}: {after}"


def _draw_effect(effect: Effect) -> None:
    left, right = st.columns(2)
    with left:
        st.markdown("**Nyt**")
        if effect.before is None:
            st.markdown("Mittarista ei ole havaintoja.")
        else:
            _draw_card(effect.before, "before")
    with right:
        st.markdown("**Julkaisun jälkeen**")
        _draw_card(effect.after, "after")


def _draw_card(card: Card, when: str) -> None:
    st.markdown(plain(card.sentence))
    if card.time_chart:
        look = {"height": 260, "width": 560, "is_dark": is_dark()}
        draw_chart(large_figure, card.time_chart, key=f"effect-{when}-{card.region}-{card.indicator}", **look)
    if card.bar_chart:
        draw_chart(group_figure, card.bar_chart, key=f"effect-bars-{when}-{card.region}-{card.indicator}")


def _draw_missing(catalogue: Catalogue, upload: Upload) -> tuple[Removable, ...]:
    """Draw what the file lacks, small numbers hidden, and return what is ticked, as the store has it."""
    missing = upload.missing[:SHOWN_ROWS]
    shown: tuple[Removable, ...] = (*upload.preview.missing, *upload.process_goals.missing)
    if not missing:
        return ()
    count = len(upload.missing)
    with st.expander(f"Tiedostosta puuttuu {counted(count, 'nykyinen tieto', 'nykyistä tietoa')}"):
        st.caption("Tiedot säilyvät. Merkitse ne, jotka poistetaan julkaistaessa. Poistonkin voi kumota.")
        rows = [_missing_row(catalogue, entry) for entry in shown[:SHOWN_ROWS]]
        frame = pd.DataFrame([{_REMOVE: False, **row} for row in rows])
        edited = st.data_editor(
            frame,
            hide_index=True,
            disabled=[name for name in frame.columns if name != _REMOVE],
            key="removed",
            alt="Nykyiset tiedot, joita tiedosto ei kerro",
        )
        if count > SHOWN_ROWS:
            st.caption(f"Taulukossa on ensimmäiset {SHOWN_ROWS}; yhteensä {count}.")
        return tuple(entry for entry, ticked in zip(missing, edited[_REMOVE], strict=True) if ticked)


def _missing_row(catalogue: Catalogue, entry: Removable) -> dict[str, str]:
    if isinstance(entry, ProcessGoal):
        return {"Alue": entry.region, "Mitä": entry.title, "Jakso": entry.period.label, "Nyt": entry.status.value}
    (row,) = change_rows(catalogue, [CellChange(old=entry)])
    what = ", ".join(filter(None, (row["Mittari"], row["Ryhmä"], row["Rooli"])))
    return {"Alue": row["Alue"], "Mitä": what, "Jakso": row["Jakso"], "Nyt": row["Ennen"]}
