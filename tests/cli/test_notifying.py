"""`recco today --notify`: literal words to the desktop's own program, or a sentence."""

import json
import os
import sys
from pathlib import Path

import pytest

from recco_tui.cli import notifying
from recco_tui.cli.notifying import notify
from recco_tui.core.cleaning import clean_line
from recco_tui.core.errors import NotAllowed
from tests.nasty_strings import NASTY

SCRIPT = """#!{python}
import json, os, sys
with open({told!r}, "a") as file:
    words = {{"words": sys.argv[1:], "typed": sys.stdin.read(), "body": os.environ.get("RECCO_BODY")}}
    file.write(json.dumps(words) + "\\n")
sys.exit({status})
"""


class Desktop:
    """Stand-ins for the programs that notify, first on PATH; they write down what they are told."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._told = folder, folder / "told"

    def has(self, name: str, status: int = 0) -> None:
        file = self._folder / name
        file.write_text(SCRIPT.format(python=sys.executable, told=str(self._told), status=status))
        file.chmod(0o755)

    @property
    def told(self) -> list[dict[str, object]]:
        if not self._told.exists():
            return []
        return [json.loads(line) for line in self._told.read_text().splitlines()]


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desktop:
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(sys, "platform", "linux")
    return Desktop(folder)


def test_what_waits_is_notified(sample, desktop: Desktop) -> None:
    desktop.has("notify-send")
    said = sample("today", "--notify")
    assert (said.status, said.out, said.err) == (0, "", "")
    (told,) = desktop.told
    *before, title, body = told["words"]
    assert (before, title) == (["--app-name=recco", "--"], "recco")
    assert body.splitlines() == [
        "9 today",
        "write John Silva: recommended you 52 days ago; nothing given back yet",
        "ask Katrina Moss: Inventory API ended 2 days ago: fresh, best until Wed; on your shortlist",
        "request Rodrigo Pena: agreed on Discord yesterday: send the LinkedIn request",
    ]


def test_nothing_is_notified_on_a_day_without_anything(recco, desktop: Desktop) -> None:
    desktop.has("notify-send")
    said = recco("today", "--notify")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert desktop.told == []


def test_without_a_desktop_a_sentence_says_so(sample, desktop: Desktop) -> None:
    said = sample("today", "--notify")
    assert (said.status, said.out) == (1, "")
    assert said.err == (
        "recco: There is no desktop to notify (notify-send is not installed). "
        "'recco today --short' prints the same in a line.\n"
    )


def test_a_refused_notification_is_reported(sample, desktop: Desktop) -> None:
    desktop.has("notify-send", status=1)
    said = sample("today", "--notify")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("recco: The desktop refused the notification (notify-send failed)")
    assert "John" not in said.err


def test_a_program_that_cannot_start_is_reported(sample, desktop: Desktop, tmp_path: Path) -> None:
    desktop.has("notify-send")
    (tmp_path / "programs" / "notify-send").write_text("#!/nowhere/at/all\n")
    assert sample("today", "--notify").status == 1


@pytest.mark.parametrize("other", ["--json", "--short", "--all"])
def test_it_is_either_a_notification_or_a_print(sample, desktop: Desktop, other: str) -> None:
    desktop.has("notify-send")
    assert sample("today", "--notify", other).status == 2
    assert desktop.told == []


@pytest.mark.parametrize(
    ("typed", "handed"),
    [
        ("<b>x</b> & y", "&lt;b&gt;x&lt;/b&gt; &amp; y"),
        ("a\\nb", "a\\\\nb"),
        ("\x1b[31mred", "red"),
        ("$(reboot) `id`", "$(reboot) `id`"),
        ("x" * 500, "x" * 159 + "…"),
    ],
)
def test_words_are_literal(desktop: Desktop, typed: str, handed: str) -> None:
    desktop.has("notify-send")
    notify([typed])
    assert desktop.told[0]["words"][-1] == handed


def test_nasty_words_reach_each_desktop_as_they_are(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In bundles of four lines, as many as one notification shows."""
    desktop.has("osascript")
    monkeypatch.setattr(sys, "platform", "darwin")
    bundles = [NASTY[at : at + notifying.MOST_LINES] for at in range(0, 40, 4)]
    for bundle in bundles:
        notify(bundle)
    for told, bundle in zip(desktop.told, bundles, strict=True):
        cleaned = "\n".join(clean_line(one)[:159] for one in bundle)
        assert told["words"][:2] == ["-", "recco"]
        assert told["words"][2] == cleaned
        assert "item 2 of argv" in told["typed"]


def test_windows_gets_the_words_beside_the_script(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.has("powershell")
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(notifying.shutil, "which", lambda name: f"{os.environ['PATH']}/{name}")
    notify(["'; Remove-Item x; '"])
    (told,) = desktop.told
    assert told["body"] == "'; Remove-Item x; '"
    assert "Remove-Item" not in told["typed"]
    assert told["words"] == ["-NoProfile", "-NonInteractive", "-Command", "-"]


def test_a_line_never_counts_as_an_option(desktop: Desktop) -> None:
    desktop.has("notify-send", status=2)
    with pytest.raises(NotAllowed):
        notify(["--help"])
    assert desktop.told[0]["words"][-3:] == ["--", "recco", "--help"]
