"""Workbooks that the loader writes: a template to fill in, and a file that comes back with its findings."""
