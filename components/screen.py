"""What the reader's screen is like, as far as a figure has to know it before it is drawn."""

import streamlit as st


def is_dark() -> bool:
    """Return whether the page stands on the dark ground."""
    return st.context.theme.type == "dark"


def is_phone() -> bool:
    """Return whether the browser says that it is a phone's."""
    return "Mobi" in (st.context.headers.get("User-Agent") or "")
