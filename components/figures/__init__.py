"""Charts: a view in, a Plotly figure out. No Streamlit here, so a test can look at what is drawn."""
