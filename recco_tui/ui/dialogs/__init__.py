"""Questions asked over a screen; each answers with a value.

`from recco_tui.ui import dialogs` gives each by its name, imported when it is first asked for: the
board's first paint waits for none of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from recco_tui.ui.dialogs.choice import Choice, ChoiceDialog
    from recco_tui.ui.dialogs.contact_form import ContactForm
    from recco_tui.ui.dialogs.day import DayDialog
    from recco_tui.ui.dialogs.hand_over import HandOver
    from recco_tui.ui.dialogs.keys import KeysDialog
    from recco_tui.ui.dialogs.moment_form import MomentForm
    from recco_tui.ui.dialogs.project_form import ProjectForm
    from recco_tui.ui.dialogs.reason import ReasonDialog
    from recco_tui.ui.dialogs.recommendation_form import RecommendationForm
    from recco_tui.ui.dialogs.relationship import RelationshipDialog
    from recco_tui.ui.dialogs.request_form import RequestForm
    from recco_tui.ui.dialogs.step_form import StepForm
    from recco_tui.ui.dialogs.text_view import TextDialog

_MODULES = {
    "Choice": "choice",
    "ChoiceDialog": "choice",
    "ContactForm": "contact_form",
    "DayDialog": "day",
    "HandOver": "hand_over",
    "KeysDialog": "keys",
    "MomentForm": "moment_form",
    "ProjectForm": "project_form",
    "ReasonDialog": "reason",
    "RecommendationForm": "recommendation_form",
    "RelationshipDialog": "relationship",
    "RequestForm": "request_form",
    "StepForm": "step_form",
    "TextDialog": "text_view",
}
__all__ = [*_MODULES]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
