"""`recco serve`: the board in a browser, for no one but whoever has the address."""

import asyncio
import os
import re
import socket as sockets
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.cli import browser
from tests.cli.served import (
    IMPORT_PATH,
    ROOT,
    TIMEOUT,
    Served,
    aiohttp,
    draft_about_ann,
    file_with_ann,
    get,
    serving,
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One server for all tests, on a file with two people."""
    with serving(file_with_ann(tmp_path_factory.mktemp("served"))) as one:
        yield one


class References(HTMLParser):
    """Everything the page points to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in ("href", "src", "action")]


def test_it_listens_to_this_machine_alone_under_an_address_of_its_own(served: Served) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", served.url)


def test_the_page_loads_nothing_from_elsewhere(served: Served) -> None:
    status, page = get(served.url)
    read = References()
    read.feed(page)
    files = [one for one in read.found if not one.startswith("data:")]
    assert (status, len(files)) == (200, 5)
    for one in files:
        assert not re.match(r"[a-z]+:|//", one)
        if one.endswith(".ttf"):
            continue
        found, text = get(served.url + one)
        assert found == 200
        if one.endswith(".css"):
            assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", text)
    assert not re.search(r"https?://", page.replace(served.url, ""))


def test_headers_forbid_loading_from_elsewhere(served: Served) -> None:
    async def headers() -> dict[str, str]:
        async with aiohttp.ClientSession() as web, web.get(served.url) as answer:
            return dict(answer.headers)

    told = asyncio.run(headers())
    assert "default-src 'none'" in told["Content-Security-Policy"]
    assert f"connect-src 'self' ws://{served.host};" in told["Content-Security-Policy"]
    assert (told["Referrer-Policy"], told["Cache-Control"]) == ("no-referrer", "no-store")


@pytest.mark.parametrize(
    "path", ["/", "/x/", "/wrong-token/", "/wrong-token/ws", "/static/js/textual.js", "/ä/", "//"]
)
def test_without_the_token_nothing_is_shown(served: Served, path: str) -> None:
    status, said = get(served.origin + path)
    assert (status, said.count("\n")) == (403, 1)
    assert "Lee" not in said


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "localhost", "127.0.0.1:1", "a@127.0.0.1:{port}",
             "127.0.0.1.evil.example:{port}", "10.0.0.1:{port}", "[::1", ""]
)  # fmt: skip
def test_under_another_name_nothing_is_shown(served: Served, host: str) -> None:
    port = str(urlsplit(served.url).port)
    assert get(served.url, Host=host.replace("{port}", port))[0] in (400, 403)


def test_this_machine_s_own_names_will_do(served: Served) -> None:
    port = urlsplit(served.url).port
    assert get(served.url, Host=f"localhost:{port}")[0] == 200


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "http://127.0.0.1", "https://{host}"]
)
def test_a_page_from_elsewhere_gets_nothing(served: Served, origin: str) -> None:
    assert get(served.url, Origin=origin.replace("{host}", served.host))[0] == 403


@pytest.mark.parametrize(
    ("path", "origin", "host"),
    [
        ("ws", "http://evil.example", None),
        ("ws", None, None),
        ("ws", "http://evil.example", "evil.example"),
        ("../wrong-token/ws", "own", None),
    ],
)
def test_no_connection_for_a_page_from_elsewhere(
    served: Served, path: str, origin: str | None, host: str | None
) -> None:
    headers = {} if host is None else {"Host": host}
    if origin:
        headers["Origin"] = served.origin if origin == "own" else origin

    async def connect() -> int:
        async with aiohttp.ClientSession() as web:
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await web.ws_connect(served.url + path, headers=headers)
            return refused.value.status

    assert asyncio.run(connect()) == 403


def test_what_is_typed_outlives_the_page(served: Served) -> None:
    async def session() -> None:
        async with served.open_page() as board:
            await board.wait_for("Network")
            await board.type("A")
            await board.wait_for("Bo [b]Ek[/b]")
            await board.type("w")
            await board.wait_for("sentence 1")
            await board.type(" Kept although the page was shut")
            await board.wait_for("shut")

    asyncio.run(session())
    kept = ["Begun before. Kept although the page was shut"]
    for _ in range(200):
        if draft_about_ann(served.file) == kept:
            break
        asyncio.run(asyncio.sleep(0.1))
    assert draft_about_ann(served.file) == kept


def test_a_board_whose_server_is_gone_leaves(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "recco_tui", "--db", str(tmp_path / "recco.db")],
        cwd=ROOT,
        env={**os.environ, **IMPORT_PATH, "TEXTUAL_DRIVER": "recco_tui.web.driver:BrowserDriver"},
        input=b"",
        capture_output=True,
        timeout=TIMEOUT,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_the_extra_one_sentence_says_how_to_get_it(recco, monkeypatch) -> None:
    for name in ("recco_tui.web.server", "recco_tui.web.guard"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    said = recco("serve")
    assert (said.status, said.out) == (2, "")
    assert said.err == (
        "recco: The browser part is not installed. pip install 'recco-tui[web]' adds it.\n"
    )


def test_listening_on_the_network_needs_an_option(recco) -> None:
    said = recco("serve", "--host", "0.0.0.0")
    assert (said.status, said.out) == (2, "")
    assert "--open-to-network" in said.err


def test_a_taken_port_is_reported(recco) -> None:
    with sockets.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = recco("serve", "--port", str(port))
    assert (said.status, said.out) == (2, "")
    assert f"127.0.0.1 port {port}" in said.err


def test_a_damaged_file_is_reported_before_serving(recco, tmp_path: Path) -> None:
    (tmp_path / "recco.db").write_bytes(b"no database at all, though quite long" * 100)
    said = recco("serve")
    assert (said.status, said.out) == (3, "")


CHROMIUM = browser.chromium()


@pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("CI"), reason="no Chromium on this machine"
)
def test_in_chromium_a_key_and_a_click_reach_the_board(served: Served) -> None:
    assert CHROMIUM is not None, "the gate must have a Chromium: .ci/run installs one"

    async def visit() -> None:
        async with browser.opened(CHROMIUM) as page:
            await page.command("Page.navigate", url=served.url)
            await page.until(lambda: "Network" in page.drawn)
            await page.until(lambda: '["focus"]' in page.sent)
            # No one has clicked yet.
            await page.press("4")
            await page.until(lambda: "Texts" in page.drawn)
            page.drawn = ""
            await page.press("1")
            await page.until(lambda: "Network" in page.drawn)
            await page.click(300, 300)
            await page.until(lambda: any("\\u001b[<0;" in one for one in page.sent))
            picture = await page.picture()
            assert picture.startswith(b"\x89PNG")
            assert len(picture) > 10_000
            assert await page.value("window.open('https://elsewhere.example/') === null") is True
            await page.press("q")
            await page.until(lambda: page.closed)
            assert "The board is closed." in await page.value("document.body.innerText")
            assert {urlsplit(one).netloc for one in page.requested} == {served.host}
            assert not [one for one in page.log_entries if "Content Security Policy" in one]

    asyncio.run(visit())
