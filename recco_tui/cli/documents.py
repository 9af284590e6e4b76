"""The JSON that commands print, one function a noun: what scripts rely on stands here alone.

Dates and times stay values, which `write_json` writes in ISO 8601; null where there is none.
"""

from typing import TYPE_CHECKING

from recco_tui.core.asks import is_open, state_of
from recco_tui.core.debts import Debt
from recco_tui.core.models import (
    Ask,
    BoardRow,
    Change,
    Contact,
    ContactPage,
    Meeting,
    Moment,
    Project,
    Recommendation,
    Request,
    Waiver,
)
from recco_tui.core.names import url_of
from recco_tui.core.reciprocity import Balance

if TYPE_CHECKING:
    from datetime import date

    from recco_tui.core.address_book import AddressBook
    from recco_tui.core.agenda import Alert
    from recco_tui.core.classroom import Classroom, Homework, SharedDraft
    from recco_tui.core.goals import Progress
    from recco_tui.core.import_outcome import ImportOutcome
    from recco_tui.core.import_plan import PersonQuestion
    from recco_tui.core.insights import Insights
    from recco_tui.core.missing_kinds import KindStatus
    from recco_tui.core.next_step import NextStep
    from recco_tui.core.ownership import Owner
    from recco_tui.core.settings import SettingRow
    from recco_tui.core.snoozing import PutOff
    from recco_tui.core.storefront import Storefront
    from recco_tui.ledger.checkup import CheckResult
    from recco_tui.ledger.salvage import Salvaged
    from recco_tui.ledger.snapshots import Snapshot
    from recco_tui.ledger.sync import KeptLine
    from recco_tui.writing.prompts.messages import Message
    from recco_tui.writing.review import Review, TaggedSentence

Document = dict[str, object]

MOST_CANDIDATES = 3


def _fields(value: object, names: str, **renamed: str) -> Document:
    """The attributes of these names, and then those that have another key in the document."""
    keys = {name: name for name in names.split()} | renamed
    return {key: getattr(value, name) for key, name in keys.items()}


def _url(slug: str | None) -> str | None:
    return url_of(slug) if slug else None


def alert_document(alert: "Alert") -> Document:
    """A line of today."""
    return _fields(alert, "action contact contact_id why since due until key project")


def snoozed_document(snoozed: "PutOff") -> Document:
    """A line of today that is put off."""
    return _fields(snoozed, "action contact contact_id until on")


def kept_document(line: "KeptLine") -> Document:
    """A value that made room for another machine's."""
    return {
        **_fields(line.value, "", table="table_name", id="row_id", field="column_name"),
        **_fields(line.value, "lost stays", computer="machine", at="made_at"),
        "sentence": line.sentence,
    }


def board_document(row: BoardRow, balance: Balance, coming: "Alert | NextStep | None") -> Document:
    """A row of the board, with what is next with this person."""
    return {
        **_fields(row, "id name kind given received"),
        "balance": balance.word,
        "owe": balance.owe,
        "ask": state_of(row.ask) if row.ask else None,
        "last_on": row.last_on,
        **next_document(coming),
        "url": _url(row.slug),
    }


def debt_document(debt: Debt) -> Document:
    """Someone who is owed a text."""
    return _fields(debt, "contact contact_id owe since why kind old quiet hidden")


def contact_document(contact: Contact) -> Document:
    """A person alone, without what is tied to them."""
    known = contact._asdict()
    del known["first_name"], known["last_name"]  # parts of the name, as LinkedIn cut it
    url = _url(known.pop("slug"))
    head = ("id", "name", "kind", "relationship", "company", "position", "email")
    return {**{field: known.pop(field) for field in head}, "url": url, **known}


def page_document(page: ContactPage, balance: Balance) -> Document:
    """A person with all that is tied to them, each list newest first."""
    name = page.contact.name
    titles = {project.id: project.title for project in page.projects}
    return {
        **contact_document(page.contact),
        **_fields(balance, "given received", balance="word", owe="owe"),
        "recommendations": [recommendation_document(text) for text in page.recommendations],
        "asks": [ask_document(ask, name, titles) for ask in page.asks],
        "requests": [request_document(request, name) for request in page.requests],
        "projects": [project_document(project) for project in page.projects],
        "moments": [moment_document(moment, name, titles) for moment in page.moments],
        "meetings": [meeting_document(meeting, name) for meeting in page.meetings],
        "waivers": [waiver_document(waiver) for waiver in page.waivers],
        "cautions": page.cautions,
    }


def recommendation_document(text: Recommendation) -> Document:
    """A recommendation given or received; its `text` is '' while no one has pasted it."""
    return {
        **_fields(text, "id contact_id direction"),
        "status": text.status_text or text.status,
        **_fields(text, "on text company position project_id missing_since change_asked_on"),
    }


def ask_document(ask: Ask, name: str, titles: dict[int, str]) -> Document:
    """An ask with its steps, oldest first."""
    return {
        "id": ask.id,
        "contact": name,
        "contact_id": ask.contact_id,
        "project": titles.get(ask.project_id) if ask.project_id else None,
        **_fields(ask, "focus text"),
        "state": state_of(ask),
        "open": is_open(ask),
        "steps": [_fields(step, "id step on via because") for step in ask.steps],
    }


def next_document(coming: "Alert | NextStep | None") -> Document:
    """What is next and when, to be told beside a person or an ask."""
    return {"next": coming and coming.action, "next_on": coming and coming.due}


def request_document(request: Request, name: str) -> Document:
    """A request of theirs or a promise of mine."""
    return {
        "id": request.id,
        "contact": name,
        **_fields(request, "contact_id kind asked_on answered_on due_on"),
        **_fields(request, "delivered_on declined_on note closed_on because"),
    }


def project_document(project: Project) -> Document:
    """A project with its members."""
    return {
        **_fields(project, "id title kind started_on ended_on about"),
        "members": [
            {"contact": member.contact_name, **_fields(member, "contact_id their_part my_part")}
            for member in project.members
        ],
    }


def moment_document(moment: Moment, name: str, titles: dict[int, str]) -> Document:
    """A win of theirs, feedback to me, or what others wrote about them."""
    return {
        "id": moment.id,
        "contact": name,
        **_fields(moment, "contact_id kind text on"),
        "project": titles.get(moment.project_id) if moment.project_id else None,
    }


def meeting_document(meeting: Meeting, name: str) -> Document:
    """A meeting with somebody."""
    return {
        "id": meeting.id,
        "contact": name,
        **_fields(meeting, "contact_id on company about"),
    }


def waiver_document(waiver: Waiver) -> Document:
    """A waived debt."""
    return _fields(waiver, "id count because on")


def goal_document(progress: "Progress") -> Document:
    """A goal with a date, and how far it is."""
    return {
        **_fields(progress.goal, "id kind count", by="by_day"),
        "time": progress.goal.by_time or None,
        "set_on": progress.goal.set_on,
        **_fields(progress, "done left state"),
    }


def homework_document(piece: "Homework") -> Document:
    """A piece of a class's homework; `published_on` is null while students do not see it."""
    return {
        **_fields(piece, "id kind count", by="by_day"),
        "time": piece.by_time or None,
        **_fields(piece, "optional published_on"),
    }


def classroom_document(room: "Classroom", today: "date") -> Document:
    """The coach's board."""
    from recco_tui.core.classroom import report_rows, student_lines
    from recco_tui.core.policy import Policy

    return {
        "class": room.name,
        "homework": [homework_document(piece) for piece in room.homework],
        "students": report_rows(student_lines(room, today, Policy())),
        "waiting": [shared_draft_document(draft) for draft in room.waiting],
    }


def shared_draft_document(draft: "SharedDraft", review: "Review | None" = None) -> Document:
    """A text that a student sent, and what was said of it."""
    return {
        **_fields(draft, "id student"),
        **_fields(draft.text, "source kind name text"),
        **_fields(draft, "sent_at waits"),
        "reviews": [
            _fields(said, "coach sentence quote words verdict written_at") for said in draft.reviews
        ],
        **({"check": review_document(review)} if review else {}),
    }


def change_document(change: Change) -> Document:
    """An entry of the log."""
    return _fields(change, "id label made_at origin undone_at rows")


def setting_document(row: "SettingRow") -> Document:
    """A setting as it stands, with the reason for its default."""
    from recco_tui.core.settings import default_of

    return {
        **_fields(row.spec, "", name="key", title="title"),
        **_fields(row, "group value"),
        "default": default_of(row.spec),
        "changed": row.changed,
        "unit": row.spec.unit,
        "from": str(row.spec.mark),
        "reason": row.spec.reason,
    }


def candidate_names(status: "KindStatus") -> list[str]:
    """The first of those who could be asked for a kind that is missing."""
    return [person.contact.name for person in status.candidates[:MOST_CANDIDATES]]


def insights_document(insights: "Insights") -> Document:
    """The numbers of the insights."""
    return {
        "kinds": [
            {
                **_fields(status, "kind wanted"),
                "have": len(status.recommended_by),
                "missing": status.is_missing,
                "could": candidate_names(status),
            }
            for status in insights.kinds
        ],
        "balance": insights.spread._asdict(),
        "asks": insights.asks._asdict(),
        "by_channel": [asks._asdict() for asks in insights.asks_by_channel],
        "months": [
            {"month": f"{month.first:%Y-%m}", **_fields(month, "received given")}
            for month in insights.months
        ],
        **_fields(insights, "texts without_text words"),
        "storefront": _storefront_document(insights.storefront),
    }


def _storefront_document(front: "Storefront") -> Document:
    return {
        **_fields(front, "missing newest visible"),
        "positions": [
            {
                **_fields(covered.position, "id title started_on ended_on"),
                "vouched_by": [person.contact.name for person in covered.vouched_by],
                "in_its_time": covered.in_its_time,
            }
            for covered in front.positions
        ],
    }


def import_document(outcome: "ImportOutcome") -> Document:
    """What one export came to."""
    counts = outcome.counts
    return {
        "contacts": {**counts.contacts._asdict(), "nameless": counts.nameless},
        "recommendations": {
            "given": counts.given._asdict(),
            "received": counts.received._asdict(),
        },
        "asks": counts.asks._asdict(),
        "requests": counts.requests._asdict(),
        "unsure": [_question_document(question) for question in outcome.unsure],
        **_fields(outcome, "gone gone_texts", warnings="remarks"),
        "ignored": [_fields(row, "file line why") for row in outcome.ignored],
        "files": [_fields(file, "file what rows") for file in outcome.files],
    }


def address_book_document(file: str, book: "AddressBook") -> Document:
    """How a file of people was read; `columns` are titles by field."""
    return {
        "file": file,
        "people": len(book.entries),
        "nameless": book.nameless,
        "columns": dict(book.columns),
        "unused": list(book.unused),
    }


def owner_document(owner: "Owner") -> Document:
    """Whose file it is; the url is null when no export has told the address."""
    return {"name": owner.name, "url": _url(owner.slug)}


def _question_document(question: "PersonQuestion") -> Document:
    return {
        **_fields(question, "key", question="text"),
        "candidates": [
            {
                **_fields(candidate, "choice name company position connected_on"),
                "url": _url(candidate.slug),
                **_fields(candidate, "why does"),
            }
            for candidate in question.candidates
        ],
        "otherwise": question.otherwise,
    }


def review_document(review: "Review") -> Document:
    """A judged text; `sentence` of a finding counts from 1, null for the whole text."""
    return {
        "kind": str(review.kind),
        "ready": review.ready,
        "sentences": [_sentence_document(judged) for judged in review.sentences],
        "counts": _fields(review.counts, "sentences words characters"),
        "missing": review.missing,
        "findings": [
            _fields(finding, "rule severity sentence start end message suggestion")
            for finding in review.findings
        ],
    }


def _sentence_document(judged: "TaggedSentence") -> Document:
    return {
        "text": judged.sentence.text,
        "parts": [tag.part for tag in judged.carried],
        "cues": [_fields(cue, "part text start end") for tag in judged.carried for cue in tag.cues],
    }


def check_document(result: "CheckResult") -> Document:
    """What the doctor says of one thing."""
    return {
        **_fields(result, "check well says", fixes="repair", fixed="repaired"),
        "trouble": str(result.error) if result.error else None,
        "notice": result.notice,
    }


def salvage_document(target: object, salvaged: "Salvaged") -> Document:
    """What came over from a damaged file into `target`."""
    return {
        "salvaged": str(target),
        "whole": salvaged.whole,
        "log": salvaged.log_is_whole,
        "tables": [table._asdict() for table in salvaged.tables],
    }


def snapshot_document(snapshot: "Snapshot", counts: dict[str, int]) -> Document:
    """A snapshot and how much of everything it holds."""
    return {
        "name": snapshot.path.name,
        "taken_at": snapshot.taken_at,
        "why": snapshot.why,
        "bytes": snapshot.size,
        "counts": counts,
    }


def message_document(message: "Message") -> Document:
    """A message to send; `gaps` are what is still to be filled in, as they stand in the text."""
    from recco_tui.writing.prompts.messages import gaps

    return {
        "subject": message.subject,
        "text": message.text,
        "gaps": [message.text[start:end] for start, end in gaps(message.text)],
    }
