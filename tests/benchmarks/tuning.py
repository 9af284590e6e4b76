"""What both sentence models are tuned with: their layers, what they read at once, and the loss."""

import math
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from recco_tui.second_reader.passages import Passage, passages
from recco_tui.second_reader.word_pieces import WordPieces

WARM_UP, DROPOUT = 0.1, 0.1
HEAD_RATE = 5e-4
"""of what a base model does not have"""
TEXT_WEIGHT = 0.3
"""how much it counts, beside the sentences, whether the text carries a part at all"""

Stored = Mapping[str, torch.Tensor]


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


class Layer(nn.Module):
    """One layer of attention and one of thought, as in BERT and its kin."""

    def __init__(self, size: int, heads: int, epsilon: float, gelu: str) -> None:
        super().__init__()
        self.heads, self.gelu = heads, gelu
        self.mix = nn.Linear(size, 3 * size)
        self.out = nn.Linear(size, size)
        self.norm_1 = nn.LayerNorm(size, eps=epsilon)
        self.inner = nn.Linear(size, 4 * size)
        self.outer = nn.Linear(4 * size, size)
        self.norm_2 = nn.LayerNorm(size, eps=epsilon)
        self.drop = nn.Dropout(DROPOUT)

    def forward(self, x: torch.Tensor, shift: torch.Tensor) -> torch.Tensor:
        """`shift` is added to what a piece sees in another, before the softmax."""
        many, long, size = x.shape
        mixed = self.mix(x).view(many, long, 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        query, key, value = mixed.unbind(0)
        scores = query @ key.transpose(-1, -2) / math.sqrt(size // self.heads) + shift
        seen = scores.softmax(-1).to(value.dtype) @ value
        seen = seen.transpose(1, 2).reshape(many, long, size)
        x = self.norm_1(x + self.drop(self.out(seen)))
        thought = functional.gelu(self.inner(x), approximate=self.gelu)
        return self.norm_2(x + self.drop(self.outer(thought)))

    def copy(self, stored: Stored, mix: Iterable[str], **names: str) -> None:
        """Take the weights of a base model; `mix` names those of query, key and value."""
        mixed = list(mix)
        self.mix.weight.copy_(torch.cat([stored[f"{name}.weight"] for name in mixed]))
        self.mix.bias.copy_(torch.cat([stored[f"{name}.bias"] for name in mixed]))
        for part, name in names.items():
            copy(getattr(self, part), stored, name)


class Head(nn.Module):
    """From what the layers say of each piece to four log-odds a sentence."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.look = nn.Parameter(torch.zeros(4, size))
        self.parts = nn.Linear(size + 3, 4)
        self.drop = nn.Dropout(DROPOUT)
        nn.init.normal_(self.parts.weight, std=0.02)
        nn.init.zeros_(self.parts.bias)

    def forward(self, x: torch.Tensor, batch: Batch) -> torch.Tensor:
        size = x.shape[-1]
        x = x.float().flatten(0, 1)
        looked = (x @ self.look.T / math.sqrt(size)).T[:, None].masked_fill(~batch.own, -1e9)
        seen = self.drop(looked.softmax(-1) @ x)
        own, place = self.parts.weight.split((size, 3), dim=1)
        with torch.autocast("cpu", enabled=False):
            found = torch.einsum("psd,pd->sp", seen.float(), own)
            return found + batch.place @ place.T + self.parts.bias


def copy(module: nn.Module, stored: Stored, name: str) -> None:
    module.weight.copy_(stored[f"{name}.weight"])
    module.bias.copy_(stored[f"{name}.bias"])


def batches(some: Sequence[Passage], size: int, chance: np.random.RandomState) -> list[list[int]]:
    """An order by chance in which a batch's passages are about as long: little is filled up."""
    order = chance.permutation(len(some)).tolist()
    found = []
    for at in range(0, len(order), 24 * size):
        by_length = sorted(order[at : at + 24 * size], key=lambda at: len(some[at].pieces))
        found += [by_length[at : at + size] for at in range(0, len(by_length), size)]
    chance.shuffle(found)
    return found


class Descent:
    """The steps by which a network is tuned: AdamW, a slow start and a long way down."""

    def __init__(self, body: Iterable[nn.Parameter], head: Head, rate: float, steps: int) -> None:
        self._body, self._head = list(body), list(head.parameters())
        self._learned = torch.optim.AdamW(
            [{"params": self._body, "lr": rate}, {"params": self._head, "lr": HEAD_RATE}],
            weight_decay=0.01,
            fused=True,
        )
        warm = max(1, round(WARM_UP * steps))
        self._rate = torch.optim.lr_scheduler.LambdaLR(
            self._learned,
            lambda step: min((step + 1) / warm, (steps - step) / max(1, steps - warm)),
        )
        self._steps, self._done, self._loss = steps, 0, 0.0
        self._begun = time.monotonic()

    def step(self, scores: torch.Tensor, truth: np.ndarray, batch: Batch) -> None:
        """`truth` has the chance of each part in each sentence: a label's is 0 or 1."""
        loss = _loss(scores, torch.from_numpy(truth.astype(np.float32)), batch.passage)
        self._learned.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_([*self._body, *self._head], 1.0)
        self._learned.step()
        self._rate.step()
        self._done, self._loss = self._done + 1, self._loss + loss.item()
        if self._done % 100 == 0:
            spent = time.monotonic() - self._begun
            mean = self._loss / 100
            print(
                f"  step {self._done} of {self._steps}, loss {mean:.4f}, {spent:.0f} s", flush=True
            )
            self._loss = 0.0


def _loss(scores: torch.Tensor, truth: torch.Tensor, passage: torch.Tensor) -> torch.Tensor:
    """Of the sentences; and of the passages, which lack a part where no sentence carries it."""
    of_sentences = functional.binary_cross_entropy_with_logits(scores, truth)
    size = (int(passage[-1]) + 1, 4)

    def lack(each: torch.Tensor) -> torch.Tensor:
        return torch.zeros(size).index_add(0, passage, each).clamp(max=-1e-6)

    lacks = lack(-functional.softplus(scores))
    truly = lack(torch.log1p(-truth.clamp(max=1 - 1e-6))).exp()
    of_passages = -(truly * lacks + (1 - truly) * torch.log(-torch.expm1(lacks)))
    return of_sentences + TEXT_WEIGHT * of_passages.mean()


def every_passage(texts: Sequence[Sequence[str]], known: WordPieces) -> list[Passage]:
    return [passage for text in texts for passage in passages(text, known)]


def rows_of(read: Sequence[Passage], sentences: np.ndarray) -> list[np.ndarray]:
    """Each passage's rows of what has one row a sentence, all passages' after one another."""
    ends = np.cumsum([len(passage.spans) for passage in read])
    return np.split(sentences, ends)[: len(read)]
