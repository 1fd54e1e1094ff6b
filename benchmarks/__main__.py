"""Run every benchmark, or those whose name holds the word given: `python -m benchmarks [word]`."""

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import Ways

ROUNDS = 7


def benchmarks_named(word: str) -> Iterator[tuple[str, Callable[[], Ways]]]:
    """Find the benchmarks of this folder with `word` in their full name, by that name."""
    for path in sorted(Path(__file__).parent.glob("bench_*.py")):
        module = importlib.import_module(f"benchmarks.{path.stem}")
        for name, function in vars(module).items():
            if name.startswith("bench_") and word in f"{path.stem}.{name}":
                yield f"{path.stem}.{name}", function


def seconds(ways: Ways) -> dict[str, float]:
    """Time each way in seconds, the fastest of some rounds. Ways take turns, so that a busy moment hits all of them."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(ROUNDS):
        for name, work in ways.items():
            start = time.perf_counter()
            work()
            best[name] = min(best[name], time.perf_counter() - start)
    return best


def main(word: str = "") -> None:
    """Print each way's time and its ratio to the first one's."""
    benchmarks = list(benchmarks_named(word))
    for title, benchmark in benchmarks:
        times = seconds(benchmark())
        first = next(iter(times.values()))
        print(f"{title}: {(benchmark.__doc__ or '').strip()}")
        for name, taken in times.items():
            print(f"  {name:<40} {taken * 1000:10.1f} ms  {taken / first:6.2f} ×")
    if not benchmarks:
        print(f"Nothing to measure: no function bench_*{word}* in benchmarks/bench_*.py.")


if __name__ == "__main__":
    main(*sys.argv[1:2])
