"""What is noticed in a file that comes in."""

from enum import StrEnum

from data.model.records import Record


class Severity(StrEnum):
    """How a finding holds up a publication: it stops, must be accepted, or only tells."""

    STOPS = "este"
    WARNS = "varoitus"
    TELLS = "tieto"


class Finding(Record):
    """One thing noticed in a file, with its place and mend in `message`: whole, plain Finnish."""

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    found: str = ""
    expected: str = ""
    message: str
