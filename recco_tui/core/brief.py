"""One page on a person in Markdown: who, projects, moments, both texts, pitch."""

from collections.abc import Iterator

from recco_tui.core.cleaning import capitalized, clean_line
from recco_tui.core.fields import by_hand
from recco_tui.core.markdown import on_a_line, paragraphs, quoted
from recco_tui.core.models import Contact, ContactPage, Direction, Project
from recco_tui.core.received import NO_TEXT
from recco_tui.core.relationships import Kind


def brief(page: ContactPage) -> str:
    """The page; what is not known is left out."""
    return (
        "\n".join([*_head(page.contact), *_projects(page), *_moments(page), *_texts(page)]) + "\n"
    )


def _head(contact: Contact) -> Iterator[str]:
    kind = contact.kind.value if contact.kind is not Kind.UNKNOWN else ""
    relation = contact.relationship.theirs if contact.relationship else ""
    who = ", ".join(filter(None, (kind, relation, contact.position, contact.company)))
    yield from (f"# {on_a_line(contact.name)}", "")
    yield from paragraphs(clean_line(who)) if who else ("Nothing else is known.",)
    for name, field in by_hand(Contact).items():
        text: str = getattr(contact, name)
        if field.is_who or field.is_quiet or not text.strip():
            continue
        heading = capitalized(field.label)
        if field.is_line:
            yield from ("", f"{heading}: {on_a_line(text)}")
        else:
            yield from ("", f"## {heading}", "", *paragraphs(text))


def _projects(page: ContactPage) -> Iterator[str]:
    if page.projects:
        yield from ("", "## Projects", "")
    for project in page.projects:
        ended = f", ended {project.ended_on}" if project.ended_on else ", running"
        yield f"- **{on_a_line(project.title)}**{ended}"
        yield from _parts(project, page.contact.id)


def _parts(project: Project, contact_id: int) -> Iterator[str]:
    for member in project.members:
        if member.contact_id == contact_id:
            if member.their_part:
                yield f"  - they: {on_a_line(member.their_part)}"
            if member.my_part:
                yield f"  - you: {on_a_line(member.my_part)}"


def _moments(page: ContactPage) -> Iterator[str]:
    if page.moments:
        yield from ("", "## Moments", "")
    for moment in page.moments:
        yield f"- {moment.on} {moment.kind.value}: {on_a_line(moment.text)}"


def _texts(page: ContactPage) -> Iterator[str]:
    for direction, heading in ((Direction.RECEIVED, "They wrote"), (Direction.GIVEN, "You wrote")):
        for text in page.recommendations:
            if text.direction is direction:
                yield from ("", f"## {heading}, {text.on}", "")
                yield quoted(paragraphs(text.text if text.has_text else NO_TEXT))
