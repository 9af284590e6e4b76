"""Who may speak to the board in the browser: whoever has the token, at the board's own address.

A page from elsewhere can make a browser send requests to this machine (also under a name that it
lets point here), but cannot forge Host and Origin, and does not know the token.
"""

import hmac
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from aiohttp import web

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src 'self' ws://{host}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "recco",
    "X-Content-Type-Options": "nosniff",
}
"""The terminal in the page writes style elements of its own; nothing else is inline."""


HOST = re.compile(r"[a-z0-9._-]+(?::[0-9]+)?|\[[0-9a-f:.]+\](?::[0-9]+)?", re.IGNORECASE)
"""What a Host header looks like; more would end up in the page and its headers."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """The door: `host` and `port` as listened on, `token` as in the address."""

    host: str
    port: int
    token: str

    def why_not(self, request: web.Request) -> str:
        """Why the request is refused, or nothing."""
        host = request.headers.get("Host", "")
        origin = request.headers.get("Origin")
        if not self._is_own(host) or not request.raw_path.startswith("/"):
            return "This is not the board's address."
        if origin is None and request.headers.get("Upgrade"):
            return "The board speaks only to its own page."
        if origin is not None and origin != f"http://{host}":
            return "The board speaks only to its own page."
        given = request.path.lstrip("/").partition("/")[0].encode("utf-8", "replace")
        if not hmac.compare_digest(given, self.token.encode()):
            return "The address is not complete: open the one that recco serve printed."
        return ""

    def _is_own(self, header: str) -> bool:
        """Whether a Host header names this board.

        Open to the network, any number will do: names are what a stranger can let point here.
        """
        try:
            parts = urlsplit(f"//{header}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if port != self.port or not HOST.fullmatch(header):
            return False
        if is_loopback(name):
            return True
        if is_loopback(self.host):
            return False
        if name in (self.host.casefold(), socket.gethostname().casefold()):
            return True
        return _is_number(name)

    @web.middleware
    async def _refuse(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if said := self.why_not(request):
            refusal = web.Response(status=403, text=said + "\n")
            refusal.force_close()
            return refusal
        return await handler(request)

    @staticmethod
    async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
        host = request.headers.get("Host", "") if response.status != 403 else "localhost"
        for name, value in HEADERS.items():
            response.headers[name] = value.replace("{host}", host)

    def stand_before(self, app: web.Application) -> None:
        """Look at every request of the application first."""
        app.middlewares.append(self._refuse)
        app.on_response_prepare.append(self._add_headers)


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
