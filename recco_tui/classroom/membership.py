"""Which classes the user of a file belongs to, kept beside that file for them alone.

`recco.class.json` beside `recco.db`: places with their tokens, and the comments that were pulled
last. No export holds it, and leaving a class takes its part away.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from recco_tui.core.classroom import Review, Role, Verdict
from recco_tui.core.errors import DataError, reason_of
from recco_tui.exporting.private_file import write_private

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Comment:
    """What a coach said of a draft: `number` is the draft's in the file."""

    number: int
    says: str


@dataclass(frozen=True, slots=True)
class Membership:
    """One class. `place` holds the token where it is a server's address."""

    place: str
    class_id: int
    class_name: str
    member_id: int
    name: str
    role: Role
    comments: tuple[Comment, ...] = field(default=())

    @property
    def is_coach(self) -> bool:
        return self.role is Role.COACH


def file_of(database: Path) -> Path:
    """Where the memberships of this file's user are."""
    return database.with_name(f"{database.stem}.class.json")


def read_memberships(database: Path) -> tuple[Membership, ...]:
    """Every class joined or made; raises `DataError` where the file cannot be read."""
    file = file_of(database)
    try:
        if not os.path.exists(file):
            return ()
        document = json.loads(file.read_text(encoding="utf-8"))
        if document["recco_class"] != FORMAT:
            raise ValueError("format")
        return tuple(_read(kept) for kept in document["memberships"])
    except OSError as error:
        raise DataError(f"{file} cannot be read ({reason_of(error)}).") from error
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(
            f"{file} is not as recco wrote it. Remove it and join the class again."
        ) from error


def _read(found: dict[str, Any]) -> Membership:
    return Membership(
        place=str(found["place"]),
        class_id=int(found["class_id"]),
        class_name=str(found["class_name"]),
        member_id=int(found["member_id"]),
        name=str(found["name"]),
        role=Role(found["role"]),
        comments=tuple(
            Comment(int(comment["number"]), str(comment["says"])) for comment in found["comments"]
        ),
    )


def write_memberships(database: Path, memberships: Iterable[Membership]) -> None:
    """Keep these and no others."""
    document = {
        "recco_class": FORMAT,
        "memberships": [asdict(membership) for membership in memberships],
    }
    file = file_of(database)
    write_private(file, json.dumps(document, ensure_ascii=False, indent=1) + "\n", lambda _: None)


def comments_on(database: Path, draft_id: int) -> tuple[str, ...]:
    """What coaches said of a draft, for the editor; none where the file cannot be read."""
    try:
        memberships = read_memberships(database)
    except DataError:
        return ()
    return tuple(
        comment.says
        for membership in memberships
        for comment in membership.comments
        if comment.number == draft_id
    )


def comments_of(reviews: Iterable[tuple[int, Review]]) -> tuple[Comment, ...]:
    """Reviews, each with the number of its draft in the file, as they are kept."""
    return tuple(
        Comment(number, f"{review.coach}: {review.says()}")
        for number, review in reviews
        if review.words or review.verdict is not Verdict.COMMENT
    )
