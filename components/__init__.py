"""What pages are made of: filters, figures, tables and cards. Each is a function that returns a value or draws a view."""
