"""Upload: tarkista → esikatsele → julkaise; history and undo."""

import streamlit as st

from components import session
from components.frame import require_frame
from components.page_header import page_header
from components.upload.answers import ask, new_indicators_form
from components.upload.examined import draw_findings, examined, given_answers
from components.upload.preview import draw_preview
from components.upload.publishing import draw_history, draw_outcome, publish_form
from components.upload.sources import choose
from components.versions import version_is_pinned
from data.catalogue import Catalogue

require_frame(__file__)
catalogue: Catalogue = session.catalogue()
store = session.store()
page_header("Lataus")
st.markdown("Tarkista taulukko, esikatsele muutokset ja julkaise ne. Mitään ei tallenneta ennen julkaisua.")
draw_outcome()

if version_is_pinned():
    st.stop()

st.header("1 Tarkista", anchor=False)
if incoming := choose(catalogue):
    answers = given_answers(incoming)
    upload = examined(incoming, answers)
    draw_findings(upload, incoming.content)
    ask(catalogue, upload, answers)
    new_indicators_form(catalogue, upload, answers, incoming.region)
    st.header("2 Esikatsele", anchor=False)
    removed = draw_preview(catalogue, upload)
    st.header("3 Julkaise", anchor=False)
    publish_form(upload, incoming.content, store, removed)

st.header("Julkaisuhistoria", anchor=False)
draw_history(store)
