"""The findings of a file, the gravest first, and the same workbook back with its cells marked."""

from functools import partial

import streamlit as st

from components.texts import plain
from loaders.findings import Severity
from loaders.publish import Upload
from loaders.sandbox import mark_in_sandbox

_LOOK = {
    Severity.STOPS: (st.error, "Esteet", ":material/block:"),
    Severity.WARNS: (st.warning, "Varoitukset", ":material/warning:"),
    Severity.TELLS: (st.info, "Tiedoksi", ":material/info:"),
}


def draw_findings(upload: Upload, content: bytes) -> None:
    """Draw how many findings of each severity there are, each with its place and mend, and the marked workbook."""
    counts = ", ".join(f"{_LOOK[severity][1].lower()} {upload.count(severity)}" for severity in Severity)
    st.markdown(
        f"**{plain(upload.file_name)}**: {plain(upload.layout or 'asettelua ei tunnistettu')}. Huomiot: {counts}."
    )
    for severity, (box, word, icon) in _LOOK.items():
        findings = [finding for finding in upload.findings if finding.severity is severity]
        if findings:
            with st.expander(f"{word}: {len(findings)}", expanded=severity is not Severity.TELLS):
                box("\n".join(f"- {plain(finding.message)}" for finding in findings), icon=icon)
    if upload.layout and any(finding.severity is not Severity.TELLS for finding in upload.findings):
        st.download_button(
            "Lataa taulukko, johon huomiot on merkitty",
            partial(mark_in_sandbox, content, upload.file_name, upload.findings),
            file_name=f"{upload.file_name.rpartition('.')[0]}-huomiot.xlsx",
            icon=":material/ink_highlighter:",
            on_click="ignore",
        )
        st.caption("Ladattava tiedosto on työkappale: kaaviot ja kuvat eivät tule mukaan.")
