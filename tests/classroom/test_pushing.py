"""Pushes at once, and pushes that are killed: each is there whole or not at all."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from recco_tui.classroom.membership import write_memberships
from recco_tui.classroom.store import ClassStore
from tests.classroom.people import NOW, card_of, class_at, draft

ROOT = Path(__file__).parents[2]
PUSHED = 3


def test_twenty_at_once_lose_nothing(place: str) -> None:
    names = [f"Student {number:02}" for number in range(20)]
    coach, students = class_at(place, *names)

    def push(student: ClassStore) -> None:
        for number in range(PUSHED):
            card = card_of(student.membership.name, number, draft(number, f"Text {number}."))
            student.push(card, NOW)

    with ThreadPoolExecutor(len(students)) as threads:
        list(threads.map(push, students))
    room = coach.classroom()
    assert {one.card for one in room.students} == {card_of(name, PUSHED - 1) for name in names}
    assert len(room.waiting) == len(names) * PUSHED


CHILD = """
import sys, time
from pathlib import Path
from recco_tui.classroom import store
from recco_tui.classroom.membership import read_memberships
from tests.classroom.people import NOW, card_of, draft
(own,) = read_memberships(Path(sys.argv[1]))
send = store._send_text
def pausing(connection, member_id, text, now):
    send(connection, member_id, text, now)
    if text.number == int(sys.argv[2]):
        print("here", flush=True)
        time.sleep(60)
store._send_text = pausing
store.ClassStore(own).push(card_of("Maria", 1, *(draft(n, f"Text {n}.") for n in range(5))), NOW)
print("done", flush=True)
time.sleep(60)
"""


def test_a_killed_push_is_there_or_not(place: str, tmp_path: Path) -> None:
    coach, (student,) = class_at(place, "Maria")
    write_memberships(tmp_path / "recco.db", [student.membership])
    for pause_at, said, texts in ((2, "here", 0), (99, "done", 5)):
        words = [sys.executable, "-c", CHILD, str(tmp_path / "recco.db"), str(pause_at)]
        with subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
            assert child.stdout is not None
            assert child.stdout.readline().strip() == said
            child.kill()
        room = coach.classroom()
        assert len(room.drafts) == texts
        assert (room.students[0].card is not None) is (texts > 0)
