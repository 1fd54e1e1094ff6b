"""Spreadsheet bytes in, checked records and findings out. Pure: no screen, no store, no clock."""
