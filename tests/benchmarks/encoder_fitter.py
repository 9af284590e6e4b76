"""Tunes the sentence model all-MiniLM-L6-v2 to the four parts, in torch.

`fit_encoder.py` beside it measures and writes what is tuned here. The network is BERT's, in the few
lines that it needs; what it reads is cut by the code that ships (second_reader/passages.py).
"""

import math
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from recco_tui.second_reader.passages import LONGEST, Passage
from recco_tui.second_reader.word_pieces import WordPieces

_HEAD = frozenset({"look", "parts"})
SIZE, HEADS, LAYERS, INNER = 384, 12, 6, 1536
PIECES = 20_000
"""how many of the vocabulary's pieces are kept: the most common that English is written with"""
MARKS = frozenset("‘’“”–—…•€£·")
BATCH, RATE, WARM_UP, DROPOUT = 4, 5e-5, 0.1, 0.1
"""passages a step: about sixteen sentences"""
HEAD_RATE = 5e-4
"""of what the base model does not have"""
THINNED, LEFT_OUT = 0.5, 0.25
"""how often a passage is read thinned, and how many of its sentences are then left out: the parts of
a sentence are to be seen whatever stands around it"""
TEXT_WEIGHT = 0.3
"""how much it counts, beside the sentences, whether the text carries a part at all"""


def kept_pieces(vocabulary: Path) -> tuple[list[str], list[int]]:
    """The pieces that stay, and their rows in the base model."""
    every = vocabulary.read_text(encoding="utf-8").splitlines()
    english = [
        (piece, at)
        for at, piece in enumerate(every)
        if (piece.isascii() and not piece.startswith("[unused")) or piece.strip("#") in MARKS
    ][:PIECES]
    return [piece for piece, _ in english], [at for _, at in english]


class Layer(nn.Module):
    """One layer of attention and one of thought."""

    def __init__(self) -> None:
        super().__init__()
        self.mix = nn.Linear(SIZE, 3 * SIZE)
        self.out = nn.Linear(SIZE, SIZE)
        self.norm_1 = nn.LayerNorm(SIZE, eps=1e-12)
        self.inner = nn.Linear(SIZE, INNER)
        self.outer = nn.Linear(INNER, SIZE)
        self.norm_2 = nn.LayerNorm(SIZE, eps=1e-12)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        many, long, _ = x.shape
        mixed = self.mix(x).view(many, long, 3, HEADS, SIZE // HEADS).permute(2, 0, 3, 1, 4)
        query, key, value = mixed.unbind(0)
        scores = query @ key.transpose(-1, -2) / math.sqrt(SIZE // HEADS) + hidden
        seen = scores.softmax(-1).to(value.dtype) @ value
        seen = seen.transpose(1, 2).reshape(many, long, SIZE)
        x = self.norm_1(x + self.drop(self.out(seen)))
        thought = functional.gelu(self.inner(x), approximate="tanh")
        return self.norm_2(x + self.drop(self.outer(thought)))


class Encoder(nn.Module):
    """From passages to four log-odds a sentence."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.pieces = nn.Embedding(pieces, SIZE)
        self.places = nn.Parameter(torch.zeros(LONGEST, SIZE))
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(DROPOUT)
        self.look = nn.Parameter(torch.zeros(4, SIZE))
        self.parts = nn.Linear(SIZE + 3, 4)

    def forward(self, batch: "Batch") -> torch.Tensor:
        x = self.pieces(batch.pieces) + self.places[: batch.pieces.shape[1]]
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, batch.hidden)
        x = x.float().flatten(0, 1)
        looked = (x @ self.look.T / math.sqrt(SIZE)).T[:, None].masked_fill(~batch.own, -1e9)
        seen = self.drop(looked.softmax(-1) @ x)
        own, place = self.parts.weight.split((SIZE, 3), dim=1)
        with torch.autocast("cpu", enabled=False):
            found = torch.einsum("psd,pd->sp", seen.float(), own)
            return found + batch.place @ place.T + self.parts.bias


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
        _copy(encoder.norm, stored, "embeddings.LayerNorm")
        for at, layer in enumerate(encoder.layers):
            name = f"encoder.layer.{at}"
            attention = [f"{name}.attention.self.{which}" for which in ("query", "key", "value")]
            layer.mix.weight.copy_(torch.cat([stored[f"{one}.weight"] for one in attention]))
            layer.mix.bias.copy_(torch.cat([stored[f"{one}.bias"] for one in attention]))
            _copy(layer.out, stored, f"{name}.attention.output.dense")
            _copy(layer.norm_1, stored, f"{name}.attention.output.LayerNorm")
            _copy(layer.inner, stored, f"{name}.intermediate.dense")
            _copy(layer.outer, stored, f"{name}.output.dense")
            _copy(layer.norm_2, stored, f"{name}.output.LayerNorm")
        nn.init.normal_(encoder.parts.weight, std=0.02)
        nn.init.zeros_(encoder.parts.bias)
    return encoder


def _copy(module: nn.Module, stored: dict[str, torch.Tensor], name: str) -> None:
    module.weight.copy_(stored[f"{name}.weight"])
    module.bias.copy_(stored[f"{name}.bias"])


@dataclass
class Batch:
    """Some passages, filled up to the longest; one row of `own` and `place` a sentence."""

    pieces: torch.Tensor
    hidden: torch.Tensor
    own: torch.Tensor
    """whether a piece is the sentence's"""
    place: torch.Tensor
    passage: torch.Tensor
    """sentence → its passage's row"""

    @classmethod
    def of(cls, some: Sequence[Passage]) -> "Batch":
        long = max(len(passage.pieces) for passage in some)
        pieces = np.zeros((len(some), long), np.int64)
        hidden = torch.zeros(len(some), 1, 1, long)
        counts = [len(passage.spans) for passage in some]
        own = torch.zeros(sum(counts), len(some) * long, dtype=torch.bool)
        sentence = 0
        for row, passage in enumerate(some):
            pieces[row, : len(passage.pieces)] = passage.pieces
            hidden[row, ..., len(passage.pieces) :] = -1e9
            for start, end in passage.spans:
                own[sentence, row * long + start : row * long + end] = True
                sentence += 1
        place = torch.tensor([place for passage in some for place in passage.places])
        passage = torch.arange(len(some)).repeat_interleave(torch.tensor(counts))
        return cls(torch.from_numpy(pieces), hidden, own, place, passage)


def batches(some: Sequence[Passage], chance: np.random.RandomState) -> list[list[int]]:
    """An order by chance in which a batch's passages are about as long: little is filled up."""
    order = chance.permutation(len(some)).tolist()
    found = []
    for at in range(0, len(order), 24 * BATCH):
        by_length = sorted(order[at : at + 24 * BATCH], key=lambda at: len(some[at].pieces))
        found += [by_length[at : at + BATCH] for at in range(0, len(by_length), BATCH)]
    chance.shuffle(found)
    return found


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


def tune(
    encoder: Encoder,
    read: Sequence[Passage],
    labels: Sequence[np.ndarray],
    epochs: int,
    seed: int,
) -> None:
    """Tunes the whole network; `labels` has one row a sentence for each passage."""
    torch.manual_seed(seed)
    chance = np.random.RandomState(seed)
    steps = epochs * len(batches(read, np.random.RandomState(seed)))
    head = [encoder.look, *encoder.parts.parameters()]
    body = [one for name, one in encoder.named_parameters() if name.split(".")[0] not in _HEAD]
    learned = torch.optim.AdamW(
        [{"params": body, "lr": RATE}, {"params": head, "lr": HEAD_RATE}],
        weight_decay=0.01,
        fused=True,
    )
    warm = max(1, round(WARM_UP * steps))
    rate = torch.optim.lr_scheduler.LambdaLR(
        learned, lambda step: min((step + 1) / warm, (steps - step) / max(1, steps - warm))
    )
    parameters, both = list(encoder.parameters()), ThreadPoolExecutor(2)

    def slopes(rows: Sequence[int], count: int, texts: int) -> tuple[float, Sequence[torch.Tensor]]:
        """Of half a batch, by one core; the other has the other half."""
        if not rows:
            return 0.0, [torch.zeros_like(parameter) for parameter in parameters]
        truth = torch.from_numpy(np.concatenate([seen[at][1] for at in rows]).astype(np.float32))
        with torch.autocast("cpu", torch.bfloat16):
            batch = Batch.of([seen[at][0] for at in rows])
            scores = encoder(batch)
        loss = functional.binary_cross_entropy_with_logits(scores, truth, reduction="sum") / count
        loss = loss + TEXT_WEIGHT * _loss_of_texts(scores, truth, batch.passage) / texts
        return loss.item(), torch.autograd.grad(loss, parameters)

    encoder.train()
    begun, done, loss_sum = time.monotonic(), 0, 0.0
    for _ in range(epochs):
        seen = [thinned(*pair, chance) for pair in zip(read, labels, strict=True)]
        for rows in batches([passage for passage, _ in seen], chance):
            count = 4 * sum(len(seen[at][1]) for at in rows)
            texts = 4 * len(rows)
            halves = list(both.map(slopes, (rows[::2], rows[1::2]), (count,) * 2, (texts,) * 2))
            for parameter, *steep in zip(parameters, *(steep for _, steep in halves), strict=True):
                parameter.grad = sum(steep)
            nn.utils.clip_grad_norm_(parameters, 1.0)
            learned.step()
            rate.step()
            done, loss_sum = done + 1, loss_sum + sum(loss for loss, _ in halves)
            if done % 25 == 0:
                spent = f"{time.monotonic() - begun:.0f} s, {time.process_time():.0f} s of work"
                print(f"  step {done} of {steps}, loss {loss_sum / 25:.4f}, {spent}", flush=True)
                loss_sum = 0.0


def _loss_of_texts(
    scores: torch.Tensor, truth: torch.Tensor, passage: torch.Tensor
) -> torch.Tensor:
    """A passage lacks a part where no sentence carries it: the chances of that, against the truth."""
    size = (int(passage[-1]) + 1, 4)
    lacks = torch.zeros(size).index_add(0, passage, -functional.softplus(scores)).clamp(max=-1e-6)
    carries = torch.zeros(size).index_add(0, passage, truth) > 0
    return -torch.where(carries, torch.log(-torch.expm1(lacks)), lacks).sum()


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
    found["places"], found["look"] = _half(encoder.places), _half(encoder.look)
    modules = {"norm": encoder.norm, "parts": encoder.parts}
    for at, layer in enumerate(encoder.layers):
        modules.update({f"{at}.{name}": module for name, module in layer.named_children()})
    for name, module in modules.items():
        if isinstance(module, nn.Linear) and name != "parts":
            found[name], found[f"{name}.scale"] = _whole(module.weight)
        elif not isinstance(module, nn.Dropout):
            found[name] = _half(module.weight)
        if not isinstance(module, nn.Dropout):
            found[f"{name}.bias"] = _half(module.bias)
    found["parts"] = _half(encoder.parts.weight)
    found["parts.bias"] = _half(encoder.parts.bias - torch.tensor(bound))
    return found


def _half(values: torch.Tensor) -> np.ndarray:
    return values.detach().numpy().astype(np.float16)


def _whole(matrix: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    values = matrix.detach().numpy()
    scale = (np.abs(values).max(axis=1) / 127).astype(np.float16).astype(np.float32)
    return np.round(values / scale[:, None]).clip(-127, 127).astype(np.int8), scale.astype(
        np.float16
    )
