"""A headless Chromium, driven by its own DevTools protocol through a pair of pipes."""

import asyncio
import base64
import itertools
import json
import re
import shutil
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 60
LARGEST_ANSWER = 64 * 1024 * 1024
WITH_ALL_IT_STARTS = (sys.executable, str(Path(__file__).with_name("browser_process.py")))


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page: what it asked for, and what its websocket carried, in order."""

    def __init__(self, running: Process) -> None:
        assert running.stdin is not None
        assert running.stdout is not None
        self._orders, self._news = running.stdin, running.stdout
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Event()
        self._numbers = itertools.count(1)
        self._session: dict[str, str] = {}
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.sent: list[str] = []
        self.drawn = ""
        self.left = False

    async def begin(self) -> None:
        """Open a page in front of all others, as it is for whoever opens one.

        Without being in front it is not the one with the keyboard: no focus is told to it.
        """
        made = await self.tell("Target.createTarget", url="about:blank")
        found = await self.tell("Target.attachToTarget", targetId=made["targetId"], flatten=True)
        self._session = {"sessionId": found["sessionId"]}
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self.tell(f"{domain}.enable")
        await self.tell("Page.bringToFront")

    async def listen(self) -> None:
        """Take in what the browser tells, until it is closed."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while told := json.loads((await self._news.readuntil(b"\0"))[:-1]):
                if waiting := self._answers.pop(told.get("id", 0), None):
                    waiting.set_result(told)
                elif "method" in told:
                    self._take(told["method"], told["params"])
        for waiting in self._answers.values():
            waiting.cancel("the browser has ended")

    def _take(self, method: str, what: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.asked.append(what["request"]["url"])
            case "Network.webSocketFrameSent":
                self.sent.append(what["response"]["payloadData"])
            case "Network.webSocketFrameReceived":
                self.drawn += _text_of(what["response"])
            case "Network.webSocketClosed":
                self.left = True
            case "Log.entryAdded":
                self.complaints.append(str(what["entry"]))
        self._changed.set()

    async def tell(self, method: str, **params: Any) -> dict[str, Any]:
        """Give an order; what it answers."""
        number = next(self._numbers)
        self._answers[number] = waiting = asyncio.get_running_loop().create_future()
        order = {"id": number, "method": method, "params": params, **self._session}
        self._orders.write(json.dumps(order).encode() + b"\0")
        told = await asyncio.wait_for(waiting, PATIENCE)
        assert "error" not in told, told
        answer: dict[str, Any] = told["result"]
        return answer

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until what the browser told makes it true."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def press(self, key: str) -> None:
        """A letter or digit, pressed and let go."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" else {}
            await self.tell("Input.dispatchKeyEvent", type=kind, key=key, **text)

    async def click(self, x: float, y: float) -> None:
        """The left button at a place, in pixels."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            await self.tell("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    async def value(self, script: str) -> Any:
        """What a line of script comes to in the page, as if a click had brought it about."""
        told = await self.tell(
            "Runtime.evaluate", expression=script, returnByValue=True, userGesture=True
        )
        return told["result"].get("value")

    async def picture(self) -> bytes:
        """The page as it looks, a PNG."""
        return base64.b64decode((await self.tell("Page.captureScreenshot"))["data"])

    async def end(self) -> None:
        """Ask the browser to leave."""
        self._session = {}
        await self.tell("Browser.close")


def _text_of(frame: dict[str, Any]) -> str:
    data = frame["payloadData"]
    if frame["opcode"] == 2:
        data = base64.b64decode(data).decode("utf-8", "replace")
    return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", data)


@asynccontextmanager
async def opened(program: str, size: str = "1200,800") -> AsyncIterator[Page]:
    """An empty page of a browser of its own; nothing of it outlives the block."""
    running = await asyncio.create_subprocess_exec(
        *WITH_ALL_IT_STARTS, program, "--headless", "--no-sandbox", "--disable-gpu",
        "--remote-debugging-pipe", f"--window-size={size}", "--no-first-run", "about:blank",
        stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LARGEST_ANSWER,
    )  # fmt: skip
    page = Page(running)
    listening = asyncio.create_task(page.listen())
    try:
        await page.begin()
        yield page
        await page.end()
        await asyncio.wait_for(running.wait(), PATIENCE)
    finally:
        with suppress(ProcessLookupError):
            running.terminate()
        await asyncio.gather(running.wait(), listening)
