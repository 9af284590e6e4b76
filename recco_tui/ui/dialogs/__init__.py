"""Questions asked over a screen; each answers with a value.

`from recco_tui.ui import dialogs` gives each by its name, imported when it is first asked for: the
board's first paint waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.choice import Choice as Choice
    from recco_tui.ui.dialogs.choice import ChoiceDialog as ChoiceDialog
    from recco_tui.ui.dialogs.contact_form import ContactEntry as ContactEntry
    from recco_tui.ui.dialogs.contact_form import ContactForm as ContactForm
    from recco_tui.ui.dialogs.day import DayDialog as DayDialog
    from recco_tui.ui.dialogs.hand_over import HandOver as HandOver
    from recco_tui.ui.dialogs.keys import KeysDialog as KeysDialog
    from recco_tui.ui.dialogs.keys import keys_of as keys_of
    from recco_tui.ui.dialogs.not_saved import NotSaved as NotSaved
    from recco_tui.ui.dialogs.project_form import ProjectForm as ProjectForm
    from recco_tui.ui.dialogs.reason import ReasonDialog as ReasonDialog
    from recco_tui.ui.dialogs.relationship import RelationshipDialog as RelationshipDialog
    from recco_tui.ui.dialogs.text_view import TextDialog as TextDialog
    from recco_tui.ui.dialogs.timeline_forms import MeetingForm as MeetingForm
    from recco_tui.ui.dialogs.timeline_forms import MomentForm as MomentForm
    from recco_tui.ui.dialogs.timeline_forms import RecommendationEdit as RecommendationEdit
    from recco_tui.ui.dialogs.timeline_forms import RecommendationForm as RecommendationForm
    from recco_tui.ui.dialogs.timeline_forms import RequestEdit as RequestEdit
    from recco_tui.ui.dialogs.timeline_forms import RequestForm as RequestForm
    from recco_tui.ui.dialogs.timeline_forms import StepForm as StepForm
    from recco_tui.ui.dialogs.timeline_forms import WaiverForm as WaiverForm

_MODULES = {
    "Choice": "choice",
    "ChoiceDialog": "choice",
    "ContactEntry": "contact_form",
    "ContactForm": "contact_form",
    "DayDialog": "day",
    "HandOver": "hand_over",
    "KeysDialog": "keys",
    "MeetingForm": "timeline_forms",
    "MomentForm": "timeline_forms",
    "NotSaved": "not_saved",
    "ProjectForm": "project_form",
    "ReasonDialog": "reason",
    "RecommendationEdit": "timeline_forms",
    "RecommendationForm": "timeline_forms",
    "RelationshipDialog": "relationship",
    "RequestEdit": "timeline_forms",
    "RequestForm": "timeline_forms",
    "StepForm": "timeline_forms",
    "TextDialog": "text_view",
    "WaiverForm": "timeline_forms",
    "keys_of": "keys",
}
NAMES = tuple(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
