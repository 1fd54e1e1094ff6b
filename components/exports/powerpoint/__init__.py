"""PowerPoint: a deck of views as an editable .pptx file, on a region's own template if one is given."""

from components.exports.powerpoint.deck import check_template, powerpoint
from components.exports.powerpoint.template import TemplateError

__all__ = ["TemplateError", "check_template", "powerpoint"]
