"""Number formats that write a value as its own label says it, so that the label follows when the number is edited."""

from data import finnish

_FINNISH = "[$-40B]"  # decimal comma and spaces between thousands, whatever the reader's own settings are
_LONGEST = 200  # Excel refuses formats of more than 255 characters


def decimals(value: float) -> int:
    """How many decimals a number is written with in Finnish."""
    return len(finnish.number(value).partition(",")[2])


def plain(places: int, unit: str = "") -> str:
    """A number with so many decimals; a percentage carries its sign."""
    code = _code(places)
    suffix = f'"{finnish.NBSP}%"' if unit == "%" else ""
    return f"{_FINNISH}{code}{suffix};{_FINNISH}{_quoted(finnish.MINUS)}{code}{suffix}"


def as_label(value: float, label: str) -> str | None:
    """The format that writes `value` as `label` ("noin 12,4 %"), or None where the label does not hold the number."""
    before, number, after = label.partition(finnish.number(value))
    if not number or len(label) > _LONGEST or '"' in label:
        return None
    written = _code(decimals(value)) + _quoted(after)
    return f"{_FINNISH}{_quoted(before)}{written};{_FINNISH}{_quoted(before + finnish.MINUS)}{written}"


def _code(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
