"""Layout 6, Sotkanet: one row for each indicator, region, year and gender, numbers with a decimal point.

A region or an indicator is a name or Sotkanet's own number, in one column or in several. The absolute value is not
read. It is no `n`: that is what a share is counted of, and intervals rest on it, while Sotkanet gives a numerator, a
population or the value again and does not say which. Kept in a note, it could give away a count that is hidden.
"""

from collections.abc import Iterator, Sequence

from data.catalogue import Catalogue, normalise
from data.model import Indicator, Observation, Role
from loaders.findings import finding
from loaders.layouts.headings import SOTKANET as VOCABULARY
from loaders.layouts.sheet_defaults import lent_findings
from loaders.layouts.table import Context, Item, Layout, Located, Table, columns_of, heading_findings
from loaders.layouts.table_row import Line
from loaders.parse.amounts import doubt, marking_of
from loaders.parse.names import find_indicators, join_groups, region_called, regions_numbered
from loaders.parse.row_content import Marks, read_content
from loaders.read.sheets import Row

Numbered = dict[str, list[Indicator]]  # Sotkanet's number → the indicators of the catalogue that have it

_GENDERS = {
    **dict.fromkeys(("yhteensä", "molemmat", "kaikki", "total"), ""),
    **dict.fromkeys(("naiset", "nainen", "female"), "sukupuoli: naiset"),
    **dict.fromkeys(("miehet", "mies", "male"), "sukupuoli: miehet"),
}
_WHOLE_COUNTRY = frozenset({"koko maa", "suomi", "finland", "658"})


def lacks(headings: Row) -> str | None:
    """What a heading row lacks as one of Sotkanet's; other long tables have neither genders nor absolute values."""
    columns = columns_of(headings, VOCABULARY)
    if not columns.keys() & {"gender", "absolute"} or not {"indicator", "value"} <= columns.keys():
        return None
    if "period" in columns:
        return ""
    return "sarake “vuosi”" if "absolute" in columns else None


def explain(table: Table) -> str:
    """The table in words."""
    known = ", ".join(table.headings[number].text for number in table.columns.values())
    return f"Sotkanetin havainto rivillä, sarakkeet {known}"


def read(tables: Sequence[Table], context: Context) -> Iterator[Item]:
    """An observation or a finding for every row of every table."""
    numbered = _by_number(context.catalogue)
    for table in tables:
        yield from heading_findings(table)
        yield from lent_findings(table, "region")
        if number := table.columns.get("absolute"):
            heading = table.headings[number]
            yield finding("absoluuttinen-arvo", sheet=table.sheet.name, cell=heading.address, actual=heading.text)
        number = table.columns["value"]
        marking = marking_of(table, number, has_point=True)
        yield from doubt(marking, table.sheet.name, table.headings[number])
        for row in table.rows:
            yield from _row(Line(table, row, context), context, numbered, {"value": marking.mark})


def _row(line: Line, context: Context, numbered: Numbered, marks: Marks) -> Iterator[Item]:
    if line.lone_text:
        yield finding("selite", sheet=line.sheet, cell=line.first_cell, actual=line.lone_text)
        return
    if elsewhere := _elsewhere(line):
        yield finding("muu-alue", sheet=line.sheet, cell=line.first_cell, actual=elsewhere)
        return
    if not any(_names_and_numbers(line, "indicator")):
        line.add_finding("nimetön-rivi", actual=line.shown, expected="indikaattori")
    observation = _observation(line, context, numbered, marks)
    yield from line.findings
    if observation:
        value = line.cell("value")
        yield Located(observation, line.sheet, value.address if value else line.first_cell)


def _observation(line: Line, context: Context, numbered: Numbered, marks: Marks) -> Observation | None:
    region = _region(line, context)
    indicator, group, name = _indicator(line, region, context, numbered)
    period, period_is_inferred = line.period()
    content = read_content(line, marks, indicator.unit if indicator else "")
    quantity = content.quantity
    gender = line.choice("gender", _GENDERS) or ""
    if not line.text("period"):
        line.add_finding("jakso-puuttuu", expected="2026")
    if line.is_broken:
        return None
    return Observation(
        region=region,
        indicator=indicator.id if indicator else name,
        group=join_groups(group, gender),
        period=period,
        role=Role.FOLLOW_UP,
        value=quantity.value,
        lower=quantity.lower,
        upper=quantity.upper,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        n=quantity.n,
        missing=quantity.missing,
        place=line.place(line.cell("value")),
        inferred=line.inferred(*(["jakso"] if period_is_inferred else []), *content.inferred),
    )


def _names_and_numbers(line: Line, what: str) -> tuple[str, str]:
    """The name and Sotkanet's number of an indicator or a region, whichever column has them; "" where none has."""
    texts = [line.text(f"{what}{column}") for column in ("_title", "", "_id")]
    name = next((text for text in texts if text and not text.isdecimal()), "")
    return name, next((text for text in reversed(texts) if text.isdecimal()), "")


def _elsewhere(line: Line) -> str:
    """What a row is about if it is not a wellbeing services county: the whole country, a municipality; else ""."""
    name, number = _names_and_numbers(line, "region")
    category = normalise(line.text("region_category"))
    is_other = category and not category.startswith(("hyvinvointialue", "hva"))
    told = name or number or line.text("region_code") or category
    return told if is_other or normalise(told) in _WHOLE_COUNTRY else ""


def _region(line: Line, context: Context) -> str:
    """By name, else by Sotkanet's id, else by code. A number that is not of the region is told.

    An unknown name is not helped by a number: municipalities have small numbers too.
    """
    name, number = _names_and_numbers(line, "region")
    numbers = {"region_id" if line.has("region_id") else "region": number, "region_code": line.text("region_code")}
    meant = {field: regions_numbered(text, context.catalogue) for field, text in numbers.items() if text}
    if name:
        known = region_called(name, context.catalogue)
    else:
        known = next((regions[0] for regions in meant.values() if len(regions) == 1), None)
    if not known:
        return " ".join(name.split()) or next(filter(None, numbers.values()), line.lent.region or context.region)
    for field, regions in meant.items():
        if known not in regions:
            line.add_finding("aluekoodi-ristiriita", field, numbers[field], known.name)
    return known.name


def _by_number(catalogue: Catalogue) -> Numbered:
    numbered: Numbered = {}
    for one in catalogue.indicators:
        numbered.setdefault(normalise(one.national_id).removeprefix("sotkanet "), []).append(one)
    return numbered


def _indicator(line: Line, region: str, context: Context, numbered: Numbered) -> tuple[Indicator | None, str, str]:
    """The catalogue's indicator with the group that is meant, or None; and what the file calls it.

    Sotkanet's number and the name must agree if the catalogue knows both.
    """
    name, number = _names_and_numbers(line, "indicator")
    by_name = find_indicators(name, region, context.catalogue) if name else ()
    by_number = [one for one in numbered.get(number, ()) if number and one.region in ("", region)]
    agreed = [pair for pair in by_name if pair[0] in by_number]
    own = [(one, "") for one in by_number if one.region] or [(one, "") for one in by_number]
    candidates = agreed or [*own, *by_name]
    if len(candidates) > 1:
        ids = ", ".join(indicator.id for indicator, _ in candidates)
        line.add_finding("moniselitteinen-mittari", "indicator", name or number, ids)
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
