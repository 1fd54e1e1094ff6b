"""Upload: tarkista → esikatsele → julkaise; history and undo."""

import streamlit as st

from components import session
from components.frame import require_frame
from components.uploading.answers import ask, new_indicators_form
from components.uploading.examined import examined, told_of
from components.uploading.findings import draw_findings
from components.uploading.history import draw_history
from components.uploading.preview import draw_preview
from components.uploading.publishing import publish_form, tell_what_was_done
from data.catalogue import Catalogue

require_frame(__file__)
catalogue: Catalogue = session.catalogue()
store = session.store()
st.title("Lataus", anchor=False)
st.markdown("Tarkista taulukko, esikatsele muutokset ja julkaise ne. Mitään ei tallenneta ennen julkaisua.")
tell_what_was_done()

st.header("1 Tarkista", anchor=False)
names = ["Luetaan tiedostosta", *(region.name for region in catalogue.regions)]
chosen = st.selectbox("Alue, jos sitä ei ole tiedostossa", names, key="upload_region")
file = st.file_uploader("Valitse taulukko (xlsx, xlsm, csv tai tsv)", type=["xlsx", "xlsm", "csv", "tsv"], key="upload")
if file is not None:
    content, region = file.getvalue(), "" if chosen == names[0] else chosen
    told = told_of(content, region)
    upload = examined(content, file.name, region, told)
    draw_findings(upload)
    ask(catalogue, upload, told)
    new_indicators_form(catalogue, upload, told, region)
    st.header("2 Esikatsele", anchor=False)
    removed = draw_preview(catalogue, upload)
    st.header("3 Julkaise", anchor=False)
    publish_form(upload, content, store, removed)

st.header("Julkaisuhistoria", anchor=False)
draw_history(store)
