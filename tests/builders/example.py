"""The invented example as the real loader reads it, once in a test run."""

from datetime import date
from functools import cache

from data.catalogue import load_example_catalogue
from loaders.check import Checked, check
from loaders.first_start import EXAMPLE


@cache
def checked() -> Checked:
    return check(EXAMPLE.read_bytes(), EXAMPLE.name, load_example_catalogue(), today=date(2026, 11, 22))
