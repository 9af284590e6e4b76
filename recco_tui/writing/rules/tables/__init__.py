"""The word lists, as data: which tables are read for which kind of text."""

from collections.abc import Mapping

from recco_tui.writing.about import Kind
from recco_tui.writing.rules.phrases import Table
from recco_tui.writing.rules.tables.asking import ASKING
from recco_tui.writing.rules.tables.doubt import DOUBT
from recco_tui.writing.rules.tables.praise import PRAISE
from recco_tui.writing.rules.tables.tone import SLANG, TONE

FOR: Mapping[Kind, tuple[Table, ...]] = {
    Kind.RECOMMENDATION: (*PRAISE, *DOUBT, *TONE, SLANG),
    Kind.ASK: (*ASKING, SLANG),
}
