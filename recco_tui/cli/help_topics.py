"""What `recco help TOPIC` says. A line that begins with four blanks is shown as it stands."""

from typing import NamedTuple


class Topic(NamedTuple):
    """A page of help: its name, its line in the list, its text."""

    name: str
    line: str
    text: str


START = """
recco looks after your LinkedIn recommendations: whom you owe one, whom to ask now, what the next
step of each ask is, and whether a text is good enough.

    recco --demo          look around among sample people; nothing is kept
    recco                 the board, on your own file
    recco import FILE     take in LinkedIn's export of your data

An empty board offers three ways in: import your export (see 'recco help import'), try the sample
people, or add one person. Then press p and note a project that just ended and who was in it: the
asks it makes possible appear at once. ? tells the keys of the view you are in.
"""

LOOP = """
1. Open recco. Today says what loses most by waiting, why, and which key does it.
2. r goes through it one line at a time: the key does it, z puts it off, x dismisses it, s skips it.
3. p after a project: its title, when it ended ("yesterday" will do), who was in it.
4. m notes a win of theirs or feedback to you while it happens; the editor brings it back later.
5. a asks somebody: a warm message first, in a text of their own. recco copies the text and opens
   the page; you send it, and say so.
6. n is always the one next step of an ask: LinkedIn's request after the yes, a nudge on another
   channel, the thank-you.
7. w writes a recommendation: three to five sentences with context, skills, impact and endorsement,
   judged as you type.
8. x on a person squares a debt; u takes back anything, also tomorrow.

The same from a script: recco today, recco ask start, recco ask mark, recco check.
"""

IMPORT = """
Getting the export: on LinkedIn open Settings & Privacy, Data privacy, Get a copy of your data, and
ask for the larger archive. A mail comes with a link to a zip; the first part can take minutes, the
rest up to a day or more.

    recco import ~/Downloads/Complete_LinkedInDataExport.zip --dry-run
    recco import ~/Downloads/Complete_LinkedInDataExport.zip

or press i on the board. The preview tells what is new, changed, unsure and ignored, by file and
line. A zip, a folder or a single CSV will do; the archive is only read. The same archive again
changes nothing, a later one updates, and a whole import is one step for u or 'recco undo'.
"""

PRIVACY = """
Everything is one SQLite file that only you can read: recco.db in your user data directory. --db
PATH or RECCO_DB names another. There is no account, no network and no telemetry. recco never logs
in, reads no page and sends nothing: it copies your text and opens LinkedIn's own pages in your
browser, nothing else.

Snapshots of it are in snapshots/ beside it (see 'recco help data'). To delete everything, delete
recco.db and snapshots/.
"""

DATA = """
Everything is in one file, recco.db. Snapshots are made daily and before each import, in snapshots/
beside it: 7 daily and 4 weekly ones are kept.

    recco backup          copy everything to another place
    recco restore         list the snapshots, or put one back
    recco doctor          look over the file, its snapshots and the folder; --fix fixes what it can
    recco log, recco undo everything done, and taking it back

If the file is damaged, 'recco doctor' names the newest snapshot that can take its place, and

    recco doctor --salvage NEWFILE    copies what can still be read into a new file

In a synced folder (Dropbox, iCloud Drive, OneDrive, Google Drive, Syncthing, Nextcloud) have recco
open on one machine at a time, and let the sync finish before you open it on another. recco folds
its log into recco.db the second it is idle, so copying that one file is enough. Safer still: keep
it on a local disk and use 'recco backup' or 'recco replicate'. A network drive is no place for it.
"""

SETTINGS = """
Every number that a rule uses is a setting, with the reason beside it: , on the board, or

    recco settings                       all of them
    recco settings list nudge            those with this word
    recco settings set open_asks 6       change one
    recco settings reset open_asks       its default again
    recco settings reset --all           every default again

The mark says where a number comes from: brief (the session this program was made after), source
(published advice), house (our choice: no source gives a number), yours (taste). Settings are kept
in recco.db with everything else: they are undone, backed up and restored with it.

Looks: theme (automatic, dark, light, contrast, 16), date_style (day, month, iso), first_weekday,
editor (else VISUAL or EDITOR), channels in use, hints. With NO_COLOR in the environment there is no
colour at all; every state has a word or a sign besides.

Keys are in a file of their own, keys.toml: see 'recco help keys'.
"""

KEYS = """
? shows the keys of the view you are in, / searches among them; ctrl+p finds every command by its
words, and every person by name. The same keys everywhere:

    j k, arrows, g G      move              u U       undo, redo
    enter                 open              1 to 6    board, projects, asks, texts, log, insights
    /                     filter            ,         settings
    space                 mark several      ? ctrl+p  keys, palette
    esc                   back              q         quit

Any key can be another one, in keys.toml in your settings folder (RECCO_KEYS names another file; K
on the settings screen makes it, with every action in it):

    "board.filter" = "f"
    "undo" = "u,ctrl+u"

The file is read when recco starts, and taken as a whole or not at all: an unknown action, a key
that terminals cannot send, or one key for two actions of a view is said in a sentence. Words that
mention a key in passing keep naming the one recco came with.

'recco help keys --all' lists every action with its id and keys.
"""

EXPORTS = """
What is in the file is yours in open formats:

    recco export csv      tables for a spreadsheet
    recco export json     everything, to be imported again
    recco export ics      the coming days in your calendar
    recco export resume   what others wrote of you, for a resume
    recco export brief NAME   a page on a person

A path may follow each. What recco wrote there before is replaced, as long as you have not changed
it since; any other file only after a question, or with --yes. recco never writes over its own files
or another database.

For a résumé the texts view (4) picks, orders and trims: type kind:mentor, from:ana or phrase:sql
after /, pick with space in the order you want, and E shows how it will read.

To keep a calendar file up to date with each change, name it; your calendar can subscribe to it:

    recco settings set calendar_file ~/recco.ics

Each command has --help. --json on any other command prints one JSON document for scripts. The file
itself is SQLite: sqlite-utils or any other tool reads it.
"""

WEB = """
    recco serve           the board in a browser, on this machine only

It needs the extra 'web' of the package (pip install 'recco-tui[web]'). It listens on this machine
alone, and the address it prints holds a random token: without it nothing is shown.
"""

PROMPT = """
A line for the shell prompt (bash; zsh with setopt prompt_subst); nothing when nothing is due:

    PS1='$(recco today --short) \\w \\$ '

A mail every working day at nine, by cron:

    0 9 * * 1-5  recco today | mail -E -s recco "$USER"

The same by systemd, in ~/.config/systemd/user/recco.timer and recco.service:

    [Timer]
    OnCalendar=Mon..Fri 09:00

    [Service]
    Type=oneshot
    ExecStart=%h/.local/bin/recco today --notify

Exit status of every command: 0 done or yes, 1 no, 2 wrong usage, 3 the data or the file is at
fault, 4 the file is locked by another program (try again); what is wrong is said in one line.
recco completion bash|zsh|fish prints the completion for the shell.
"""

TOPICS: dict[str, Topic] = {
    topic.name: topic
    for topic in (
        Topic("start", "What recco is, and the first steps.", START),
        Topic("loop", "A day with it, in eight lines.", LOOP),
        Topic("import", "LinkedIn's export: how to get it, how to take it in.", IMPORT),
        Topic("privacy", "Where the data is, and who sees it.", PRIVACY),
        Topic("data", "Keeping it safe: snapshots, backups, damage, synced folders.", DATA),
        Topic("keys", "The keys, and how to change them.", KEYS),
        Topic("settings", "Numbers, looks, and where they are kept.", SETTINGS),
        Topic("exports", "Everything out again.", EXPORTS),
        Topic("web", "The board in a browser.", WEB),
        Topic("prompt", "Shell prompt, cron, timers, completion.", PROMPT),
    )
}
