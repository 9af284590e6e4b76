"""The JSON that commands print, one function a noun. Dates are YYYY-MM-DD, null where none is."""

from datetime import date

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.models import (
    Ask,
    Contact,
    ContactPage,
    Moment,
    Project,
    Recommendation,
    Request,
    Waiver,
)
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Balance

Document = dict[str, object]


def iso(day: date | None) -> str | None:
    """The date as JSON has it."""
    return day.isoformat() if day else None


def contact_document(contact: Contact) -> Document:
    """A person alone, without what is tied to them."""
    return {
        "id": contact.id,
        "name": contact.name,
        "kind": contact.kind.value,
        "relationship": contact.relationship.value if contact.relationship else None,
        "company": contact.company,
        "position": contact.position,
        "email": contact.email,
        "url": url_of(contact.slug) if contact.slug else None,
        "connected_on": iso(contact.connected_on),
        "note": contact.note,
        "pitch": contact.pitch,
        "pinned_on": iso(contact.pinned_on),
        "archived_on": iso(contact.archived_on),
        "missing_since": iso(contact.missing_since),
    }


def page_document(page: ContactPage, balance: Balance) -> Document:
    """A person with all that is tied to them, each list newest first."""
    titles = {project.id: project.title for project in page.projects}
    return {
        **contact_document(page.contact),
        "given": balance.given,
        "received": balance.received,
        "balance": balance.word,
        "owe": balance.owe,
        "recommendations": [recommendation_document(one) for one in page.recommendations],
        "asks": [ask_document(one, page.contact.name, titles) for one in page.asks],
        "requests": [request_document(one, page.contact.name) for one in page.requests],
        "projects": [project_document(one) for one in page.projects],
        "moments": [moment_document(one, page.contact.name, titles) for one in page.moments],
        "waivers": [waiver_document(one) for one in page.waivers],
    }


def recommendation_document(one: Recommendation) -> Document:
    """A text given or received."""
    return {
        "id": one.id,
        "contact_id": one.contact_id,
        "direction": one.direction.value,
        "status": one.status_text or one.status.value,
        "on": iso(one.on),
        "text": one.text,
        "company": one.company,
        "position": one.position,
        "project_id": one.project_id,
        "missing_since": iso(one.missing_since),
    }


def ask_document(ask: Ask, name: str, titles: dict[int, str]) -> Document:
    """An ask with its steps, oldest first."""
    return {
        "id": ask.id,
        "contact": name,
        "contact_id": ask.contact_id,
        "project": titles.get(ask.project_id) if ask.project_id else None,
        "focus": ask.focus,
        "text": ask.text,
        "state": state_of(ask).value,
        "open": is_open(ask),
        "steps": [
            {
                "step": step.step.value,
                "on": iso(step.on),
                "via": step.via.value if step.via else None,
                "because": step.because,
            }
            for step in ask.steps
        ],
    }


def request_document(one: Request, name: str) -> Document:
    """A request of theirs or a promise of mine."""
    return {
        "id": one.id,
        "contact": name,
        "contact_id": one.contact_id,
        "kind": one.kind.value,
        "asked_on": iso(one.asked_on),
        "answered_on": iso(one.answered_on),
        "due_on": iso(one.due_on),
        "delivered_on": iso(one.delivered_on),
        "declined_on": iso(one.declined_on),
        "note": one.note,
    }


def project_document(project: Project) -> Document:
    """A project with its members."""
    return {
        "id": project.id,
        "title": project.title,
        "kind": project.kind.value,
        "started_on": iso(project.started_on),
        "ended_on": iso(project.ended_on),
        "about": project.about,
        "members": [
            {
                "contact": member.contact_name,
                "contact_id": member.contact_id,
                "their_part": member.their_part,
                "my_part": member.my_part,
            }
            for member in project.members
        ],
    }


def moment_document(moment: Moment, name: str, titles: dict[int, str]) -> Document:
    """A win of theirs or feedback to me."""
    return {
        "id": moment.id,
        "contact": name,
        "contact_id": moment.contact_id,
        "kind": moment.kind.value,
        "text": moment.text,
        "on": iso(moment.on),
        "project": titles.get(moment.project_id) if moment.project_id else None,
    }


def waiver_document(waiver: Waiver) -> Document:
    """A squared debt."""
    return {
        "id": waiver.id,
        "count": waiver.count,
        "because": waiver.because,
        "on": iso(waiver.on),
    }
