from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.models import (
    BoardRow,
    Contact,
    ContactPage,
    Direction,
    Recommendation,
    Status,
)
from recco_tui.core.relationships import Kind
from recco_tui.ui.formatting import cell_len
from recco_tui.ui.present.set_kind import card_lines, group_lines, in_order

DAY = date(2026, 11, 23)


def row(
    id_: int, *, given: int = 0, received: int = 0, last: date | None = None, kind=Kind.UNKNOWN
):
    return BoardRow(
        id_,
        f"P{id_}",
        kind,
        "",
        given,
        received,
        0,
        False,
        True,
        None,
        last_on=last,
        search=f"p{id_}",
    )


def page(text: str, name: str = "Ann", *, status: Status = Status.VISIBLE) -> ContactPage:
    one = Recommendation(1, 1, Direction.RECEIVED, text, status, date(2026, 10, 2), company=name)
    return ContactPage(Contact(1, name, company=name, position=text), (one,))


def test_recommenders_come_first_then_whom_i_recommended_then_the_latest() -> None:
    rows = [
        row(1),
        row(2, last=date(2026, 1, 1)),
        row(3, given=1),
        row(4, received=1, kind=Kind.PEER),
        row(5, received=1),
        row(6, received=2, given=1),
        row(7, last=date(2026, 2, 1)),
    ]
    assert in_order(rows) == [6, 5, 3, 7, 2, 1]


def test_a_draft_or_withdrawn_text_is_no_recommendation() -> None:
    told = "".join(
        s.text for line in card_lines(page("x", status=Status.WITHDRAWN), DAY, 60) for s in line
    )
    assert "wrote for you" not in told


def test_someone_of_whom_nothing_is_known_is_said_to_be_so() -> None:
    (line,) = card_lines(ContactPage(Contact(1, "Ann")), DAY, 60)
    assert line[0].text == "Nothing else is known about them."


@given(st.text(max_size=600), st.text(max_size=80), st.integers(20, 100))
def test_no_line_of_a_card_passes_the_edge(text: str, name: str, width: int) -> None:
    lines = card_lines(page(text, name), DAY, width)
    lines += group_lines([page(text, name).contact] * 14, width)
    assert all(sum(cell_len(span.text) for span in line) <= width for line in lines)
