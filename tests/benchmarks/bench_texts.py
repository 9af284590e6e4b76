"""How the check does on real recommendations: sentences as counted, warnings a text.

    python tests/benchmarks/bench_texts.py CORPUS.jsonl

CORPUS as for fit_parts.py. A text's sentences are joined with blanks and split again. Bound: a text
of three to five sentences gets at most one warning on average, and no error but a missing part.
"""

import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from recco_tui.writing.review import review
from recco_tui.writing.sentences import split


def main() -> int:
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["sentences"] for line in lines if line]
    exact = sum([s.text for s in split(" ".join(text))] == text for text in texts)
    counted = sum(len(split(" ".join(text))) == len(text) for text in texts)
    print(f"texts: {len(texts)}; sentences all exact in {exact}, count right in {counted}")
    found: Counter[tuple[str, str]] = Counter()
    short = [text for text in texts if 3 <= len(text) <= 5]
    for text in short:
        found.update((f.rule, str(f.severity)) for f in review(" ".join(text)).findings)
    for (rule, severity), count in sorted(found.items(), key=lambda row: (row[0][1], -row[1])):
        print(f"  {severity:8s} {rule:22s} {count / len(short):.3f} a text")
    warnings = sum(n for (_, severity), n in found.items() if severity == "warning") / len(short)
    certain = ("missing-", "too-few-sentences", "too-many-sentences")
    errors = sum(
        n
        for (rule, severity), n in found.items()
        if severity == "error" and not rule.startswith(certain)
    )
    holds = warnings <= 1 and errors == 0
    print(f"{len(short)} texts of 3 to 5 sentences: {warnings:.2f} warnings a text (bound: 1), "
          f"{errors} wrong errors: {'holds' if holds else 'does not hold'}")  # fmt: skip
    return 0 if holds else 1


if __name__ == "__main__":
    raise SystemExit(main())
