"""The sample people: the story around the fictional export, read from `sample_data/story.json`."""

import json
from pathlib import Path

from recco_tui.core.records import read_record
from recco_tui.core.story import Story


def read_story(file: Path) -> Story:
    """The story; it ships with recco, so a fault in it is a fault of recco's own."""
    return read_record(Story, json.loads(file.read_text(encoding="utf-8")))
