"""Questions asked over a screen; each answers with a value.

`from recco_tui.ui import dialogs` gives each by its name, imported when it is first asked for: the
board's first paint waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.choice import Choice as Choice
    from recco_tui.ui.dialogs.choice import ChoiceDialog as ChoiceDialog
    from recco_tui.ui.dialogs.choice import choose as choose
    from recco_tui.ui.dialogs.choice import with_keys as with_keys
    from recco_tui.ui.dialogs.contact_form import ContactEntry as ContactEntry
    from recco_tui.ui.dialogs.contact_form import ContactForm as ContactForm
    from recco_tui.ui.dialogs.day import DayDialog as DayDialog
    from recco_tui.ui.dialogs.hand_over import HandOver as HandOver
    from recco_tui.ui.dialogs.keys import KeysDialog as KeysDialog
    from recco_tui.ui.dialogs.keys import keys_of as keys_of
    from recco_tui.ui.dialogs.not_saved import NotSaved as NotSaved
    from recco_tui.ui.dialogs.project_form import ProjectForm as ProjectForm
    from recco_tui.ui.dialogs.reason import ReasonDialog as ReasonDialog
    from recco_tui.ui.dialogs.reason import ask_reason as ask_reason
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

_NAMES = {
    "choice": ("Choice", "ChoiceDialog", "choose", "with_keys"),
    "contact_form": ("ContactEntry", "ContactForm"),
    "day": ("DayDialog",),
    "hand_over": ("HandOver",),
    "keys": ("KeysDialog", "keys_of"),
    "not_saved": ("NotSaved",),
    "project_form": ("ProjectForm",),
    "reason": ("ReasonDialog", "ask_reason"),
    "relationship": ("RelationshipDialog",),
    "text_view": ("TextDialog",),
    "timeline_forms": (
        "MeetingForm",
        "MomentForm",
        "RecommendationEdit",
        "RecommendationForm",
        "RequestEdit",
        "RequestForm",
        "StepForm",
        "WaiverForm",
    ),
}
_MODULES = {name: module for module, names in _NAMES.items() for name in names}
NAMES = tuple(_MODULES)


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
