"""What is known of a person when a text to or about them begins, as plain strings."""

from dataclasses import dataclass

from recco_tui.writing.names import first_name

_LOWERCASE_WORDS = """
the a an my how what when our your his her their fixed built wrote led helped made debugging
building writing leading testing fixing working designing teaching explaining reviewing reviewed
designed tested explained migrated migrating refactored refactoring pairing paired presenting
presented organised organized planned planning solved solving improved improving
"""
_LOWERCASE = frozenset(_LOWERCASE_WORDS.split())


@dataclass(frozen=True, slots=True)
class Facts:
    """Every field may be empty.

    `relationship`: words for the middle of a sentence, e.g. "studied together". `projects`: titles,
    newest first. `did`: what I did in the project, `they_did`: what they did. `wins`: what they did
    well, noted while it happened, newest first. `focus`: what they might mention, e.g. "my
    debugging". `wrote`: what they wrote for me. `place`: the organisation, where the newest project
    is a position held there. `seed` picks the wording, so that people get different ones; pass the
    contact's id.
    """

    name: str = ""
    relationship: str = ""
    projects: tuple[str, ...] = ()
    did: str = ""
    they_did: str = ""
    wins: tuple[str, ...] = ()
    focus: str = ""
    wrote: str = ""
    my_name: str = ""
    place: str = ""
    seed: int = 0

    @property
    def first(self) -> str:
        return first_name(self.name)

    @property
    def project(self) -> str:
        """The newest project's title, empty when there is none."""
        return self.projects[0] if self.projects else ""

    @property
    def shared(self) -> str:
        """What was shared, in a sentence: a position's organisation, else the newest project."""
        return phrase(self.place) or phrase(self.project)

    @property
    def on(self) -> str:
        """The same after a verb: "on Pantry Map", "at Brightwater"; empty without a project."""
        return f"{'at' if phrase(self.place) else 'on'} {self.shared}" if self.shared else ""


def phrase(fact: str) -> str:
    """A note fit for the middle of a sentence: one line, no final stop, no sentence's capital.

    Square brackets become round ones: a note must neither look like a gap nor hide one.
    """
    flat = " ".join(fact.split()).rstrip(".!;, ").translate(str.maketrans("[]", "()"))
    head, _, rest = flat.partition(" ")
    if head[:1].isupper() and head[1:].islower() and head.lower() in _LOWERCASE:
        return f"{head.lower()} {rest}".rstrip()
    return flat


def choose(options: tuple[str, ...], seed: int, slot: int) -> str:
    """One wording of several for a slot of a text.

    With seven options a slot, two seeds below 49 share the wording of at most one of the first
    seven slots, and two below 343 of at most two: texts of two people stay apart.
    """
    count = len(options)
    first, second, third = seed % count, seed // count % count, seed // count**2 % count
    return options[(first + slot * second + slot * slot * third) % count]
