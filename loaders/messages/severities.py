"""The severities by short names, for the lists of messages."""

from data.model import Severity

Message = tuple[Severity, str]

STOPS, WARNS, TELLS = Severity.STOPS, Severity.WARNS, Severity.TELLS
