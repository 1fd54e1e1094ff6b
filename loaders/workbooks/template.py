"""A workbook for one region to fill in: its indicators and process goals with their ids, and how to fill them.

What the loader would ask is there beforehand, so a filled one is clean; rows left empty tell nothing.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from data import finnish
from data.catalogue import Catalogue
from data.model import Indicator, Kind, Missing, Observation, ProcessGoal, ProcessStatus, Qualifier, Role
from loaders.layouts.table_finder import GUIDE_SHEET, TEMPLATE_TITLE
from loaders.workbooks.template_guide import write_guide

SPARE_ROWS = 200  # under the indicators, for more periods and groups of any of them
HEADING_ROW = 1  # from zero; the title stands above it

# heading → width, and whether the user fills it
_OBSERVATION_COLUMNS: dict[str, tuple[float, bool]] = {
    "Alue": (16, False),
    "Hyötytavoite": (22, False),
    "Mittari": (44, False),
    "Nimi": (48, False),
    "Yksikkö": (13, False),
    "Jakso": (18, True),
    "Rooli": (12, True),
    "Ryhmä": (24, True),
    "Arvo": (14, True),
    "Tarkenne": (12, True),
    "n": (9, True),
    "Puuttumisen syy": (17, True),
    "Sanoin": (34, True),
    "Huomautus": (34, True),
}
_GOAL_COLUMNS: dict[str, tuple[float, bool]] = {
    "Alue": (16, False),
    "Tunnus": (26, False),
    "Työpaketti": (12, False),
    "Hyötytavoite": (13, False),
    "Muut hyötytavoitteet": (13, False),
    "Prosessitavoite": (64, False),
    "Status": (18, True),
    "Päivä": (14, True),
    "Huomautus": (44, True),
}
_REASONS = [reason.value for reason in Missing if reason is not Missing.BLANK]


def template(
    catalogue: Catalogue,
    region: str,
    *,
    today: date,
    current: Sequence[Observation] = (),
    process_goals: Sequence[ProcessGoal] = (),
) -> bytes:
    """Write the .xlsx of a region, called by its official name.

    `current` are published observations: an indicator that they tell by groups has a row for each group.
    `process_goals` are published ones: each id of the region has a row.
    """
    indicators = ordered(catalogue, region)
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(content, options) as workbook:
        workbook.set_properties(
            {"title": f"{TEMPLATE_TITLE}: {region}", "created": datetime(today.year, today.month, today.day)}  # noqa: DTZ001
        )
        guide = workbook.add_worksheet(GUIDE_SHEET)
        first = write_guide(workbook, guide, catalogue, region, indicators, today, has_goals=bool(process_goals))
        ids = f"={GUIDE_SHEET}!$A${first + 1}:$A${first + len(indicators)}" if indicators else ""
        _observations(workbook, catalogue, region, indicators, _groups(current, region), ids, today)
        if goals := _latest(process_goals, region):
            _goals(workbook, goals, today)
    return content.getvalue()


def ordered(catalogue: Catalogue, region: str) -> list[Indicator]:
    """Return the indicators of a region and the national ones: outcomes first, each kind by hyötytavoite."""
    kinds = list(Kind)

    def order(indicator: Indicator) -> tuple[int, int, str, str]:
        return kinds.index(indicator.kind), indicator.goal or 9, indicator.name.casefold(), indicator.id

    return sorted((indicator for indicator in catalogue.indicators if indicator.region in (region, "")), key=order)


def _groups(current: Iterable[Observation], region: str) -> dict[str, list[str]]:
    """Return indicator → the groups that it has numbers of; "" among them where it has them of the whole too."""
    groups: dict[str, set[str]] = {}
    for observation in current:
        if observation.region == region and not observation.conflict:
            groups.setdefault(observation.indicator, set()).add(observation.group)
    return {indicator: sorted(names) for indicator, names in groups.items()}


def _latest(goals: Iterable[ProcessGoal], region: str) -> list[ProcessGoal]:
    """Return each process goal of the region once, as it was last reported."""
    latest: dict[str, ProcessGoal] = {}
    for goal in sorted(goals, key=lambda goal: goal.period.end or date.min):
        if goal.region == region:
            latest[goal.id] = goal
    return sorted(latest.values(), key=lambda goal: (goal.goal or 9, goal.id))


def _sheet(workbook: Workbook, name: str, columns: dict[str, tuple[float, bool]], rows: int) -> Worksheet:
    """Add a protected sheet with its title and headings; what is to be filled has a lighter heading."""
    sheet = workbook.add_worksheet(name)
    sheet.write_string(0, 0, TEMPLATE_TITLE, workbook.add_format({"bold": True, "font_size": 14}))
    shared: dict[str, object] = {"bold": True, "border": 1, "valign": "top", "text_wrap": True}
    given = workbook.add_format(shared | {"bg_color": "#D9D9D9"})
    asked = workbook.add_format(shared | {"bg_color": "#1F4E79", "font_color": "#FFFFFF"})
    for column, (heading, (width, is_asked)) in enumerate(columns.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(HEADING_ROW, column, heading, asked if is_asked else given)
    sheet.autofilter(HEADING_ROW, 0, HEADING_ROW + rows, len(columns) - 1)
    freeze = [heading for heading, (_, is_asked) in columns.items() if not is_asked]
    sheet.freeze_panes(HEADING_ROW + 1, min(len(freeze), 4))
    sheet.protect(
        "",
        {"autofilter": True, "sort": True, "format_columns": True, "format_rows": True, "format_cells": True},
    )
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEADING_ROW)
    return sheet


def _formats(workbook: Workbook) -> tuple[Format, Format, Format]:
    """Return formats of a given cell, of one to be filled, and of one to be filled where Excel must not make dates."""
    shared: dict[str, object] = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
    given = workbook.add_format(shared | {"bg_color": "#F2F2F2"})
    return (
        given,
        workbook.add_format(shared | {"locked": False}),
        workbook.add_format(shared | {"locked": False, "num_format": "@"}),
    )


def _observations(
    workbook: Workbook,
    catalogue: Catalogue,
    region: str,
    indicators: Sequence[Indicator],
    groups: dict[str, list[str]],
    ids: str,
    today: date,
) -> None:
    rows = [(indicator, group) for indicator in indicators for group in groups.get(indicator.id, [""])]
    sheet = _sheet(workbook, "Havainnot", _OBSERVATION_COLUMNS, len(rows) + SPARE_ROWS)
    given, free, text = _formats(workbook)
    at = {heading: column for column, heading in enumerate(_OBSERVATION_COLUMNS)}
    asked = [heading for heading, (_, is_asked) in _OBSERVATION_COLUMNS.items() if is_asked]
    first = HEADING_ROW + 1
    spare = first + len(rows)
    for row in range(first, spare + SPARE_ROWS):
        for heading in asked:
            sheet.write_blank(row, at[heading], None, text if heading in ("Jakso", "Ryhmä") else free)
    for row, (indicator, group) in enumerate(rows, start=first):
        sheet.set_row(row, _height({"Mittari": indicator.id, "Nimi": indicator.name, "Ryhmä": group}))
        goal = f"{indicator.goal} {catalogue.goal(indicator.goal).short}" if indicator.goal else ""
        for column, value in enumerate((region, goal, indicator.id, indicator.name, indicator.unit)):
            sheet.write_string(row, column, value, given)
        if group:
            sheet.write_string(row, at["Ryhmä"], group, text)
    for row in range(spare, spare + SPARE_ROWS):
        sheet.write_string(row, at["Alue"], region, given)
        sheet.write_blank(row, at["Mittari"], None, text)
        for heading in ("Hyötytavoite", "Nimi", "Yksikkö"):
            sheet.write_blank(row, at[heading], None, given)
    last = spare + SPARE_ROWS - 1
    _offer(sheet, at["Rooli"], first, last, [role.value for role in Role], "Tyhjä tarkoittaa seurantaa.")
    _offer(
        sheet,
        at["Tarkenne"],
        first,
        last,
        [qualifier.value for qualifier in Qualifier],
        "Täytä vain, jos luku ei ole tarkka.",
    )
    _offer(sheet, at["Puuttumisen syy"], first, last, _REASONS, "Täytä vain, jos lukua ei ole.")
    if ids:
        _offer(sheet, at["Mittari"], spare, last, ids, "Valitse mittarin tunnus. Nimet ovat taulukossa Ohje.")
    examples = f"Esimerkiksi {today.month}/{today.year}, kevät {today.year}, 1–6/{today.year} tai {today.year}."
    _hint(sheet, at["Jakso"], first, last, "Jakso", examples)
    _hint(sheet, at["Arvo"], first, last, "Arvo", "Luku, väli (10–15), <5 (pieni luku) tai - (ei mitattu).")
    whole = {"validate": "integer", "criteria": ">=", "value": 0, "error_type": "warning"}
    sheet.data_validation(first, at["n"], last, at["n"], whole | {"error_message": "n on kokonaisluku."})
    period, value, role = (f"${chr(65 + at[heading])}{first + 1}" for heading in ("Jakso", "Arvo", "Rooli"))
    lacks = f'=AND({value}<>"",{period}="",OR({role}="",{role}="{Role.FOLLOW_UP}"))'
    amber = workbook.add_format({"bg_color": "#FFE699"})
    sheet.conditional_format(
        first, at["Jakso"], last, at["Jakso"], {"type": "formula", "criteria": lacks, "format": amber}
    )


def _goals(workbook: Workbook, goals: Sequence[ProcessGoal], today: date) -> None:
    sheet = _sheet(workbook, "Prosessitavoitteet", _GOAL_COLUMNS, len(goals))
    given, free, text = _formats(workbook)
    at = {heading: column for column, heading in enumerate(_GOAL_COLUMNS)}
    first, last = HEADING_ROW + 1, HEADING_ROW + len(goals)
    for row, goal in enumerate(goals, start=first):
        others = ", ".join(map(str, goal.other_goals))
        filled = (goal.region, goal.id, goal.work_package, str(goal.goal or ""), others, goal.title)
        for column, value in enumerate(filled):
            sheet.write_string(row, column, value, given)
        sheet.set_row(row, _height({"Tunnus": goal.id, "Prosessitavoite": goal.title, "Työpaketti": goal.work_package}))
        sheet.write_blank(row, at["Status"], None, free)
        sheet.write_blank(row, at["Päivä"], None, text)
        sheet.write_blank(row, at["Huomautus"], None, free)
    _offer(sheet, at["Status"], first, last, [status.value for status in ProcessStatus], "Valitse tila luettelosta.")
    _hint(sheet, at["Päivä"], first, last, "Päivä", f"Esimerkiksi {finnish.day(today)}.")


def _height(texts: dict[str, str]) -> float:
    """Return the height of a row that shows these texts whole, by heading."""
    widths = {heading: width for heading, (width, _) in (_OBSERVATION_COLUMNS | _GOAL_COLUMNS).items()}
    return 15 * max(1 + int(len(text) / (0.9 * widths[heading])) for heading, text in texts.items())


def _offer(sheet: Worksheet, column: int, first: int, last: int, source: list[str] | str, hint: str) -> None:
    """Add a drop-down; another text is allowed after a question, since the loader tells about it too."""
    rule = {"validate": "list", "source": source, "input_message": hint, "error_type": "warning"}
    sheet.data_validation(first, column, last, column, rule | {"error_message": "Valitse merkintä luettelosta."})


def _hint(sheet: Worksheet, column: int, first: int, last: int, title: str, message: str) -> None:
    sheet.data_validation(
        first, column, last, column, {"validate": "any", "input_title": title, "input_message": message}
    )
