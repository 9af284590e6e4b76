"""LinkedIn's pages of a person, and what it takes before they are of any use.

The paths are not LinkedIn's word and may change: `recommendations_page` is what they fall back on.
"""

from recco_tui.core.models import Contact, Step
from recco_tui.core.names import url_of


def writing_page(slug: str) -> str:
    """Where a recommendation for that person is written."""
    return url_of(slug) + "/edit/forms/recommendation/write/"


def requesting_page(slug: str) -> str:
    """Where that person is asked for a recommendation."""
    return url_of(slug) + "/edit/forms/recommendation/request/"


def recommendations_page(slug: str) -> str:
    """What others wrote about that person, and what they wrote about others."""
    return url_of(slug) + "/details/recommendations/"


def page_for(step: Step, slug: str) -> str:
    """Where the text of a step of an ask goes: LinkedIn's own form, or their profile."""
    return requesting_page(slug) if step is Step.LINKEDIN else url_of(slug)


def connect_first(contact: Contact) -> str:
    """What is to be done before either of you can recommend the other; '' for a connection."""
    if contact.missing_since is not None:
        return f"Not connected anymore: connect again first. {_ONLY}"
    if contact.connected_on is None:
        return f"Not connected yet? Connect first. {_ONLY}"
    return ""


_ONLY = "Only first-degree connections can recommend each other."
