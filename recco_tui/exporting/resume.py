"""References for a résumé as Markdown, as one printable HTML page, and as JSON Resume."""

from collections.abc import Sequence
from html import escape

from recco_tui.core.markdown import on_a_line, paragraphs, quoted
from recco_tui.core.resume import Reference
from recco_tui.core.written import as_json

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 11pt/1.5 Georgia, serif; max-width: 42em; margin: 3em auto; padding: 0 1em;
  color: #1b1f24; }}
h1 {{ font-size: 1.5em; }}
blockquote {{ margin: 1.6em 0; page-break-inside: avoid; }}
blockquote p {{ margin: 0 0 .4em; white-space: pre-line; }}
footer {{ color: #555; }}
@page {{ margin: 2cm; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def as_markdown(title: str, references: Sequence[Reference]) -> str:
    """A heading and a quotation for each."""
    parts = [f"# {on_a_line(title)}"]
    for reference in references:
        role = f", {on_a_line(reference.role)}" if reference.role else ""
        lines = [*paragraphs(reference.text), "", f"**{on_a_line(reference.name)}**{role}"]
        parts.append(quoted(lines))
    return "\n\n".join(parts) + "\n"


def as_html(title: str, references: Sequence[Reference]) -> str:
    """One file that asks for nothing from outside and prints well."""
    body = "\n".join(
        f"<blockquote>\n<p>{escape(reference.text)}</p>\n"
        f"<footer><strong>{escape(reference.name)}</strong>"
        f"{escape(', ' + reference.role if reference.role else '')}</footer>\n</blockquote>"
        for reference in references
    )
    return _PAGE.format(title=escape(title), body=body)


def as_json_resume(references: Sequence[Reference]) -> str:
    """The `references` of JSON Resume 1.0: name and the text as `reference`."""
    rows = [{"name": _named(reference), "reference": reference.text} for reference in references]
    return as_json({"references": rows})


def _named(one: Reference) -> str:
    return f"{one.name} ({one.role})" if one.role else one.name
