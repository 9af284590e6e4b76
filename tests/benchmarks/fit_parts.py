"""Fits the weights of the four parts on labeled recommendations and measures them.

    python tests/benchmarks/fit_parts.py REAL.jsonl… [--beside WRITTEN.jsonl…] [--write]
        [--seeds 3] [--without-vectors]

Texts given `--beside` were written for fitting: they are in every training part and no figure counts
them. The figures come from five folds by text; whatever is decided (weights, blend, thresholds) is
decided on the training folds alone, and the held-out texts are read by the code that ships
(writing/model.py). `part_fitter.py` fits.
`--write` then fits on the whole corpus and writes recco_tui/writing/weights.json.

`word_vectors.npz` beside this file, which `make_word_vectors.py` makes, holds 3,000 common English
words with vectors of 96 numbers from a small sentence model (all-MiniLM-L6-v2, Apache 2.0), each
word read alone. They are needed for fitting only: a linear weight on a vector is one weight a word.
Needs the extra "dev" (scikit-learn).
"""

import argparse
import sys
import warnings
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from part_fitter import PARTS, Corpus, Fitter, Vectors, by_text, f1, folds, load  # noqa: E402

from recco_tui.writing import model  # noqa: E402


def evaluate(fitter: Fitter, seed: int) -> dict[str, float]:
    """One cross-validation; prints its table and returns its figures."""
    corpus = fitter.corpus
    fold = np.where(corpus.is_real, folds(len(corpus.texts), seed), -1)
    tagged = np.zeros_like(corpus.labels)
    found = np.zeros((len(corpus.texts), 4), bool)
    for held_out in range(5):
        training = corpus.is_for_first & (fold[corpus.owner] != held_out)
        weights = fitter.fit(np.flatnonzero(training), seed + 1)
        for text in np.flatnonzero(fold == held_out):
            chances = np.array(model.probabilities(tuple(corpus.texts[text]), weights))
            tagged[corpus.owner == text] = chances >= weights.sure
            found[text] = model.carried(chances.T.tolist(), weights)
    return _report(corpus, tagged, found, seed)


def _report(corpus: Corpus, tagged: np.ndarray, found: np.ndarray, seed: int) -> dict[str, float]:
    figures: dict[str, float] = {}
    real = corpus.is_real[corpus.owner]
    print(f"\nfold seed {seed}     precision  recall  F1")
    for at, part in enumerate(PARTS):
        truth, guess = corpus.labels[real, at], tagged[real, at]
        right = float((truth & guess).sum())
        figures[part] = f1(truth, guess)
        print(f"  {part:12s}     {right / guess.sum():.3f}      {right / truth.sum():.3f}   {figures[part]:.3f}")  # fmt: skip
    figures["macro F1"] = float(np.mean([figures[part] for part in PARTS]))
    truth_of_text = by_text(corpus.owner, corpus.labels).astype(bool)[corpus.is_real]
    found = found[corpus.is_real]
    complete, called = truth_of_text.all(axis=1), found.all(axis=1)
    figures["missing list exact"] = float((truth_of_text == found).all(axis=1).mean())
    figures["complete called complete"] = float(called[complete].mean())
    figures["incomplete called complete"] = float(called[~complete].mean())
    for name in list(figures)[4:]:
        print(f"  {name:28s} {figures[name]:.3f}")
    return figures


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("corpus", type=Path, nargs="+")
    arguments.add_argument("--beside", type=Path, nargs="*", default=[])
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--seeds", type=int, default=3)
    arguments.add_argument("--without-vectors", action="store_true")
    chosen = arguments.parse_args()
    warnings.simplefilter("ignore")
    vectors = Path(__file__).with_name("word_vectors.npz")
    fitter = Fitter(
        load(chosen.corpus, chosen.beside), Vectors(None if chosen.without_vectors else vectors)
    )
    runs = [evaluate(fitter, seed) for seed in range(chosen.seeds)]
    means = {name: float(np.mean([run[name] for run in runs])) for name in runs[0]} if runs else {}
    if means:
        print(f"\nmean of {len(runs)} cross-validations")
    for name, value in means.items():
        print(f"  {name:28s} {value:.3f}")
    if chosen.write:
        fitter.fit(np.flatnonzero(fitter.corpus.is_for_first), 1)
        target = ROOT / "recco_tui" / "writing" / "weights.json"
        target.write_text(fitter.text + "\n", encoding="utf-8")
        print(f"wrote {target.name}: {len(fitter.text)} characters")
    if not means:
        return 0
    held = (
        means["macro F1"] >= 0.82
        and means["complete called complete"] >= 0.80
        and means["incomplete called complete"] <= 0.25
    )
    print(
        "bounds (macro F1 0.82, complete 0.80, incomplete 0.25):", "hold" if held else "do not hold"
    )
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
