"""python -m tests.faults [plantings of each fault] [seed]: recall and false alarms, printed."""

import sys
import time
from collections import Counter

from tests.faults.draft import Draft
from tests.faults.material import SIGNALS, clean
from tests.faults.measure import alarms, measure


def main(rounds: int = 40, seed: int = 1) -> None:
    """Measure and print a table of each kind."""
    started = time.perf_counter()
    drafts = list(clean())
    quiet = _false_alarms(drafts)
    print(f"\nRecall, each fault planted {rounds} times, seed {seed}")
    print("  a slip where it can show: the number is published, or three or more steady ones of its series are")
    scores = measure(quiet, rounds, seed)
    for name, score in scores.items():
        share = f"{score.seen / score.planted:7.1%}" if score.planted else "      –"
        print(f"  {name:<34} {score.seen:>4} of {score.planted:<4} {share}   in {len(score.layouts)} layouts")
        for missed in score.missed[:5]:
            print(f"      not found: {missed}")
    seen, planted = sum(score.seen for score in scores.values()), sum(score.planted for score in scores.values())
    print(f"  {'all':<34} {seen:>4} of {planted:<4} {seen / planted:7.1%}")
    print(f"{time.perf_counter() - started:.0f} s")


def _false_alarms(drafts: list[Draft]) -> list[Draft]:
    """Print how many clean files are warned of, and return those that are not."""
    quiet: list[Draft] = []
    loud: list[Draft] = []
    codes, numbers = Counter[tuple[str, str]](), 0
    for draft in drafts:
        checked = draft.checked()
        numbers += len(checked.observations) + len(checked.process_goals)
        warnings = alarms(checked)
        codes.update((draft.layout, warning.code) for warning in warnings)
        (loud if warnings else quiet).append(draft)
    layouts = Counter(draft.layout for draft in drafts)
    print(f"False alarms: {len(loud)} of {len(drafts)} clean files ({len(loud) / len(drafts):.1%})")
    print(f"  {sum(codes.values())} warnings for {numbers} records ({sum(codes.values()) / numbers:.2%})")
    print(f"  left out: {', '.join(SIGNALS)}, whose numbers are meant to surprise")
    for layout, count in layouts.items():
        by_code = {code: times for (where, code), times in codes.items() if where == layout}
        files = sum(draft.layout == layout for draft in loud)
        print(f"  {layout:<20} {files:>3} of {count:<3} {', '.join(f'{code} {n}' for code, n in by_code.items())}")
    return quiet


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
