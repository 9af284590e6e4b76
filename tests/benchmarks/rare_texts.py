"""Texts for fitting that are put together from the sentences of rare_sentences.txt.

Real recommendations say the same few things in the same few words, and what is rare in them is not
learned from them. None of these sentences stands in tests/writing/heard.txt, by which both readers
are measured, and none is near one.
"""

import random
from collections.abc import Iterator
from pathlib import Path

FILE = Path(__file__).with_name("rare_sentences.txt")
COUNT, FEW = 360, 120
"""how many the second reader learns from, and how many of them the first one, whose words would
else be bent to them"""
FORMS = {"she": ("she", "her", "her"), "he": ("he", "him", "his")}
NAMES = {
    "she": ("Ada", "Brita", "Carmen", "Dilek", "Fatou", "Greta", "Hanna", "Joana", "Mei", "Olga"),
    "he": ("Anton", "Bruno", "Dario", "Emil", "Farid", "Goran", "Jonas", "Karim", "Luis", "Nils"),
}
MIDDLES = (
    *(("impact",), ("impact",), ("impact", "impact")),
    *(("no impact",), ("no impact",), ("no impact", "impact"), ()),
)
PARTS = frozenset({"context", "skills", "impact", "endorsement"})

Text = tuple[list[str], list[list[str]]]
"""sentences, and the parts of each"""


def rare_texts(count: int = COUNT, seed: int = 0) -> Iterator[Text]:
    """Texts of one to eight sentences about a person each; every sentence is used about as often as
    the others of its kind."""
    chance = random.Random(seed)
    kinds = _kinds()
    left: dict[str, list[str]] = {kind: [] for kind in kinds}
    for _ in range(count):
        form = chance.choice(list(FORMS))
        name, (s, o, p) = chance.choice(NAMES[form]), FORMS[form]
        words = {"N": name, "s": s, "o": o, "p": p, "S": s.capitalize(), "P": p.capitalize()}
        order = _order(chance)
        sentences = []
        for kind in order:
            left[kind] = left[kind] or chance.sample(kinds[kind], len(kinds[kind]))
            sentences.append(left[kind].pop().format(**words))
        yield sentences, [[kind] if kind in PARTS else [] for kind in order]


def _order(chance: random.Random) -> list[str]:
    """The kinds of a text's sentences: as a rule from context to endorsement."""
    order = ["context"] if chance.random() < 0.85 else []
    order += ["skills"] * chance.choice((0, 1, 1, 1, 2))
    order += chance.choice(MIDDLES)
    if chance.random() < 0.15:
        order.append("none")
    if chance.random() < 0.85:
        order.append("endorsement")
    if chance.random() < 0.35:
        chance.shuffle(order)
    return order or ["context", "endorsement"]


def _kinds() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            kind = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            kind.append(line)
    return found
