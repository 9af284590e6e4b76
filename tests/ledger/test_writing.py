"""What a message to someone starts from."""

import pytest

from recco_tui.core.models import Channel, Contact, Joining, ProjectKind, TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.writing.review import review


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


def test_ten_people_of_one_project_get_drafts_that_the_check_does_not_call_copied(
    ledger: Ledger,
) -> None:
    people = [ledger.contacts.add(f"Bo{letter} Ray") for letter in "abcdefghij"]
    members = [Joining(contact_id=one.id) for one in people]
    project = ledger.projects.add("Pantry Map", ended_on=ledger.day, members=members)
    for one in people:
        text = ledger.writing.ask_draft(one.id, Channel.LINKEDIN, project.id, "how I debug").text
        about = ledger.writing.about(one.id, TextKind.ASK)
        assert review(text, TextKind.ASK, about).ready, text
        ledger.asks.start(one.id, project_id=project.id, focus="how I debug", text=text)
