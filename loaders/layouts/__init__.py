"""Recognise: the tables of a sheet and their layouts, each layout with the reading of its rows."""
