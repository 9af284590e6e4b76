"""Which people a filter finds, in the circle and outside, and how they are sorted."""

from datetime import date

import pytest

from recco_tui.core.models import Ask, AskStep, BoardRow, Step
from recco_tui.core.names import fold
from recco_tui.core.relationships import Kind
from recco_tui.core.selection import PeopleIndex, SortKey, parse_people_filter, sorted_rows

ASKED = Ask(1, 5, (AskStep(1, Step.WARM, date(2026, 11, 20)),))


def row(id_: int, name: str, kind: Kind = Kind.UNKNOWN, company: str = "", **more) -> BoardRow:
    counts = {"given": 0, "received": 0, "waived": 0, "pinned": False, "in_circle": True} | more
    search = fold(f"{name} {company} {more.get('position', '')}")
    return BoardRow(id_, name, kind, company, slug=None, search=search, **counts)


ROWS = (
    row(1, "Ana Lima", Kind.PEER, "Acme", received=1),
    row(2, "Ben Osei", Kind.PEER, in_circle=False),
    row(3, "Cy Peers", Kind.MENTOR, given=1, received=1),
    row(4, "Di Stevens", in_circle=False, position="Peer Specialist"),
    row(5, "Ed Powell", Kind.MANAGER, "Even Labs", ask=ASKED, projects=("Inventory API",)),
    row(6, "Flo Díaz", position="Manager"),
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "123456"),
        ("kind:peer", "12"),
        ("-kind:peer", "3456"),
        ("peer", "1234"),
        ("-peer", "56"),
        ("Peer", "1234"),
        ('"peer"', "34"),
        ('-"peer"', "1256"),
        ("manager", "56"),
        ("-manager", "1234"),
        ("man", "56"),
        ("peer acme", "1"),
        ("acme peer", "1"),
        ("peer -acme", "234"),
        ("peer mentor", "3"),
        ("unknown", "46"),
        ("un", ""),
        ("owe", "1"),
        ("-owe", "23456"),
        ("even", "35"),
        ("-even", "1246"),
        ('"even"', "45"),
        ("asked", "5"),
        ("company:", "15"),
        ("-company:", "2346"),
        ("Company:ACME", "1"),
        ("project:", "5"),
        ('project:"inventory api"', "5"),
        ("inventory api", "5"),
        ("ask:warm", "5"),
        ("diaz", "6"),
        ("place:here", ""),
        ("-place:here", "123456"),
    ],
)
def test_a_filter_finds(typed: str, found: str) -> None:
    rows = PeopleIndex(ROWS).filtered(parse_people_filter(typed))
    assert "".join(str(one.id) for one in rows) == found


@pytest.mark.parametrize("typed", ["peer", "owe", "even", "acme", "kind:man", "project:", "asked"])
def test_a_minus_finds_exactly_the_others(typed: str) -> None:
    index = PeopleIndex(ROWS)
    fit = {one.id for one in index.filtered(parse_people_filter(typed))}
    others = {one.id for one in index.filtered(parse_people_filter(f"-{typed}"))}
    assert fit | others == {1, 2, 3, 4, 5, 6}
    assert not fit & others


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("key", "blank"),
    [
        (SortKey.ASK, "12346"),
        (SortKey.COMPANY, "2346"),
        (SortKey.KIND, "46"),
        (SortKey.LAST, "123456"),
        (SortKey.OWE, "24"),
    ],
)
def test_a_dash_comes_last_whichever_way_round(key: SortKey, blank: str, descending: bool) -> None:
    ids = "".join(str(one.id) for one in sorted_rows(ROWS, key, descending))
    assert ids.endswith(blank)
    assert sorted(ids) == list("123456")


def test_sorted_by_ask_those_under_way_come_first_and_those_without_one_last() -> None:
    rows = (
        row(1, "Ana"),
        row(2, "Ben", ask=Ask(1, 2, (AskStep(1, Step.CLOSED, date(2026, 11, 20)),))),
        row(3, "Cy", ask=ASKED),
        row(4, "Di", in_circle=False),
    )
    assert [found.id for found in sorted_rows(rows, SortKey.ASK)] == [3, 2, 1, 4]
    assert [found.id for found in sorted_rows(rows, SortKey.ASK, descending=True)][:2] == [2, 3]
