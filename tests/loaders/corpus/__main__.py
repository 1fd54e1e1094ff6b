"""python -m tests.loaders.corpus: which cases show which line of the specification."""

from tests.loaders.corpus.cases import CASES
from tests.loaders.corpus.specification import SPECIFICATION

for key, line in SPECIFICATION.items():
    print(f"{line}\n    {', '.join(one.name for one in CASES if key in one.covers)}")
