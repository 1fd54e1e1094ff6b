"""Charts as Plotly figures made from views. No Streamlit here, so a test can look at what is drawn."""
