"""What loses most by waiting: the one table that ranks the lines of Today, higher first.

House choices, in this order: what is overdue to somebody who waits, the one old debt that leads,
a window that closes within days, a yes that cools, messages without an answer, then the rest.
"""

OVERDUE = 96
"""A request to me or a promise past its day."""

DUE_TODAY = 92
LEADING_DEBT = 90
"""The loudest old debt. Only one leads: a list of twenty must not drown the day's own matters."""

DUE_SOON = 80
"""Due on the next working day."""

FRESH = 84
REQUEST = 82
THANK = 78
SECOND_CHANNEL = 70
GOOD = 68
NUDGE = 64
DUE_LATER = 62
OLD_DEBT = 58
LATE_THANKS = 56
FADING = 50
DRAFTED = 48
NEW_DEBT = 44
LET_GO = 30
QUIET = 10
"""Debts of years ago: nothing more is lost by another day."""

COVERAGE = 6
GOAL = 4

TURNS_SOON = 1
"""Added when a window turns tomorrow."""
