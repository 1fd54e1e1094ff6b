"""What pages are made of: filters, figures, tables and cards, each a function that returns a value or draws a view."""
