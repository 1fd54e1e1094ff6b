"""The reports' and the managers' own words for the status of a process goal, each with the status it means."""

from functools import cache
from pathlib import Path

from data.catalogue import FOLDER, normalise
from data.catalogue.tables import rows
from data.model import ProcessStatus

FILE = FOLDER / "wordings.csv"


@cache
def status_wordings(file: Path = FILE) -> dict[str, ProcessStatus]:
    """Every known wording, normalised, with its status; the statuses' own names are among them.

    Raises ValueError where the file names a status that the model does not have.
    """
    listed = {normalise(row["sanamuoto"]): ProcessStatus(row["status"]) for row in rows(file)}
    return listed | {status.value: status for status in ProcessStatus}
