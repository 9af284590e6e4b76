"""How long one review of a 1,500-character text takes, at each keystroke and for the first time.

    python tests/benchmarks/bench_review.py

Bounds: 5 ms at each keystroke (design, section 8), and 300 ms from the last key to the answer of both
readers. The text is typed letter by letter; the first reading of the whole text, nothing cached, is
printed beside it.
"""

import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recco_tui import second_reader
from recco_tui.core.models import TextKind
from recco_tui.ui.second_reading import PAUSE
from recco_tui.writing import model, no_impact, sentences, tagging
from recco_tui.writing.about import About, OtherText, first_names
from recco_tui.writing.review import review
from recco_tui.writing.rules import patterns, phrases, repeated

BOUND_MS = 5.0
BOTH_BOUND_MS = 300.0
TEXT = (
    "I worked alongside Mara on the billing service at the academy for almost two years, where she "
    "led the move to a new database. She reads a failing test the way others read a map, and she "
    "explains what she finds so clearly that the whole team could follow. Because of her work our "
    "nightly run went from four hours to twenty minutes, which gave the support team back their "
    "mornings. She never lost patience when plans changed, and she asked the right question before "
    "anyone had written a line. When the launch slipped, she cut the scope to what mattered, talked "
    "to every customer herself and brought us in on time. I still use the checklists that she wrote "
    "for newcomers, and three people on my team found their feet with them. Mara also reviewed most "
    "of my code; I learned from each of her comments how to say more with less. Her calm in a bad "
    "week is worth more than any tool we bought that year, and clients told us so. In meetings she "
    "listens first, and when she speaks the room gets quieter. She mentored two interns who now lead "
    "projects of their own, and they name her whenever they are asked how. Outside of her own tasks "
    "she kept an eye on the logs, and twice found a fault before a customer could. I would hire her "
    "again tomorrow, and I recommend her to any team that wants honest work done well. Whoever gets "
    "to work with her next is lucky, and I look forward to hearing what she builds there with them. "
    "No one else I know would have stayed so kind in those weeks, and no one else would have left us "
    "such tidy notes."
)[:1500]  # fmt: skip
ABOUT = About(
    to="Mara Stone",
    others=first_names([f"Name{n} Other" for n in range(2000)]),
    used=tuple(OtherText(f"Person {n}", f"Sentence {n} about something else entirely.") for n in range(30)),
)  # fmt: skip


def forget() -> None:
    """Empties every cache that keeps work on sentences."""
    for cached in (
        sentences.split,
        model.reading,
        model.shipped_scores,
        tagging._strongest_cues,
        tagging._find_ask_parts,
        patterns._find_patterns,
        phrases.find_phrases,
        no_impact.why_no_impact,
        repeated._trigrams,
    ):
        cached.cache_clear()


def timed(text: str) -> float:
    start = time.perf_counter()
    review(text, TextKind.RECOMMENDATION, ABOUT)
    return (time.perf_counter() - start) * 1000


def measure() -> float:
    """The median review at a keystroke, in seconds."""
    timed(TEXT)
    return statistics.median(timed(TEXT[:at]) for at in range(1200, len(TEXT) + 1)) / 1000


def main() -> int:
    timed(TEXT)
    keys = [timed(TEXT[:at]) for at in range(1200, len(TEXT) + 1)]
    middle = [timed(f"{TEXT[:700]}{'so ' * n}{TEXT[700:]}") for n in range(1, 60)]
    cold = []
    for _ in range(25):
        forget()
        cold.append(timed(TEXT))
    median = statistics.median(keys + middle)
    print(f"text: {len(TEXT)} characters")
    print(f"at each keystroke: median {median:.2f} ms, worst {max(keys + middle):.2f} ms")
    print(f"first reading, nothing cached: median {statistics.median(cold):.2f} ms")
    both = both_readers()
    holds = median <= BOUND_MS and both <= BOTH_BOUND_MS
    print(f"bounds ({BOUND_MS} and {BOTH_BOUND_MS} ms): {'hold' if holds else 'do not hold'}")
    return 0 if holds else 1


def both_readers() -> float:
    """Print and return the milliseconds from the last key to the answer of both readers."""
    start = time.perf_counter()
    second_reader.read(TEXT)
    print(f"second reader: loads and reads in {(time.perf_counter() - start) * 1000:.0f} ms")
    spent = []
    for at in range(len(TEXT) - 15, len(TEXT)):
        start = time.perf_counter()
        evidence = second_reader.read(TEXT[:at])
        review(TEXT[:at], TextKind.RECOMMENDATION, ABOUT, evidence=evidence)
        spent.append((PAUSE + time.perf_counter() - start) * 1000)
    print(f"both readers: median {statistics.median(spent):.0f} ms after the last key, "
          f"worst {max(spent):.0f} ms")  # fmt: skip
    return statistics.median(spent)


if __name__ == "__main__":
    raise SystemExit(main())
