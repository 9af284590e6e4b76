"""`recco check`: texts from files and standard input, as people store them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

GOOD = (
    "I worked alongside John on the inventory API at the academy. "
    "He debugged the flaky login tests and explained complex logic clearly. "
    "Because of his fix, our builds went from forty minutes to ten. "
    "I would recommend John to any team."
)
ROOT = Path(__file__).parents[2]


def _file(tmp_path: Path, text: str | bytes) -> str:
    file = tmp_path / "text.txt"
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return str(file)


def test_a_good_text_is_ready(recco, tmp_path: Path) -> None:
    outcome = recco("check", _file(tmp_path, GOOD), "--to", "John Silva", "--json")
    assert (outcome.status, outcome.err) == (0, "")
    document = outcome.json
    assert list(document) == ["kind", "ready", "sentences", "counts", "missing", "findings"]
    assert (document["kind"], document["ready"], document["missing"]) == (
        "recommendation",
        True,
        [],
    )
    assert document["counts"] == {"sentences": 4, "words": 41, "characters": len(GOOD)}
    for sentence in document["sentences"]:
        assert list(sentence) == ["text", "parts", "cues"]
        for cue in sentence["cues"]:
            assert GOOD[cue["start"] : cue["end"]] == cue["text"]


def test_a_thin_text_is_not_ready_and_says_why(recco, tmp_path: Path) -> None:
    outcome = recco("check", _file(tmp_path, "John is great."), "--json")
    assert outcome.status == 1
    rules = {finding["rule"] for finding in outcome.json["findings"]}
    assert {"too-few-sentences", "missing-impact", "vague"} <= rules
    assert set(outcome.json["missing"]) >= {"impact", "endorsement"}
    lines = recco("check", _file(tmp_path, "John is great."))
    assert (lines.status, lines.out.splitlines()[-1]) == (1, "Not ready.")


def test_an_ask_is_judged_by_its_own_rules(recco, tmp_path: Path) -> None:
    outcome = recco("check", _file(tmp_path, "Please write me one asap."), "--ask", "--json")
    assert (outcome.status, outcome.json["kind"]) == (1, "ask")
    assert {"pressure", "no-thanks"} <= {finding["rule"] for finding in outcome.json["findings"]}


def test_standard_input_is_read_like_a_file(tmp_path: Path) -> None:
    for arguments in (["check", "-", "--json"], ["check", "--json"]):
        ran = subprocess.run(
            [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "no.db"), *arguments],
            input=(GOOD + "\n").encode(),
            capture_output=True,
            check=False,
            cwd=ROOT,
        )
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert json.loads(ran.stdout)["counts"]["characters"] == len(GOOD)
    assert not (tmp_path / "no.db").exists()


ENCODINGS = {
    "UTF-8 with a mark": "utf-8-sig",
    "UTF-16": "utf-16",
    "Windows": "cp1252",
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_a_text_is_read_in_the_encoding_it_has(recco, tmp_path: Path, name: str) -> None:
    data = "Zoë met René at the café.".encode(ENCODINGS[name])
    (sentence,) = recco("check", _file(tmp_path, data), "--json").json["sentences"]
    assert sentence["text"] == "Zoë met René at the café."


def test_an_empty_text_is_not_ready(recco, tmp_path: Path) -> None:
    outcome = recco("check", _file(tmp_path, ""), "--json")
    assert (outcome.status, outcome.json["sentences"]) == (1, [])


FAULTS = {
    "absent": lambda tmp_path: str(tmp_path / "absent.txt"),
    "a folder": str,
    "no text": lambda tmp_path: _file(tmp_path, b"\x7fELF\0\0\0\1"),
    "too long": lambda tmp_path: _file(tmp_path, b"word " * 300_000),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_read_is_status_3(recco, tmp_path: Path, fault: str) -> None:
    outcome = recco("check", FAULTS[fault](tmp_path))
    assert (outcome.status, outcome.out, outcome.err.count("\n")) == (3, "", 1)


def test_a_pipe_with_a_writer_is_a_text_like_any_other(tmp_path: Path) -> None:
    """What the shell hands over for `recco check <(command)`."""
    ours, theirs = os.pipe()
    os.write(theirs, GOOD.encode())
    os.close(theirs)
    try:
        ran = _ran(tmp_path, f"/dev/fd/{ours}", pass_fds=(ours,))
    finally:
        os.close(ours)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_a_pipe_that_no_one_writes_to_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = _ran(tmp_path, str(tmp_path / "pipe"))
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"recco: {tmp_path / 'pipe'} cannot be read (it is a pipe, and no program writes to it).\n"
    )


def test_a_device_is_not_read(recco) -> None:
    outcome = recco("check", "/dev/zero")
    assert (outcome.status, outcome.out) == (3, "")
    assert "/dev/zero cannot be read (it is a device, not a file)." in outcome.err


def test_standard_input_has_two_names(tmp_path: Path) -> None:
    assert _ran(tmp_path, "/dev/stdin", input=GOOD).returncode == 0


def _ran(tmp_path: Path, file: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "x.db"), "check", file],
        capture_output=True,
        text=True,
        cwd=ROOT,
        timeout=60,
        check=False,
        **more,
    )


def test_someone_elses_name_is_seen_when_one_says_whom_it_is_for(sample, tmp_path: Path) -> None:
    text = _file(tmp_path, GOOD.replace("John", "Katrina"))
    rules = {
        f["rule"] for f in sample("check", text, "--to", "John Silva", "--json").json["findings"]
    }
    assert "wrong-name" in rules


def test_a_copied_ask_is_seen(sample, tmp_path: Path) -> None:
    ask = (
        "Hi {name}! I loved building the inventory API with you at the academy this autumn. "
        "Would you be open to writing a short recommendation about how we handled the release? "
        "Thank you for everything, whatever you decide!"
    )
    first = _file(tmp_path, ask.format(name="Priya"))
    assert sample("ask", "start", "Priya", "--text", first).status == 0
    second = _file(tmp_path, ask.format(name="John"))
    document = sample("check", second, "--ask", "--to", "John Silva", "--json").json
    assert "copied" in {finding["rule"] for finding in document["findings"]}


def test_markup_and_controls_in_a_text_are_shown_as_text(recco, tmp_path: Path) -> None:
    outcome = recco("check", _file(tmp_path, "I led [b]it[/b] with \x1b[31mJohn\x1b[0m."))
    assert "[b]it[/b]" in outcome.out
    assert "\x1b" not in outcome.out


def test_the_contacts_are_known_for_a_name_that_is_none_of_them(sample, tmp_path: Path) -> None:
    text = _file(tmp_path, f"{GOOD.replace('John', 'Zora')} I recommend Katrina.")
    outcome = sample("check", text, "--to", "Zora Quill", "--json")
    assert outcome.status == 1
    assert "wrong-name" in {finding["rule"] for finding in outcome.json["findings"]}


def test_a_sentence_that_may_be_the_impact_is_asked_about_and_not_refused(
    recco, tmp_path: Path
) -> None:
    text = _file(
        tmp_path,
        "I worked alongside John on the inventory API at the academy. He explained complex logic "
        "clearly and with patience. The office is quiet. I would recommend John to any team.",
    )
    outcome = recco("check", text, "--to", "John Silva", "--json")
    assert (outcome.status, outcome.json["ready"], outcome.json["missing"]) == (0, True, ["impact"])
    asked = [f for f in outcome.json["findings"] if f["rule"] == "missing-impact"]
    assert [(f["severity"], f["sentence"], f["message"]) for f in asked] == [
        ("hint", 3, "Is this the impact? f4 says yes")
    ]


def test_a_good_german_text_is_not_failed(recco, tmp_path: Path) -> None:
    text = _file(
        tmp_path,
        "Ich habe mit John zwei Jahre im Team Abrechnung gearbeitet. Er erklärt schwierige Dinge "
        "klar. Durch seine Arbeit laufen unsere Tests doppelt so schnell. Ich empfehle ihn gern.",
    )
    outcome = recco("check", text, "--to", "John Silva", "--json")
    assert outcome.status == 0
    assert [f["rule"] for f in outcome.json["findings"]] == ["not-english"]
    assert outcome.json["counts"]["sentences"] == 4
