"""A file that can still be changed: its cells, what each of its numbers is, and what is known besides it."""

import csv
import io
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from openpyxl import Workbook

from data.catalogue import Catalogue
from data.model import Observation, ProcessGoal
from loaders.check import Checked, check
from loaders.read.sheets import address

Place = tuple[str, int, int]  # sheet, row, column; both from 1
Value = str | float | date | None
Rows = list[list[Value]]


@dataclass(frozen=True)
class Spot:
    """A record in the file, where its content stands ("value", "status") and where its other fields do."""

    record: Observation | ProcessGoal
    fields: Mapping[str, Place]

    @property
    def sheet(self) -> str:
        """The sheet that the record stands on."""
        return next(iter(self.fields.values()))[0]


@dataclass
class Draft:
    """Sheets of cells. `mark` is the decimal mark of a text table; a workbook stores numbers."""

    name: str
    layout: str
    sheets: dict[str, Rows]
    spots: list[Spot]
    catalogue: Catalogue
    today: date
    region: str = ""
    current: tuple[Observation, ...] = ()
    mark: str = ""
    percents: set[Place] = field(default_factory=set)  # cells that show a fraction as a percentage

    @property
    def is_text(self) -> bool:
        """Whether it is a text table."""
        return bool(self.mark)

    def copy(self) -> "Draft":
        """The same file, to be changed alone."""
        copied = deepcopy(self.sheets)
        return Draft(**(vars(self) | {"sheets": copied, "percents": set(self.percents), "spots": list(self.spots)}))

    def at(self, place: Place) -> Value:
        """What stands in a cell."""
        sheet, row, column = place
        return self.sheets[sheet][row - 1][column - 1]

    def put(self, place: Place, value: Value) -> None:
        """Write a cell."""
        sheet, row, column = place
        self.sheets[sheet][row - 1][column - 1] = value

    def content(self) -> bytes:
        """The bytes of the file."""
        return self._text().encode() if self.is_text else self._workbook()

    def checked(self, content: bytes | None = None) -> Checked:
        """The file through the loader."""
        name = f"{self.name}.{'csv' if self.is_text else 'xlsx'}"
        content = self.content() if content is None else content
        return check(content, name, self.catalogue, region=self.region, today=self.today, current=self.current)

    def _text(self) -> str:
        file = io.StringIO()
        (rows,) = self.sheets.values()
        csv.writer(file, delimiter=";", lineterminator="\n").writerows([list(map(self._shown, row)) for row in rows])
        return file.getvalue()

    def _shown(self, value: Value) -> str:
        if isinstance(value, float):
            return f"{value:.15g}".replace(".", self.mark)
        return "" if value is None else str(value)

    def _workbook(self) -> bytes:
        workbook = Workbook(write_only=False)
        workbook.remove(workbook.active)
        for name, rows in self.sheets.items():
            sheet = workbook.create_sheet(name)
            for row in rows:
                sheet.append(row)
        for name, row_number, column in self.percents:
            cell = workbook[name].cell(row_number, column)
            if isinstance(cell.value, (int, float)):
                cell.number_format = "0.0 %"
        content = io.BytesIO()
        workbook.save(content)
        return content.getvalue()


def cell_of(place: Place, draft: Draft) -> tuple[str, str]:
    """A place as findings tell it."""
    sheet, row, column = place
    return ("" if draft.is_text else sheet), address(row, column)
