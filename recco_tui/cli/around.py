"""What a check knows around a text: who it is for, who else there is, and the numbers in force."""

from recco_tui.cli.session import Session
from recco_tui.core.errors import NothingFound, UsageError
from recco_tui.core.models import Direction
from recco_tui.writing.about import About, Limits, OtherText, first_names


def about(session: Session, name: str) -> About:
    """The text is for the person called so; a name that nobody bears, or several, stands alone."""
    name = name.strip()
    if not name or not session.has_file:
        return About(to=name)
    ledger = session.ledger
    try:
        contact = ledger.contacts.find(name)
    except (NothingFound, UsageError):
        return About(to=name)
    others = {row.id: row.name for row in ledger.board.circle() if row.id != contact.id}
    asks = [one for one in ledger.asks.every() if one.text and one.contact_id != contact.id]
    given = [
        one
        for one in ledger.recommendations.every()
        if one.direction is Direction.GIVEN and one.contact_id != contact.id
    ]
    return About(
        to=contact.name,
        others=first_names(list(others.values())),
        other_asks=tuple(OtherText(others.get(one.contact_id, ""), one.text) for one in asks),
        used=tuple(OtherText(others.get(one.contact_id, ""), one.text) for one in given),
        projects=tuple(project.title for project in ledger.projects.every()),
    )


def limits(session: Session) -> Limits:
    """The numbers of the user's settings; the defaults while there is no file."""
    if not session.has_file:
        session.require_folder()
        return Limits()
    policy = session.ledger.settings.policy
    return Limits(
        sentences=(policy.sentences_least, policy.sentences_most),
        ask_sentences=(policy.ask_sentences_least, policy.ask_sentences_most),
        characters=policy.characters_most,
        words=(policy.words_least, policy.words_most),
        marks=(policy.first_mark, policy.second_mark),
        copied=policy.copied_share,
    )
