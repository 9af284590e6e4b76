"""Who may use the board in the browser: whoever has the token, at the board's own address.

A page from elsewhere can make a browser send requests to this machine (even under a name that it
points here by DNS), but cannot forge Host and Origin, and does not know the token.
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
"""Inline styles are for the terminal in the page, which writes style elements."""


HOST_HEADER = re.compile(r"[a-z0-9._-]+(?::[0-9]+)?|\[[0-9a-f:.]+\](?::[0-9]+)?", re.IGNORECASE)
"""A plain Host header; anything else would end up in the page and its headers."""


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class Guard:
    """Checks requests: `host` and `port` are listened on, `token` is in the address."""

    host: str
    port: int
    token: str

    def refusal_reason(self, request: web.Request) -> str:
        """Why the request is refused, or nothing."""
        host = request.headers.get("Host", "")
        origin = request.headers.get("Origin")
        if not self._is_own_host(host) or not request.raw_path.startswith("/"):
            return "This is not the board's address."
        if origin is None and request.headers.get("Upgrade"):
            return "The board only talks to its own page."
        if origin is not None and origin != f"http://{host}":
            return "The board only talks to its own page."
        given = request.path.lstrip("/").partition("/")[0].encode("utf-8", "replace")
        if not hmac.compare_digest(given, self.token.encode()):
            return "The address is incomplete. Open the one that recco serve printed."
        return ""

    def _is_own_host(self, header: str) -> bool:
        """Whether a Host header names this board.

        Open to the network, any IP address will do: only a name can be pointed here by a stranger.
        """
        try:
            parts = urlsplit(f"//{header}")
            name, port = parts.hostname or "", parts.port or 80
        except ValueError:
            return False
        if port != self.port or not HOST_HEADER.fullmatch(header):
            return False
        if is_loopback(name):
            return True
        if is_loopback(self.host):
            return False
        if name in (self.host.casefold(), socket.gethostname().casefold()):
            return True
        return _is_ip_address(name)

    @web.middleware
    async def _refuse(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if reason := self.refusal_reason(request):
            refusal = web.Response(status=403, text=reason + "\n")
            refusal.force_close()
            return refusal
        return await handler(request)

    @staticmethod
    async def _add_headers(request: web.Request, response: web.StreamResponse) -> None:
        host = request.headers.get("Host", "") if response.status != 403 else "localhost"
        for name, value in HEADERS.items():
            response.headers[name] = value.replace("{host}", host)

    def install_middleware(self, app: web.Application) -> None:
        """Check every request of the application, and add the headers to every response."""
        app.middlewares.append(self._refuse)
        app.on_response_prepare.append(self._add_headers)


def _is_ip_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
