"""Names as they are compared and as they stand in ids and links."""

import re
import unicodedata


def normalise(text: str) -> str:
    """Return a name as it is compared: one kind of dash and space, no case, no full stop at the end."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[‐‑‒–—−]", "-", text).replace("’", "'")
    return re.sub(r"\s+", " ", text).strip().rstrip(".")


def slug(text: str) -> str:
    """Return a name as it stands in ids and links: "Etelä-Karjala" → "etela-karjala"."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
