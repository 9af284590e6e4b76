import re
import shutil
import subprocess
from pathlib import Path

import pytest

from recco_tui.cli.help import TOPICS, topic_text
from recco_tui.cli.root import COMMANDS
from recco_tui.core.models import TextKind
from recco_tui.writing.about import About
from recco_tui.writing.review import review
from tests.cli.conftest import Recco

README = Path(__file__).resolve().parents[2] / "README.md"


def test_every_topic_is_listed_and_has_a_page(recco: Recco) -> None:
    listed = recco("help").out
    for name in TOPICS:
        assert f"  {name}" in listed
        told = recco("help", name)
        assert told.status == 0
        assert topic_text(name).strip().splitlines()[0] in told.out
        assert recco("help", name, "--json").json["topic"] == name


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_fits_a_terminal(name: str) -> None:
    assert max(len(line) for line in topic_text(name).splitlines()) <= 100


@pytest.mark.parametrize("name", TOPICS)
def test_a_page_names_only_commands_that_there_are(name: str) -> None:
    shown = re.findall(r"^ {4}recco ([a-z]+)", topic_text(name), re.MULTILINE)
    quoted = re.findall(r"'recco ([a-z]+)", topic_text(name))
    assert {*shown, *quoted} <= set(COMMANDS)


PAGE = topic_text("writing")


def example(heading: str, at: int) -> str:
    """The paragraph after the line `Strong:` or `Weak:`, the first or the second of them."""
    paragraph = PAGE.split(f"\n{heading}:\n\n")[at].partition("\n\n")[0]
    return " ".join(paragraph.split())


@pytest.mark.parametrize(("at", "kind"), [(1, TextKind.RECOMMENDATION), (2, TextKind.ASK)])
def test_the_strong_examples_of_the_page_on_writing_pass_the_check(at: int, kind: TextKind) -> None:
    judged = review(example("Strong", at), kind, About(to="Hope" if at == 1 else "Katrina"))
    assert judged.ready
    assert not judged.findings


@pytest.mark.parametrize(("at", "kind"), [(1, TextKind.RECOMMENDATION), (2, TextKind.ASK)])
def test_the_weak_ones_do_not(at: int, kind: TextKind) -> None:
    assert not review(example("Weak", at), kind).ready


SENTENCES = re.findall(r"^    (Weak|Strong)  +(.+)", PAGE, re.MULTILINE)


@pytest.mark.parametrize(("side", "sentence"), SENTENCES)
def test_weak_and_strong_sentences_of_the_page_are_told_apart(side: str, sentence: str) -> None:
    phrased = {"vague", "jargon", "cliche"} & {found.rule for found in review(sentence).findings}
    assert bool(phrased) is (side == "Weak")


@pytest.mark.parametrize("page", ["recco help import", "README"])
def test_the_export_is_asked_for_as_linkedin_gives_it(recco: Recco, page: str) -> None:
    told = recco("help", "import").out if page != "README" else README.read_text("utf-8")
    words = " ".join(told.split())
    for part in ("Connections", "Recommendations", "Invitations", "Messages", "Profile"):
        assert part in words
    assert "within minutes" in words
    assert "72 hours" in words
    assert "phone" in words
    assert "larger" not in words


def test_help_of_a_command_and_of_an_unknown_topic(recco: Recco) -> None:
    assert "Usage: recco today" in recco("help", "today").out
    outcome = recco("help", "nope")
    assert outcome.status == 2
    assert "no topic 'nope'. There are start" in outcome.err


def test_topics_say_where_the_files_are(recco: Recco, tmp_path: Path) -> None:
    assert f"Here: {tmp_path / 'recco.db'}" in recco("help", "privacy").out
    assert recco("help", "keys").out.rstrip().endswith("keys.toml")


def test_every_action_is_listed_with_its_id_and_keys(recco: Recco) -> None:
    keys = {one["id"]: one for one in recco("help", "keys", "--all", "--json").json}
    assert keys["undo"]["keys"] == "u"
    assert all(one["keys"] and one["does"] for one in keys.values())


def test_the_general_help_has_examples(recco: Recco) -> None:
    assert "recco --demo    " in recco("--help").out


def test_the_manual_holds_every_command_and_topic(recco: Recco) -> None:
    told = recco("help", "man").out
    plain = told.replace("\\-", "-")
    for name in COMMANDS:
        assert f'.SS "recco {name} ' in plain, name
    for name in TOPICS:
        assert f".SH {name.upper()}" in plain
    assert not [line for line in told.splitlines() if re.match(r"[.'](?!\w)", line)]


@pytest.mark.skipif(shutil.which("groff") is None, reason="no groff here")
def test_the_manual_is_roff_without_a_warning(recco: Recco, tmp_path: Path) -> None:
    page = tmp_path / "recco.1"
    page.write_text(recco("help", "man").out, encoding="utf-8")
    ran = subprocess.run(
        ["groff", "-man", "-ww", "-z", "-K", "utf8", str(page)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
