"""The projects view in lines: one project, one member, and what is known of the project."""

from collections.abc import Sequence
from datetime import date

from recco_tui.core.agenda import Alert
from recco_tui.core.models import Member, Project
from recco_tui.core.when import short_date
from recco_tui.ui.formatting import age, cell_len, cut, fit
from recco_tui.ui.present.spans import BLANK, Line, Span, wrapped

_KIND_CELLS = 11


def project_line(project: Project, today: date, width: int) -> Line:
    """Title, kind, how many people, how long ago it ended."""
    when = age(project.ended_on, today) if project.ended_on else "running"
    people = f"{len(project.members)} members" if len(project.members) != 1 else "1 member"
    right = f"{fit(people, 10, 'right')}  {fit(when, 8, 'right')} "
    room = max(8, width - _KIND_CELLS - len(right) - 1)
    ink = "ink-muted" if project.ended_on else "fresh"
    return (
        Span(fit(project.title, room), "ink"),
        Span(" " + fit(project.kind.value, _KIND_CELLS), "ink-muted"),
        Span(right, ink),
    )


def member_line(member: Member, width: int) -> Line:
    """A name and, as far as there is room, what they did."""
    name = cut(member.contact_name, width)
    room = width - cell_len(name) - 2
    part = cut(f"  {member.their_part}", room + 2) if member.their_part and room > 6 else ""
    return (Span(name), Span(part, "ink-muted"))


def about_lines(
    project: Project, member: Member | None, alerts: Sequence[Alert], today: date, width: int
) -> list[Line]:
    """Kind and dates, what it was, the parts of the member marked, the alerts it makes."""
    began = f"{short_date(project.started_on, today)} – " if project.started_on else ""
    ended = short_date(project.ended_on, today) if project.ended_on else "running"
    lines: list[Line] = [(Span(f"{project.kind.value} · {began}{ended}", "ink-muted"),)]
    if project.about:
        lines += wrapped(project.about, width)
    if member is not None and (member.their_part or member.my_part):
        lines += [BLANK, (Span(cut(member.contact_name, width), "ink-key", True),)]
        for whose, part in (("they: ", member.their_part), ("you: ", member.my_part)):
            if part:
                lines += wrapped(whose + part, width, "ink-muted", 2)
    for alert in alerts:
        held = f" (on hold: {alert.held})" if alert.held else ""
        action = Span(alert.action.label, alert.action.meaning, True)
        lines += [BLANK, (action, Span(f"  {cut(alert.contact or '', width - 12)}"))]
        lines += wrapped(alert.why + held, width, "ink-muted")
    return lines
