"""The quiet line of the first days, above the board's keys; gone when it has nothing to say."""

from recco_tui.ui.screen import ReccoScreen


def show_hint(screen: ReccoScreen) -> None:
    """Say what is worth trying next; the line is there only while there is something."""
    from recco_tui.ui.present.spans import Span
    from recco_tui.ui.widgets.lines_view import LinesView

    hint = screen.ledger.settings.hint()
    lines = screen.query("#hint").results(LinesView)
    line = next(iter(lines), None)
    if hint is None:
        if line is not None:
            line.remove()
        return
    if line is None:
        line = LinesView(id="hint")
        screen.mount(line, before=screen.query("KeyFooter").first())
    spans = (
        Span("  hint  ", "ink-muted"),
        Span(hint.key, "ink-key", True, key=_KEYS.get(hint.key, hint.key)),
        Span(f" {hint.words}", "ink-muted"),
    )
    line.show(lambda _: (spans,))


_KEYS = {"*": "asterisk"}
