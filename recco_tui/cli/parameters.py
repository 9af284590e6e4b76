"""Options and arguments that several commands share."""

from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import click

from recco_tui.cli.session import Session
from recco_tui.core.models import Contact
from recco_tui.core.relationships import Kind, Relationship
from recco_tui.core.when import Tense, read_date

Command = TypeVar("Command", bound=Callable[..., Any])


class WrittenDay(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """A date as people write it, seen from today."""

    name = "date"

    def __init__(self, tense: Tense) -> None:
        self.tense = tense

    def convert(
        self,
        value: object,
        param: click.Parameter | None,  # noqa: ARG002
        ctx: click.Context | None,
    ) -> date:
        if isinstance(value, date):
            return value
        session = ctx.find_root().obj if ctx else None
        today = session.day if isinstance(session, Session) else date.today()
        return read_date(str(value), today, self.tense)


class FileToWrite(click.ParamType):  # type: ignore[type-arg]  # Not generic before click 8.4.
    """A path to write to; `~` is the home folder also where the shell did not see it."""

    name = "path"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        try:
            return Path(str(value)).expanduser()
        except RuntimeError:
            self.fail(f"there is no home folder for {value!r}.", param, ctx)


FILE_TO_WRITE = FileToWrite()
WHEN = WrittenDay(Tense.EITHER)
HAPPENED = WrittenDay(Tense.PAST)
DUE = WrittenDay(Tense.FUTURE)


def json_option(command: Command) -> Command:
    """`--json`, handed over as `as_json`."""
    option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")
    return option(command)


def one_of(values: Iterable[StrEnum]) -> click.Choice[str]:
    """One of these words; the command turns it back into the value it stands for."""
    return click.Choice([value.value for value in values], case_sensitive=False)


def kind_and_relationship(word: str | None) -> tuple[Kind, Relationship | None]:
    """What one word of `--kind` says: a kind, or one of LinkedIn's twelve relationships."""
    if word is None:
        return Kind.UNKNOWN, None
    if word in {kind.value for kind in Kind}:
        return Kind(word), None
    relationship = Relationship(word)
    return relationship.kind, relationship


SORTS_OF_PEOPLE = click.Choice(
    [*(kind.value for kind in Kind), *(code.value for code in Relationship)], case_sensitive=False
)


def people(session: Session, names: Iterable[str]) -> list[Contact]:
    """Everybody named, each once, in the order of the names."""
    found = [session.ledger.contacts.find(name) for name in names]
    return list({contact.id: contact for contact in found}.values())


def understood(session: Session, day: date | None) -> str:
    """The date that was understood, to be echoed: a misread "next friday" must be seen."""
    from recco_tui.core.when import say_date

    return say_date(day or session.day, session.day)


def day_or_dash(day: date | None) -> str:
    """A date for a table."""
    return day.isoformat() if day else "–"
