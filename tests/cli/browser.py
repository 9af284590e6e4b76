"""A headless Chromium, driven by its own DevTools protocol: no package beside aiohttp is needed."""

import asyncio
import base64
import itertools
import re
import shutil
import subprocess
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import aiohttp

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PATIENCE = 40


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class Page:
    """One page: what it asked for, and what its websocket carried, in order."""

    def __init__(self, channel: aiohttp.ClientWebSocketResponse) -> None:
        self._channel = channel
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._changed = asyncio.Event()
        self._numbers = itertools.count(1)
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.sent: list[str] = []
        self.drawn = ""
        self.left = False

    async def listen(self) -> None:
        """Take in what the browser tells, until it is closed."""
        async for message in self._channel:
            told = message.json()
            if "id" in told:
                self._answers.pop(told["id"]).set_result(told)
                continue
            what = told["params"]
            match told["method"]:
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
        self._answers[number] = asyncio.get_running_loop().create_future()
        waiting = self._answers[number]
        await self._channel.send_json({"id": number, "method": method, "params": params})
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
        """What a line of script comes to in the page."""
        told = await self.tell("Runtime.evaluate", expression=script, returnByValue=True)
        return told["result"].get("value")

    async def picture(self) -> bytes:
        """The page as it looks, a PNG."""
        return base64.b64decode((await self.tell("Page.captureScreenshot"))["data"])


def _text_of(frame: dict[str, Any]) -> str:
    data = frame["payloadData"]
    if frame["opcode"] == 2:
        data = base64.b64decode(data).decode("utf-8", "replace")
    return re.sub(r"\x1b\[[0-?]*[ -/]*[@-~]", "", data)


@asynccontextmanager
async def opened(program: str, folder: Path, size: str = "1200,800") -> AsyncIterator[Page]:
    """An empty page of a browser of its own, which ends with it."""
    words = [
        program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0",
        f"--user-data-dir={folder}", f"--window-size={size}", "--no-first-run", "about:blank",
    ]  # fmt: skip
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert running.stderr is not None
        door = next(line for line in running.stderr if line.startswith("DevTools listening on"))
        place = door.split("ws://")[1].split("/")[0]
        async with aiohttp.ClientSession() as web:
            async with web.get(f"http://{place}/json/list") as listed:
                first = next(one for one in await listed.json() if one["type"] == "page")
            async with web.ws_connect(first["webSocketDebuggerUrl"], max_msg_size=0) as channel:
                page = Page(channel)
                listening = asyncio.create_task(page.listen())
                for domain in ("Network", "Page", "Log", "Runtime"):
                    await page.tell(f"{domain}.enable")
                yield page
                listening.cancel()
                with suppress(asyncio.CancelledError):
                    await listening
    finally:
        running.terminate()
        running.wait(PATIENCE)
        if running.stderr is not None:
            running.stderr.close()
