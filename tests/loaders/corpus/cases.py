"""Every case of the corpus; importing a module of cases registers them."""

from tests.loaders.corpus import bad, checks, encodings, layouts, numbers, periods, real, sheet_defaults
from tests.loaders.corpus.case import CASES

__all__ = ["CASES", "bad", "checks", "encodings", "layouts", "numbers", "periods", "real", "sheet_defaults"]
