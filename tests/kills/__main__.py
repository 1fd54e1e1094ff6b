"""python -m tests.kills [how many] [seed]: kill, and print what was left."""

import sys
import time
from collections import Counter

from tests.kills.ground import SIZE, kills


def main(count: int = 100, seed: int = 1) -> None:
    """Kill and print what was left."""
    started = time.perf_counter()
    killed = kills(count, seed)
    outcomes = Counter(kill.outcome for kill in killed)
    within = sum(kill.is_within for kill in killed)
    print(f"{count} publications of {SIZE} observations killed, seed {seed}: every store sound and whole")
    print(f"  as before {outcomes['before']}, as after {outcomes['after']}")
    print(f"  killed while the file was being written {within}")
    print(f"  {time.perf_counter() - started:.0f} s")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
