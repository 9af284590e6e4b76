"""The sample export is one that LinkedIn could have written, and its story fits it."""

import csv
import json
import re
import unicodedata
from collections import Counter
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from recco_tui.core.models import Channel, MomentKind, ProjectKind, Step
from recco_tui.core.relationships import Kind, Relationship

SAMPLE = Path(__file__).parents[2] / "sample_data"
EXPORT = SAMPLE / "linkedin"
STORY: dict[str, Any] = json.loads((SAMPLE / "story.json").read_text(encoding="utf-8"))
EXPORTED = date.fromisoformat(STORY["exported"])
OWNER_URL = "https://www.linkedin.com/in/mara-lindqvist"

REC_HEADER = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
ENDORSED_HEADER = (
    "Endorsement Date,Skill Name,Endorsee First Name,Endorsee Last Name,Endorsee Public Url,"
    "Endorsement Status"
)
FILES = {
    "Connections.csv": ("First Name,Last Name,URL,Email Address,Company,Position,Connected On", 43),
    "Recommendations_Received.csv": (REC_HEADER, 12),
    "Recommendations_Given.csv": (REC_HEADER, 7),
    "messages.csv": (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,"
        "SUBJECT,CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
        45,
    ),
    "Invitations.csv": (
        "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl",
        13,
    ),
    "Endorsement_Received_Info.csv": (ENDORSED_HEADER.replace("Endorsee", "Endorser"), 13),
    "Endorsement_Given_Info.csv": (ENDORSED_HEADER, 7),
    "Profile.csv": (
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
        "Geo Location,Twitter Handles,Websites,Instant Messengers",
        1,
    ),
    "Positions.csv": ("Company Name,Title,Description,Location,Started On,Finished On", 5),
    "Projects.csv": ("Title,Description,Url,Started On,Finished On", 3),
}
DATES = [
    ("Connections.csv", "Connected On", "%d %b %Y"),
    ("Recommendations_Received.csv", "Creation Date", "%m/%d/%y, %I:%M %p"),
    ("Recommendations_Given.csv", "Creation Date", "%m/%d/%y, %I:%M %p"),
    ("messages.csv", "DATE", "%Y-%m-%d %H:%M:%S UTC"),
    ("Invitations.csv", "Sent At", "%m/%d/%y, %I:%M %p"),
    ("Endorsement_Received_Info.csv", "Endorsement Date", "%Y/%m/%d %H:%M:%S UTC"),
    ("Endorsement_Given_Info.csv", "Endorsement Date", "%Y/%m/%d %H:%M:%S UTC"),
]
RECOMMENDATION_LINK = re.compile(
    r"linkedin\.com/recs/(give|received)/?(?:\?senderId=([^\s&\"'<>]+))?"
)


def lines(file: str) -> list[list[str]]:
    """All rows of the table, header first; the note above Connections.csv is left out."""
    text = (EXPORT / file).read_text(encoding="utf-8")
    if file == "Connections.csv":
        text = text.split("\n\n", 1)[1]
    return list(csv.reader(text.splitlines(keepends=True), strict=True))


def rows(file: str) -> list[dict[str, str]]:
    header, *body = lines(file)
    return [dict(zip(header, row, strict=True)) for row in body]


def full_name(row: dict[str, str]) -> str:
    return f"{row['First Name']} {row['Last Name']}"


def written(row: dict[str, str]) -> datetime:
    return datetime.strptime(row["Creation Date"], "%m/%d/%y, %I:%M %p")


def named() -> list[dict[str, str]]:
    return [row for row in rows("Connections.csv") if row["First Name"]]


def recommendations() -> list[dict[str, str]]:
    return rows("Recommendations_Received.csv") + rows("Recommendations_Given.csv")


def events(*, drafts: bool = False) -> Counter[tuple[str, bool]]:
    """How many messages carry a recommendation link, by (give or received, sent by the owner)."""
    found: Counter[tuple[str, bool]] = Counter()
    for row in rows("messages.csv"):
        link = RECOMMENDATION_LINK.search(row["CONTENT"])
        if link and drafts == (row["IS MESSAGE DRAFT"] == "Yes"):
            found[link[1], row["SENDER PROFILE URL"] == OWNER_URL] += 1
    return found


def people_in_story() -> set[str]:
    names = {person["name"] for person in STORY["people"]}
    names |= {m["name"] for project in STORY["projects"] for m in project["members"]}
    lists = ("moments", "asks", "requests", "promises", "waived", "morning")
    return names | {entry["contact"] for key in lists for entry in STORY[key]}


def test_the_folder_holds_these_files_and_no_others() -> None:
    assert {path.name for path in EXPORT.iterdir()} == set(FILES)


@pytest.mark.parametrize("file", FILES)
def test_a_file_has_its_header_its_rows_and_one_width(file: str) -> None:
    header, count = FILES[file]
    table = lines(file)
    assert ",".join(table[0]) == header
    assert len(table) - 1 == count
    assert {len(row) for row in table} == {len(table[0])}


@pytest.mark.parametrize("file", FILES)
def test_a_file_is_plain_composed_utf8_with_unix_lines(file: str) -> None:
    data = (EXPORT / file).read_bytes()
    text = data.decode("utf-8")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in data
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n") == (file != "Connections.csv")


@pytest.mark.parametrize(("file", "column", "form"), DATES, ids=[case[0] for case in DATES])
def test_dates_have_the_documented_form_newest_first_and_lie_before_the_export(
    file: str, column: str, form: str
) -> None:
    stamps = [datetime.strptime(row[column], form).replace(tzinfo=UTC) for row in rows(file)]
    assert all(newer >= older for newer, older in pairwise(stamps))
    assert stamps[0].date() < EXPORTED


def test_recommendations_reach_from_eight_years_ago_to_last_week() -> None:
    ages = [(EXPORTED - written(row).date()).days for row in recommendations()]
    assert min(ages) <= 7
    assert 7.5 * 365 < max(ages) < 8.5 * 365


def test_connections_start_with_linkedins_note() -> None:
    notes, sentence, blank = (EXPORT / "Connections.csv").read_text("utf-8").split("\n")[:3]
    assert (notes, blank) == ("Notes:", "")
    assert sentence.startswith('"When exporting your connection data, you may notice')


def test_every_field_of_messages_is_quoted() -> None:
    rebuilt = "".join(
        ",".join('"' + cell.replace('"', '""') + '"' for cell in row) + "\n"
        for row in lines("messages.csv")
    )
    assert rebuilt == (EXPORT / "messages.csv").read_text(encoding="utf-8")


def test_connections_hold_one_nameless_row_and_one_pair_of_homonyms() -> None:
    nameless = [row for row in rows("Connections.csv") if not row["First Name"]]
    assert [set(row.values()) - {""} for row in nameless] == [{nameless[0]["Connected On"]}]
    twice = {name: n for name, n in Counter(map(full_name, named())).items() if n > 1}
    assert twice == {"David Kim": 2}


def test_every_named_connection_has_its_own_encoded_address() -> None:
    urls = [row["URL"] for row in named()]
    assert len(set(urls)) == len(urls) == 42
    prefix = "https://www.linkedin.com/in/"
    for url in urls:
        slug = url.removeprefix(prefix)
        assert url == prefix + quote(unquote(slug), safe="-")
    assert sum("%" in url for url in urls) >= 5


def test_all_recommenders_but_one_are_connections_with_the_same_job() -> None:
    jobs = {(full_name(row), row["Company"], row["Position"]) for row in named()}
    gone = [
        full_name(row)
        for row in recommendations()
        if (full_name(row), row["Company"], row["Job Title"]) not in jobs
    ]
    assert gone == ["Thandiwe Mokoena"]


def test_one_received_text_is_hidden_and_given_ones_have_no_status() -> None:
    received = Counter(row["Status"] for row in rows("Recommendations_Received.csv"))
    assert received == {"VISIBLE": 11, "HIDDEN": 1}
    assert {row["Status"] for row in rows("Recommendations_Given.csv")} == {""}


def test_texts_have_two_to_six_sentences_and_are_all_different() -> None:
    texts = [row["Text"] for row in recommendations()]
    assert len(set(texts)) == len(texts)
    for text in texts:
        assert 2 <= len(re.findall(r"[.!?](?=\s|$)", text)) <= 6
        assert "\n" not in text


def test_messages_hold_the_promised_asks_requests_and_deliveries() -> None:
    assert events() == {
        ("give", True): 6,
        ("give", False): 3,
        ("received", False): 9,
        ("received", True): 6,
    }
    assert events(drafts=True) == {("give", True): 1}


def test_each_delivery_falls_into_the_minute_of_its_recommendation() -> None:
    minutes = {
        (file, full_name(row), written(row))
        for file in ("Recommendations_Received.csv", "Recommendations_Given.csv")
        for row in rows(file)
    }
    delivered = set()
    for row in rows("messages.csv"):
        link = RECOMMENDATION_LINK.search(row["CONTENT"])
        if link and link[1] == "received":
            mine = row["SENDER PROFILE URL"] == OWNER_URL
            at = datetime.strptime(row["DATE"], "%Y-%m-%d %H:%M:%S UTC").replace(second=0)
            file = "Recommendations_Given.csv" if mine else "Recommendations_Received.csv"
            delivered.add((file, row["TO"] if mine else row["FROM"], at))
    assert len(delivered) == 15
    assert delivered <= minutes


def test_story_names_only_people_of_the_export_or_people_marked_new() -> None:
    export = Counter(full_name(row) for row in named())
    export["Thandiwe Mokoena"] += 1
    new = {person["name"] for person in STORY["people"] if person.get("new")}
    assert new == {"Priya Raman"}
    assert {name for name in people_in_story() if export[name] != 1} == new
    assert not new & set(export)


def test_kinds_of_fifteen_people_in_the_circle_are_left_to_the_user() -> None:
    circle = people_in_story() | {full_name(row) for row in recommendations()}
    assert len(circle - {person["name"] for person in STORY["people"]}) == 15


def test_story_uses_the_codes_of_the_product() -> None:
    for person in STORY["people"]:
        relationship = Relationship(person["relationship"])
        assert relationship.kind == Kind(person["kind"])
    assert {Kind(person["kind"]) for person in STORY["people"]} == set(Kind) - {Kind.UNKNOWN}
    assert {project["kind"] for project in STORY["projects"]} <= set(ProjectKind)
    assert {moment["kind"] for moment in STORY["moments"]} == set(MomentKind) - {MomentKind.SEEN}
    steps = [step for ask in STORY["asks"] for step in ask["steps"]]
    assert {step["step"] for step in steps} <= set(Step)
    assert {step["via"] for step in steps if "via" in step} <= set(Channel)


def test_steps_of_each_ask_are_in_order_and_a_first_linkedin_step_says_why() -> None:
    for ask in STORY["asks"]:
        days = [step["on"] for step in ask["steps"]]
        assert days == sorted(days)
        assert days[-1] <= 0
        names = [step["step"] for step in ask["steps"]]
        if "linkedin" in names and "warm" not in names:
            assert ask["steps"][names.index("linkedin")]["because"]


def test_asks_marked_from_export_and_only_those_are_in_the_messages() -> None:
    asked = {
        row["TO"]
        for row in rows("messages.csv")
        if "/recs/give/" in row["CONTENT"]
        and row["SENDER PROFILE URL"] == OWNER_URL
        and row["IS MESSAGE DRAFT"] == "No"
    }
    marked = {ask["contact"] for ask in STORY["asks"] if ask.get("from_export")}
    fresh = {ask["contact"] for ask in STORY["asks"] if not ask.get("from_export")}
    assert asked - marked == {"Alyssa Reyes"}
    assert marked < asked
    assert not fresh & asked


def test_projects_of_the_story_exist_end_after_their_start_and_are_cold_but_one() -> None:
    titles = [project["title"] for project in STORY["projects"]]
    assert len(set(titles)) == len(titles)
    for key in ("moments", "asks"):
        assert {entry["project"] for entry in STORY[key]} <= {*titles, None}
    ended = {p["title"]: p["ended"] for p in STORY["projects"] if p["ended"] is not None}
    assert all(p["started"] < (p["ended"] or 1) for p in STORY["projects"])
    assert [title for title, day in ended.items() if day >= -30] == ["Inventory API"]


def test_only_john_is_owed_a_text_once_old_debts_are_squared() -> None:
    given = {full_name(row) for row in rows("Recommendations_Given.csv")}
    received = {full_name(row) for row in rows("Recommendations_Received.csv")}
    waived = {entry["contact"] for entry in STORY["waived"]}
    assert received - given - waived == {"John Silva"}
    assert waived <= received - given
