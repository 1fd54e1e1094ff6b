"""Files that people take along: the numbers of the screen, made from the same views. No Streamlit."""
