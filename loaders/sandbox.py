"""Examine and mark files in a process that is made for it alone.

A hostile or enormous file then takes neither the server's memory nor its time: the process may use `MEMORY` bytes and
`SECONDS`, others keep browsing meanwhile, and the process says how far it is. It parses XML by defusedxml, not by lxml.
Run with `python -m` it is that process.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import IO

from pydantic import ConfigDict, TypeAdapter

from data.catalogue import DataSet, shipped_catalogue
from data.model import Record
from data.workspace import Workspace
from loaders.findings import Finding, unreadable
from loaders.first_start import connected
from loaders.publish import Answers, Upload, examine
from loaders.workbooks.marked_workbook import NOT_COPIED, list_findings, mark_workbook

MEMORY = int(os.environ.get("SEURANTA_MUISTI", 4_000_000_000))  # bytes of address space; see docs/paatokset.md
SECONDS = 300

_OUT_OF_MEMORY = 3  # exit code
_ROOT = Path(__file__).parents[1]


class Request(Record):
    """What to examine, but for the bytes themselves."""

    file_name: str
    region: str
    today: date
    answers: Answers
    data_set: DataSet


class MarkRequest(Record):
    """What to mark in a working copy, but for the bytes themselves."""

    file_name: str
    findings: tuple[Finding, ...]


class MarkedFile(Record):
    """The bytes of a marked .xlsx, as text between the processes."""

    model_config = ConfigDict(ser_json_bytes="base64", val_json_bytes="base64")

    content: bytes


def examine_in_sandbox(content: bytes, request: Request, progress: Callable[[float], None]) -> Upload:
    """Return the examined file. One that needs more than it may have comes back with a finding that says so."""
    answer, exit_code = _run(content, request, progress)
    if answer:
        return Upload.model_validate_json(answer)
    if exit_code not in (_OUT_OF_MEMORY, -signal.SIGKILL):
        raise RuntimeError(f"examining a file ended with {exit_code}")
    return Upload(file_name=request.file_name, findings=(unreadable("liian-raskas").finding,))


def mark_in_sandbox(content: bytes, file_name: str, findings: Sequence[Finding]) -> bytes:
    """Return the marked .xlsx of a file that has been examined; the list of findings alone if it cannot be copied."""
    answer, _ = _run(content, MarkRequest(file_name=file_name, findings=tuple(findings)))
    return MarkedFile.model_validate_json(answer).content if answer else list_findings(file_name, findings, NOT_COPIED)


def environment() -> dict[str, str]:
    """Return the environment of the process: this code is found first, and openpyxl leaves lxml alone."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths)), "OPENPYXL_LXML": "False"}


def _run(
    content: bytes, request: Record, progress: Callable[[float], None] = lambda _: None
) -> tuple[bytes, int | None]:
    """Return the process's answer in JSON; if there is none b"" and its exit code."""
    with subprocess.Popen(  # noqa: S603 (this very module, by this very interpreter)
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment(),
    ) as process:
        watch = threading.Timer(SECONDS, process.kill)
        watch.start()
        try:
            return _talk(process, content, request, progress)
        finally:  # also when the person leaves the page in the middle
            watch.cancel()
            process.kill()


def _talk(
    process: "subprocess.Popen[bytes]", content: bytes, request: Record, progress: Callable[[float], None]
) -> tuple[bytes, int | None]:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process has no pipes")
    feeder = threading.Thread(target=_feed, args=(process.stdin, content, request))
    feeder.start()
    for line in process.stdout:
        if not line.startswith(b"{"):
            progress(float(line))
        else:
            return line, None
    feeder.join()
    return b"", process.wait()


def _feed(pipe: IO[bytes], content: bytes, request: Record) -> None:
    try:
        with pipe:
            pipe.write(request.model_dump_json().encode() + b"\n" + content)
    except BrokenPipeError:
        pass  # the process has ended before it read all; what it said is what counts


def main() -> int:
    """Be the process itself: a request and a file come in, lines of progress and the answer go out."""
    _bound_memory()
    request: Request | MarkRequest = TypeAdapter(Request | MarkRequest).validate_json(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    try:
        _say(_answer(content, request).model_dump_json())
    except MemoryError:
        return _OUT_OF_MEMORY
    return 0


def _answer(content: bytes, request: Request | MarkRequest) -> Upload | MarkedFile:
    if isinstance(request, MarkRequest):
        return MarkedFile(content=mark_workbook(content, request.file_name, request.findings))
    return examine(
        content,
        request.file_name,
        Workspace(connected(request.data_set), shipped_catalogue(request.data_set)),
        region=request.region,
        today=request.today,
        answers=request.answers,
        progress=lambda done: _say(str(done)),
    )


def _say(line: str) -> None:
    sys.stdout.buffer.write(line.encode() + b"\n")
    sys.stdout.buffer.flush()


def _bound_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    sys.exit(main())
