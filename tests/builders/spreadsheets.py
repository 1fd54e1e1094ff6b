"""Small files for the tests, and a catalogue that stays the same whatever the shipped one holds."""

import io
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook

from data.catalogue import Catalogue, load_catalogue
from data.model import Alias, Indicator, Observation, Role
from loaders.check import Checked, check
from loaders.findings import Finding
from tests.builders import indicator, month, observation

TODAY = date(2026, 11, 22)

INDICATORS = (
    indicator("sijoitukset", name="Kiireelliset sijoitukset", aliases=(Alias(text="1.1 - Kiireelliset sijoitukset"),)),
    indicator("kaynnit", name="Käynnit", unit="käyntiä"),
    indicator("kulut", name="Perheiden kulut", unit="€/lapsi", aliases=(Alias(text="5.1 - Perheiden kulut ja osuus"),)),
    indicator("osuus", name="Lastensuojelun osuus", aliases=(Alias(text="5.1 - Perheiden kulut ja osuus"),)),
    indicator(
        "hoito",
        name="Laitoshoito",
        unit="vrk",
        aliases=(Alias(text="4.2 - Laitoshoito (0-16v.)", group="ikä: 0–16-vuotiaat"), Alias(text="Hoidossa")),
    ),
    indicator("kokemus-7.1", name="Kokemus avusta", unit="", aliases=(Alias(text="Yhteisasiakkaiden kokemus"),)),
    indicator("kokemus-7.2", name="Kokemus arjesta", unit="", aliases=(Alias(text="Yhteisasiakkaiden kokemus"),)),
    indicator("enps", name="Henkilöstön eNPS", unit="pistettä"),
    indicator("jonot", name="Jonotusaika", unit="vrk", region="Keski-Uusimaa"),
)

Fill = Callable[[Workbook], None]


def catalogue(*indicators: Indicator) -> Catalogue:
    """The real goals and regions with these indicators, the small set of this module if none are given."""
    shipped = load_catalogue()
    fields = {name: getattr(shipped, name) for name in Catalogue.model_fields}
    return Catalogue(**(fields | {"indicators": indicators or INDICATORS}))


CATALOGUE = catalogue()


def book(*rows: Sequence[object], fill: Fill | None = None, sheet: str = "Seuranta") -> bytes:
    """A workbook of one sheet with these rows; `fill` does to it what rows cannot say."""
    workbook = Workbook()
    worksheet = workbook.active
    worksheet.title = sheet
    for row in rows:
        worksheet.append(list(row))
    if fill:
        fill(workbook)
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


def lines(*rows: str, encoding: str = "utf-8") -> bytes:
    """A text table of these lines."""
    return "\n".join(rows).encode(encoding)


def series(values: Sequence[float], **fields: object) -> list[Observation]:
    """One published value a month, from 1/2025 on."""
    shared: dict[str, object] = {"indicator": "kaynnit", "unit": "käyntiä", "role": Role.FOLLOW_UP} | fields
    return [observation(value, period=month(at), **shared) for at, value in enumerate(values, start=1)]


def checked(content: bytes, file_name: str = "", **options: Any) -> Checked:
    """The file as checked for Kymenlaakso; its name is made up by its content if none is given."""
    name = file_name or ("seuranta.xlsx" if content.startswith(b"PK") else "seuranta.csv")
    defaults: dict[str, Any] = {"region": "Kymenlaakso", "today": TODAY}
    return check(content, name, options.pop("catalogue", CATALOGUE), **(defaults | options))


def codes(result: Checked) -> list[str]:
    """The codes of the findings, in order."""
    return [finding.code for finding in result.findings]


def only(result: Checked, code: str) -> Finding:
    """The one finding with this code."""
    (finding,) = [finding for finding in result.findings if finding.code == code]
    return finding
