"""A slide is one thing that a meeting looks at: the screen, PowerPoint, Word and Excel all draw the same slides."""

from data.model import Record
from data.views.charts import TimeChart
from data.views.facts import Fact, SourceReference, sources_text
from data.views.group_bars import BarChart
from data.views.overview import StatusChart
from data.views.shared_scales import SharedScale

Chart = TimeChart | BarChart | SharedScale | StatusChart


class SlideTable(Record):
    """Texts in rows under headings, as they are read."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Slide(Record):
    """One thing a view. `title` is the sentence, `subject` says of what: "1 Saatavuus · Kymenlaakso · mittari".

    There is a chart, a table or a leading number; facts stand beside any of them. `sources` are where what it shows was
    read, `source_note` what stands after them; `notes` are for the one who speaks: definition, limits of use, cautions.
    `region` is the region's official name, "" where a slide is of several.
    """

    subject: str
    title: str
    region: str = ""
    chart: Chart | None = None
    table: SlideTable | None = None
    number: Fact | None = None
    facts: tuple[Fact, ...] = ()
    sources: tuple[SourceReference, ...] = ()
    source_note: str = ""
    notes: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """Return the sources in words."""
        return " · ".join(filter(None, (sources_text(self.sources), self.source_note)))

    @property
    def alt(self) -> str:
        """What the chart shows, in words."""
        return self.chart.alt if self.chart else self.title


class Deck(Record):
    """The slides of a meeting, in order, and what they are made from: the version and its day in words."""

    name: str
    slides: tuple[Slide, ...]
    version: int
    published: str
