"""Asks and deliveries are found in messages.csv of every era, and nothing else is."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from recco_tui.core.export import Export, MessageEvent, RowPlace
from recco_tui.importing.read.messages import is_delivery, note_in

Read = Callable[..., Export]

PROFILE = {"Profile.csv": "First Name,Last Name,Maiden Name,Headline\nMara,Lind,,Developer\n"}
ANA, MARA = "https://www.linkedin.com/in/ana-diaz", "https://www.linkedin.com/in/mara-lind"
GIVE = "https://www.linkedin.com/recs/give/?senderId="
GOT = "https://www.linkedin.com/recs/received/?senderId="
AT = "2026-11-08 10:15:24 UTC"
WHEN = datetime(2026, 11, 8, 10, 15, 24, tzinfo=UTC)

ASK = f"Hi, would you?  Write Mara a recommendation: {GIVE}mara-lind"
ASKED = f"Hi, could you?  Write Ana a recommendation: {GIVE}ana-old-slug"
CAME = f"Ana Díaz sent you a recommendation  Review Recommendation: {GOT}ana-old-slug"
WENT = f"Mara Lind sent you a recommendation  Review Recommendation: {GOT}mara-lind"
REVISED = f"Ana Díaz revised their recommendation  Review revised Recommendation: {GOT}ana-diaz"

OLDEST = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
H9 = OLDEST.split(",")
H10 = [*H9[:5], "RECIPIENT PROFILE URLS", *H9[5:]]
H12_DRAFTS = [*H10, "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT"]
H11 = [*H10, "ATTACHMENTS"]
H12 = [*H11, "IS MESSAGE DRAFT"]
H13 = [*H12, "IS CONVERSATION DRAFT"]
HEADERS = {
    "2021": H9,
    "2023": H10,
    "end of 2024": H12_DRAFTS,
    "mid-2025": H11,
    "mid-2025, drafts": H12,
    "2026": H13,
}


def table(header: list[str], *rows: dict[str, str], quoted: bool = False) -> str:
    """Rows written as LinkedIn does: minimal quoting, or all of it."""

    def cell(text: str) -> str:
        odd = quoted or any(c in text for c in ',"\n')
        return '"' + text.replace('"', '""') + '"' if odd else text

    lines = [header, *([row.get(name, "") for name in header] for row in rows)]
    return "".join(",".join(map(cell, line)) + "\n" for line in lines)


def message(content: str, *, mine: bool = False, **cells: str) -> dict[str, str]:
    people = [("Ana Díaz", ANA), ("Mara Lind", MARA)]
    (sender, sender_url), (to, to_url) = reversed(people) if mine else people
    return {
        "CONVERSATION ID": "2-1",
        "FROM": sender,
        "SENDER PROFILE URL": sender_url,
        "TO": to,
        "RECIPIENT PROFILE URLS": to_url,
        "DATE": AT,
        "CONTENT": content,
        "FOLDER": "INBOX",
        **cells,
    }


ROWS = (
    message(ASK, mine=True),
    message("See you at /jobs/collections/recommended/ tomorrow", mine=True),
    message(ASKED),
    message(CAME),
    message(WENT, mine=True),
)
EVENTS = [
    MessageEvent.ASK_SENT,
    MessageEvent.ASK_RECEIVED,
    MessageEvent.DELIVERED_TO_ME,
    MessageEvent.DELIVERED_BY_ME,
]


@pytest.mark.parametrize("quoted", [False, True], ids=["minimal quotes", "all quoted"])
@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_every_header_gives_the_same_events(read: Read, header: list[str], quoted: bool) -> None:
    export = read({**PROFILE, "messages.csv": table(header, *ROWS, quoted=quoted)})
    assert [m.event for m in export.messages] == EVENTS
    assert {(m.name, m.at) for m in export.messages} == {("Ana Díaz", WHEN)}
    mine, hers = {m.slug for m in export.messages[::3]}, {m.slug for m in export.messages[1:3]}
    assert hers == {"ana-diaz"}
    assert mine == ({"ana-diaz"} if "RECIPIENT PROFILE URLS" in header else {None})
    assert [m.place for m in export.messages] == [RowPlace("messages.csv", n) for n in (2, 4, 5, 6)]
    assert (export.owner_name, export.owner_slug) == ("Mara Lind", "mara-lind")
    assert export.addresses == {"Ana Díaz": frozenset({"ana-diaz"})}
    assert export.ignored == ()


def test_the_header_of_2018_tells_the_direction(read: Read) -> None:
    text = (
        "From,To,Date,Subject,Content,Direction,Folder\n"
        f'Mara Lind,"Díaz, Ana","4/8/18, 3:15 PM",Recommendation Request,"{ASK}",OUTGOING,SENT\n'
        f'Ana Díaz,Mara Lind,"4/9/18, 3:15 PM",,{CAME},INCOMING,INBOX\n'
    )
    export = read({"Messages.csv": text})
    assert [(m.event, m.name, m.slug) for m in export.messages] == [
        (MessageEvent.ASK_SENT, "Díaz, Ana", None),
        (MessageEvent.DELIVERED_TO_ME, "Ana Díaz", None),
    ]
    assert export.messages[0].at == datetime(2018, 4, 8, 15, 15, tzinfo=UTC)


def test_text_over_many_lines_keeps_its_place(read: Read) -> None:
    long = 'Hello,\n\n"you", and\nyou, too, are, invited, to, this, one\n'
    asked = f"Hi Ana,\n\nwould you?\n\nWrite Mara a recommendation:\n{GIVE}mara-lind"
    rows = (message(long), message(asked, mine=True), message(long), message(CAME))
    export = read({**PROFILE, "messages.csv": table(H13, *rows, quoted=True)})
    assert [(m.event, m.place.line, m.text) for m in export.messages] == [
        (MessageEvent.ASK_SENT, 7, "Hi Ana,\n\nwould you?"),
        (MessageEvent.DELIVERED_TO_ME, 18, ""),
    ]
    assert export.files[-1].rows == 4


def test_a_quote_never_closed_costs_one_message(read: Read) -> None:
    rows = table(H13, message("x"), message(CAME), message(ASK, mine=True))
    broken = rows.replace(",x,", ',"x,', 1)
    export = read({**PROFILE, "messages.csv": broken})
    assert [m.event for m in export.messages] == [EVENTS[2], EVENTS[0]]
    assert [(i.file, i.line) for i in export.ignored] == [("messages.csv", 2)]


def test_a_revision_is_a_delivery_again(read: Read) -> None:
    later = message(REVISED, DATE="2026-11-09 10:00:00 UTC")
    export = read({**PROFILE, "messages.csv": table(H13, message(CAME), later)})
    assert [m.event for m in export.messages] == [MessageEvent.DELIVERED_TO_ME] * 2
    assert [m.text for m in export.messages] == ["", ""]


@pytest.mark.parametrize(
    "flags", [{"IS MESSAGE DRAFT": "Yes"}, {"IS CONVERSATION DRAFT": "yes"}], ids=str
)
def test_a_draft_was_never_sent(read: Read, flags: dict[str, str]) -> None:
    text = table(H13, message(ASK, mine=True, **flags), message(CAME))
    export = read({**PROFILE, "messages.csv": text})
    assert [m.event for m in export.messages] == [MessageEvent.DELIVERED_TO_ME]
    assert [(i.line, i.why) for i in export.ignored] == [(2, "a draft, never sent")]


@pytest.mark.parametrize("folder_name", ["INBOX", "ARCHIVE", "SPAM", ""])
def test_the_folder_says_nothing_about_the_direction(read: Read, folder_name: str) -> None:
    text = table(H13, message(ASK, mine=True, FOLDER=folder_name))
    assert [m.event for m in read({**PROFILE, "messages.csv": text}).messages] == EVENTS[:1]


CLOSED = {
    "no address": ({"FROM": "LinkedIn Member", "SENDER PROFILE URL": ""}, None),
    "an address": ({"FROM": "LinkedIn Member"}, ("", "ana-diaz")),
    "German": ({"FROM": "LinkedIn-Mitglied", "SENDER PROFILE URL": ""}, None),
    "no name": ({"FROM": "", "SENDER PROFILE URL": ""}, None),
}


@pytest.mark.parametrize(("cells", "who"), CLOSED.values(), ids=CLOSED)
def test_a_closed_account_is_no_name(
    read: Read, cells: dict[str, str], who: tuple[str, str] | None
) -> None:
    text = table(H13, message(ASK, mine=True), message(ASKED, **cells))
    export = read({**PROFILE, "messages.csv": text})
    assert [(m.name, m.slug) for m in export.messages[1:]] == ([who] if who else [])
    assert [i.line for i in export.ignored] == ([] if who else [3])
    assert "LinkedIn Member" not in export.addresses


LEFT_OUT = {
    "several people": ({"RECIPIENT PROFILE URLS": f"{ANA},{ANA}-2"}, "several people"),
    "oneself": ({"RECIPIENT PROFILE URLS": MARA, "TO": "Mara Lind"}, "yourself"),
    "no date": ({"DATE": "soon"}, "'soon' cannot be read"),
}


@pytest.mark.parametrize(("cells", "why"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_cannot_be_told_is_named(read: Read, cells: dict[str, str], why: str) -> None:
    export = read({**PROFILE, "messages.csv": table(H13, message(ASK, mine=True, **cells))})
    assert export.messages == ()
    assert [(i.line, why in i.why) for i in export.ignored] == [(2, True)]


def test_recipients_are_counted_by_address_not_by_comma(read: Read) -> None:
    cells = {"TO": "Ana Díaz, PhD, PMP", "RECIPIENT PROFILE URLS": ANA}
    export = read({**PROFILE, "messages.csv": table(H13, message(ASK, mine=True, **cells))})
    assert [(m.name, m.slug) for m in export.messages] == [("Ana Díaz, PhD, PMP", "ana-diaz")]
    assert export.addresses == {"Ana Díaz, PhD, PMP": frozenset({"ana-diaz"})}


def test_the_owner_among_the_recipients_is_not_the_other(read: Read) -> None:
    cells = {"RECIPIENT PROFILE URLS": f"{MARA},{ANA}"}
    export = read({**PROFILE, "messages.csv": table(H13, message(ASK, mine=True, **cells))})
    assert [m.slug for m in export.messages] == ["ana-diaz"]


def test_messages_alone_tell_whose_they_are(read: Read) -> None:
    bob = "https://www.linkedin.com/in/bob-ray"
    other = message("Hi", FROM="Bob Ray", **{"SENDER PROFILE URL": bob})
    export = read({"messages.csv": table(H13, message(ASK, mine=True), other, message(CAME))})
    assert [m.event for m in export.messages] == [EVENTS[0], EVENTS[2]]
    assert (export.owner_name, export.owner_slug) == ("Mara Lind", "mara-lind")


def test_one_talk_alone_does_not_tell_whose_it_is(read: Read) -> None:
    export = read({"messages.csv": table(H13, message(ASK, mine=True), message(CAME))})
    assert export.messages == ()
    assert [i.why for i in export.ignored] == [
        "no sender named: import it together with Profile.csv"
    ] * 2


def test_an_owner_who_signs_otherwise_is_found_by_being_always_there(read: Read) -> None:
    profile = {"Profile.csv": PROFILE["Profile.csv"].replace("Lind", "Lind-Berg")}
    other = message("Hi", FROM="Bob", **{"SENDER PROFILE URL": ANA.replace("ana", "bob")})
    text = table(H13, message(ASK, mine=True), other, message(CAME))
    export = read({**profile, "messages.csv": text})
    assert [m.event for m in export.messages] == [EVENTS[0], EVENTS[2]]
    assert (export.owner_name, export.owner_slug) == ("Mara Lind-Berg", "mara-lind")


def test_a_stranger_s_mail_is_not_taken_for_the_owner_s(read: Read) -> None:
    cells = {"SENDER PROFILE URL": "", "RECIPIENT PROFILE URLS": ""}
    rows = (message(ASKED, **cells), message(ASKED, **cells, TO="Someone else"))
    export = read({**PROFILE, "messages.csv": table(H13, *rows)})
    assert [m.event for m in export.messages] == [MessageEvent.ASK_RECEIVED]
    assert [(i.line, i.why[:15]) for i in export.ignored] == [(3, "no sender named")]


def test_the_same_event_twice_is_one(read: Read) -> None:
    export = read({**PROFILE, "messages.csv": table(H13, message(CAME), message(CAME))})
    assert len(export.messages) == 1


@pytest.mark.parametrize(
    "name",
    [
        "coach_messages.csv",
        "guide_messages.csv",
        "learning_coach_messages.csv",
        "learning_role_play_messages.csv",
        "LearningCoachMessages.csv",
    ],
)
def test_talks_with_an_assistant_are_no_messages(read: Read, name: str) -> None:
    export = read({**PROFILE, name: table(H10, message(CAME))})
    assert export.messages == ()
    assert export.ignored == ()
    assert [f.what for f in export.files] == ["profile"]


NOTES = {
    "2023": (ASK, "Hi, would you?"),
    "2018": (ASK.replace("give/?", "give?"), "Hi, would you?"),
    "2026": (f"Hi,\nwould you?\n\nWrite Ana Maria a recommendation:\n{GIVE}x", "Hi,\nwould you?"),
    "no note": (f"Write Mara a recommendation: {GIVE}x", ""),
    "the note says write": (
        f"Please Write me a recommendation?  Write Mara a recommendation: {GIVE}x",
        "Please Write me a recommendation?",
    ),
    "words after the link": (f"Hi.  Write Mara a recommendation: {GIVE}x Thanks!", "Hi.\nThanks!"),
    "another language": (f"Hallo Ana!  Schreibe Mara eine Empfehlung: {GIVE}x", "Hallo Ana!"),
    "no label": (f"Hi Ana, please: {GIVE}x", "Hi Ana, please:"),
    "HTML": (
        f'<p>Hi&nbsp;Ana,<br>it&rsquo;s me &amp; I</p><p><a href="{GIVE}x&amp;trk=y">'
        "Write Mara a recommendation</a></p>",
        "Hi\u00a0Ana,\nit’s me & I",
    ),
    "a heart is no tag": (f"I <3 work  Write Mara a recommendation: {GIVE}x", "I <3 work"),
    "markup and controls": (f"[b]Hi[/b]\x1b[0m  Write M a recommendation: {GIVE}x", "[b]Hi[/b]"),
    "a literal placeholder": (
        f"Hi %FIRSTNAME%  Write M a recommendation: {GIVE}x",
        "Hi %FIRSTNAME%",
    ),
    "delivery": (CAME, ""),
    "revision": (REVISED, ""),
    "2026 delivery": (f"Ana Díaz sent you a recommendation\n\nReview Recommendation: {GOT}x", ""),
    "2015 delivery": (
        "I wrote this recommendation of your work that you can include on your profile. "
        "linkedin.com/recs/received",
        "",
    ),
    "2014 ask": (
        "Dear Ana,  I'm sending this to ask you for a brief recommendation of my work that I can "
        "include in my LinkedIn profile. Thanks!",
        "Dear Ana,   Thanks!",
    ),
}


@pytest.mark.parametrize(("content", "note"), NOTES.values(), ids=NOTES)
def test_a_note_is_what_the_person_wrote(content: str, note: str) -> None:
    assert note_in(content) == note


WORDS = {
    "ask link": (ASK, 2026, False),
    "ask link, country": ("http://de.linkedin.com/recs/give", 2026, False),
    "delivery link": (CAME, 2026, True),
    "delivery link without id": ("see linkedin.com/recs/received", 2016, True),
    "stock ask": (
        "I&#39;m sending this to ask you for a brief recommendation of my work that I can include "
        "in my LinkedIn profile.",
        2013,
        False,
    ),
    "older stock ask": (
        "I'm writing to ask if you would write a brief recommendation of my work that I can "
        "include on my LinkedIn profile.",
        2011,
        False,
    ),
    "stock delivery": (
        "I’ve written this recommendation of your work to share with other LinkedIn users.",
        2013,
        True,
    ),
    "stock words today": (
        "I've written this recommendation of your work to share with other LinkedIn users.",
        2026,
        None,
    ),
    "jobs": ("linkedin.com/jobs/collections/recommended/", 2026, None),
    "groups": ("linkedin.com/groups/12/recommended/", 2026, None),
    "a letter": ("Could you write me a letter of recommendation of some sort?", 2013, None),
    "other recs": ("linkedin.com/recs/settings", 2026, None),
    "receivedness": ("linkedin.com/recs/receivedfoo", 2026, None),
    "another site": ("example.com/recs/give", 2026, None),
}


@pytest.mark.parametrize(("content", "year", "delivery"), WORDS.values(), ids=WORDS)
def test_events_are_told_by_link(content: str, year: int, delivery: bool | None) -> None:
    assert is_delivery(content, datetime(year, 5, 1, tzinfo=UTC)) is delivery
