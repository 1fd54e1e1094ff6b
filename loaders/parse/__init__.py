"""Parse: the text of a cell becomes a number, a period, a unit or a known name."""
