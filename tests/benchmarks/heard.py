"""Whether the sentences of tests/writing/heard.txt are heard as what they are."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from recco_tui.writing.evidence import Evidence  # noqa: E402
from recco_tui.writing.parts import Part, State  # noqa: E402
from recco_tui.writing.review import review  # noqa: E402

FILE = ROOT / "tests" / "writing" / "heard.txt"
BOUNDS = {"plain results": 50, "look-alikes": 6, "endorsements": 26, "contexts": 26}
"""at least so many are to be heard; of the look-alikes at most"""
PART = {"endorsements": Part.ENDORSEMENT, "contexts": Part.CONTEXT}
"""what a kind of sentence is to be heard as; else impact"""


class Case(NamedTuple):
    """A sentence in a text of a few."""

    kind: str
    sentence: str
    text: str


def cases() -> Iterator[Case]:
    """Each sentence in the place of the star in a frame of the same person, in turn."""
    sections: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            sections.setdefault(name, []).append(line)
    for heading, sentences in sections.items():
        kind, _, person = heading.rpartition(" ")
        frames = sections[f"frames {person}"]
        for at, sentence in enumerate(sentences if kind != "frames" else []):
            yield Case(kind, sentence, frames[at % len(frames)].replace("*", sentence))


def heard(read: Callable[[str], Evidence]) -> dict[str, tuple[int, int, list[str]]]:
    """Kind → how many are heard, of how many, and those that are not as they should be."""
    found: dict[str, tuple[int, int, list[str]]] = {}
    for case in cases():
        part = PART.get(case.kind, Part.IMPACT)
        judged = review(case.text, evidence=read(case.text))
        is_heard = any(
            tag.part is part and tag.state is State.SURE
            for one in judged.sentences
            if case.sentence in one.sentence.text or one.sentence.text in case.sentence
            for tag in one.tags
        )
        count, of, wrong = found.get(case.kind, (0, 0, []))
        is_wrong = is_heard is (case.kind == "look-alikes")
        found[case.kind] = (
            count + is_heard,
            of + 1,
            [*wrong, case.sentence] if is_wrong else wrong,
        )
    return found


def report_heard(read: Callable[[str], Evidence], *, misses: bool = False) -> bool:
    """Print the counts; whether all bounds hold."""
    holds = True
    for kind, (count, of, wrong) in heard(read).items():
        bound = BOUNDS[kind]
        kept = count <= bound if kind == "look-alikes" else count >= bound
        holds = holds and kept
        most = "at most" if kind == "look-alikes" else "at least"
        print(
            f"  {kind:16s} {count} of {of} ({most} {bound}: {'holds' if kept else 'does not hold'})"
        )
        for sentence in wrong if misses else []:
            print(f"      {sentence}")
    return holds
