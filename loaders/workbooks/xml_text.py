"""Text that an XML file may hold. Word, Excel and PowerPoint files are XML, and one forbidden character breaks them."""

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(text: str) -> str:
    """Return the text without control characters and half characters; a carriage return becomes a line break."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
