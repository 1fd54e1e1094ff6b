"""Small numbers: which values are hidden, and which beside them, so that no small count can be worked out."""
