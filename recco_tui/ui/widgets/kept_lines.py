"""A widget that keeps its lines as drawn, until they are refreshed.

For one line that changed Textual asks every widget of the screen for all its lines, and goes
through them one by one.
"""

from typing import Self

from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class KeptLines(Widget):
    """Draws the lines that were refreshed, and returns the others as it did before."""

    _kept_strips: list[Strip]
    _kept_crop: Region | None = None
    """Which part of the widget the strips are; None when all has to be drawn."""
    _kept_size = Size()
    _outdated = range(0)
    """The lines from the first to the last that has to be drawn, counted from the border's."""

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        if not regions:
            self._kept_crop = None
        elif self._kept_crop is not None:
            above = self.content_offset.y
            first = above + min(region.y for region in regions)
            stop = above + max(region.bottom for region in regions)
            if before := self._outdated:
                first, stop = min(first, before.start), max(stop, before.stop)
            self._outdated = range(first, stop)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._kept_crop = None

    def render_lines(self, crop: Region) -> list[Strip]:
        kept = self._kept_crop if self._kept_size == self.outer_size else None
        if kept is None or kept.column_span != crop.column_span or not kept.contains_region(crop):
            self._kept_strips, self._kept_crop = self.draw_lines(crop), crop
            self._kept_size, self._outdated = self.outer_size, range(0)
            return self._kept_strips
        if self._outdated:
            first = max(self._outdated.start, kept.y)
            stop = max(first, min(self._outdated.stop, kept.bottom))
            part = Region(kept.x, first, kept.width, stop - first)
            self._kept_strips[first - kept.y : stop - kept.y] = self.draw_lines(part)
            self._outdated = range(0)
        return self._kept_strips[crop.y - kept.y : crop.bottom - kept.y]

    def draw_lines(self, crop: Region) -> list[Strip]:
        """These lines, border included, drawn as they are now."""
        return super().render_lines(crop)
