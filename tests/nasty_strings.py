"""Strings that someone, or some file, could put into any field: none of them may ever be code.

Grouped by what each would do to a program that trusted it; `NASTY` is all of them, each once.
"""

MARKUP = [
    "[b]", "[/b]", "[/x]", "[bold red]x[/]", "[link=http://x.example]x[/link]", "[@click=app.quit]x[/]",
    "[@click=app.exit()]", "[on red]", "[not bold]", "[[b]]", "\\[b]", "[", "]", "[]", "[/]", "[ /b ]",
    "[red]un[closed", "[blink]", "[reverse]a", "[#ff0000]x", "[$primary]x", "[@hover=x]y", ":smile:",
    "[b]a[/i]", "[link", "[link=]", "x[/", "[u]" * 50, "{}", "{0}", "{x!r}", "%s %d %n", "%(name)s", "$x ${x}",
]  # fmt: skip
ESCAPES = [
    "\x1b[31mred\x1b[0m", "\x1b]0;title\x07", "\x1b]8;;http://x.example\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;aGk=\x07", "\x1b[2J", "\x1b[H", "\x1b[?1049l", "\x1b[6n", "\x1bc", "\x1b", "\x9b31m",
    "\x90q\x9c", "\x07", "\x08\x08", "a\x00b", "\x00", "\x7f", "\x85", "\x0b\x0c", "\r\nx", "a\rb", "\ta\t",
    "\x1bPq\x1b\\", "\x1b_G\x1b\\", "\x1b[200~paste\x1b[201~", "\x1b[<0;1;1M", "\x9d0;t\x9c", "\x18\x1a",
    "".join(map(chr, range(32))), "".join(map(chr, range(127, 160))),
]  # fmt: skip
UNSEEN = [
    "\u202eevil\u202c", "\u202a\u202b\u202d", "\u2066\u2067\u2068\u2069", "a\u200bb", "a\u200cb", "a\u200db",
    "\ufeffx", "\u2060", "\u00adsoft", "\u061c", "\u200e\u200f", "\u2028line", "\u2029par", "\u180e",
    "\U000e0041\U000e007f", "\ufff9a\ufffab\ufffb", "\u034f", "\u115f", "\u3164", "\u00a0\u2003", "\u0000\u202e",
]  # fmt: skip
BROKEN = [
    "\ud800", "\udfff", "a\udcffb", "\ud83d", "\ude00", "\ufffd", "\ufffe", "\uffff", "\U0010ffff", "\ue000",
    "\udc80\udc81", "x\ud800\udc00y",
]  # fmt: skip
WIDE = [
    "李雷", "田中 太郎", "김철수", "ﷺ", "👩‍👩‍👧", "👩🏽‍💻", "🏳️‍🌈", "🇸🇪🇳🇴", "e\u0301" * 30, "Z" + "\u0335" * 80,
    "ｆｕｌｌ", "𝔐𝔞𝔱𝔥", "مرحبا", "שלום", "मनोज", "ไทย", "Ω≈ç√", "ß", "İi̇", "ﬀ", "🙂" * 40, "\u1100\u1161", "꧅",
    "𓀀", "a\u0300\u0301\u0302",
]  # fmt: skip
FORMULAE = [
    "=1+1", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=HYPERLINK(\"http://x\")", "−1", "＝1",
    "%0A=1", "'=1", ";=1", "=IMPORTXML(1)", "|x", "\n=1",
]  # fmt: skip
SQL = [
    "'; DROP TABLE contacts; --", "' OR 1=1 --", '" OR ""="', "x'); DELETE FROM asks;--", "%", "_", "\\%", "NULL",
    "0x00", "1;--", "a' || 'b", "/* x */", "?", ":x", "@x", '"', "'", "''", "`x`", "NEAR(a b)", "a AND", "text:*",
    "-x", '"a', "(a", "a*",
]  # fmt: skip
SHELL = [
    "$(reboot)", "`id`", "; rm -rf /", "&& ls", "| cat", "> /tmp/x", "$HOME", "~", "*", "?", "!!", "\\", "'\"'",
    "-rf", "--help", "#1", "#x", "a & b", "{a,b}", "\\n", "^C",
]  # fmt: skip
PATHS = [
    "../../etc/passwd", "/etc/passwd", "C:\\x", "file:///etc/passwd", "..", ".", "a/b", "a\\b", "CON", "x" * 255,
    "\\\\host\\share", "a:b", "%2e%2e%2f", "javascript:alert(1)", "data:text/html,x", "https://evil.example/in/x",
]  # fmt: skip
HTML = [
    "<script>alert(1)</script>", "<b>", "</textarea>", "&amp;", "&#x3c;", "<img src=x onerror=y>", "<!--", "-->",
    "]]>", "<![CDATA[", '" onload="x', "' x='", "<svg/onload=1>", "&nbsp;", "</td></tr>", "<a href='javascript:1'>",
    "BEGIN:VEVENT", "\r\nBEGIN:VALARM", "a;b,c\\n", "```", "# x", "[x](http://y)", "![x](y)", "| a | b |", "---",
    "\n\n# h", "<!doctype html>",
]  # fmt: skip
LONG = [
    "x" * 2206,
    "word " * 600,
    "ä" * 3000,
    "[" * 500,
    "\x1b[" * 300,
    "\n" * 200,
    "名" * 800,
    "a b" * 700,
]

NASTY = list(
    dict.fromkeys(
        MARKUP + ESCAPES + UNSEEN + BROKEN + WIDE + FORMULAE + SQL + SHELL + PATHS + HTML + LONG
    )
)
