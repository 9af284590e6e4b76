"""Tunes the second reader on labeled recommendations, and measures both readers together.

    python tests/benchmarks/fit_encoder.py REAL.jsonl… --beside WRITTEN.jsonl… --base FOLDER
        --larger FOLDER --kept FOLDER [--seeds 1] [--folds 0 1 2] [--write]

Corpora as for fit_parts.py. BASE holds the sentence model all-MiniLM-L6-v2, LARGER all-mpnet-base-v2
(both Apache 2.0), as sentence-transformers reads them. Three folds by text of the real ones
together; the written ones are in every training part. In each fold the first reader is fitted on the
training part; so is the larger model, which then says how likely the four parts are in the same
texts and in unlabeled_texts.txt; from its chances, mixed with the labels, the second reader learns,
once for each seed, from which the mean is taken; and the held-out texts are read by both readers.
What is fitted is kept in a folder and not fitted again. The second reader's bounds for a fold come
from what is held out in the others. With `--folds` only these are fitted and measured.

`--write` then tunes the second reader on all texts in the same way and writes
recco_tui/second_reader/encoder.npz; run fit_parts.py first. Last, the sentences of
tests/writing/heard.txt are read by what ships. Needs the extra "dev", torch and safetensors; a
fold takes about half an hour of one core.
"""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from encoder_fitter import (  # noqa: E402
    Encoder,
    base_encoder,
    known_pieces,
    log_odds,
    mean_of,
    stored,
    tune,
)
from heard import report_heard  # noqa: E402
from larger_encoder import (  # noqa: E402
    base_larger_encoder,
    halfway,
    known_to_larger,
    larger_log_odds,
    tune_larger,
)
from part_fitter import PARTS, Corpus, Fitter, Vectors, best_bound, by_text, f1, load  # noqa: E402
from tuning import every_passage  # noqa: E402

from recco_tui import second_reader  # noqa: E402
from recco_tui.second_reader.passages import passages  # noqa: E402
from recco_tui.writing import model  # noqa: E402

FOLDS = 3
UNLABELED = Path(__file__).with_name("unlabeled_texts.txt")
LABELS = 0.2
"""how much a label counts in what the second reader learns; the rest is what the larger model says"""
TARGET = ROOT / "recco_tui" / "second_reader" / "encoder.npz"
BOUNDS = {
    "macro F1": 0.845,
    "gain": 0.025,
    "missing list exact": 0.68,
    "complete called complete": 0.85,
    "incomplete called complete": 0.12,
}
"""the last is a most, the others a least"""


def thirds(corpus: Corpus) -> np.ndarray:
    """Text → fold; -1 for the written ones, which are in every training part."""
    fold = np.full(len(corpus.texts), -1)
    real = np.flatnonzero(corpus.is_real)
    fold[np.random.RandomState(0).permutation(real)] = np.arange(len(real)) % FOLDS
    return fold


def unlabeled_texts() -> list[list[str]]:
    return [text.splitlines() for text in UNLABELED.read_text(encoding="utf-8").split("\n\n")]


class Tuning:
    """Both readers fitted on some texts, and what they say of others; all of it is kept."""

    def __init__(
        self, corpus: Corpus, base: Path, larger: Path, kept: Path, seeds: Sequence[int]
    ) -> None:
        self.corpus, self.base, self.larger, self.kept = corpus, base, larger, kept
        self.seeds, self.unlabeled = seeds, unlabeled_texts()
        self.known, self.pieces, self.rows = known_pieces(base)
        kept.mkdir(parents=True, exist_ok=True)

    def encoder(self, name: str, texts: Sequence[int]) -> Encoder:
        """The mean of the encoders tuned on these texts."""
        encoder = base_encoder(self.base, self.rows)
        encoder.load_state_dict(mean_of([self._tuned(name, seed, texts) for seed in self.seeds]))
        return encoder

    def _tuned(self, name: str, seed: int, texts: Sequence[int]) -> dict[str, torch.Tensor]:
        path = self.kept / f"{name}-{seed}.pt"
        if not path.exists():
            encoder = base_encoder(self.base, self.rows)
            read = every_passage([*self._texts(texts), *self.unlabeled], self.known)
            print(f"tunes {name} on {len(read)} passages, seed {seed}", flush=True)
            tune(encoder, read, self._chances(name, texts), seed)
            torch.save(encoder.state_dict(), path)
        found: dict[str, torch.Tensor] = torch.load(path)
        return found

    def _chances(self, name: str, texts: Sequence[int]) -> np.ndarray:
        """What the second reader learns of these texts' sentences and then of the unlabeled ones."""
        path = self.kept / f"larger-{name}.npy"
        labels = self.corpus.labels[np.isin(self.corpus.owner, texts)]
        if not path.exists():
            encoder, known = base_larger_encoder(self.larger), known_to_larger(self.larger)
            labeled = every_passage(self._texts(texts), known)
            read = [*labeled, *every_passage(self.unlabeled, known)]
            print(f"tunes the larger model for {name} on {len(labeled)} passages", flush=True)
            lower = halfway(encoder, read)
            tune_larger(encoder, labeled, lower, labels)
            np.save(path, larger_log_odds(encoder, read, lower))
        chances = 1 / (1 + np.exp(-np.load(path)))
        chances[: len(labels)] += LABELS * (labels - chances[: len(labels)])
        return chances

    def _texts(self, texts: Sequence[int]) -> list[list[str]]:
        return [self.corpus.texts[text] for text in texts]

    def log_odds(self, fold: np.ndarray, held_out: int) -> np.ndarray:
        """What the encoder of a fold says of the texts held out; the others' rows are empty."""
        path = self.kept / f"odds-{held_out}-{'-'.join(map(str, self.seeds))}.npy"
        if not path.exists():
            encoder = self.encoder(f"fold-{held_out}", np.flatnonzero(fold != held_out))
            found = np.full(self.corpus.labels.shape, np.nan)
            for text in np.flatnonzero(fold == held_out):
                read = passages(self.corpus.texts[text], self.known)
                found[self.corpus.owner == text] = log_odds(encoder, read)
            np.save(path, found)
        return np.load(path)

    def weights(self, fold: np.ndarray, held_out: int) -> model.Weights:
        """The first reader, fitted on the same training part."""
        path = self.kept / f"linear-{held_out}.json"
        if not path.exists():
            fitter = Fitter(self.corpus, Vectors(Path(__file__).with_name("word_vectors.npz")))
            training = self.corpus.is_for_first & (fold[self.corpus.owner] != held_out)
            fitter.fit(np.flatnonzero(training), 1)
            path.write_text(fitter.text)
        return model.parse_weights(path.read_text())


def bounds_of(truth: np.ndarray, odds: np.ndarray) -> np.ndarray:
    """Log-odds from which on a sentence carries each part."""
    chances = 1 / (1 + np.exp(-odds))
    bounds = np.array([best_bound(truth[:, part], chances[:, part]) for part in range(4)])
    return np.log(bounds / (1 - bounds))


def measure(tuning: Tuning, numbers: Sequence[int]) -> tuple[bool, np.ndarray]:
    """Print the figures of the folds; whether the bounds hold, and the encoder's own bounds."""
    corpus, fold = tuning.corpus, thirds(tuning.corpus)
    held_out = fold[corpus.owner]
    is_measured = np.isin(held_out, numbers)
    odds = np.full(corpus.labels.shape, np.nan)
    for number in numbers:
        odds[held_out == number] = tuning.log_odds(fold, number)[held_out == number]
    chances = {name: np.zeros(corpus.labels.shape) for name in ("first reader", "both")}
    carried = {name: np.zeros((len(corpus.texts), 4), bool) for name in chances}
    sure = np.zeros(corpus.labels.shape)
    for number in numbers:
        weights = tuning.weights(fold, number)
        others = is_measured & (held_out != number)
        bounds = bounds_of(corpus.labels[others], odds[others])
        sure[held_out == number] = weights.sure
        for text in np.flatnonzero(fold == number):
            rows = np.flatnonzero(corpus.owner == text)
            first = model.probabilities(tuple(corpus.texts[text]), weights)
            second = [tuple(map(float, row)) for row in odds[rows] - bounds]
            chances["first reader"][rows] = first
            chances["both"][rows] = [
                model.both(*pair, weights) for pair in zip(first, second, strict=True)
            ]
            for name, four in chances.items():
                carried[name][text] = model.carried(four[rows].T.tolist(), weights)
    found = {
        name: _figures(
            corpus.owner[is_measured],
            corpus.labels[is_measured],
            (four >= sure)[is_measured],
            carried[name][np.isin(fold, numbers)],
        )
        for name, four in chances.items()
    }
    found["both"]["gain"] = found["both"]["macro F1"] - found["first reader"]["macro F1"]
    print(f"\n{len(numbers)} of {FOLDS} folds by text{'':11s} first reader  both")
    return _hold(found), bounds_of(corpus.labels[is_measured], odds[is_measured])


def _figures(
    owner: np.ndarray, truth: np.ndarray, tagged: np.ndarray, carried: np.ndarray
) -> dict[str, float]:
    figures = {part: f1(truth[:, at], tagged[:, at]) for at, part in enumerate(PARTS)}
    figures["macro F1"] = float(np.mean(list(figures.values())))
    truth_of_text = by_text(owner, truth).astype(bool)
    complete, called = truth_of_text.all(axis=1), carried.all(axis=1)
    figures["missing list exact"] = float((truth_of_text == carried).all(axis=1).mean())
    figures["complete called complete"] = float(called[complete].mean())
    figures["incomplete called complete"] = float(called[~complete].mean())
    return figures


def _hold(found: dict[str, dict[str, float]]) -> bool:
    every = True
    for name, value in found["both"].items():
        before, bound = found["first reader"].get(name), BOUNDS.get(name)
        told = ""
        if bound is not None:
            holds = value <= bound if name.startswith("incomplete") else value >= bound
            every = every and holds
            told = f"  (bound {bound}: {'holds' if holds else 'does not hold'})"
        print(
            f"  {name:28s} {'     ' if before is None else f'{before:.3f}'}         {value:.3f}{told}"
        )
    return every


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("corpus", type=Path, nargs="+")
    arguments.add_argument("--beside", type=Path, nargs="*", default=[])
    arguments.add_argument("--base", type=Path, required=True)
    arguments.add_argument("--larger", type=Path, required=True)
    arguments.add_argument("--kept", type=Path, required=True)
    arguments.add_argument("--seeds", type=int, nargs="+", default=(1,))
    arguments.add_argument("--folds", type=int, nargs="+", default=range(FOLDS))
    arguments.add_argument("--write", action="store_true")
    chosen = arguments.parse_args()
    torch.set_num_threads(1)
    corpus = load(chosen.corpus, chosen.beside)
    tuning = Tuning(corpus, chosen.base, chosen.larger, chosen.kept, chosen.seeds)
    holds, bounds = measure(tuning, chosen.folds)
    if chosen.write:
        encoder = tuning.encoder("all", range(len(corpus.texts)))
        np.savez(TARGET, **stored(encoder, tuning.pieces, bounds))
        print(f"wrote {TARGET.name}: {TARGET.stat().st_size / 1e6:.1f} MB")
    print("sentences of tests/writing/heard.txt, by what ships")
    holds = report_heard(second_reader.read) and holds
    print("all bounds hold" if holds else "not all bounds hold")
    return 0 if holds else 1


if __name__ == "__main__":
    raise SystemExit(main())
