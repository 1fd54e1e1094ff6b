"""Text as a file may hold it: characters that XML forbids are left out, so that any text makes a file that opens."""

import re

_FORBIDDEN = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def inert(text: str) -> str:
    """The text without control characters and half characters; a carriage return is a line break."""
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
