"""How much room a text takes: by the widths of Arial, which other office fonts seldom exceed by more than a tenth.

Nothing on a server tells what fonts the reader has, so a text is measured with a margin and never fills its box.
"""

from collections.abc import Sequence
from typing import NamedTuple

LINE = 1.2  # line height to font size
_MARGIN = 1.06
_LOOSE = " ,;:–"  # what does not stand before an ellipsis
_BOLD = 1.08
_EM = 1000
_GROUPS = {
    191: "'",
    222: "ijl‘’",
    278: " !,./:;I[\\]ft·\u00a0",
    333: "()-`r{}“”",
    355: '"',
    389: "*",
    500: "Jcksvxyz",
    556: "#$0123456789?L_abdeghnopqu–äöåéü",
    584: "+<=>−~^|",
    611: "FTZ",
    667: "&ABEKPSVXYÄÅ",
    722: "CDHNRUw",
    778: "GOQÖ",
    833: "Mm",
    889: "%",
    944: "W",
    1000: "—…",
    1015: "@",
}
_WIDTHS = {character: width for width, characters in _GROUPS.items() for character in characters}


class Fitted(NamedTuple):
    """A text at the size (in points) at which it fits; `is_cut` tells that its end was left out."""

    text: str
    size: int
    lines: int
    is_cut: bool

    @property
    def height(self) -> float:
        """In points."""
        return self.lines * self.size * LINE


def width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of a text on one line, in points."""
    units = sum(_WIDTHS.get(character, 600 if character < "\u2e80" else _EM) for character in text)
    return units * size / _EM * _MARGIN * (_BOLD if bold else 1)


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines of a text in `room` points; a word that is wider than that is broken."""
    lines = [""]
    for word in text.split(" "):
        candidate = f"{lines[-1]} {word}" if lines[-1] else word
        if width(candidate, size, bold=bold) <= room:
            lines[-1] = candidate
            continue
        if lines[-1]:
            lines.append("")
        for character in word:
            if lines[-1] and width(lines[-1] + character, size, bold=bold) > room:
                lines.append("")
            lines[-1] += character
    return lines


def fit(text: str, sizes: Sequence[int], room: float, height: float, *, bold: bool = False) -> Fitted:
    """The text at the first of the sizes at which it fits; at the last one, what goes in of it, with an ellipsis."""
    for size in sizes:
        lines = wrapped(text, size, room, bold=bold)
        if len(lines) * size * LINE <= height:
            return Fitted(text, size, len(lines), is_cut=False)
    size = sizes[-1]
    most = max(1, int(height / (size * LINE)))
    return Fitted(cut(text, size, room, most, bold=bold), size, most, is_cut=True)


def fit_whole(text: str, sizes: Sequence[int], room: float, height: float, *, bold: bool = False) -> Fitted:
    """As `fit`, at sizes that break no word, if there are any."""
    whole = [size for size in sizes if max(width(word, size, bold=bold) for word in text.split(" ")) <= room]
    return fit(text, whole or sizes[-1:], room, height, bold=bold)


def cut(text: str, size: float, room: float, lines: int, *, bold: bool = False) -> str:
    """As many whole words of a text as go on so many lines, with an ellipsis where any are left out."""
    found = wrapped(text, size, room, bold=bold)
    if len(found) <= lines:
        return text
    kept = " ".join(found[:lines]).rstrip(_LOOSE)
    while kept and len(wrapped(f"{kept}…", size, room, bold=bold)) > lines:
        kept = (kept.rpartition(" ")[0] or kept[:-1]).rstrip(_LOOSE)
    return f"{kept}…"
