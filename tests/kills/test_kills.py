"""A publication that is killed leaves the store as before or as after: `python -m tests.kills`, a few of them."""

import re
import subprocess
import sys
from pathlib import Path

from tests.limits import HANG_SECONDS

ROOT = Path(__file__).parents[2]
COUNT = 16


def test_a_killed_publication_leaves_the_store_as_before_or_as_after() -> None:
    """In a process of its own, since it forks; it fails by itself where a store is neither."""
    command = [sys.executable, "-m", "tests.kills", str(COUNT), "1"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=HANG_SECONDS)
    assert done.returncode == 0, done.stderr
    numbers = [int(number) for number in re.findall(r"(?:before|after|written) (\d+)", done.stdout)]
    before, after, within = numbers
    assert before + after == COUNT and before and after
    assert within
