"""A running `recco serve`, and what a page says to it."""

import asyncio
import os
import re
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from recco_tui.core.models import TextKind
from recco_tui.ledger.ledger import Ledger
from recco_tui.ledger.store import Clock
from tests.new_file import new_file

aiohttp = pytest.importorskip("aiohttp", reason="the extra 'web' (textual-serve) is not installed")
pytest.importorskip("textual_serve", reason="the extra 'web' (textual-serve) is not installed")

ROOT = Path(__file__).parents[2]
TIMEOUT = 60
IMPORT_PATH = {"PYTHONPATH": str(ROOT)}


@dataclass(frozen=True)
class Served:
    """A running server, its address, and the file it shows."""

    process: "subprocess.Popen[str]"
    url: str
    file: Path

    @property
    def host(self) -> str:
        return urlsplit(self.url).netloc

    @property
    def port(self) -> int:
        return int(self.host.rsplit(":")[1])

    @property
    def token(self) -> str:
        return urlsplit(self.url).path.strip("/")

    @property
    def origin(self) -> str:
        return f"http://{self.host}"

    @asynccontextmanager
    async def open_page(self, size: str = "width=120&height=36") -> AsyncIterator["Channel"]:
        """A page's connection."""
        async with (
            aiohttp.ClientSession() as web,
            web.ws_connect(f"{self.url}ws?{size}", origin=self.origin) as socket,
        ):
            yield Channel(socket)

    def board_processes(self) -> list[int]:
        """The processes that it started."""
        lists = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(pid) for file in lists for pid in file.read_text().split()]


class Channel:
    """A page's connection to its board, and what was drawn last on it."""

    def __init__(self, socket: "aiohttp.ClientWebSocketResponse") -> None:
        self.socket = socket
        self._drawn = ""

    async def type(self, text: str) -> None:
        await self.socket.send_json(["stdin", text])

    async def wait_for(self, text: str) -> None:
        """Read on until the text was drawn."""
        async with asyncio.timeout(TIMEOUT):
            while text not in self._drawn:
                data = (await self.socket.receive_bytes()).decode("utf-8", "replace")
                self._drawn = self._drawn[-1000:] + re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", data)

    async def wait_closed(self) -> None:
        """Read on until the server ends it."""
        async with asyncio.timeout(TIMEOUT):
            async for _ in self.socket:
                pass


def file_with_ann(folder: Path) -> Path:
    """A file with two people, and a draft about one of them."""
    file = folder / "recco.db"
    with Ledger(new_file(file), Clock(), "test") as ledger:
        ann = ledger.contacts.add("Ann Lee")
        draft = ledger.drafts.begin(ann.id, TextKind.RECOMMENDATION)
        ledger.drafts.keep(draft, "Begun before.", "")
        ledger.contacts.add("Bo [b]Ek[/b]")
    return file


@contextmanager
def serving(file: Path, *options: str, **environment: str) -> Iterator[Served]:
    """Serve a file; all that it prints goes to its standard output."""
    words = [sys.executable, "-m", "recco_tui", "--db", str(file), "serve", *options]
    with subprocess.Popen(
        words,
        cwd=ROOT,
        env={**os.environ, **IMPORT_PATH, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        try:
            assert " at " in said, said + process.stdout.read()
            yield Served(process, said.split(" at ")[1].strip(), file)
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                assert process.wait(TIMEOUT) == 0
        finally:
            process.kill()


def get(url: str, **headers: str) -> tuple[int, str]:
    """The status and text of one request."""

    async def ask() -> tuple[int, str]:
        async with aiohttp.ClientSession() as web, web.get(url, headers=headers) as answer:
            return answer.status, await answer.text()

    return asyncio.run(ask())


def draft_about_ann(file: Path) -> list[str]:
    """The texts that are kept about her."""
    with Ledger(file, Clock(), "test") as ledger:
        return [one.text for one in ledger.contacts.page(ledger.contacts.find("Ann Lee").id).drafts]
