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
TIMEOUT = 60
LARGEST_ANSWER = 64 * 1024 * 1024
BROWSER_PROCESS = (sys.executable, str(Path(__file__).with_name("browser_process.py")))


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page: what it requested, and what its websocket carried, in order."""

    def __init__(self, running: Process) -> None:
        assert running.stdin is not None
        assert running.stdout is not None
        self._input, self._output = running.stdin, running.stdout
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Event()
        self._numbers = itertools.count(1)
        self._session: dict[str, str] = {}
        self.requested: list[str] = []
        self.log_entries: list[str] = []
        self.sent: list[str] = []
        self.drawn = ""
        self.closed = False

    async def start(self) -> None:
        """Open a page in front of all others, as for a user.

        In the background it would not get the keyboard focus.
        """
        made = await self.command("Target.createTarget", url="about:blank")
        found = await self.command("Target.attachToTarget", targetId=made["targetId"], flatten=True)
        self._session = {"sessionId": found["sessionId"]}
        for domain in ("Network", "Page", "Log", "Runtime"):
            await self.command(f"{domain}.enable")
        await self.command("Page.bringToFront")

    async def listen(self) -> None:
        """Read what the browser sends, until it is closed."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while message := json.loads((await self._output.readuntil(b"\0"))[:-1]):
                if waiting := self._answers.pop(message.get("id", 0), None):
                    waiting.set_result(message)
                elif "method" in message:
                    self._take(message["method"], message["params"])
        for waiting in self._answers.values():
            waiting.cancel("the browser has ended")

    def _take(self, method: str, what: dict[str, Any]) -> None:
        match method:
            case "Network.requestWillBeSent":
                self.requested.append(what["request"]["url"])
            case "Network.webSocketFrameSent":
                self.sent.append(what["response"]["payloadData"])
            case "Network.webSocketFrameReceived":
                self.drawn += _text_of(what["response"])
            case "Network.webSocketClosed":
                self.closed = True
            case "Log.entryAdded":
                self.log_entries.append(str(what["entry"]))
        self._changed.set()

    async def command(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the protocol; its result."""
        number = next(self._numbers)
        self._answers[number] = waiting = asyncio.get_running_loop().create_future()
        order = {"id": number, "method": method, "params": params, **self._session}
        self._input.write(json.dumps(order).encode() + b"\0")
        message = await asyncio.wait_for(waiting, TIMEOUT)
        assert "error" not in message, message
        answer: dict[str, Any] = message["result"]
        return answer

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until what the browser sent makes it true."""
        async with asyncio.timeout(TIMEOUT):
            while not holds():
                self._changed.clear()
                await self._changed.wait()

    async def press(self, key: str) -> None:
        """A letter or digit, pressed and released."""
        for kind in ("keyDown", "keyUp"):
            text = {"text": key} if kind == "keyDown" else {}
            await self.command("Input.dispatchKeyEvent", type=kind, key=key, **text)

    async def click(self, x: float, y: float) -> None:
        """The left button at a place, in pixels."""
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            button = {} if kind == "mouseMoved" else {"button": "left", "clickCount": 1}
            await self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, **button)

    async def value(self, script: str) -> Any:
        """The value of a script in the page, run as if by a click."""
        message = await self.command(
            "Runtime.evaluate", expression=script, returnByValue=True, userGesture=True
        )
        return message["result"].get("value")

    async def picture(self) -> bytes:
        """The page as it looks, a PNG."""
        return base64.b64decode((await self.command("Page.captureScreenshot"))["data"])

    async def close(self) -> None:
        """Close the browser."""
        self._session = {}
        await self.command("Browser.close")


def _text_of(frame: dict[str, Any]) -> str:
    data = frame["payloadData"]
    if frame["opcode"] == 2:
        data = base64.b64decode(data).decode("utf-8", "replace")
    return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", data)


@asynccontextmanager
async def opened(program: str, size: str = "1200,800") -> AsyncIterator[Page]:
    """An empty page of a browser of its own; nothing of it outlives the block."""
    running = await asyncio.create_subprocess_exec(
        *BROWSER_PROCESS, program, "--headless", "--no-sandbox", "--disable-gpu",
        "--remote-debugging-pipe", f"--window-size={size}", "--no-first-run", "about:blank",
        stdin=PIPE, stdout=PIPE, stderr=DEVNULL, limit=LARGEST_ANSWER,
    )  # fmt: skip
    page = Page(running)
    listening = asyncio.create_task(page.listen())
    try:
        await page.start()
        yield page
        await page.close()
        await asyncio.wait_for(running.wait(), TIMEOUT)
    finally:
        with suppress(ProcessLookupError):
            running.terminate()
        await asyncio.gather(running.wait(), listening)
