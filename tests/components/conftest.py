"""Widgets run by AppTest as pages are."""

from tests.builders.app_pages import look_for_components_once

look_for_components_once()
