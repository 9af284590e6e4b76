"""Several archives of one owner read as one, and the small files that only help matching."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from recco_tui.core.errors import ArchiveError
from recco_tui.core.export import Export, ExportedWork
from recco_tui.importing.read.reader import read_export

Make = Callable[..., Path]
Read = Callable[..., Export]

IN = "https://www.linkedin.com/in/"
HEAD = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLD_HEAD = "First Name,Last Name,Email Address,Company,Position,Connected On\n"
PEOPLE = (
    f"Ana,Díaz,{IN}ana-diaz,,Acme,CTO,04 Apr 2021\n,,,,,,05 Apr 2021\n"
    f"Bob,Ray,{IN}bob-ray,,Acme,,04 Apr 2021\n"
)
TEXTS_HEAD = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status\n"
TEXTS = TEXTS_HEAD + 'Ana,Díaz,Acme,CTO,Good.,"11/16/26, 10:42 AM",VISIBLE\n'
PROFILE = "First Name,Last Name,Headline\nMara,Lind,Developer\n"
MESSAGES = (
    "CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,CONTENT\n"
    f"1,Ana Díaz,{IN}ana-diaz,Mara Lind,{IN}mara-lind,2026-11-16 10:42:07 UTC,"
    "linkedin.com/recs/received/?senderId=x\n"
    f"1,Mara Lind,{IN}mara-lind,Ana Díaz,{IN}ana-diaz,2026-11-17 10:42:07 UTC,Thanks!\n"
)
BASIC = {
    "Connections.csv": HEAD + PEOPLE,
    "Recommendations_Received.csv": TEXTS,
    "messages.csv": MESSAGES,
    "Profile.csv": PROFILE,
    "Positions.csv": "Company Name,Title,Description,Started On,Finished On\nAcme,Dev,,Apr 2021,\n",
}
COMPLETE = {**BASIC, "Reactions.csv": "Date,Type,Link\n"}
OLDER, NEWER = (f"Basic_LinkedInDataExport_11-{day}-2026.zip" for day in ("01", "20"))


def same(one: Export, other: Export) -> None:
    """Equal in all that is imported; places may differ."""
    for name in ("connections", "recommendations", "messages", "work"):
        pair = [
            [{f: getattr(v, f) for f in type(v).__slots__ if f != "place"} for v in values]
            for values in (getattr(one, name), getattr(other, name))
        ]
        assert pair[0] == pair[1]
    assert (one.nameless, one.addresses, one.owner_slug) == (
        other.nameless,
        other.addresses,
        other.owner_slug,
    )


def test_basic_and_complete_together_are_one(zipped: Make) -> None:
    basic = zipped(BASIC, "Basic_LinkedInDataExport_11-20-2026.zip")
    complete = zipped(COMPLETE, "Complete_LinkedInDataExport_11-20-2026.zip")
    alone = read_export([basic])
    assert (len(alone.connections), alone.nameless, len(alone.messages)) == (2, 1, 1)
    same(alone, read_export([basic, complete]))
    same(alone, read_export([complete, basic, complete]))


def test_files_are_named_with_their_archive_when_there_are_several(zipped: Make) -> None:
    export = read_export([zipped(BASIC, OLDER), zipped(BASIC, NEWER)])
    assert {f.file.split("/")[0] for f in export.files} == {OLDER, NEWER}


def test_the_newer_archive_wins(zipped: Make) -> None:
    newer = {**BASIC, "Connections.csv": (HEAD + PEOPLE).replace("CTO", "CEO")}
    export = read_export([zipped(BASIC, OLDER), zipped(newer, NEWER)])
    assert [c.position for c in export.connections if c.slug == "ana-diaz"] == ["CEO"]
    assert export.exported_on == date(2026, 11, 20)


def test_only_the_older_archive_holds_someone(zipped: Make) -> None:
    newer = {**BASIC, "Connections.csv": HEAD + PEOPLE.split("\n")[0]}
    export = read_export([zipped(BASIC, OLDER), zipped(newer, NEWER)])
    assert [c.slug for c in export.connections] == ["ana-diaz", "bob-ray"]


def test_a_row_without_address_is_the_same_person_by_name_and_day(zipped: Make) -> None:
    old = {"Connections.csv": OLD_HEAD + "Ana,Díaz,,Acme,CTO,04 Apr 2021\nCy,Ek,,,,04 Apr 2021\n"}
    export = read_export([zipped(old, OLDER), zipped(BASIC, NEWER)])
    assert [(c.first_name, c.slug) for c in export.connections] == [
        ("Ana", "ana-diaz"),
        ("Bob", "bob-ray"),
        ("Cy", None),
    ]


def test_namesakes_of_one_day_without_address_are_two(zipped: Make) -> None:
    rows = "Ana,Díaz,,Acme,CTO,04 Apr 2021\nAna,Díaz,,Bolt,CEO,04 Apr 2021\n"
    export = read_export([zipped({"Connections.csv": OLD_HEAD + rows + rows})])
    assert [c.company for c in export.connections] == ["Acme", "Bolt"]


def test_single_files_are_read_as_one_export(folder: Make) -> None:
    path = folder(BASIC)
    export = read_export([path / name for name in BASIC])
    same(export, read_export([path]))
    assert {f.file for f in export.files} == set(BASIC)


def test_exports_of_two_people_are_refused(zipped: Make) -> None:
    other = {
        "Profile.csv": PROFILE.replace("Mara", "Zoe"),
        "messages.csv": MESSAGES.replace("Mara", "Zoe").replace("mara", "zoe"),
    }
    with pytest.raises(ArchiveError, match=r"different people \(Mara Lind and Zoe Lind\)"):
        read_export([zipped(BASIC, NEWER), zipped(other, OLDER)])


@given(
    st.lists(st.sampled_from(["ana", "bob", "cy", "di"]), max_size=8),
    st.lists(st.sampled_from(["ana", "bob", "cy", "di"]), max_size=8),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_everyone_of_two_archives_is_there_once(
    zipped: Make, one: list[str], other: list[str]
) -> None:
    def text(slugs: list[str]) -> str:
        return HEAD + "".join(f"{s},Ek,{IN}{s},,,,04 Apr 2021\n" for s in slugs)

    paths = [
        zipped({"Connections.csv": text(slugs)}, name)
        for slugs, name in ((one, OLDER), (other, NEWER))
    ]
    slugs = [c.slug for c in read_export(paths).connections]
    assert sorted(slugs) == sorted(set(one) | set(other))


INVITATIONS = "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl\n"


def test_addresses_come_from_messages_invitations_and_endorsements(read: Read) -> None:
    export = read(
        {
            "messages.csv": MESSAGES,
            "Invitations.csv": INVITATIONS
            + f'Bob Ray,Mara Lind,"10/23/26, 2:12 AM",,INCOMING,{IN}bob-ray,{IN}mara-lind\n'
            + f'Mara Lind,"Ek, Cy","10/23/26, 2:12 AM",,OUTGOING,{IN}mara-lind,{IN}cy\n',
            "Endorsement_Given_Info.csv": "Endorsement Date,Skill Name,Endorsee First Name,"
            "Endorsee Last Name,Endorsee Public Url,Endorsement Status\n"
            "2026/09/21 10:33:00 UTC,SQL,Ana,Díaz,www.linkedin.com/in/ana-2,ACCEPTED\n"
            "2026/09/21 10:33:00 UTC,SQL,LinkedIn,Member,www.linkedin.com/in/gone,ACCEPTED\n"
            "2026/09/21 10:33:00 UTC,SQL,Di,Ek,,HIDDEN\n",
        }
    )
    assert export.addresses == {
        "Ana Díaz": {"ana-diaz", "ana-2"},
        "Bob Ray": {"bob-ray"},
        "Ek, Cy": {"cy"},
    }
    assert (export.owner_name, export.owner_slug) == ("Mara Lind", "mara-lind")


ADDRESSES = {
    "plain": (f"{IN}ana-diaz", "ana-diaz"),
    "no scheme": ("www.linkedin.com/in/ana-diaz", "ana-diaz"),
    "country": ("https://de.linkedin.com/in/ana-diaz/", "ana-diaz"),
    "query": (f"{IN}ana-diaz?trk=x#y", "ana-diaz"),
    "encoded": (f"{IN}ana-d%C3%ADaz", "ana-díaz"),
    "capitals": (f"{IN}Ana-Diaz", "ana-diaz"),
    "decomposed": (f"{IN}ana-di\u0301az", "ana-díaz"),
    "another site": ("https://example.com/in/ana", None),
    "a script": ("javascript:alert(1)", None),
}


@pytest.mark.parametrize(("url", "slug"), ADDRESSES.values(), ids=ADDRESSES)
def test_an_address_becomes_a_slug(read: Read, url: str, slug: str | None) -> None:
    export = read({"Connections.csv": f"{HEAD}Ana,Díaz,{url},,,,04 Apr 2021\n"})
    assert [c.slug for c in export.connections] == [slug]


@pytest.mark.parametrize(
    "header",
    [
        "From,To,Sent At,Message,Direction\n",
        "From,To,Sent At,Message,Direction,inviterProfileUrn,inviteeProfileUrn\n",
    ],
    ids=["to mid-2023", "July 2023"],
)
def test_old_invitations_have_no_addresses_and_are_read(read: Read, header: str) -> None:
    row = 'Bob,Mara,"10/23/22, 2:12 AM",,INCOMING,urn:li:member:1,urn:li:member:2\n'
    export = read({"Invitations.csv": header + row, "Connections.csv": HEAD + PEOPLE})
    assert export.addresses == {}
    assert [(f.what, f.rows) for f in export.files] == [("connections", 3), ("invitations", 1)]


def test_the_old_twin_of_the_endorsements_is_skipped(read: Read) -> None:
    head = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,Endorser Public Url"
    row = "2022/09/21 10:33:00 UTC,SQL,Ana,Díaz,www.linkedin.com/in/ana-diaz"
    twin = "".join(
        "\t".join(f'"{cell}"' for cell in f"{line},Show".split(",")) + "\r\n"
        for line in (f"{head},Display Status", f"{row},Accepted")
    )
    both = {
        "Endorsement Received Info.csv": b"\xff\xfe" + twin.encode("utf-16-le"),
        "Endorsement_Received_Info.csv": f"{head},Endorsement Status\n{row},ACCEPTED\n",
    }
    export = read(both)
    assert export.addresses == {"Ana Díaz": {"ana-diaz"}}
    assert [i.file for i in export.ignored] == ["Endorsement Received Info.csv"]


def test_the_old_twin_alone_is_read(folder: Make) -> None:
    text = (
        "Endorsement Date\tSkill Name\tEndorser First Name\tEndorser Last Name\tEndorser Public Url\n"
        "2022/09/21\tSQL\tAna\tDíaz\twww.linkedin.com/in/ana-diaz\n"
    )
    path = folder({"Endorsement Received Info.csv": text.encode("utf-16")})
    assert read_export([path]).addresses == {"Ana Díaz": {"ana-diaz"}}


def test_work_is_read_with_its_first_and_last_day(read: Read) -> None:
    export = read(
        {
            "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
            'Acme,Dev,"Did\nthings",,Apr 2021,Feb 2024\nBolt,,,,2019,\nZed,Ops,,,Mar 2020,Present\n',
            "Projects.csv": "Title,Description,Url,Started On,Finished On\n"
            "Map,,,Sep 2026,Sep 2026\n,no title,,,\n",
        }
    )
    assert [(w.title, w.is_position, w.started_on, w.ended_on) for w in export.work] == [
        ("Dev at Acme", True, date(2021, 4, 1), date(2024, 2, 29)),
        ("Bolt", True, date(2019, 1, 1), None),
        ("Ops at Zed", True, date(2020, 3, 1), None),
        ("Map", False, date(2026, 9, 1), date(2026, 9, 30)),
    ]
    assert isinstance(export.work[0], ExportedWork)
    assert export.work[0].about == "Did\nthings"
    assert [(i.file, i.line) for i in export.ignored] == [("Projects.csv", 3)]


OLD_WORK = {
    "before October 2017": (
        "Positions.csv",
        "Company Name,Description,Location,Started On,Finished On,Title\n"
        "Acme,,,04/2015,05/2016,Dev\n",
        ("Dev at Acme", date(2015, 4, 1), date(2016, 5, 31)),
    ),
    "projects of 2018": (
        "Projects.csv",
        "Title,Description,Url,Start Date,End Date\nMap,,,2015,2016\n",
        ("Map", date(2015, 1, 1), date(2016, 12, 31)),
    ),
}


@pytest.mark.parametrize(("name", "text", "expected"), OLD_WORK.values(), ids=OLD_WORK)
def test_old_work_is_read(read: Read, name: str, text: str, expected: object) -> None:
    (work,) = read({name: text}).work
    assert (work.title, work.started_on, work.ended_on) == expected


def test_a_namesake_of_the_owner_is_not_the_owner(read: Read) -> None:
    twin = MESSAGES.split("\n")[1].replace("Ana Díaz", "Mara Lind").replace("ana-diaz", "mara-2")
    export = read({"Profile.csv": PROFILE, "messages.csv": MESSAGES + twin + "\n"})
    assert export.owner_slug == "mara-lind"
    assert [m.slug for m in export.messages] == ["ana-diaz", "mara-2"]
