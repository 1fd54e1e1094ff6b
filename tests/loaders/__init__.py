"""Tests of the loaders: real small files made by code, never mocks."""
