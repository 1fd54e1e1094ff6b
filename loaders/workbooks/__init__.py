"""Workbooks that the loader writes: a region's template, and the working copy with its findings.

Word, Excel and PowerPoint files are XML, and one forbidden character breaks them: their texts go through `xml_text`.
"""

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return the text without control characters and half characters; a carriage return becomes a line break."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
