"""Every command: its name, where it is, and its line in `recco --help`."""

from recco_tui.cli.lazy import Entry

_CLI = "recco_tui.cli."

COMMANDS = {
    "import": Entry(_CLI + "importing:import_archives", "Take in LinkedIn data exports."),
    "today": Entry(_CLI + "today:today", "What to do today, first things first."),
    "board": Entry(_CLI + "board:board", "The people who matter now, one row each."),
    "owed": Entry(_CLI + "board:owed", "Whom you still owe, since when and why."),
    "contact": Entry(_CLI + "contacts:contact", "People: add, show, edit, merge, remove."),
    "project": Entry(_CLI + "projects:project", "Work with an end, and who was in it."),
    "moment": Entry(_CLI + "moments:moment", "Wins of theirs and feedback to you, as they happen."),
    "ask": Entry(_CLI + "asks:ask", "Your asks: start, mark steps, list."),
    "request": Entry(_CLI + "requests:request", "Their requests to you: add, answer, deliver."),
    "promise": Entry(
        _CLI + "requests:promise", "Note that you promised somebody a recommendation."
    ),
    "recommendation": Entry(
        _CLI + "recommendations:recommendation", "Texts given and received: add, list, show."
    ),
    "check": Entry(_CLI + "checking:check", "Judge a text: what is there, what is missing."),
    "snooze": Entry(_CLI + "today:snooze", "Put off what today says of somebody."),
    "dismiss": Entry(_CLI + "today:dismiss", "Never say that of somebody again."),
    "undo": Entry(_CLI + "history:undo", "Take back the last change."),
    "redo": Entry(_CLI + "history:redo", "Bring back what was undone."),
    "log": Entry(_CLI + "history:log", "Everything done, newest first."),
    "export": Entry(_CLI + "exporting:export", "Everything, the calendar, a résumé, a page each."),
    "backup": Entry(_CLI + "snapshots:backup", "Copy everything to another place."),
    "restore": Entry(_CLI + "snapshots:restore", "List the snapshots, or put one back."),
    "replicate": Entry(_CLI + "replicating:replicate", "Keep a copy elsewhere up to date."),
    "serve": Entry(_CLI + "serving:serve", "Show the board in a browser."),
    "doctor": Entry(_CLI + "checkup:doctor", "Look the file over, and mend what can be mended."),
    "insights": Entry(_CLI + "insights:insights", "Kinds covered, answers, months, words."),
    "settings": Entry(_CLI + "settings:settings", "Every number with its reason: list, set."),
    "help": Entry(_CLI + "help:help_", "Pages about topics, every key, the manual page."),
    "completion": Entry(_CLI + "completing:completion", "Print the shell's completion script."),
}
