"""Meetings and interviews: what there is to read about somebody before one meets them."""

from datetime import timedelta

from recco_tui.core.models import Meeting

READ_BEFORE = timedelta(days=1)
"""So long before a meeting Today says what to read."""
STILL_FRESH = timedelta(days=7)
"""What was read within these days before it need not be read again."""


def say_meeting(meeting: Meeting) -> str:
    """`interview at Acme`."""
    about = meeting.about or "meeting"
    return f"{about} at {meeting.company}" if meeting.company else about
