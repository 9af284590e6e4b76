"""What is pasted: as much of it as a field can take with ease, and a word on the rest."""

from textual.widget import Widget

LINE_LIMIT = 2_000
TEXT_LIMIT = 20_000
"""Characters that a paste fills a line or a text up to: each key in it measures or judges all of
it, and LinkedIn takes 3,000 of a recommendation."""


def limit_paste(field: Widget, pasted: str, room: int) -> str:
    """The beginning of it that there is room for; that something was left out is said."""
    if len(pasted) <= room:
        return pasted
    if room > 0:
        said = f"Too long: only {room:,} of {len(pasted):,} characters were pasted."
        # Behind the change of the field, with which an editor clears what it said before.
        field.call_after_refresh(field.notify, said, severity="warning", markup=False)
    return pasted[: max(0, room)]
