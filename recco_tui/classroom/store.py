"""What members do with their class: invite, join, push, pull, review, leave.

Each verb is one transaction. On a file whoever can open it can read all of it; on a server the
database lets each member see their own rows, and the same statements find only those.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from hashlib import sha256
from secrets import token_hex, token_urlsafe
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, delete, func, insert, select, text, update
from sqlalchemy.engine import make_url

from recco_tui.classroom.connecting import Place, is_server, make_tables
from recco_tui.classroom.membership import Membership
from recco_tui.classroom.schema import SCHEMA, cards, classes, drafts, homework, members
from recco_tui.classroom.schema import packages as packages_table
from recco_tui.classroom.schema import reviews as reviews_table
from recco_tui.core.card import LONGEST_TEXT, Card, CardText, TextSource, card_document, read_card
from recco_tui.core.classroom import (
    ClassMember,
    Classroom,
    Homework,
    Review,
    Role,
    SharedDraft,
    Student,
    Verdict,
)
from recco_tui.core.cleaning import clean_line, clean_text
from recco_tui.core.errors import ChangedElsewhere, DataError, NotAllowed, NothingFound, UsageError
from recco_tui.core.models import GoalKind, TextKind
from recco_tui.core.names import fold


class Invitation(NamedTuple):
    """Someone invited, and the token that lets them in; it is kept nowhere."""

    name: str
    token: str


class Pulled(NamedTuple):
    """What a student finds: the homework that is published, and their drafts with reviews."""

    homework: tuple[Homework, ...]
    drafts: tuple[SharedDraft, ...]


def create_class(place: str, name: str, coach: str, now: datetime) -> Membership:
    """Make the store where it is not there yet, and a class in it."""
    name, coach = clean_line(name), clean_line(coach)
    if not name or not coach:
        raise UsageError("The name of the class or of its coach is empty.")
    opened = Place(place)
    make_tables(opened)
    with opened.write() as connection:
        login = _session_user(connection) if opened.is_server else ""
        made = insert(classes).values(name=name, created_at=now).returning(classes.c.id)
        class_id = connection.execute(made).scalar_one()
        row = {"class_id": class_id, "name": coach, "role": Role.COACH.value, "login": login}
        added = insert(members).values(**row, token_hash="", joined_at=now)
        member_id = connection.execute(added.returning(members.c.id)).scalar_one()
    return Membership(place, class_id, name, member_id, coach, Role.COACH)


def join_class(place: str, token: str, now: datetime) -> Membership:
    """Join with a token of an invitation; raises `NotAllowed` where it fits none."""
    login, _, secret = token.strip().partition(".")
    if not secret:
        raise UsageError("That is not a token. Copy all of it from your invitation.")
    if is_server(place):
        own = make_url(place).set(username=login, password=secret)
        place = own.render_as_string(hide_password=False)
    opened = Place(place)
    opened.require_class()
    with opened.write() as connection:
        wanted = select(members, classes.c.name.label("class_name")).join(classes)
        found = connection.execute(wanted.where(members.c.login == login)).one_or_none()
        if found is None or (not opened.is_server and found.token_hash != _hash(secret)):
            raise NotAllowed(
                "No invitation has this token. Copy all of it, or ask your coach for a new one."
            )
        connection.execute(update(members).where(members.c.id == found.id).values(joined_at=now))
    role = Role(found.role)
    return Membership(place, found.class_id, found.class_name, found.id, found.name, role)


class ClassStore:
    """A class as one of its members sees it."""

    def __init__(self, membership: Membership) -> None:
        """Raises `DataError` or `NothingFound` where the place cannot be opened."""
        self.membership = membership
        self.place = Place(membership.place)
        self.place.require_class()

    # -- for the coach ---------------------------------------------------------------------------

    def invite(self, names: Sequence[str], role: Role = Role.STUDENT) -> list[Invitation]:
        """Invite these people, all or none; their tokens are told this once."""
        wanted = [clean_line(name) for name in names]
        with self._write() as connection:
            known = {fold(member.name): member.name for member in self._members(connection)}
            for name in wanted:
                if not name:
                    raise UsageError("A name is empty. No one was invited.")
                if twin := known.get(fold(name)):
                    raise NotAllowed(
                        f"{twin} is already in {self.membership.class_name}. No one was invited."
                    )
                known[fold(name)] = name
            return [self._invite(connection, name, role) for name in wanted]

    def _invite(self, connection: Connection, name: str, role: Role) -> Invitation:
        login, secret = f"recco_member_{token_hex(6)}", token_urlsafe(24)
        class_id = self.membership.class_id
        if self.place.is_server:
            # The server gets only what it will compare with: a statement may stand in its log.
            raw: Any = connection.connection.driver_connection
            verifier = raw.pgconn.encrypt_password(
                secret.encode(), login.encode(), b"scram-sha-256"
            ).decode()
            call = text(f"SELECT {SCHEMA}.invite(:class, :name, :role, :login, :secret)")
            given = {"class": class_id, "name": name, "role": role.value, "login": login}
            connection.execute(call, {**given, "secret": verifier})
        else:
            row = {"class_id": class_id, "name": name, "role": role.value, "login": login}
            connection.execute(insert(members).values(**row, token_hash=_hash(secret)))
        return Invitation(name, f"{login}.{secret}")

    def classroom(self) -> Classroom:
        """All that the coach's board shows."""
        me = self.membership
        with self.place.read() as connection:
            people = [member for member in self._members(connection) if member.role is Role.STUDENT]
            latest = self._latest_cards(connection)
            wanted = select(packages_table).join(members)
            found = connection.execute(wanted.where(members.c.class_id == me.class_id))
            kept = {row.member_id: row.text for row in found}
            sent = self._drafts(connection, {member.id: member.name for member in people})
            given = self._homework(connection, published=False)
        students = tuple(
            Student(member, latest.get(member.id), kept.get(member.id, "")) for member in people
        )
        return Classroom(me.class_name, students, given, sent)

    def _latest_cards(self, connection: Connection) -> dict[int, Card]:
        newest = (
            select(func.max(cards.c.id))
            .join(members)
            .where(members.c.class_id == self.membership.class_id)
            .group_by(cards.c.member_id)
        )
        found = connection.execute(select(cards).where(cards.c.id.in_(newest)))
        return {row.member_id: _card(row.document) for row in found}

    def add_homework(self, piece: Homework) -> Homework:
        """Set it; students see it once it is published."""
        row = {
            "class_id": self.membership.class_id,
            "kind": piece.kind.value,
            "wanted": piece.count,
            "by_day": piece.by_day,
            "by_time": piece.by_time,
            "optional": piece.optional,
            "published_on": piece.published_on,
        }
        with self._write() as connection:
            added = insert(homework).values(**row).returning(homework.c.id)
            return replace(piece, id=connection.execute(added).scalar_one())

    def publish(self, homework_id: int, now: datetime) -> Homework:
        """Let the students see it from today on."""
        today = now.astimezone().date()
        with self._write() as connection:
            piece = self._piece(connection, homework_id)
            if piece.published_on is None:
                published = update(homework).where(homework.c.id == homework_id)
                connection.execute(published.values(published_on=today))
                piece = replace(piece, published_on=today)
            return piece

    def remove_homework(self, homework_id: int) -> Homework:
        """Take it back, as it was."""
        with self._write() as connection:
            piece = self._piece(connection, homework_id)
            connection.execute(delete(homework).where(homework.c.id == homework_id))
            return piece

    def homework(self) -> tuple[Homework, ...]:
        """All that the coach set; for a student what is published."""
        with self.place.read() as connection:
            return self._homework(connection, published=not self.membership.is_coach)

    def review(
        self,
        draft: SharedDraft,
        verdict: Verdict,
        words: str,
        now: datetime,
        *,
        sentence: int = 0,
        quote: str = "",
    ) -> Review:
        """Say something of a draft; a text that has changed since is not answered unseen."""
        words = clean_text(words).strip()
        if verdict is not Verdict.READY and not words:
            raise UsageError("Say what to change.")
        coach, quote = self.membership.name, clean_line(quote)
        made = Review(draft.id, coach, sentence, quote, words, verdict, now, draft.sent_at)
        with self._write() as connection:
            asked = select(drafts.c.text).where(drafts.c.id == draft.id)
            present = connection.execute(asked).scalar_one_or_none()
            if present is None:
                raise NothingFound(f"That draft is gone: {draft.student} has left the class.")
            if present != draft.text.text:
                raise NotAllowed(f"{draft.student} has sent a new version. Read it first.")
            row = asdict(made) | {"verdict": verdict.value, "member_id": draft.member_id}
            connection.execute(insert(reviews_table).values(**row))
        return made

    def keep_package(
        self, member_id: int, words: str, now: datetime, seen: str | None = None
    ) -> str:
        """Keep what speaks for a student, ready to paste; as it is kept.

        Raises `ChangedElsewhere` where another coach has written since it was `seen`.
        """
        values = {"text": clean_text(words), "edited_at": now}
        this = packages_table.c.member_id == member_id
        with self._write() as connection:
            asked = select(packages_table.c.text).where(this).with_for_update()
            present = connection.execute(asked).scalar_one_or_none()
            if seen is not None and (present or "") != seen:
                raise ChangedElsewhere(
                    "Another coach has just changed this package. Yours was not saved."
                )
            if present is None:
                connection.execute(insert(packages_table).values(member_id=member_id, **values))
            else:
                connection.execute(update(packages_table).where(this).values(**values))
        return clean_text(words)

    def remove(self, member_id: int) -> None:
        """Remove a member from the class, with all that is theirs."""
        with self._write() as connection:
            self._forget(connection, member_id)

    # -- for the student -------------------------------------------------------------------------

    def push(self, card: Card, now: datetime) -> None:
        """Send a card and its texts: all of it is there, or nothing."""
        own = self.membership.member_id
        bare = json.dumps(card_document(replace(card, texts=())), ensure_ascii=False)
        with self._write(coach=False) as connection:
            connection.execute(insert(cards).values(member_id=own, shared_at=now, document=bare))
            for chosen in card.texts:
                _send_text(connection, own, chosen, now)

    def pull(self) -> Pulled:
        """The published homework, and what was said of one's own drafts."""
        me = self.membership
        with self.place.read() as connection:
            sent = self._drafts(connection, {me.member_id: me.name})
            return Pulled(self._homework(connection, published=True), sent)

    def leave(self) -> None:
        """Leave the class: every row of one's own goes."""
        me = self.membership
        with self.place.write() as connection:
            coaches = [member for member in self._members(connection) if member.role is Role.COACH]
            if me.is_coach and len(coaches) < 2:
                raise NotAllowed(
                    f"You are the only coach of {me.class_name}. Invite another one first."
                )
            self._forget(connection, me.member_id)

    # -- reading ---------------------------------------------------------------------------------

    @contextmanager
    def _write(self, *, coach: bool = True) -> Iterator[Connection]:
        """For a verb of the coach's, or of a student's; on a file too only theirs."""
        self._require(Role.COACH if coach else Role.STUDENT)
        with self.place.write() as connection:
            yield connection

    def require_coach(self) -> None:
        """Raise `NotAllowed` for a student."""
        self._require(Role.COACH)

    def _require(self, role: Role) -> None:
        if self.membership.role is not role:
            raise NotAllowed(f"Only a {role} of {self.membership.class_name} can do that.")

    def _forget(self, connection: Connection, member_id: int) -> None:
        if self.place.is_server:
            connection.execute(text(f"SELECT {SCHEMA}.forget(:who)"), {"who": member_id})
        else:
            connection.execute(delete(members).where(members.c.id == member_id))

    def _members(self, connection: Connection) -> list[ClassMember]:
        found = connection.execute(
            select(members.c.id, members.c.name, members.c.role, members.c.joined_at)
            .where(members.c.class_id == self.membership.class_id)
            .order_by(members.c.name)
        )
        return [ClassMember(row.id, row.name, Role(row.role), row.joined_at) for row in found]

    def _piece(self, connection: Connection, homework_id: int) -> Homework:
        every = self._homework(connection, published=False)
        found = next((piece for piece in every if piece.id == homework_id), None)
        if found is None:
            raise NothingFound(
                f"There is no homework #{homework_id}. 'recco class homework list' shows it all."
            )
        return found

    def _homework(self, connection: Connection, *, published: bool) -> tuple[Homework, ...]:
        wanted = select(homework).where(homework.c.class_id == self.membership.class_id)
        if published:
            wanted = wanted.where(homework.c.published_on.is_not(None))
        found = connection.execute(wanted.order_by(homework.c.by_day, homework.c.id))
        return tuple(
            Homework(
                row.id,
                GoalKind(row.kind),
                row.wanted,
                row.by_day,
                row.by_time,
                row.optional,
                row.published_on,
            )
            for row in found
        )

    def _drafts(self, connection: Connection, names: dict[int, str]) -> tuple[SharedDraft, ...]:
        """The drafts of these members, by their ids, each with its reviews."""
        mine = members.c.class_id == self.membership.class_id
        if len(names) == 1:
            mine &= members.c.id == next(iter(names))
        said: dict[int, list[Review]] = {}
        wanted = select(reviews_table).join(members).where(mine).order_by(reviews_table.c.id)
        for row in connection.execute(wanted):
            said.setdefault(row.draft_id, []).append(_review(row))
        sent = select(drafts).join(members).where(mine).order_by(drafts.c.sent_at, drafts.c.id)
        return tuple(
            SharedDraft(
                row.id,
                row.member_id,
                names[row.member_id],
                _text(row),
                row.sent_at,
                tuple(said.get(row.id, ())),
            )
            for row in connection.execute(sent)
            if row.member_id in names
        )


def _send_text(connection: Connection, member_id: int, chosen: CardText, now: datetime) -> None:
    """The text as it is now; one that was sent before and has not changed waits no more."""
    key = {"member_id": member_id, "source": chosen.source.value, "number": chosen.number}
    same = [drafts.c[name] == value for name, value in key.items()]
    words = {"name": chosen.name, "text": chosen.text, "claims": chosen.claims, "sent_at": now}
    if len(chosen.text) > LONGEST_TEXT:
        raise NotAllowed(
            f"The {chosen.heading} is longer than {LONGEST_TEXT:,} characters. Nothing was sent."
        )
    before = connection.execute(select(drafts).where(*same)).one_or_none()
    if before is None:
        connection.execute(insert(drafts).values(**key, **words, kind=chosen.kind.value))
    elif (before.text, before.claims) != (chosen.text, chosen.claims):
        connection.execute(update(drafts).where(drafts.c.id == before.id).values(**words))


def _text(row: Row[Any]) -> CardText:
    return CardText(
        *(TextSource(row.source), row.number, TextKind(row.kind)),
        *(clean_line(row.name), row.text, row.claims),
    )


def _review(row: Row[Any]) -> Review:
    return Review(
        row.draft_id,
        row.coach,
        row.sentence,
        row.quote,
        row.words,
        Verdict(row.verdict),
        row.written_at,
        row.text_sent_at,
    )


def _card(document: str) -> Card:
    """A card as a student sent it; whatever it is, the board stands."""
    try:
        return read_card(json.loads(document))
    except (DataError, ValueError, RecursionError):
        return Card("", datetime.now(UTC).date())


def _session_user(connection: Connection) -> str:
    return str(connection.execute(text("SELECT session_user")).scalar_one())


def _hash(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
