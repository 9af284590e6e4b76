"""Whatever stands in an address book, reading it ends in people or in one sentence."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from recco_tui.core.errors import ArchiveError
from recco_tui.importing.read.address_book import read_address_book

PIECES = [
    "BEGIN:VCARD", "END:VCARD", "FN:Ann Lee", "N:Lee;Ann", "N", "ORG:Acme;x", "EMAIL:a@b", " more", "=",
    "FN;ENCODING=QUOTED-PRINTABLE:J=C3=BC=", "Name,Company", "Ann,Acme", '"', "first_name;last", "Ann;Lee",
    "\x1b[31m", "\u202e", "\ufeff", "linkedin,name", "https://www.linkedin.com/in/x,Bo",
]  # fmt: skip
lines = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=12)


@given(lines.map("\n".join).map(str.encode) | st.binary(max_size=300))
def test_any_bytes_are_people_or_a_sentence(content: bytes) -> None:
    with TemporaryDirectory() as folder, suppress(ArchiveError):
        path = Path(folder) / "people.csv"
        path.write_bytes(content)
        for entry in read_address_book(path).entries:
            assert entry.name.strip()
            assert "\x1b" not in "".join(entry)
            assert "\n" not in "".join(entry)
