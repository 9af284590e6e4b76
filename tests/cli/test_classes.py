"""`recco class`, as a coach and her students type it, each with a file of their own."""

import json
import sys
from pathlib import Path

import pytest

from recco_tui.core.models import TextKind
from recco_tui.core.when import use_date_style
from recco_tui.ledger.ledger import Ledger
from tests.benchmarks.terminal import Terminal
from tests.classroom.conftest import postgres_place, postgres_port
from tests.drafts import open_draft
from tests.new_file import new_file

__all__ = ["postgres_place", "postgres_port"]


class Machine:
    """One person's recco."""

    def __init__(self, recco, folder: Path) -> None:
        self.file = new_file(folder / "recco.db")
        self._recco = recco

    def __call__(self, *words: str, now: str = "2026-11-23"):
        return self._recco(*words, db=self.file, now=now)

    def draft(self, name: str, text: str, claims: str = "") -> None:
        self("contact", "add", name)
        with Ledger(self.file) as ledger:
            draft = open_draft(ledger, ledger.contacts.find(name).id, TextKind.ASK)
            ledger.drafts.save(draft.id, text, claims)


@pytest.fixture
def machines(recco, tmp_path: Path) -> tuple[Machine, Machine]:
    """A coach, and a student who has joined her class."""
    coach, student = (Machine(recco, tmp_path / name) for name in ("coach", "student"))
    shared = tmp_path / "shared"
    shared.mkdir()
    made = coach("class", "create", str(shared), "Spring", "--as", "Cora Diaz")
    assert (made.status, made.out.splitlines()[0]) == (
        0,
        f"Created Spring at {shared}/class.db. Next: recco class invite NAME",
    )
    assert "can read the whole class" in made.err
    (invited,) = coach("class", "invite", "Maria Silva", "--json").json
    joined = student("class", "join", invited["place"], invited["token"])
    assert joined.out == "Joined Spring as Maria Silva. Next: recco class pull\n"
    return coach, student


TEXT = "Hi Ann, I loved our project. Would you recommend me? Thanks!"


def test_homework_goes_out_and_comes_back_done(machines) -> None:
    coach, student = machines
    coach("class", "homework", "add", "1 ask", "--by", "thu 18:00")
    coach("class", "homework", "add", "1 recommendation", "--by", "fri", "--optional")
    coach("class", "homework", "add", "3 asks", "--by", "fri", "--later")
    pulled = student("class", "pull")
    assert "1 ask by Thu 18:00\n1 recommendation by Fri (optional)\n" in pulled.out
    assert "3 asks" not in pulled.out
    assert student("undo").out.startswith("Undone: added the homework from Spring")
    assert student("goal", "list", "--json").json == []
    student("class", "pull")
    student("class", "pull")
    assert [goal["count"] for goal in student("goal", "list", "--json").json] == [1]
    assert "1 ask before Thu 18:00: 3 days left" in student("today").out
    student("class", "push", "--yes")
    assert coach("class", "--json").json["students"][0]["homework_done"] == 0
    student("contact", "add", "Ann Lee")
    student("ask", "start", "Ann Lee")
    student("ask", "mark", "Ann Lee", "warm", "--via", "slack")
    student("class", "push", "--yes")
    (line,) = coach("class", "--json").json["students"]
    assert (line["homework_done"], line["homework_due"], line["asked"]) == (1, 0, 1)
    assert (
        coach("class").out.splitlines()[0]
        == "Spring: 1 student, homework done by 1, 0 drafts to read."
    )
    published = coach("class", "homework", "publish", "3")
    assert published.out == "3 asks by Fri.\n"
    assert "3 asks by Fri" in student("class").out
    assert coach("class", "homework", "remove", "3").out == "Removed: 3 asks by Fri.\n"


def test_a_draft_is_shown_sent_judged_and_answered(machines) -> None:
    coach, student = machines
    student.draft("Ann Lee", TEXT)
    refused = student("class", "push", "--draft", "Ann Lee")
    assert TEXT in refused.out
    assert (refused.status, coach("class", "--json").json["waiting"]) == (1, [])
    assert "Send it? recco can't ask here; --yes goes ahead." in refused.err
    sent = student("class", "push", "--draft", "Ann Lee", "--yes")
    assert sent.out.endswith("Sent to Spring.\n")
    (waiting,) = coach("class", "drafts", "--json").json
    own = student("check", "--ask", "--to", "Ann Lee", "--json", str(_file(student, TEXT))).json
    assert waiting["check"]["sentences"] == own["sentences"]
    number = str(waiting["id"])
    assert coach("class", "review", number, "Say which part.", "--sentence", "2").status == 0
    coach("class", "review", number, "Almost there.", "--back")
    assert coach("class", "drafts").out == "No drafts to read.\n"
    pulled = student("class", "pull").out
    assert "Cora Diaz: sentence 2 “Would you recommend me?” – Say which part." in pulled
    assert "2 comments. The editor shows them beside the draft." in pulled
    assert coach("class", "review", number, "--sentence", "9").status == 2


def test_the_parts_that_the_student_marked_count_for_the_coach_too(machines) -> None:
    coach, student = machines
    claims = [
        {"text": "Thanks!", "parts": {"focus": True}},
        {"text": "A sentence about Bo that was cut.", "parts": {"focus": True}},
    ]
    student.draft("Ann Lee", TEXT, json.dumps(claims))
    sent = student("class", "push", "--draft", "Ann Lee", "--yes").out
    assert "Ask draft for Ann Lee (with the parts you marked)" in sent
    (waiting,) = coach("class", "drafts", "--json").json
    assert "focus" not in waiting["check"]["missing"]
    assert b"that was cut" not in _shared(coach).read_bytes()


def test_a_text_that_is_too_long_for_a_class_is_refused(machines) -> None:
    coach, student = machines
    student.draft("Ann Lee", "x" * 20_001)
    refused = student("class", "push", "--draft", "Ann Lee", "--yes")
    assert (
        "The ask draft for Ann Lee is longer than 20,000 characters. Nothing was sent."
        in refused.err
    )
    assert coach("class", "--json").json["students"][0]["shared_on"] == ""


def _file(machine: Machine, text: str) -> Path:
    file = machine.file.with_name("text.txt")
    file.write_text(text)
    return file


def test_the_same_on_a_server(recco, tmp_path: Path, postgres_place: str) -> None:
    coach, student = (Machine(recco, tmp_path / name) for name in ("coach", "student"))
    made = coach("class", "create", postgres_place, "Spring", "--as", "Cora Diaz")
    invited = coach("class", "invite", "Maria Silva")
    token = invited.out.split()[-1]
    shared = "postgresql://" + postgres_place.partition("@")[2]
    assert (made.err, made.out) == (
        "",
        f"Created Spring at {shared}. Next: recco class invite NAME\n",
    )
    assert invited.out == f"Maria Silva: recco class join '{shared}' {token}\n"
    assert "refused the login" in student("class", "join", shared, f"{token}x").err
    assert student("class", "join", shared, token).status == 0
    coach("class", "homework", "add", "1 ask", "--by", "thu 18:00")
    assert "1 ask by Thu 18:00" in student("class", "pull").out
    student.draft("Ann Lee", TEXT)
    sent = student("class", "push", "--draft", "Ann Lee")
    assert f"This goes to Spring at {shared}. Send it?" in sent.err
    student("class", "push", "--draft", "Ann Lee", "--yes")
    (waiting,) = coach("class", "drafts", "--json").json
    coach("class", "review", str(waiting["id"]), "Say when.", "--back")
    assert "Cora Diaz: Say when." in student("class", "pull").out
    assert "Only a coach of Spring" in student("class", "report").err
    assert student("class", "leave", "--yes").status == 0
    assert coach("class", "--json").json["students"] == []


def test_a_package_is_found_by_name_and_printed_ready_to_paste(machines) -> None:
    coach, student = machines
    assert "No package for Maria Silva yet" in coach("class", "package", "maria").err
    coach("class", "package", "silva", "--text", "Patient.\nQuick.")
    assert coach("class", "package", "Maria").out == "Patient.\nQuick.\n"
    assert "Only a coach of Spring" in student("class", "package", "Maria").err
    assert "No student in Spring matches 'Bo'" in coach("class", "package", "Bo").err


def test_a_report_has_counts_and_nothing_else(machines, tmp_path: Path) -> None:
    coach, student = machines
    student.draft("Ann Lee", TEXT)
    student("class", "push", "--draft", "Ann Lee", "--yes")
    table = coach("class", "report").out
    assert "| Maria Silva | 0 | 0 | 0 | 0 | 0 | – | 2026-11-23 | 1 |" in table
    coach("class", "report", "--csv", str(tmp_path / "class.csv"))
    sheet = (tmp_path / "class.csv").read_text()
    assert sheet.splitlines()[1] == "Maria Silva,0,0,0,0,0,,2026-11-23,1"
    for private in ("Ann", "loved", "Hi"):
        assert private not in table + sheet


def test_who_leaves_takes_every_row_along(machines) -> None:
    coach, student = machines
    student.draft("Ann Lee", TEXT)
    student("class", "push", "--draft", "Ann Lee", "--yes")
    assert student("class", "leave").status == 1
    assert (
        student("class", "leave", "--yes").out == "Left Spring. Everything you sent was deleted.\n"
    )
    assert student("class").status == 1
    assert coach("class", "--json").json["students"] == []
    assert b"loved our project" not in _shared(coach).read_bytes()
    assert "only coach" in coach("class", "leave", "--yes").err


def _shared(machine: Machine) -> Path:
    kept = json.loads(machine.file.with_name("recco.class.json").read_text())
    return Path(kept["memberships"][0]["place"]) / "class.db"


def test_tokens_and_comments_are_kept_for_the_user_alone(machines) -> None:
    _, student = machines
    assert student.file.with_name("recco.class.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), "You are not in a class yet. Join one with 'recco class join'"),
        (("push",), "You are not in a class yet"),
        (("--class", "Fall", "pull"), "You are not in a class called 'Fall'"),
        (("create", "/nonexistent/x/y", "Spring", "--as", "Cora"), "can't be opened"),
        (("create", "mysql://a/b", "Spring", "--as", "Cora"), "postgresql://user:password@host"),
        (("join", "/nonexistent/x", "a.b"), "There is no class at /nonexistent/x"),
        (("join", "/nonexistent/x", "ab"), "That is not a token"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(recco, words, sentence: str) -> None:
    refused = recco("class", *words)
    assert refused.status in (1, 2, 3)
    assert sentence in refused.err
    assert refused.err.count("\n") == 1


def test_at_a_terminal_the_coach_s_board_opens(machines) -> None:
    coach, student = machines
    student.draft("Ann Lee", TEXT)
    student("class", "push", "--draft", "Ann Lee", "--yes")
    command = [sys.executable, "-m", "recco_tui", "--db", str(coach.file), "class"]
    with Terminal(command) as terminal:
        terminal.until(b"1 to read", b"Maria Silva")
        terminal.press(b"q")
        assert terminal.ended() == 0


def test_a_folder_that_a_service_copies_is_warned_of(recco, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "Class"
    folder.mkdir(parents=True)
    made = recco("class", "create", str(folder), "Spring", "--as", "Cora")
    assert (
        f"Dropbox copies {folder.parent}. If two people write at once, you get two files."
        in made.err
    )


def test_with_several_classes_it_is_asked_which(machines, tmp_path: Path) -> None:
    coach, _ = machines
    coach("class", "create", str(tmp_path / "fall.db"), "Fall", "--as", "Cora")
    assert (
        "Which class? Name one with 'recco class --class NAME': Spring, Fall." in coach("class").err
    )
    assert coach("class", "--class", "fall", "homework", "list").out == "No homework yet.\n"


def test_without_the_extra_one_sentence_says_what_to_install(machines, monkeypatch) -> None:
    _, student = machines
    monkeypatch.setitem(sys.modules, "sqlalchemy", None)
    refused = student("class", "pull")
    assert (refused.status, refused.err) == (
        2,
        "recco: The class part is not installed. pip install 'recco-tui[class]' adds it.\n",
    )


def test_a_class_is_listed_in_the_style_that_is_set(
    machines, request: pytest.FixtureRequest
) -> None:
    request.addfinalizer(lambda: use_date_style("day"))
    coach, _ = machines
    coach("class", "homework", "add", "1 ask", "--by", "2026-12-30 18:00")
    coach("settings", "set", "date_style", "month")
    use_date_style("day")  # as of another program: this one has not opened the file yet
    assert "1 ask by Dec 30 18:00" in coach("class", "homework", "list").out
