"""Tunes the sentence model all-MiniLM-L6-v2 to the four parts, in torch.

`fit_encoder.py` beside it measures and writes what is tuned here. The network is BERT's, in the few
lines that it needs; what it reads is cut by the code that ships (second_reader/passages.py).
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from tuning import DROPOUT, Batch, Descent, Head, Layer, batches, copy, rows_of

from recco_tui.second_reader.passages import LONGEST, Passage
from recco_tui.second_reader.word_pieces import WordPieces

SIZE, HEADS, LAYERS = 384, 12, 6
PIECES = 20_000
"""how many of the vocabulary's pieces are kept: the most common that English is written with"""
MARKS = frozenset("‘’“”–—…•€£·")
BATCH, EPOCHS, RATE = 4, 3, 8e-5
"""passages a step: about sixteen sentences"""
THINNED, LEFT_OUT = 0.5, 0.25
"""how often a passage is read thinned, and how many of its sentences are then left out: the parts of
a sentence are to be seen whatever stands around it"""


def kept_pieces(vocabulary: Path) -> tuple[list[str], list[int]]:
    """The pieces that stay, and their rows in the base model."""
    every = vocabulary.read_text(encoding="utf-8").splitlines()
    english = [
        (piece, at)
        for at, piece in enumerate(every)
        if (piece.isascii() and not piece.startswith("[unused")) or piece.strip("#") in MARKS
    ][:PIECES]
    return [piece for piece, _ in english], [at for _, at in english]


class Encoder(nn.Module):
    """From passages to four log-odds a sentence."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, SIZE)
        self.places = nn.Parameter(torch.zeros(LONGEST, SIZE))
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(SIZE, HEADS, 1e-12, "tanh") for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)
        self.head = Head(SIZE)

    def forward(self, batch: Batch) -> torch.Tensor:
        x = self.pieces(batch.pieces) + self.places[: batch.pieces.shape[1]]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, batch.hidden)
        found: torch.Tensor = self.head(x, batch)
        return found


def base_encoder(folder: Path, rows: Sequence[int]) -> Encoder:
    """The encoder with the base model's weights, and nothing known of the parts; always the same."""
    torch.manual_seed(0)
    stored = load_file(folder / "model.safetensors")
    encoder = Encoder(len(rows))
    with torch.no_grad():
        words = "embeddings.word_embeddings.weight"
        encoder.pieces.weight.copy_(stored[words][list(rows)])
        places = stored["embeddings.position_embeddings.weight"][:LONGEST]
        encoder.places.copy_(places + stored["embeddings.token_type_embeddings.weight"][0])
        copy(encoder.norm, stored, "embeddings.LayerNorm")
        for at, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{at}"
            layer.copy(
                stored,
                mix=[f"{name}.attention.self.{which}" for which in ("query", "key", "value")],
                out=f"{name}.attention.output.dense",
                norm_1=f"{name}.attention.output.LayerNorm",
                inner=f"{name}.intermediate.dense",
                outer=f"{name}.output.dense",
                norm_2=f"{name}.output.LayerNorm",
            )
    return encoder


def thinned(
    passage: Passage, labels: np.ndarray, chance: np.random.RandomState
) -> tuple[Passage, np.ndarray]:
    """The passage as it is, or without some of its sentences."""
    stays = chance.rand(len(labels)) >= LEFT_OUT
    if chance.rand() >= THINNED or not stays.any():
        return passage, labels
    pieces, spans, places = passage.pieces[:1], [], []
    kept = np.flatnonzero(stays)
    for at, sentence in enumerate(kept):
        start, end = passage.spans[sentence]
        spans.append((len(pieces), len(pieces) + end - start))
        pieces = pieces + passage.pieces[start : end + 1]
        last = len(kept) - 1
        places.append((float(at == 0), float(at == last), at / max(1, last)))
    return Passage(pieces, spans, places), labels[stays]


def tune(encoder: Encoder, read: Sequence[Passage], truth: np.ndarray, seed: int) -> None:
    """Tunes the whole network; `truth` has a row of chances for each sentence of the passages."""
    torch.manual_seed(seed)
    chance = np.random.RandomState(seed)
    steps = EPOCHS * len(batches(read, BATCH, np.random.RandomState(seed)))
    body = [one for name, one in encoder.named_parameters() if not name.startswith("head.")]
    descent = Descent(body, encoder.head, RATE, steps)
    rows = rows_of(read, truth)
    encoder.train()
    for _ in range(EPOCHS):
        seen = [thinned(*pair, chance) for pair in zip(read, rows, strict=True)]
        for some in batches([passage for passage, _ in seen], BATCH, chance):
            batch = Batch.of([seen[at][0] for at in some])
            with torch.autocast("cpu", torch.bfloat16):
                scores = encoder(batch)
            descent.step(scores, np.concatenate([seen[at][1] for at in some]), batch)


@torch.no_grad()
def log_odds(encoder: Encoder, read: Sequence[Passage]) -> np.ndarray:
    """Four log-odds for each sentence of the passages."""
    encoder.eval()
    return np.concatenate([encoder(Batch.of([passage])).numpy() for passage in read])


def mean_of(states: Sequence[dict[str, torch.Tensor]]) -> dict[str, torch.Tensor]:
    """The mean of encoders that began alike and were tuned on the same texts in another order: it
    reads as well as all of them together, and is one."""
    return {name: sum(state[name] for state in states) / len(states) for name in states[0]}


def known_pieces(folder: Path) -> tuple[WordPieces, list[str], list[int]]:
    """How words are cut, the pieces, and their rows in the base model."""
    pieces, rows = kept_pieces(folder / "vocab.txt")
    return WordPieces(pieces), pieces, rows


def stored(
    encoder: Encoder, pieces: Sequence[str], bound: Sequence[float]
) -> dict[str, np.ndarray]:
    """What ships: matrices as whole numbers of 8 bits with a scale a row, all else in 16 bits. The
    bounds are taken off the log-odds, so that above 0 a sentence carries the part."""
    found = {"vocabulary": np.frombuffer("\n".join(pieces).encode(), np.uint8)}
    found["pieces"], found["pieces.scale"] = _whole(encoder.pieces.weight)
    found["places"], found["look"] = _half(encoder.places), _half(encoder.head.look)
    modules = {"norm": encoder.norm, "parts": encoder.head.parts}
    for at, layer in enumerate(encoder.layers):
        modules.update({f"{at}.{name}": module for name, module in layer.named_children()})
    for name, module in modules.items():
        if isinstance(module, nn.Linear) and name != "parts":
            found[name], found[f"{name}.scale"] = _whole(module.weight)
        elif not isinstance(module, nn.Dropout):
            found[name] = _half(module.weight)
        if not isinstance(module, nn.Dropout):
            found[f"{name}.bias"] = _half(module.bias)
    found["parts"] = _half(encoder.head.parts.weight)
    found["parts.bias"] = _half(encoder.head.parts.bias - torch.tensor(bound))
    return found


def _half(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float16)


def _whole(matrix: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    values = matrix.detach().numpy()
    scale = (np.abs(values).max(axis=1) / 127).astype(np.float16).astype(np.float32)
    return np.round(values / scale[:, None]).clip(-127, 127).astype(np.int8), scale.astype(
        np.float16
    )
