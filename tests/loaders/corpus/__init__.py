"""Whole files as people make them, each with all that the loader must find in it.

A case is a function that returns its bytes and the lines that are expected, in the words of `case.told`. It names the
lines of the specification that it shows. `python -m tests.loaders.corpus` prints which case shows what.
"""
