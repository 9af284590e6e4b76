"""all-MiniLM-L6-v2 tuned to the four parts, read with numpy.

`tests/benchmarks/fit_encoder.py` makes `encoder.npz`, and NOTICE beside it names the license.
"""

from collections.abc import Mapping, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Any

from recco_tui.numpy_threads import one_numpy_thread
from recco_tui.second_reader.passages import Passage, passages
from recco_tui.second_reader.word_pieces import WordPieces
from recco_tui.writing.model import Four

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[Any]

_HEADS = 12
_LAYERS = 6
_TINY = 1e-12
_loading = Lock()
_shipped: "list[Encoder]" = []


def shipped_encoder() -> "Encoder":
    """The encoder that ships with recco; loaded when it is first needed, by whoever needs it."""
    with _loading:
        if not _shipped:
            _shipped.append(_load())
        return _shipped[0]


def _load() -> "Encoder":
    from importlib.resources import files

    with one_numpy_thread():
        import numpy
    with (files("recco_tui.second_reader") / "encoder.npz").open("rb") as file:
        return Encoder(dict(numpy.load(file)))


class Encoder:
    """Weights of whole numbers with a scale a row, as stored, and what is made of them once."""

    def __init__(self, stored: Mapping[str, "NDArray[Any]"]) -> None:
        import numpy

        self._np = numpy
        self.known = WordPieces(stored["vocabulary"].tobytes().decode("utf-8").split("\n"))
        self._pieces, self._piece_scale = stored["pieces"], stored["pieces.scale"]
        self._rest: dict[str, Numbers] = {
            name: numpy.asarray(values, numpy.float32)
            for name, values in stored.items()
            if values.dtype == numpy.float16 and not name.endswith(".scale")
        }
        for name, values in stored.items():
            if values.dtype == numpy.int8 and name != "pieces":
                scale = stored[f"{name}.scale"].astype(numpy.float32)
                self._rest[name] = values.astype(numpy.float32) * scale[:, None]

    def log_odds(self, sentences: Sequence[str]) -> list[Four]:
        """For each sentence of a text how much speaks for each part: above 0, it carries it."""
        found: list[Four] = []
        for passage in passages(sentences, self.known):
            for a, b, c, d in self._read(passage).tolist():
                found.append((a, b, c, d))
        return found

    def _read(self, passage: Passage) -> "Numbers":
        np = self._np
        count = len(passage.pieces)
        x = self._pieces[passage.pieces] * self._piece_scale[passage.pieces, None]
        x = self._normal(x.astype(np.float32) + self._rest["places"][:count], "norm")
        for at in range(_LAYERS):
            x = self._layer(x, f"{at}")
        own, place = np.split(self._rest["parts"], [x.shape[1]], axis=1)
        seen = np.stack([self._seen(x[start:end]) for start, end in passage.spans])
        found: Numbers = (seen * own).sum(axis=-1) + self._rest["parts.bias"]
        found += np.array(passage.places, np.float32) @ place.T
        return found

    def _seen(self, x: "Numbers") -> "Numbers":
        """For each part a mean of a sentence's pieces: some say more about a part than others."""
        looked = self._rest["look"] @ x.T * x.shape[1] ** -0.5
        weighed = self._np.exp(looked - looked.max(axis=1, keepdims=True))
        found: Numbers = weighed @ x / weighed.sum(axis=1, keepdims=True)
        return found

    def _layer(self, x: "Numbers", at: str) -> "Numbers":
        np = self._np
        count, size = x.shape
        mixed = self._linear(x, f"{at}.mix").reshape(count, 3, _HEADS, size // _HEADS)
        query, key, value = mixed.transpose(1, 2, 0, 3)
        scores = query @ key.transpose(0, 2, 1)
        scores *= (size // _HEADS) ** -0.5
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        seen = (scores @ value).transpose(1, 0, 2).reshape(count, size)
        x = self._normal(x + self._linear(seen, f"{at}.out"), f"{at}.norm_1")
        thought = self._bent(self._linear(x, f"{at}.inner"))
        return self._normal(x + self._linear(thought, f"{at}.outer"), f"{at}.norm_2")

    def _linear(self, x: "Numbers", name: str) -> "Numbers":
        found: Numbers = x @ self._rest[name].T
        found += self._rest[f"{name}.bias"]
        return found

    def _normal(self, x: "Numbers", name: str) -> "Numbers":
        x -= x.mean(axis=-1, keepdims=True)
        x /= self._np.sqrt((x * x).mean(axis=-1, keepdims=True) + _TINY)
        x *= self._rest[name]
        x += self._rest[f"{name}.bias"]
        return x

    def _bent(self, x: "Numbers") -> "Numbers":
        """GELU, by the hyperbolic tangent."""
        bent = x * x
        bent *= 0.044715
        bent += 1
        bent *= x
        bent *= 0.7978845608
        self._np.tanh(bent, out=bent)
        bent += 1
        bent *= x
        bent *= 0.5
        return bent
