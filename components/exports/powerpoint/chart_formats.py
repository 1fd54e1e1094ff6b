"""Number formats that write a value as its own label says it, so that the label follows when the number is edited."""

from components.exports.powerpoint.slide_text import clean
from data import finnish
from data.views.facts import NumberText

_FINNISH = "[$-40B]"  # decimal comma and spaces between thousands, whatever the reader's own settings are
_LONGEST = 200  # Excel refuses formats of more than 255 characters


def plain(places: int, unit: str = "") -> str:
    """A number with so many decimals; a percentage carries its sign."""
    code = _code(places)
    suffix = f'"{finnish.NBSP}%"' if unit == "%" else ""
    return f"{_FINNISH}{code}{suffix};{_FINNISH}{_quoted(finnish.MINUS)}{code}{suffix}"


def as_label(label: NumberText) -> str | None:
    """The format that writes a number with what stands around it, or None where a format cannot hold that."""
    before, after = (clean(f"|{text}|")[1:-1] for text in (label.before, label.after))  # with the spaces at the ends
    if len(before + after) > _LONGEST or '"' in before + after:
        return None
    written = _code(finnish.decimals(label.value)) + _quoted(after)
    return f"{_FINNISH}{_quoted(before)}{written};{_FINNISH}{_quoted(before + finnish.MINUS)}{written}"


def _code(places: int) -> str:
    return "#,##0" + ("." + "0" * places if places else "")


def _quoted(text: str) -> str:
    return f'"{text}"' if text else ""
