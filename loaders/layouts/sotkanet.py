"""Layout 6, Sotkanet: one row for each indicator, region, year and gender, numbers with a decimal point.

A region or an indicator is a name or Sotkanet's own number, in one column or in several. The absolute value is not
read. It is no `n`: that is what a share is counted of, and intervals rest on it, while Sotkanet gives a numerator, a
population or the value again and does not say which. Kept in a note, it could give away a count that is hidden.
"""

from collections.abc import Iterator, Sequence

from data.catalogue import Catalogue, normalise
from data.model import Indicator, Role
from loaders.layouts.headings import SOTKANET as VOCABULARY
from loaders.layouts.record_builder import Marks, build_observation, marking_findings, read_content, read_marking
from loaders.layouts.sheet_defaults import default_findings
from loaders.layouts.table import Context, Item, Layout, Table, columns_of, heading_findings
from loaders.layouts.table_row import TableRow
from loaders.parse.names import find_indicators, region_called, regions_numbered
from loaders.read.sheets import Row

Numbered = dict[str, list[Indicator]]  # Sotkanet's number → the indicators of the catalogue that have it

_GENDERS = {
    **dict.fromkeys(("yhteensä", "molemmat", "kaikki", "total"), ""),
    **dict.fromkeys(("naiset", "nainen", "female"), "sukupuoli: naiset"),
    **dict.fromkeys(("miehet", "mies", "male"), "sukupuoli: miehet"),
}
_WHOLE_COUNTRY = frozenset({"koko maa", "suomi", "finland", "658"})


def lacks(headings: Row) -> str | None:
    """Return what a heading row lacks as that of a Sotkanet table; None if it is none.

    Other long tables have neither genders nor absolute values.
    """
    columns = columns_of(headings, VOCABULARY)
    if not columns.keys() & {"gender", "absolute"} or not {"indicator", "value"} <= columns.keys():
        return None
    if "period" in columns:
        return ""
    return "sarake “vuosi”" if "absolute" in columns else None


def explain(table: Table) -> str:
    """Return the table in words."""
    return f"Sotkanetin havainto rivillä, sarakkeet {table.known_headings}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """Yield an observation or a finding for every row of every table."""
    numbered = _by_number(context.catalogue)
    for table in tables:
        yield from heading_findings(table)
        yield from default_findings(table, "region")
        if column := table.columns.get("absolute"):
            yield table.finding("absoluuttinen-arvo", table.headings[column])
        column = table.columns["value"]
        marking = read_marking(table, column, has_point=True)
        yield from marking_findings(table, column, marking)
        for number in table.rows:
            yield from _read_row(TableRow(table, number, context), numbered, {"value": marking.mark})


def _read_row(row: TableRow, numbered: Numbered, marks: Marks) -> Iterator[Item]:
    if row.lone_text:
        yield row.table.finding("selite", row.first_cell, row.lone_text)
        return
    if area := _other_area(row):
        yield row.table.finding("muu-alue", row.first_cell, area)
        return
    if not any(_name_and_number(row, "indicator")):
        row.add_finding("nimetön-rivi", text=row.text_of_all, expected="indikaattori")
    region = _region(row)
    indicator, group, name = _indicator(row, region, numbered)
    period = row.period()
    content = read_content(row, marks, indicator.unit if indicator else "")
    gender = row.choice("gender", _GENDERS) or ""
    if not row.text("period"):
        row.add_finding("jakso-puuttuu", expected="2026")
    value = row.cell("value")
    yield from row.findings
    if not row.is_broken:
        yield build_observation(
            row,
            row.address_of(value),
            region=region,
            indicator=indicator.id if indicator else name,
            groups=(group, gender),
            period=period,
            role=Role.FOLLOW_UP,
            content=content,
            place=row.place(value),
        )


def _name_and_number(row: TableRow, subject: str) -> tuple[str, str]:
    """Return the name and Sotkanet's number of an indicator or a region, from any of its columns; "" for none."""
    texts = [row.text(f"{subject}{column}") for column in ("_title", "", "_id")]
    name = next((text for text in texts if text and not text.isdecimal()), "")
    return name, next((text for text in reversed(texts) if text.isdecimal()), "")


def _other_area(row: TableRow) -> str:
    """Return what a row is about if not a wellbeing services county: the whole country, a municipality; else ""."""
    name, number = _name_and_number(row, "region")
    category = normalise(row.text("region_category"))
    is_other = category and not category.startswith(("hyvinvointialue", "hva"))
    area = name or number or row.text("region_code") or category
    return area if is_other or normalise(area) in _WHOLE_COUNTRY else ""


def _region(row: TableRow) -> str:
    """Return the region by name, else by Sotkanet's id, else by code; a number of another region is a finding.

    An unknown name is not helped by a number: municipalities have small numbers too.
    """
    catalogue = row.context.catalogue
    name, number = _name_and_number(row, "region")
    numbers = {"region_id" if row.has("region_id") else "region": number, "region_code": row.text("region_code")}
    meant = {field: regions_numbered(text, catalogue) for field, text in numbers.items() if text}
    if name:
        known = region_called(name, catalogue)
    else:
        known = next((regions[0] for regions in meant.values() if len(regions) == 1), None)
    if not known:
        default = row.defaults.region or row.context.region
        return " ".join(name.split()) or next(filter(None, numbers.values()), default)
    for field, regions in meant.items():
        if known not in regions:
            row.add_finding("aluekoodi-ristiriita", field, numbers[field], known.name)
    return known.name


def _by_number(catalogue: Catalogue) -> Numbered:
    numbered: Numbered = {}
    for indicator in catalogue.indicators:
        numbered.setdefault(normalise(indicator.national_id).removeprefix("sotkanet "), []).append(indicator)
    return numbered


def _indicator(row: TableRow, region: str, numbered: Numbered) -> tuple[Indicator | None, str, str]:
    """Return the catalogue's indicator, or None, with the group that is meant, and what the file calls it.

    Sotkanet's number and the name must agree if the catalogue knows both.
    """
    name, number = _name_and_number(row, "indicator")
    by_name = find_indicators(name, region, row.context.catalogue) if name else ()
    by_number = [indicator for indicator in numbered.get(number, ()) if number and indicator.region in ("", region)]
    agreed = [pair for pair in by_name if pair[0] in by_number]
    of_region = [indicator for indicator in by_number if indicator.region]
    candidates = agreed or [*((indicator, "") for indicator in of_region or by_number), *by_name]
    if len(candidates) > 1:
        ids = ", ".join(indicator.id for indicator, _ in candidates)
        row.add_finding("moniselitteinen-mittari", "indicator", name or number, ids)
    indicator, group = candidates[0] if candidates else (None, "")
    return indicator, group, name or number


LAYOUT = Layout(
    name="sotkanet",
    needs="“indikaattori”, “alue”, “vuosi”, “sukupuoli” ja “arvo” (Sotkanetin havainto rivillä)",
    anchor="indicator",
    vocabulary=VOCABULARY,
    knows=VOCABULARY.knows,
    lacks=lacks,
    explain=explain,
    read=read,
)
