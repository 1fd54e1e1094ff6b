"""Upload: tarkista → esikatsele → julkaise; history and undo."""

import streamlit as st

from components import session
from components.frame import require_frame
from components.publishing import draw_findings, draw_history, draw_preview, publish_form
from components.upload import examine
from components.versions import version_is_pinned
from data.catalogue import Catalogue

require_frame(__file__)
catalogue: Catalogue = session.catalogue()
store = session.store()
st.title("Lataus", anchor=False)
st.markdown("Tarkista taulukko, esikatsele muutokset ja julkaise ne. Mitään ei tallenneta ennen julkaisua.")

if version_is_pinned():
    st.stop()

st.header("1 Tarkista", anchor=False)
names = ["Luetaan tiedostosta", *(region.name for region in catalogue.regions)]
chosen = st.selectbox("Alue, jos sitä ei ole tiedostossa", names, key="upload_region")
file = st.file_uploader("Valitse taulukko (xlsx, xlsm, csv tai tsv)", type=["xlsx", "xlsm", "csv", "tsv"], key="upload")
if file is not None:
    region = "" if chosen == names[0] else chosen
    upload = examine(file.getvalue(), file.name, store, catalogue, region=region, today=session.today())
    if isinstance(upload, str):
        st.error(upload)
    else:
        draw_findings(upload)
        st.header("2 Esikatsele", anchor=False)
        draw_preview(catalogue, upload)
        st.header("3 Julkaise", anchor=False)
        publish_form(upload, store)

st.header("Julkaisuhistoria", anchor=False)
draw_history(store)
