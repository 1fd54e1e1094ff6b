"""PowerPoint: a deck of views as an editable .pptx file, on a region's own template if one is given."""

from components.exports.powerpoint.deck import powerpoint
from components.exports.powerpoint.packages import TemplateError

__all__ = ["TemplateError", "powerpoint"]
