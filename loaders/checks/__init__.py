"""Check: records against the catalogue, the calendar, each other and their published history."""

from data.model import Observation, ProcessGoal


def record_text(record: Observation | ProcessGoal) -> str:
    """Return what a record holds, as a finding says it: "12 – 14 %", or “title”: wording."""
    if isinstance(record, ProcessGoal):
        return f"“{record.title}”: {record.wording or record.status}"
    numbers = " – ".join(f"{number:g}".replace(".", ",") for number in numbers_of(record))
    return f"{numbers} {record.unit}".strip() if numbers else record.words or str(record.missing)


def numbers_of(observation: Observation) -> list[float]:
    """Return the value of an observation, or both ends of its range; nothing where it has no number."""
    return [number for number in (observation.value, observation.lower, observation.upper) if number is not None]
