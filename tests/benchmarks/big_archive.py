"""Writes a LinkedIn export folder of any size, the same bytes for the same arguments.

    python tests/benchmarks/big_archive.py OUT --people 30000 --messages 100000

Shaped like measured exports: homonyms, nameless rows, credentials, accents, about 500 bytes a
message, quoted headers and real line breaks in messages.csv, deliveries in the minute of their
recommendation. No one in it exists.
"""

import argparse
import json
import random
import time
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

EXPORTED = datetime(2026, 11, 20, tzinfo=UTC)
OWNER, OWNER_SLUG = "Mara Lindqvist", "mara-lindqvist"
IN = "https://www.linkedin.com/in/"

DATA = Path(__file__).with_name("archive_words.json").read_text(encoding="utf-8")
WORDS: dict[str, list[str]] = json.loads(DATA)["words"]
FIRST, LAST, SENTENCES = WORDS["first"], WORDS["last"], WORDS["sentences"]
HEADS = {file: "\n".join(lines) + "\n" for file, lines in json.loads(DATA)["heads"].items()}


class Person(NamedTuple):
    first: str
    last: str
    slug: str
    company: str
    job: str

    @property
    def name(self) -> str:
        return f"{self.first} {self.last}"


class Text(NamedTuple):
    """A recommendation; `at` is unique to the minute."""

    person: Person
    at: datetime
    text: str
    status: str


@dataclass(frozen=True, slots=True)
class Counts:
    """What was written. `connections` counts named and nameless rows; `strangers` are recommenders
    who are no connections; `answered` asks have a received text in the minute of a delivery."""

    connections: int
    nameless: int
    homonyms: int
    strangers: int
    received: int
    given: int
    messages: int
    asks: int
    answered: int
    requests: int
    delivered_to_me: int
    delivered_by_me: int


def cell(text: str) -> str:
    """RFC 4180, quoted only where it must be."""
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def write(file: Path, text: str) -> None:
    file.write_bytes(text.encode("utf-8"))


def make_people(rng: random.Random, count: int) -> tuple[list[Person], int]:
    """`count` people and how many of them bear another one's name (about 1.5 %)."""
    homonyms = count * 3 // 200
    space = len(FIRST) * len(LAST)
    names = []
    for pick in rng.sample(range(max(space, 2 * count)), count - homonyms):
        middle, rest = divmod(pick, space)
        first, last = FIRST[rest // len(LAST)], LAST[rest % len(LAST)]
        first += f" {chr(65 + (middle - 1) % 26)}." if middle else ""
        if rng.random() < 0.05:
            last += ", " + rng.choice(WORDS["credentials"])
        elif rng.random() < 0.02:
            last += rng.choice([" 🚀", " ✨", " "])
        names.append((first, last))
    names += rng.sample(names, homonyms)
    people = []
    for number, (first, last) in enumerate(names):
        stem = f"{first}-{last.split(',')[0]}".lower().replace(" ", "-").replace(".", "")
        tail = f"{number * 2654435761 % 2**32:08x}"
        # a namesake works elsewhere, or nothing in the files could tell the two apart
        twin = number >= count - homonyms
        company = f"{rng.choice(LAST)} {rng.choice(WORDS['trades'])}" if rng.random() < 0.92 else ""
        company = f"Namesake {number} Ltd" if twin else company
        slug = quote(stem.replace("'", "") + "-" + tail, safe="-")
        people.append(
            Person(first, last, slug, company, rng.choice(WORDS["jobs"]) if company else "")
        )
    rng.shuffle(people)
    return people, homonyms


def write_connections(
    folder: Path, rng: random.Random, people: list[Person], nameless: int
) -> None:
    days = sorted(rng.randrange(12 * 365) for _ in range(len(people) + nameless))
    stamps = [f"{EXPORTED.date() - timedelta(days=day):%d %b %Y}" for day in range(12 * 365)]
    empty = set(rng.sample(range(len(days)), nameless))
    lines, todo = [], iter(people)
    for row, day in enumerate(days):
        if row in empty:
            lines.append(f",,,,,,{stamps[day]}")
            continue
        who = next(todo)
        email = f"{who.slug[-8:]}@mail.example" if rng.random() < 0.02 else ""
        columns = (cell(who.first), cell(who.last), IN + who.slug, email)
        lines.append(",".join((*columns, cell(who.company), cell(who.job), stamps[day])))
    write(folder / "Connections.csv", HEADS["connections"] + "\n".join(lines))


def make_texts(
    rng: random.Random, people: list[Person], minutes: list[int], *, to_me: bool
) -> list[Text]:
    """One recommendation for each minute (counted back from the export), newest first."""
    statuses = ["VISIBLE"] * 30 + ["HIDDEN"] if to_me else [""]
    texts = []
    for who, minute in zip(people, sorted(minutes), strict=True):
        praise, name = " ".join(rng.sample(SENTENCES, 3)), "Mara" if to_me else who.first
        text = (
            f"I worked with {name} for {rng.randrange(2, 9)} years at {who.company or 'home'}."
            f" {praise}  I would recommend {name} to any team."
        )
        at = EXPORTED - timedelta(minutes=minute + 1)
        texts.append(Text(who, at, text, rng.choice(statuses)))
    return texts


def write_texts(file: Path, texts: list[Text]) -> None:
    lines = [HEADS["recommendations"]]
    for entry in texts:
        who = entry.person
        columns = (who.first, who.last, who.company, who.job, entry.text)
        stamp = f'"{entry.at:%m/%d/%y, %I:%M %p}"'
        lines.append(",".join((*map(cell, columns), stamp, entry.status)) + "\n")
    write(file, "".join(lines))


def message(who: Person | None, mine: bool, at: datetime, content: str) -> tuple[datetime, str]:
    """A sort key and a row; None is a closed account without an address."""
    name = who.name if who else "LinkedIn Member"
    address = IN + who.slug if who else ""
    talk = f"2-{who.slug[-8:]}{len(name):02d}" if who else "2-closed"
    ends = [name, address, OWNER, IN + OWNER_SLUG]
    columns = [talk, "", *(ends[2:] + ends[:2] if mine else ends), f"{at:%Y-%m-%d %H:%M:%S} UTC"]
    columns += ["", content.replace('"', '""'), "INBOX", "", "No", "No"]
    return at, '"' + '","'.join(columns) + '"\n'


def asked(who: Person, mine: bool, at: datetime) -> tuple[datetime, str]:
    asker, slug = (OWNER.split()[0], OWNER_SLUG) if mine else (who.first, who.slug)
    note = f"Hi {who.first if mine else 'Mara'}, would you write me a recommendation please?"
    link = f"https://www.linkedin.com/recs/give/?senderId={slug}"
    return message(who, mine, at, f"{note}\n\nWrite {asker} a recommendation:\n{link}")


def delivered(who: Person, mine: bool, at: datetime) -> tuple[datetime, str]:
    name, slug = (OWNER, OWNER_SLUG) if mine else (who.name, who.slug)
    link = f"https://www.linkedin.com/recs/received/?senderId={slug}"
    content = f"{name} sent you a recommendation\n\nReview Recommendation: {link}"
    return message(who, mine, at + timedelta(seconds=31), content)


def chatter(rng: random.Random, people: list[Person], count: int) -> list[tuple[datetime, str]]:
    """Messages that have nothing to do with recommendations, though some look like it."""
    bodies = [
        rng.choice((" ", " ", "\n", "\n\n")).join(rng.choices(SENTENCES, k=rng.randint(1, 8)))
        for _ in range(2000)
    ] + WORDS["fillers"] * 40
    partners = rng.sample(people, max(1, len(people) // 8))
    rows = []
    for _ in range(count):
        at = EXPORTED - timedelta(seconds=rng.randrange(60, 6 * 365 * 86_400))
        who = rng.choice(partners) if rng.random() > 0.02 else None
        rows.append(message(who, who is not None and rng.random() < 0.45, at, rng.choice(bodies)))
    return rows


def letters(
    rng: random.Random, to_me: list[Text], by_me: list[Text], silent: list[Person], answered: int
) -> tuple[list[tuple[datetime, str]], dict[str, int]]:
    """Asks and deliveries, and how many of each kind.

    The first `answered` received texts were asked for; half of the others left a delivery too, as
    did three of four given texts; a third of those given had been requested.
    """
    known = [entry for entry in to_me if entry.person.slug]
    came = known[: answered + (len(known) - answered) // 2]
    went = by_me[: len(by_me) - len(by_me) // 4]
    requested = by_me[: len(by_me) // 3]
    rows = [delivered(entry.person, False, entry.at) for entry in came]
    rows += [delivered(entry.person, True, entry.at) for entry in went]
    for mine, entries in ((True, known[:answered]), (False, requested)):
        for entry in entries:
            rows.append(asked(entry.person, mine, entry.at - timedelta(days=rng.randint(1, 20))))
    for who in silent:
        rows.append(asked(who, True, EXPORTED - timedelta(minutes=rng.randrange(9, 500_000))))
    return rows, {
        "requests": len(requested),
        "delivered_to_me": len(came),
        "delivered_by_me": len(went),
    }


def cast(
    rng: random.Random, network: list[Person], sizes: tuple[int, int, int, int]
) -> tuple[list[Person], list[Person], list[Person]]:
    """Who wrote for the owner (strangers among them), whom she wrote for, who never answered."""
    received, given, strangers, silent = sizes
    circle = rng.sample(network, received - strangers + silent)
    friends = circle[: received - strangers]
    gone = [Person("Zenobia", f"Quill {n}", "", "Elsewhere", "Owner") for n in range(strangers)]
    back = friends[: given // 2]
    taken = set(back)
    back += rng.sample([who for who in network if who not in taken], given - len(back))
    return rng.sample(friends + gone, received), rng.sample(back, given), circle[len(friends) :]


def write_archive(
    folder: Path | str,
    people: int = 30_000,
    messages: int = 100_000,
    received: int = 50,
    given: int = 30,
    asks: int = 12,
    seed: int = 1,
) -> Counts:
    """Write the export into `folder` (made if missing).

    `people` counts rows, of which 2 % are nameless; `messages` all rows, asks and deliveries among
    them. Half of the asks are answered, as far as there are received texts. ValueError when there
    are too few people or messages for that.
    """
    rng, folder = random.Random(seed), Path(folder)
    nameless = people // 50
    network, homonyms = make_people(rng, people - nameless)
    if received + asks > len(network) or given > len(network):
        raise ValueError("too few people: each received text and each ask needs its own person")
    strangers = received // 25
    answered = min(asks // 2, received - strangers)
    authors, receivers, silent = cast(rng, network, (received, given, strangers, asks - answered))
    minutes = rng.sample(range(8 * 365 * 24 * 60), received + given)
    to_me = make_texts(rng, authors, minutes[:received], to_me=True)
    by_me = make_texts(rng, receivers, minutes[received:], to_me=False)
    events, counts = letters(rng, to_me, by_me, silent, answered)
    if len(events) > messages:
        raise ValueError(f"too few messages: asks and deliveries alone are {len(events)}")
    events += chatter(rng, network, messages - len(events))

    folder.mkdir(parents=True, exist_ok=True)
    write_connections(folder, rng, network, nameless)
    write_texts(folder / "Recommendations_Received.csv", to_me)
    write_texts(folder / "Recommendations_Given.csv", by_me)
    events.sort(reverse=True)
    write(folder / "messages.csv", HEADS["messages"] + "".join(row for _, row in events))
    write(folder / "Profile.csv", HEADS["profile"])
    sizes = (people, nameless, homonyms, strangers, received, given, messages, asks, answered)
    return Counts(*sizes, **counts)


def write_crowd(folder: Path | str, messages: int) -> None:
    """So many short messages into `folder`, one line each and each from someone else.

    The most that a file of messages can hold: most people, and most rows within recco's limit of
    lines.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "Profile.csv", HEADS["profile"])
    with (folder / "messages.csv").open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADS["messages"])
        for number in range(messages):
            first, last = FIRST[number % len(FIRST)], LAST[number // len(FIRST) % len(LAST)]
            who = Person(f"{first} {number}", last, f"{last.lower()}-{number:08x}", "", "")
            at = EXPORTED - timedelta(minutes=number)
            file.write(message(who, False, at, SENTENCES[number % len(SENTENCES)])[1])


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a LinkedIn export folder of any size.")
    parser.add_argument("folder", type=Path, metavar="OUT_DIR")
    defaults = {"people": 30_000, "messages": 100_000, "received": 50, "given": 30, "asks": 12}
    for name, default in {**defaults, "seed": 1}.items():
        parser.add_argument(f"--{name}", type=int, default=default, metavar="N")
    parser.add_argument(
        "--recommendations", type=int, metavar="N", help="received and given together, 5 to 3"
    )
    sizes = vars(parser.parse_args())
    total = sizes.pop("recommendations")
    if total is not None:
        sizes["received"] = total * 5 // 8
        sizes["given"] = total - sizes["received"]
    start = time.perf_counter()
    counts = write_archive(**sizes)
    print(json.dumps(asdict(counts) | {"seconds": round(time.perf_counter() - start, 2)}))


if __name__ == "__main__":
    main()
