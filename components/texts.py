"""Text from files and reports as plain text: never markup, a link or an icon."""

import re

_MARKUP = re.compile(r"([\\`*_{}\[\]<>#|~$^])")
_DIRECTIVE = re.compile(r":(?=[\w+-]+[:\[]|material/)")
_BLOCK = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)", re.MULTILINE)
_ARROW = re.compile(r"(?<=\s)(<?--?>?|>=|<=|~=)(?=\s)")
_LINK = re.compile(r"(?<=\w)(?=://|@)|(?<=www)(?=\.)", re.IGNORECASE)  # addresses that become links by themselves
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """`text` so that Markdown shows it letter by letter."""
    text = _LINK.sub(_WORD_JOINER, text)
    text = _ARROW.sub(lambda match: _WORD_JOINER.join(match.group()), text)
    text = _MARKUP.sub(r"\\\1", text)
    text = _DIRECTIVE.sub(":" + _WORD_JOINER, text)
    return _BLOCK.sub(lambda match: f"{match.group(1)}{_WORD_JOINER}{match.group(2)}", text)
