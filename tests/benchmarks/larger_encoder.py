"""The larger sentence model all-mpnet-base-v2 tuned to the four parts, in torch.

It hears more than the one that ships and is far too large to be shipped: the smaller one
learns from its chances (fit_encoder.py). The network is MPNet's, in the few lines that it needs. Its
lower half stays as it is, so each passage goes through that once.
"""

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from tuning import Batch, Descent, Head, Layer, batches, copy, rows_of

from recco_tui.second_reader.passages import LONGEST, Passage
from recco_tui.second_reader.word_pieces import START, STOP, WordPieces

SIZE, HEADS, LAYERS = 768, 12, 12
LOWER = 6
"""layers that are not tuned"""
PIECES = 30_527
BUCKETS, FARTHEST = 32, 128
"""how many distances are told apart, half of them ahead; all that are as far as this are one"""
BATCH, EPOCHS, RATE = 6, 2, 4e-5


class LargerEncoder(nn.Module):
    """From passages to four log-odds a sentence, in two halves."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, SIZE)
        self.places = nn.Parameter(torch.zeros(LONGEST, SIZE))
        self.distances = nn.Parameter(torch.zeros(BUCKETS, HEADS))
        self.norm = nn.LayerNorm(SIZE, eps=1e-5)
        self.layers = nn.ModuleList(Layer(SIZE, HEADS, 1e-5, "none") for _ in range(LAYERS))
        self.head = Head(SIZE)

    def lower(self, batch: Batch) -> torch.Tensor:
        x = self.norm(self.pieces(batch.pieces) + self.places[: batch.pieces.shape[1]])
        return self._through(self.layers[:LOWER], x, batch)

    def upper(self, x: torch.Tensor, batch: Batch) -> torch.Tensor:
        found: torch.Tensor = self.head(self._through(self.layers[LOWER:], x, batch), batch)
        return found

    def _through(self, layers: nn.ModuleList, x: torch.Tensor, batch: Batch) -> torch.Tensor:
        at = torch.arange(x.shape[1])
        near = self.distances[_bucket(at[None] - at[:, None])].permute(2, 0, 1)[None]
        for layer in layers:
            x = layer(x, batch.hidden + near)
        return x


def _bucket(distance: torch.Tensor) -> torch.Tensor:
    """Small distances are told apart one by one, larger ones ever more coarsely."""
    side = BUCKETS // 2
    single = side // 2
    far = distance.abs()
    steps = torch.log(far.clamp(min=1) / single) / math.log(FARTHEST / single)
    coarse = (single + (steps * (side - single)).long()).clamp(max=side - 1)
    return (distance > 0).long() * side + torch.where(far < single, far, coarse)


def base_larger_encoder(folder: Path) -> LargerEncoder:
    """The encoder with the base model's weights, and nothing known of the parts; always the same."""
    torch.manual_seed(1)
    stored = load_file(folder / "model.safetensors")
    encoder = LargerEncoder()
    with torch.no_grad():
        encoder.pieces.weight.copy_(stored["embeddings.word_embeddings.weight"])
        encoder.places.copy_(stored["embeddings.position_embeddings.weight"][2 : 2 + LONGEST])
        encoder.distances.copy_(stored["encoder.relative_attention_bias.weight"])
        copy(encoder.norm, stored, "embeddings.LayerNorm")
        for at, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{at}"
            layer.copy(
                stored,
                mix=[f"{name}.attention.attn.{which}" for which in "qkv"],
                out=f"{name}.attention.attn.o",
                norm_1=f"{name}.attention.LayerNorm",
                inner=f"{name}.intermediate.dense",
                outer=f"{name}.output.dense",
                norm_2=f"{name}.output.LayerNorm",
            )
    for layer in encoder.layers[:LOWER]:
        layer.requires_grad_(False)
    return encoder


def known_to_larger(folder: Path) -> WordPieces:
    """How words are cut: the vocabulary is BERT's, with names of its own for start and stop."""
    names = {"<s>": START, "</s>": STOP, START: "<unused start>", STOP: "<unused stop>"}
    lines = (folder / "vocab.txt").read_text(encoding="utf-8").splitlines()
    return WordPieces([names.get(line, line) for line in lines])


@torch.no_grad()
def halfway(encoder: LargerEncoder, read: Sequence[Passage]) -> list[torch.Tensor]:
    """What the lower half makes of each passage."""
    found = [torch.empty(0)] * len(read)
    encoder.eval()
    for rows in _by_length(read):
        with torch.autocast("cpu", torch.bfloat16):
            x = encoder.lower(Batch.of([read[at] for at in rows])).to(torch.bfloat16)
        for at, one in zip(rows, x, strict=True):
            found[at] = one[: len(read[at].pieces)].clone()
    return found


def tune_larger(
    encoder: LargerEncoder,
    read: Sequence[Passage],
    lower: Sequence[torch.Tensor],
    truth: np.ndarray,
) -> None:
    """Tunes the upper half; `truth` has a row for each sentence of the passages."""
    chance = np.random.RandomState(1)
    steps = EPOCHS * len(batches(read, BATCH, np.random.RandomState(1)))
    descent = Descent(encoder.layers[LOWER:].parameters(), encoder.head, RATE, steps)
    rows = rows_of(read, truth)
    encoder.train()
    for _ in range(EPOCHS):
        for some in batches(read, BATCH, chance):
            batch = Batch.of([read[at] for at in some])
            with torch.autocast("cpu", torch.bfloat16):
                scores = encoder.upper(_padded(lower, some), batch)
            descent.step(scores, np.concatenate([rows[at] for at in some]), batch)


@torch.no_grad()
def larger_log_odds(
    encoder: LargerEncoder, read: Sequence[Passage], lower: Sequence[torch.Tensor]
) -> np.ndarray:
    """Four log-odds for each sentence of the passages."""
    found = [np.empty(0)] * len(read)
    encoder.eval()
    for rows in _by_length(read):
        batch = Batch.of([read[at] for at in rows])
        with torch.autocast("cpu", torch.bfloat16):
            scores = encoder.upper(_padded(lower, rows), batch).float().numpy()
        for at, own in zip(rows, rows_of([read[at] for at in rows], scores), strict=True):
            found[at] = own
    return np.concatenate(found)


def _by_length(read: Sequence[Passage]) -> Iterator[list[int]]:
    order = sorted(range(len(read)), key=lambda at: len(read[at].pieces))
    for at in range(0, len(order), BATCH):
        yield order[at : at + BATCH]


def _padded(lower: Sequence[torch.Tensor], rows: Sequence[int]) -> torch.Tensor:
    return nn.utils.rnn.pad_sequence([lower[at] for at in rows], batch_first=True).float()
