"""Fits the two layers and the thresholds of the four parts on labeled sentences.

`fit_parts.py` beside it measures and writes what is fitted here. A corpus has one JSON object a
line: {"id", "sentences": [...], "labels": [[...], ...]}.
"""

import itertools
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rare_texts import COUNT, FEW, rare_texts
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from recco_tui.writing import model
from recco_tui.writing.features import position_features
from recco_tui.writing.model import Weights, parse_weights
from recco_tui.writing.parts import Part
from recco_tui.writing.sentences import clauses

PARTS = tuple(Part)
FEWEST = {"w": 5, "p": 10}
"""how many training sentences a word or a pair must occur in; two for all other features"""
OWN_C, BLEND_C, VECTOR_SCALE = 0.1, 0.3, 3.0
JOINED_WEIGHT, JOINED_WORDS = 0.5, 45
"""what two neighbouring sentences joined to one count beside a real one, and the most words they
have together; they carry the parts of both, so that one part's words speak less against another"""
DISTINCTIVENESS = (0.8, 0.6, 0.5, 0.2)
"""a power for each part: how much less a feature is shrunk that distinguishes the part"""
WEIGHED = frozenset("wpfsa")
"""kinds of features that DISTINCTIVENESS is for; cues were written for a part and need none"""
SMALLEST = {"features": 10, "words": 18}
"""a feature whose four weights are all smaller (in hundredths) is left out"""


@dataclass
class Corpus:
    texts: list[list[str]]
    labels: np.ndarray
    owner: np.ndarray
    """sentence → its text's number"""
    is_real: np.ndarray
    """text → whether people wrote it for each other: the others are for fitting alone"""
    is_for_first: np.ndarray
    """sentence → whether the first reader is fitted on it"""

    @property
    def places(self) -> list[tuple[int, int]]:
        return [(at, len(text)) for text in self.texts for at in range(len(text))]

    @property
    def sentences(self) -> list[str]:
        return [sentence for text in self.texts for sentence in text]


def load(real: Sequence[Path], written: Sequence[Path] = ()) -> Corpus:
    """The texts of some files; `written` are texts made for fitting, which no figure counts, as
    are those of rare_texts.py, which come last."""
    rows: list[Any] = []
    is_real: list[bool] = []
    for path in (*real, *written):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows.extend(json.loads(line) for line in lines if line)
        is_real.extend([path in real] * (len(rows) - len(is_real)))
    for sentences, parts_of in rare_texts():
        rows.append({"sentences": sentences, "labels": parts_of})
        is_real.append(False)
    labels = [[part in parts for part in PARTS] for row in rows for parts in row["labels"]]
    owner = [at for at, row in enumerate(rows) for _ in row["sentences"]]
    texts = [row["sentences"] for row in rows]
    owners = np.array(owner)
    is_for_first = owners < len(rows) - COUNT + FEW
    return Corpus(texts, np.array(labels), owners, np.array(is_real), is_for_first)


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
        words = map(model.without_possessive, model.reading(text).normalized)
        known = [self.rows[word] for word in words if word in self.rows]
        return np.sum(known, axis=0) / np.sqrt(len(known)) if known else np.zeros(self.size)


@dataclass
class Observations:
    """The features of some sentences, clauses or joined sentences; `of` holds the numbers of the
    sentences that each is made of."""

    features: sparse.csr_matrix
    meanings: np.ndarray
    of: np.ndarray

    def matrix(self, rows: np.ndarray, columns: np.ndarray) -> sparse.csr_matrix:
        shown = self.features[rows][:, columns]
        return sparse.hstack([shown, self.meanings[rows]]).tocsr()


@dataclass
class Layer:
    """The first layer: one column of weights a part; features left out have weight 0."""

    features: np.ndarray
    meanings: np.ndarray
    bias: np.ndarray

    def scores(self, observed: Observations, rows: np.ndarray) -> np.ndarray:
        named = observed.features[rows] @ self.features
        return named + observed.meanings[rows] @ self.meanings + self.bias


class Fitter:
    def __init__(self, corpus: Corpus, vectors: Vectors) -> None:
        self.corpus, self.vectors = corpus, vectors
        sentences, places = corpus.sentences, corpus.places
        wholes = [(s, places[at], (at,)) for at, s in enumerate(sentences)]
        counted = Counter(name for text, where, _ in wholes for name in _features(text, where))
        self.names = sorted(name for name, count in counted.items() if count >= 2)
        self.index = {name: at for at, name in enumerate(self.names)}
        self.fewest = np.array([FEWEST.get(name[0], 2) for name in self.names])
        self.whole = self._observe(wholes)
        self.clauses = self._observe(
            (clause, places[at], (at,))
            for at, sentence in enumerate(sentences)
            for clause in clauses(sentence)
        )
        self.joined = self._observe(
            (
                f"{first.rstrip(' .!')}, and {second}",
                (places[at][0], places[at][1] - 1),
                (at, at + 1),
            )
            for at, (first, second) in enumerate(itertools.pairwise(sentences))
            if corpus.owner[at] == corpus.owner[at + 1]
            and len(first.split()) + len(second.split()) <= JOINED_WORDS
        )

    def _observe(
        self, pieces: Iterable[tuple[str, tuple[int, int], tuple[int, ...]]]
    ) -> Observations:
        """From (text, its place, the sentences that it is made of)."""
        rows, columns, meanings, of = [], [], [], []
        for row, (text, where, made_of) in enumerate(pieces):
            known = [self.index[name] for name in _features(text, where) if name in self.index]
            rows.extend([row] * len(known))
            columns.extend(known)
            meanings.append(self.vectors.of(text))
            of.append(made_of)
        shape = (len(of), len(self.names))
        shown = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape=shape)
        return Observations(shown, np.array(meanings), np.array(of))

    def own(self, rows: np.ndarray) -> Layer:
        """The first layer from some sentences, and from those of their neighbours joined."""
        seen = np.asarray(self.whole.features[rows].sum(axis=0)).ravel()
        columns = np.flatnonzero(seen >= self.fewest)
        among = np.zeros(len(self.corpus.owner), bool)
        among[rows] = True
        joined = np.flatnonzero(among[self.joined.of].all(axis=1))
        matrix = sparse.vstack(
            [self.whole.matrix(rows, columns), self.joined.matrix(joined, columns)]
        ).tocsr()
        counts = np.r_[np.ones(len(rows)), np.full(len(joined), JOINED_WEIGHT)]
        labels = self.corpus.labels
        both = labels[self.joined.of[joined]].any(axis=1)
        names = [self.names[at] for at in columns]
        layer = Layer(np.zeros((len(self.names), 4)), np.zeros((self.vectors.size, 4)), np.zeros(4))
        for part in range(4):
            truth = labels[rows, part]
            scale = np.ones(matrix.shape[1])
            distinctive = _distinctiveness(self.whole.features[rows][:, columns], truth, names)
            scale[: len(names)] = distinctive ** DISTINCTIVENESS[part]
            fit = _regression(OWN_C).fit(
                matrix @ sparse.diags(scale), np.r_[truth, both[:, part]], sample_weight=counts
            )
            weights = fit.coef_[0] * scale
            layer.features[columns, part] = weights[: len(names)]
            layer.meanings[:, part] = weights[len(names) :]
            layer.bias[part] = fit.intercept_[0]
        return layer

    def scores(self, layer: Layer, rows: np.ndarray) -> list[model.Scores]:
        """Each sentence's own scores and its best clause's."""
        own = layer.scores(self.whole, rows)
        every = layer.scores(self.clauses, np.arange(len(self.clauses.of)))
        best = np.full((len(self.corpus.owner), 4), -np.inf)
        np.maximum.at(best, self.clauses.of[:, 0], every)
        return [model.Scores(_four(o), _four(b)) for o, b in zip(own, best[rows], strict=True)]

    def fit(self, rows: np.ndarray, seed: int) -> Weights:
        """Both layers and all thresholds from some sentences (whole texts)."""
        fold = folds(len(self.corpus.texts), seed)[self.corpus.owner[rows]]
        held_out: dict[int, model.Scores] = {}
        for number in range(5):
            layer, left = self.own(rows[fold != number]), rows[fold == number]
            held_out.update(zip(map(int, left), self.scores(layer, left), strict=True))
        inputs, names = self._blend_inputs(rows, held_out)
        labels = self.corpus.labels[rows]
        blends = [_regression(BLEND_C).fit(inputs, labels[:, part]) for part in range(4)]
        chances = np.column_stack([fit.predict_proba(inputs)[:, 1] for fit in blends])
        sure = [best_bound(labels[:, part], chances[:, part]) for part in range(4)]
        return self._weights(self.own(rows), blends, names, sure)

    def _blend_inputs(
        self, rows: np.ndarray, held_out: dict[int, model.Scores]
    ) -> tuple[np.ndarray, list[str]]:
        dicts = []
        owners = self.corpus.owner[rows]
        for owner in dict.fromkeys(owners):
            dicts.extend(model.blend_inputs([held_out[int(at)] for at in rows[owners == owner]]))
        names = sorted({name for inputs in dicts for name in inputs})
        rows_of = [[inputs.get(name, 0.0) for name in names] for inputs in dicts]
        return np.array(rows_of), names

    def _weights(
        self, layer: Layer, blends: list[Any], names: list[str], sure: list[float]
    ) -> Weights:  # fmt: skip
        blend = np.array([fit.coef_[0] for fit in blends])
        stored = {
            "bias": _stored(layer.bias),
            "features": {n: _stored(layer.features[at]) for at, n in enumerate(self.names)},
            "words": {w: _stored(row @ layer.meanings) for w, row in self.vectors.rows.items()},
            "blend_bias": _stored([fit.intercept_[0] for fit in blends]),
            "blend": {n: _stored(blend[:, at]) for at, n in enumerate(names)},
            "sure": _stored(sure),
            "unsure": _stored([0.5 * threshold for threshold in sure]),
        }
        for layer_name in ("features", "words"):
            least = SMALLEST[layer_name]
            kept = {n: r for n, r in stored[layer_name].items() if max(map(abs, r)) >= least}  # type: ignore[union-attr]
            stored[layer_name] = kept
        self.text = json.dumps(stored, separators=(",", ":"), ensure_ascii=False)
        return parse_weights(self.text)


def _features(text: str, where: tuple[int, int]) -> frozenset[str]:
    return model.reading(text).features | set(position_features(*where))


def _distinctiveness(shown: sparse.csr_matrix, truth: np.ndarray, names: list[str]) -> np.ndarray:
    """How well each feature distinguishes a part: its log-count ratio as in Wang and Manning, "Baselines
    and bigrams" (2012), by their mean; 1 for kinds that are not weighed."""
    seen = np.asarray(shown[truth].sum(axis=0)).ravel() + 1
    unseen = np.asarray(shown[~truth].sum(axis=0)).ravel() + 1
    ratio = np.abs(np.log(seen / truth.sum()) - np.log(unseen / (~truth).sum()))
    weighed = np.array([name[0] in WEIGHED for name in names])
    return np.where(weighed, ratio / ratio[weighed].mean(), 1.0)


def _regression(strength: float) -> LogisticRegression:
    return LogisticRegression(C=strength, solver="liblinear", max_iter=1000)


def _four(row: np.ndarray) -> tuple[float, float, float, float]:
    return (float(row[0]), float(row[1]), float(row[2]), float(row[3]))


def _stored(values: Sequence[float] | np.ndarray) -> list[int]:
    return [round(100 * float(value)) for value in values]


def folds(count: int, seed: int) -> np.ndarray:
    """Five folds of equal size, by chance: text → fold."""
    fold = np.empty(count, int)
    fold[np.random.RandomState(seed).permutation(count)] = np.arange(count) % 5
    return fold


def f1(truth: np.ndarray, tagged: np.ndarray) -> float:
    return 2 * float((truth & tagged).sum()) / max(1, int(truth.sum() + tagged.sum()))


def best_bound(truth: np.ndarray, chances: np.ndarray) -> float:
    """Midway between the threshold with the best F1, smoothed over its neighbours, and the one with the
    best F1 to be expected if the chances are right: each alone leans on luck or on trust."""
    grid = np.arange(0.15, 0.75, 0.02)
    measured = np.array([f1(truth, chances >= threshold) for threshold in grid])
    smooth = np.convolve(np.pad(measured, 2, mode="edge"), np.ones(5) / 5, mode="valid")
    above = [chances[chances >= threshold] for threshold in grid]
    expected = np.array([2 * kept.sum() / (chances.sum() + len(kept)) for kept in above])
    return float(grid[int(smooth.argmax())] + grid[int(expected.argmax())]) / 2


def by_text(owners: np.ndarray, values: np.ndarray) -> np.ndarray:
    """The highest of each column over the sentences of each text."""
    return np.array([values[owners == owner].max(axis=0) for owner in dict.fromkeys(owners)])
