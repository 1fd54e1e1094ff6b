"""Tests: they mirror the packages; e2e/ drives the running app in a real browser."""
