"""The word lists, as data: which tables are read for which kind of text."""

from collections.abc import Mapping

from recco_tui.core.models import TextKind
from recco_tui.writing.rules.phrases import Table
from recco_tui.writing.rules.tables.asking import ASKING
from recco_tui.writing.rules.tables.doubt import DOUBT
from recco_tui.writing.rules.tables.praise import PRAISE
from recco_tui.writing.rules.tables.tone import SLANG, TONE

FOR: Mapping[TextKind, tuple[Table, ...]] = {
    TextKind.RECOMMENDATION: (*PRAISE, *DOUBT, *TONE, SLANG),
    TextKind.ASK: (*ASKING, SLANG),
}
