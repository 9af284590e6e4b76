"""Makes `word_vectors.npz`, from which `fit_parts.py` knows what common words mean.

    python tests/benchmarks/make_word_vectors.py MODEL_FOLDER

MODEL_FOLDER holds the sentence model all-MiniLM-L6-v2 (Apache 2.0) as sentence-transformers reads
it, with its vocab.txt; both are needed for this alone and are in no extra. The words are the first
3,000 plain ones of that vocabulary, which is in the order of how common they are; each is read
alone, and its vector of 384 numbers is reduced to 96 along the directions in which words differ
most. A common word gets a shorter vector, as in Zipf weighting: it says less.
"""

import sys
from pathlib import Path

import numpy as np

WORDS, NUMBERS = 3000, 96
TARGET = Path(__file__).with_name("word_vectors.npz")


def plain_words(vocabulary: Path) -> list[str]:
    """The most common words in lower case, without digits, parts of words and single letters."""
    every = vocabulary.read_text(encoding="utf-8").split()
    plain = [w for w in every if w.isascii() and w.isalpha() and w.islower()]
    return [w for w in plain if len(w) > 1 or w in ("a", "i")][:WORDS]


def vectors_of(words: list[str], folder: Path) -> np.ndarray:
    """One row a word."""
    from sentence_transformers import SentenceTransformer

    read = SentenceTransformer(str(folder), device="cpu").encode(words, batch_size=256)
    centred = read - read.mean(axis=0)
    directions = np.linalg.svd(centred, full_matrices=False)[2][:NUMBERS]
    rows = centred @ directions.T
    length = np.log(10 + np.arange(len(words))) / np.log(2000)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True) * length[:, None]


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    words = plain_words(folder / "vocab.txt")
    rows = vectors_of(words, folder)
    scale = np.float32(np.abs(rows).max() / 127)
    whole = np.round(rows / scale).astype(np.int8)
    np.savez_compressed(TARGET, words=np.array(words), vectors=whole, scale=scale)
    print(f"wrote {TARGET.name}: {len(words)} words")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
