"""One thing noticed in a file that comes in, and how it holds up a publication."""

from enum import StrEnum

from pydantic import Field

from data.model import Record


class Severity(StrEnum):
    """How a finding holds up a publication: it stops it, must be accepted, or only informs."""

    STOPS = "este"
    WARNS = "varoitus"
    TELLS = "tieto"


class Finding(Record):
    """One thing noticed in a file. `message` is whole, plain Finnish: the place, what is wrong and how to mend it."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    actual: str = Field(default="", serialization_alias="found")  # its name in the JSON of the command line
    expected: str = ""
    message: str


Text = tuple[Severity, str]  # of every finding with one code; {actual} and {expected} are filled in

STOPS, WARNS, TELLS = Severity.STOPS, Severity.WARNS, Severity.TELLS
