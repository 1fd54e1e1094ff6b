"""Benchmarks: how long the app's own work takes, beside another way of doing the same.

A file `bench_*.py` holds functions `bench_*`. Each says in its docstring what is done and returns the ways
of doing it by name, the one to compare with first:

    def bench_read() -> Ways:
        \"\"\"Read a workbook of 10 000 rows.\"\"\"
        return {"pandas.read_excel": lambda: ..., "loaders": lambda: ...}
"""

from collections.abc import Callable

Ways = dict[str, Callable[[], object]]
