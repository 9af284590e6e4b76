"""What a message to somebody starts from."""

import pytest

from recco_tui.core.models import Channel, Contact, Joining, ProjectKind
from recco_tui.ledger.ledger import Ledger


@pytest.mark.parametrize(
    ("title", "kind", "said"),
    [
        ("Analyst at Brightwater", ProjectKind.POSITION, "at Brightwater"),
        ("Head of Training at Arms at Larkfield", ProjectKind.POSITION, "at Larkfield"),
        ("Analyst", ProjectKind.POSITION, ""),
        ("Picnic at Hanging Rock", ProjectKind.PROJECT, "on Picnic at Hanging Rock"),
    ],
)
def test_an_ask_says_where_of_a_position_and_on_what_of_the_rest(
    ledger: Ledger, ann: Contact, title: str, kind: ProjectKind, said: str
) -> None:
    ledger.projects.add(title, kind=kind, members=[Joining(contact_id=ann.id)])
    assert ledger.writing.facts(ann.id).on == said
    assert said.partition(" ")[2] in ledger.writing.ask_draft(ann.id, Channel.LINKEDIN).text
