"""Text from files and reports as plain text: never markup, a link or an icon."""

import re
from functools import lru_cache

_WORD_JOINER = "\u2060"  # has no width: what would mean something together does not with it
_SPACE = re.compile(r"[ \t\r\n\f\v]+")  # line breaks and indents make blocks
_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$^&])")
_DIRECTIVE = re.compile(r":(?=[A-Za-z:+/-])")  # :red[…], :material/…:, emoji and addresses
_ADDRESS = re.compile(r"@|(?<=www)(?=\.)", re.IGNORECASE)
_ARROW = re.compile(r"([<>~-])(?=[-=>])")  # Streamlit draws -> and <= as symbols
_BLOCK = re.compile(r"^(?=[-+=]|\d+[.)])")


@lru_cache(maxsize=8192)  # a page draws hundreds of texts, the same ones every time
def plain(text: str) -> str:
    """Return a text on one line so that Markdown shows it letter by letter."""
    text = _SPACE.sub(" ", text).strip(" ")
    text = _ARROW.sub(r"\1" + _WORD_JOINER, text)
    text = _DIRECTIVE.sub(":" + _WORD_JOINER, text)
    text = _ADDRESS.sub(lambda match: match.group() + _WORD_JOINER, text)
    return _BLOCK.sub(_WORD_JOINER, _MARKUP.sub(r"\\\1", text))
