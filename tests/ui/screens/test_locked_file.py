"""Another program holds the file: keys go on, what must wait says so, and nothing typed is lost."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual import events

from recco_tui.core.errors import FileLocked
from recco_tui.core.models import Contact
from recco_tui.ledger.ledger import Ledger
from tests.ui.screens.stage import notice, text_at, toasts, until, until_screen

LOCKED = "recco.db is locked by another program"


class Other:
    """Another program, which writes for as long as it likes."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)

    def lock(self, how: str = "IMMEDIATE") -> None:
        self._connection.execute(f"BEGIN {how}")

    def let_go(self) -> None:
        self._connection.execute("ROLLBACK")

    def close(self) -> None:
        self._connection.close()


@pytest.fixture
def other(ledger: Ledger) -> Iterator[Other]:
    program = Other(ledger.path)
    yield program
    program.close()


@pytest.fixture
def ann(ledger: Ledger) -> Contact:
    contact = ledger.contacts.add("Ann Lee")
    ledger.contacts.pin([contact.id], True)
    return contact


def names(ledger: Ledger) -> list[str]:
    return sorted(contact.name for contact in ledger.contacts.every())


def header(app) -> str:
    return text_at(app, "#header")


async def board(app, pilot) -> None:
    await until_screen(app, pilot, "BoardScreen")
    await until(pilot, lambda: app.screen.table.entries, "the rows")


async def paste(app, pilot, text: str) -> None:
    app.screen.focused.post_message(events.Paste(text))
    await pilot.pause()


async def open_editor(app, pilot) -> None:
    await board(app, pilot)
    await pilot.press("w")
    await until_screen(app, pilot, "GuidedStart")
    await pilot.press("escape")
    await until_screen(app, pilot, "RecommendationEditor")


def border(app) -> str:
    return str(app.screen.query_one("#sheet").border_subtitle)


def kept(ledger: Ledger, contact: Contact) -> list[str]:
    return [draft.text for draft in ledger.drafts.of(contact.id)]


# -- verbs ---------------------------------------------------------------------------------------


def test_no_key_is_held_up_for_longer_than_the_eye_takes(play, ledger, ann) -> None:
    async def script(app, pilot) -> None:
        assert app.ledger.busy_timeout <= 0.1

    play(script)


def test_a_key_under_a_lock_waits_says_so_and_is_done_when_the_file_is_free(
    play, ledger, other, ann
) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("asterisk")
        await until(pilot, lambda: LOCKED in header(app), "the header says so")
        assert f"{LOCKED}: 'Pin' waits" in header(app)
        await until(pilot, lambda: f"{LOCKED}. 'Pin' waits." in toasts(app), "a toast does, too")
        assert ledger.contacts.get(ann.id).pinned_on is not None
        other.let_go()
        await until(pilot, lambda: not ledger.contacts.get(ann.id).pinned_on, "it is done")
        await until(pilot, lambda: LOCKED not in header(app), "the header says no more")
        await until(pilot, lambda: "u undoes it" in toasts(app), "a toast says it is done")

    play(script)


def test_the_keys_go_on_while_a_verb_waits(play, ledger, other, ann) -> None:
    ledger.contacts.pin([ledger.contacts.add("Bo Ray").id], True)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("asterisk")
        await until(pilot, lambda: LOCKED in header(app), "it waits")
        await pilot.press("j", "slash", *"ann")
        assert [row.name for row in app.screen.table.entries] == ["Ann Lee"]
        await pilot.press("escape", "5")
        await until_screen(app, pilot, "LogScreen")
        assert f"{LOCKED}: 'Pin' waits" in header(app)
        other.let_go()
        await until(pilot, lambda: not app.queue, "it is done")

    play(script)


def test_what_waits_is_done_in_the_order_of_the_keys(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        before = len(ledger.log.entries())
        other.lock()
        await pilot.press("asterisk", "D", "u", "asterisk")
        await until(pilot, lambda: "4 changes wait" in header(app), "all wait")
        other.let_go()
        await until(pilot, lambda: not app.queue, "all are done")
        done = [change.label for change in reversed(ledger.log.entries())][before:]
        assert [label.split()[0] for label in done] == ["removed", "archived", "shortlisted"]
        assert ledger.contacts.get(ann.id).archived_on is None
        assert ledger.contacts.get(ann.id).pinned_on is not None

    play(script)


def test_a_lock_of_a_moment_is_not_spoken_of(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        said: list[str] = []
        app.watch(app, "notice", said.append, init=False)
        other.lock()
        app.screen.action_verb("contact.pin")
        assert app.queue
        other.let_go()
        await until(pilot, lambda: not app.queue, "it is done")
        assert not [words for words in said if words]
        assert ledger.contacts.get(ann.id).pinned_on is None

    play(script)


def test_a_contact_added_under_a_lock_comes_when_the_file_is_free(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Bo", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        await until(pilot, lambda: "'Add contact' waits" in header(app), "it waits")
        assert names(ledger) == ["Ann Lee"]
        other.let_go()
        await until(pilot, lambda: "Added Bo" in toasts(app), "it is added")
        assert names(ledger) == ["Ann Lee", "Bo"]

    play(script)


def test_a_project_added_under_a_lock_still_leads_to_whom_to_ask(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("p")
        await until_screen(app, pilot, "ProjectForm")
        await pilot.press(*"Map", "ctrl+s")
        await until(pilot, lambda: "'Add project' waits" in app.notice, "it waits")
        other.let_go()
        await until_screen(app, pilot, "ProjectAddedScreen")

    play(script)


def test_a_kind_set_under_a_lock_goes_on_to_the_next_contact(play, ledger, other, ann) -> None:
    bo = ledger.contacts.add("Bo Ray")
    ledger.contacts.pin([bo.id], True)

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("t")
        await until_screen(app, pilot, "SetKindScreen")
        other.lock()
        first = app.screen.person
        await pilot.press("p")
        await until(pilot, lambda: app.screen.person not in (None, first), "the next one")
        await pilot.press("m")
        assert len(app.queue) == 2
        other.let_go()
        await until(pilot, lambda: not app.queue, "both are done")
        kinds = {ledger.contacts.get(id_).kind.value for id_ in (ann.id, bo.id)}
        assert kinds == {"peer", "manager"}

    play(script)


def test_a_setting_changed_under_a_lock_is_changed_later(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("comma")
        await until_screen(app, pilot, "SettingsScreen")
        key, before = app.screen.row.spec.key, app.screen.row.value
        other.lock()
        await pilot.press("right")
        assert "'Change' waits" in app.notice or app.queue
        assert app.screen.row.value == before
        other.let_go()
        await until(pilot, lambda: app.screen.row.value != before, "it is another")
        assert app.screen.row.spec.key == key

    play(script)


def test_a_form_whose_answer_is_refused_stays_open_with_what_was_typed(play, ledger, ann) -> None:
    ledger.contacts.add("Cy", url="linkedin.com/in/cy")

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        form = app.screen
        name, url, *_ = form.query("LineInput")
        name.value, url.value = "Di", "linkedin.com/in/cy"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert app.screen is form
        assert "Cy" in notice(app)
        url.value = ""
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        assert "Di" in names(ledger)

    play(script)


def test_words_of_a_verb_that_is_refused_after_waiting_are_shown_to_be_kept(
    play, ledger, other, ann
) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("m")
        await until_screen(app, pilot, "MomentForm")
        other.lock()
        await pilot.press(*"Fixed", "ctrl+s")
        await until_screen(app, pilot, "BoardScreen")
        other._connection.execute("DELETE FROM contacts")
        other._connection.execute("COMMIT")
        await until_screen(app, pilot, "TextDialog")
        assert "Fixed" in "\n".join(str(one.content) for one in app.screen.query("Static"))
        await pilot.press("w")
        await until(pilot, lambda: list(Path.home().glob("recco-*.txt")), "it is in a file")
        await pilot.press("escape")

    play(script)


def test_leaving_while_verbs_wait_asks_and_leaves_by_itself_once_they_are_done(
    play, ledger, other, ann
) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("asterisk", "q")
        await until_screen(app, pilot, "NotSaved")
        assert "'Pin' waits" in "\n".join(str(one.content) for one in app.screen.query("Static"))
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")
        assert app.queue
        await pilot.press("q")
        await until_screen(app, pilot, "NotSaved")
        other.let_go()
        await until(pilot, lambda: app.return_code is not None, "it leaves")

    play(script)
    assert ledger.contacts.get(ann.id).pinned_on is None


def test_leaving_without_what_waits_leaves_at_once(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        other.lock()
        await pilot.press("asterisk", "q")
        await until_screen(app, pilot, "NotSaved")
        await pilot.press("l")
        await until(pilot, lambda: app.return_code is not None, "it leaves")
        assert not app.queue

    play(script)
    other.let_go()
    assert ledger.contacts.get(ann.id).pinned_on is not None


# -- reading -------------------------------------------------------------------------------------


def test_a_file_locked_even_for_reading_is_shown_as_it_was_and_read_again(
    play, ledger, other, ann
) -> None:
    """As on a network disk, which knows no write-ahead log."""

    async def script(app, pilot) -> None:
        await board(app, pilot)
        await until(pilot, lambda: not app.workers, "the snapshot of the day is taken")
        ledger._database.connection.execute("PRAGMA journal_mode = DELETE")
        other.lock("EXCLUSIVE")
        with pytest.raises(FileLocked):
            ledger.contacts.every()
        await pilot.press("A", "2", "1")
        await until(pilot, lambda: "shown as it was" in app.notice, "it is said")
        await until_screen(app, pilot, "BoardScreen")
        assert [row.name for row in app.screen.table.entries] == ["Ann Lee"]
        await pilot.press("e")
        assert type(app.screen).__name__ == "BoardScreen"
        await until(pilot, lambda: "Try again" in toasts(app), "it is said")
        other.let_go()
        await until(pilot, lambda: app.notice == "", "it is read again")

    play(script)


# -- the editor ----------------------------------------------------------------------------------


def test_a_save_that_failed_is_tried_again_by_itself(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        other.lock()
        await paste(app, pilot, "Ann ships.")
        await until(pilot, lambda: "not saved yet" in border(app), "the border says so")
        assert border(app) == f"not saved yet ({LOCKED}); trying again"
        await pilot.press(*" Fast.")
        assert app.screen.text == "Ann ships. Fast."
        assert "draft saved" not in border(app)
        assert kept(ledger, ann) == []
        other.let_go()
        await until(pilot, lambda: kept(ledger, ann) == ["Ann ships. Fast."], "it is saved")
        await until(pilot, lambda: "draft saved" in border(app), "the border says so")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_escape_while_unsaved_asks_and_keeping_on_goes_back_to_the_text(
    play, ledger, other, ann
) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        other.lock()
        await paste(app, pilot, "Ann ships.")
        await pilot.press("escape")
        await until_screen(app, pilot, "NotSaved")
        await pilot.press("k")
        await until_screen(app, pilot, "RecommendationEditor")
        assert app.screen.text == "Ann ships."
        await pilot.press("escape")
        await until_screen(app, pilot, "NotSaved")
        other.let_go()
        await until_screen(app, pilot, "BoardScreen")
        assert kept(ledger, ann) == ["Ann ships."]

    play(script)


def test_leaving_with_a_file_keeps_the_words_for_the_user_alone(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        other.lock()
        await paste(app, pilot, "Ann ships.")
        await pilot.press("escape")
        await until_screen(app, pilot, "NotSaved")
        await pilot.press("f")
        await until_screen(app, pilot, "BoardScreen")
        file = ledger.path.parent / "recco-ann-lee.txt"
        await until(pilot, lambda: str(file) in toasts(app), "it is said where")
        assert file.read_text() == "Ann ships.\n"
        assert file.stat().st_mode & 0o777 == 0o600

    play(script)
    other.let_go()
    assert kept(ledger, ann) == []


def test_finishing_while_locked_asks_and_goes_on_once_it_is_saved(play, ledger, other, ann) -> None:
    whole = (
        "I worked with Ann on Pantry Map at Northlight Academy for six weeks. "
        "She explained React state clearly and reviewed every pull request with patience. "
        "Thanks to her fix our demo ran without a crash and we came second of fourteen teams. "
        "I recommend Ann to any frontend team."
    )

    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, whole)
        await until(pilot, lambda: kept(ledger, ann), "it is saved")
        other.lock()
        await paste(app, pilot, " ")
        await pilot.press("ctrl+s")
        await until_screen(app, pilot, "NotSaved")
        other.let_go()
        await until_screen(app, pilot, "HandOver")
        await pilot.press("n")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_what_the_guide_was_told_under_a_lock_is_kept_too(play, ledger, other, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("w")
        await until_screen(app, pilot, "GuidedStart")
        other.lock()
        await pilot.press(*" at the academy")
        await until(pilot, lambda: "not saved yet" in notice(app), "it says so")
        other.let_go()
        await until(pilot, lambda: "at the academy" in "".join(kept(ledger, ann)), "it is kept")
        assert notice(app) == ""
        await pilot.press("escape")
        await until_screen(app, pilot, "RecommendationEditor")
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_a_text_replaced_under_a_lock_is_a_version_once_the_file_is_free(
    play, ledger, other, ann
) -> None:
    async def script(app, pilot) -> None:
        await open_editor(app, pilot)
        await paste(app, pilot, "First words.")
        await until(pilot, lambda: kept(ledger, ann), "it is saved")
        other.lock()
        await paste(app, pilot, " Second words.")
        app.screen.replace_text("Third words.")
        other.let_go()
        await until(pilot, lambda: kept(ledger, ann) == ["Third words."], "it is saved")
        versions = ledger.drafts.versions(app.screen.draft.id)
        assert "First words. Second words." in [one.text for one in versions]
        await pilot.press("escape")
        await until_screen(app, pilot, "BoardScreen")

    play(script)


def test_ctrl_q_while_unsaved_asks_and_pressed_again_leaves_with_the_words_in_a_file(
    play, ledger, other, ann
) -> None:
    apps = []

    async def script(app, pilot) -> None:
        apps.append(app)
        await open_editor(app, pilot)
        other.lock()
        await paste(app, pilot, "Ann ships.")
        await pilot.press("ctrl+q")
        await until_screen(app, pilot, "NotSaved")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code is not None, "it leaves")

    play(script)
    said = apps[0].leaving.save_after_exit()
    other.let_go()
    file = ledger.path.parent / "recco-ann-lee.txt"
    assert said == [f"Your text (Ann Lee) is in {file}."]
    assert file.read_text() == "Ann ships.\n"


def test_ctrl_q_in_a_form_asks_before_what_is_typed_goes(play, ledger, ann) -> None:
    async def script(app, pilot) -> None:
        await board(app, pilot)
        await pilot.press("plus")
        await until_screen(app, pilot, "ContactForm")
        await pilot.press(*"Bo", "ctrl+q")
        await pilot.pause()
        assert app.return_code is None
        assert "Discard your changes?" in notice(app)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: app.return_code is not None, "it leaves")

    play(script)


def test_told_to_leave_with_words_in_a_form_it_keeps_them_in_a_file(play, ledger, ann) -> None:
    apps = []

    async def script(app, pilot) -> None:
        apps.append(app)
        await board(app, pilot)
        await pilot.press("m")
        await until_screen(app, pilot, "MomentForm")
        await pilot.press(*"Fixed")
        app.exit(return_code=143)
        await until(pilot, lambda: app.leaving.unsaved, "the words are taken along")

    play(script)
    (said,) = apps[0].leaving.save_after_exit()
    assert Path(said.partition(" is in ")[2].rstrip(".")).read_text() == "Fixed\n"
