"""Fits the weights of the four parts on labelled recommendations and says how good they are.

    python tests/benchmarks/fit_parts.py CORPUS.jsonl [--write] [--seeds 3] [--without-vectors]

CORPUS has one JSON object a line: {"id", "sentences": [...], "labels": [[...], ...]}. The figures
come from five folds by text; whatever is decided (weights, blend, thresholds) is decided on the
training folds alone, and the held-out texts are read by the code that ships (writing/model.py).
`--write` then fits on the whole corpus and writes recco_tui/writing/weights.json.

`word_vectors.npz` beside this file holds 3,000 common English words with vectors of 96 numbers from
a small sentence model (all-MiniLM-L6-v2, Apache 2.0), each word read alone. They are needed for
fitting only: a linear weight on a vector is one weight a word. Needs the extra "dev" (scikit-learn).
"""

import argparse
import json
import sys
import warnings
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from recco_tui.writing import model  # noqa: E402
from recco_tui.writing.features import place  # noqa: E402
from recco_tui.writing.weights import Weights, parse  # noqa: E402

PARTS = model.ORDER
FEWEST = {"w": 5, "p": 10}
"""how many training sentences a word or a pair must stand in; two for all other features"""
OWN_C, BLEND_C, VECTOR_SCALE = 0.12, 0.3, 3.0
TELLING = (0.8, 0.6, 0.5, 0.2)
"""a power for each part: how much less a feature is shrunk that tells the part from the rest"""
WEIGHED = frozenset("wpfsa")
"""kinds of features that TELLING is for; cues were written for a part and need none"""
SMALLEST = {"own": 10, "meaning": 18}
"""a feature whose four weights are all smaller (in hundredths) is left out"""
WANTED_COMPLETE = 0.85
"""what the bound "somewhere in the text" aims at on the training texts"""


@dataclass
class Corpus:
    texts: list[list[str]]
    labels: np.ndarray
    owner: np.ndarray
    """sentence → its text's number"""

    @property
    def places(self) -> list[tuple[int, int]]:
        return [(at, len(text)) for text in self.texts for at in range(len(text))]

    @property
    def sentences(self) -> list[str]:
        return [sentence for text in self.texts for sentence in text]


def load(path: Path) -> Corpus:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    labels = [[part in one for part in PARTS] for row in rows for one in row["labels"]]
    owner = [at for at, row in enumerate(rows) for _ in row["sentences"]]
    return Corpus([row["sentences"] for row in rows], np.array(labels), np.array(owner))


class Vectors:
    """Sums of word vectors, divided by the root of the number of known words."""

    def __init__(self, path: Path | None) -> None:
        stored: Any = np.load(path) if path else None
        self.rows: dict[str, np.ndarray] = {}
        if stored is not None:
            scaled = stored["vectors"].astype(float) * float(stored["scale"]) * VECTOR_SCALE
            self.rows = dict(zip(map(str, stored["words"]), scaled, strict=True))
        self.size = len(next(iter(self.rows.values()))) if self.rows else 0

    def of(self, text: str) -> np.ndarray:
        words = map(model.plain_word, model.reading(text).marks)
        known = [self.rows[word] for word in words if word in self.rows]
        return np.sum(known, axis=0) / np.sqrt(len(known)) if known else np.zeros(self.size)


class Fitter:
    def __init__(self, corpus: Corpus, vectors: Vectors) -> None:
        self.corpus, self.vectors = corpus, vectors
        sentences = corpus.sentences
        self.features = [
            model.reading(text).features | set(place(*where))
            for text, where in zip(sentences, corpus.places, strict=True)
        ]
        self.meanings = np.array([vectors.of(text) for text in sentences])

    def own(self, rows: np.ndarray) -> dict[str, Any]:
        """The first layer on some sentences, with the names of its columns."""
        counted = Counter(name for row in rows for name in self.features[row])
        names = sorted(n for n, c in counted.items() if c >= FEWEST.get(n[0], 2))
        index = {name: at for at, name in enumerate(names)}
        matrix, fits = self._matrix(rows, index), []
        for part in range(4):
            truth = self.corpus.labels[rows, part]
            scale = np.ones(matrix.shape[1])
            scale[: len(names)] = _telling(matrix[:, : len(names)], truth, names) ** TELLING[part]
            fit = _regression(OWN_C).fit(matrix @ sparse.diags(scale), truth)
            fit.coef_ *= scale
            fits.append(fit)
        return {"names": names, "index": index, "fits": fits}

    def scores(self, layer: dict[str, Any], rows: np.ndarray) -> np.ndarray:
        matrix = self._matrix(rows, layer["index"])
        return np.column_stack([fit.decision_function(matrix) for fit in layer["fits"]])

    def _matrix(self, rows: np.ndarray, index: dict[str, int]) -> sparse.csr_matrix:
        pairs = [
            (at, index[name])
            for at, row in enumerate(rows)
            for name in self.features[row]
            if name in index
        ]
        at, column = zip(*pairs, strict=True)
        shown = sparse.csr_matrix((np.ones(len(at)), (at, column)), shape=(len(rows), len(index)))
        if not self.vectors.size:
            return shown
        return sparse.hstack([shown, self.meanings[rows]]).tocsr()

    def fit(self, rows: np.ndarray, seed: int) -> Weights:
        """Both layers and all bounds from some sentences (whole texts)."""
        fold = _folds(len(self.corpus.texts), seed)[self.corpus.owner[rows]]
        held_out = np.zeros((len(rows), 4))
        for one in range(5):
            layer = self.own(rows[fold != one])
            held_out[fold == one] = self.scores(layer, rows[fold == one])
        inputs, names = self._blend_inputs(rows, held_out)
        blends = [
            _regression(BLEND_C).fit(inputs, self.corpus.labels[rows, part]) for part in range(4)
        ]
        chances = np.column_stack([fit.predict_proba(inputs)[:, 1] for fit in blends])
        tint = [_best_bound(self.corpus.labels[rows, p], chances[:, p]) for p in range(4)]
        anywhere = _anywhere(self.corpus, rows, chances, tint)
        return self._weights(self.own(rows), blends, names, tint, anywhere)

    def _blend_inputs(self, rows: np.ndarray, held_out: np.ndarray) -> tuple[np.ndarray, list[str]]:
        dicts = []
        owners = self.corpus.owner[rows]
        for owner in dict.fromkeys(owners):
            scores = [tuple(map(float, four)) for four in held_out[owners == owner]]
            dicts.extend(model.blend_inputs(scores))  # type: ignore[arg-type]
        names = sorted({name for one in dicts for name in one})
        return np.array([[one.get(name, 0.0) for name in names] for one in dicts]), names

    def _weights(
        self,
        layer: dict[str, Any],
        blends: list[Any],
        names: list[str],
        tint: list[float],
        anywhere: list[float],
    ) -> Weights:
        own = np.array([fit.coef_[0] for fit in layer["fits"]])
        shown, dense = own[:, : len(layer["names"])], own[:, len(layer["names"]) :]
        blend = np.array([fit.coef_[0] for fit in blends])
        stored = {
            "bias": _stored([fit.intercept_[0] for fit in layer["fits"]]),
            "own": {n: _stored(shown[:, at]) for at, n in enumerate(layer["names"])},
            "meaning": {word: _stored(dense @ row) for word, row in self.vectors.rows.items()},
            "blend_bias": _stored([fit.intercept_[0] for fit in blends]),
            "blend": {n: _stored(blend[:, at]) for at, n in enumerate(names)},
            "tint": _stored(tint),
            "unsure": _stored([0.5 * bound for bound in tint]),
            "anywhere": _stored(anywhere),
        }
        for layer_name in ("own", "meaning"):
            least = SMALLEST[layer_name]
            kept = {n: r for n, r in stored[layer_name].items() if max(map(abs, r)) >= least}  # type: ignore[union-attr]
            stored[layer_name] = kept
        self.text = json.dumps(stored, separators=(",", ":"), ensure_ascii=False)
        return parse(self.text)


def _telling(shown: sparse.csr_matrix, truth: np.ndarray, names: list[str]) -> np.ndarray:
    """How much each feature tells of a part: its log-count ratio as in Wang and Manning, "Baselines
    and bigrams" (2012), by their mean; 1 for kinds that are not weighed."""
    seen = np.asarray(shown[truth].sum(axis=0)).ravel() + 1
    unseen = np.asarray(shown[~truth].sum(axis=0)).ravel() + 1
    ratio = np.abs(np.log(seen / truth.sum()) - np.log(unseen / (~truth).sum()))
    weighed = np.array([name[0] in WEIGHED for name in names])
    return np.where(weighed, ratio / ratio[weighed].mean(), 1.0)


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, solver="liblinear", max_iter=1000)


def _stored(values: Sequence[float]) -> list[int]:
    return [round(100 * float(value)) for value in values]


def _folds(count: int, seed: int) -> np.ndarray:
    fold = np.empty(count, int)
    fold[np.random.RandomState(seed).permutation(count)] = np.arange(count) % 5
    return fold


def _f1(truth: np.ndarray, said: np.ndarray) -> float:
    return 2 * float((truth & said).sum()) / max(1, int(truth.sum() + said.sum()))


def _best_bound(truth: np.ndarray, chances: np.ndarray) -> float:
    """The bound with the best F1, smoothed over its neighbours so that luck weighs less."""
    grid = np.arange(0.15, 0.75, 0.02)
    scores = np.array([_f1(truth, chances >= bound) for bound in grid])
    smooth = np.convolve(np.pad(scores, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    return float(grid[int(smooth.argmax())])


def _by_text(owners: np.ndarray, values: np.ndarray) -> np.ndarray:
    return np.array([values[owners == owner].max(axis=0) for owner in dict.fromkeys(owners)])


def _anywhere(
    corpus: Corpus, rows: np.ndarray, chances: np.ndarray, tint: list[float]
) -> list[float]:
    """Bounds for "somewhere in the text", one share of every tint bound: the highest share that
    still calls WANTED_COMPLETE of the complete training texts complete."""
    owners = corpus.owner[rows]
    best, complete = _by_text(owners, chances), _by_text(owners, corpus.labels[rows]).all(axis=1)
    for share in np.arange(1.0, 0.3, -0.02):
        bounds = [share * bound for bound in tint]
        if (best >= bounds).all(axis=1)[complete].mean() >= WANTED_COMPLETE:
            break
    return bounds


def evaluate(fitter: Fitter, seed: int) -> dict[str, float]:
    """One cross-validation; prints its table and returns its figures."""
    corpus = fitter.corpus
    fold = _folds(len(corpus.texts), seed)
    said = np.zeros_like(corpus.labels)
    found = np.zeros((len(corpus.texts), 4), bool)
    for one in range(5):
        weights = fitter.fit(np.flatnonzero(fold[corpus.owner] != one), seed + 1)
        for text in np.flatnonzero(fold == one):
            chances = np.array(model.probabilities(tuple(corpus.texts[text]), weights))
            said[corpus.owner == text] = chances >= weights.tint
            found[text] = chances.max(axis=0) >= np.minimum(weights.tint, weights.anywhere)
    return _report(corpus, said, found, seed)


def _report(corpus: Corpus, said: np.ndarray, found: np.ndarray, seed: int) -> dict[str, float]:
    figures: dict[str, float] = {}
    print(f"\nfold seed {seed}     precision  recall  F1")
    for at, part in enumerate(PARTS):
        truth, guess = corpus.labels[:, at], said[:, at]
        right = float((truth & guess).sum())
        figures[part] = _f1(truth, guess)
        print(f"  {part:12s}     {right / guess.sum():.3f}      {right / truth.sum():.3f}   {figures[part]:.3f}")  # fmt: skip
    figures["macro F1"] = float(np.mean([figures[part] for part in PARTS]))
    there = _by_text(corpus.owner, corpus.labels).astype(bool)
    complete, called = there.all(axis=1), found.all(axis=1)
    figures["missing list exact"] = float((there == found).all(axis=1).mean())
    figures["complete called complete"] = float(called[complete].mean())
    figures["incomplete called complete"] = float(called[~complete].mean())
    for name in list(figures)[4:]:
        print(f"  {name:28s} {figures[name]:.3f}")
    return figures


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    arguments.add_argument("corpus", type=Path)
    arguments.add_argument("--write", action="store_true")
    arguments.add_argument("--seeds", type=int, default=3)
    arguments.add_argument("--without-vectors", action="store_true")
    chosen = arguments.parse_args()
    warnings.simplefilter("ignore")
    beside = Path(__file__).with_name("word_vectors.npz")
    fitter = Fitter(load(chosen.corpus), Vectors(None if chosen.without_vectors else beside))
    runs = [evaluate(fitter, seed) for seed in range(chosen.seeds)]
    print(f"\nmean of {len(runs)} cross-validations")
    means = {name: float(np.mean([run[name] for run in runs])) for name in runs[0]} if runs else {}
    for name, value in means.items():
        print(f"  {name:28s} {value:.3f}")
    if chosen.write:
        fitter.fit(np.arange(len(fitter.corpus.labels)), 1)
        target = ROOT / "recco_tui" / "writing" / "weights.json"
        target.write_text(fitter.text + "\n", encoding="utf-8")
        print(f"wrote {target.name}: {len(fitter.text)} characters")
    held = (
        means.get("macro F1", 1) >= 0.82
        and means.get("complete called complete", 1) >= 0.80
        and means.get("incomplete called complete", 0) <= 0.25
    )
    print(
        "bounds (macro F1 0.82, complete 0.80, incomplete 0.25):", "hold" if held else "do not hold"
    )
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
