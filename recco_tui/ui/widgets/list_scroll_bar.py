"""The scroll bar of a list, which moves with many a key."""

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from recco_tui.ui.widgets.kept_lines import KeptLines


class ListScrollBar(KeptLines, ScrollBar):
    """Looks like Textual's. That is drawn as any text is, and costs more than lines of a list."""

    def draw_lines(self, crop: Region) -> list[Strip]:
        bar = self.render()
        assert isinstance(bar, ScrollBarRender)
        assert isinstance(bar.style, Style)
        assert bar.style.bgcolor is not None
        assert bar.style.color is not None
        segments = bar.render_bar(
            size=self.outer_size.height,
            virtual_size=bar.virtual_size,
            window_size=bar.window_size,
            position=bar.position,
            thickness=self.outer_size.width,
            back_color=bar.style.bgcolor,
            bar_color=bar.style.color,
        ).segments
        base, ground = self.visual_style.rich_style, self.background_colors[1]
        drawn: dict[Segment, Strip] = {}
        for segment in set(segments):
            text, style, _ = segment
            strip = Strip([Segment(text, base + style)], self.outer_size.width)
            for line_filter in self.get_line_filters():
                strip = strip.apply_filter(line_filter, ground)
            drawn[segment] = strip
        return [drawn[segment] for segment in segments[crop.y : crop.bottom]]
