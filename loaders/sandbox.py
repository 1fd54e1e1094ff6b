"""Examines a file in a process of its own.

A hostile or enormous file then takes neither the server's memory nor its time: the process may use `MEMORY` bytes and
`SECONDS`, others keep browsing meanwhile, and the process tells how far it is. Run with `python -m` it is that process.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import IO

from data.model import Record
from loaders.findings import unreadable
from loaders.first_start import catalogue_of, connected
from loaders.publish import Answers, Upload, examine

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
    example: bool


def examine_apart(content: bytes, request: Request, progress: Callable[[float], None]) -> Upload:
    """The examined file. One that needs more than it may have comes back with a finding that says so."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    with subprocess.Popen(  # noqa: S603 (this very module, by this very interpreter)
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, paths))},
    ) as process:
        watch = threading.Timer(SECONDS, process.kill)
        watch.start()
        try:
            return _talk(process, content, request, progress)
        finally:  # also when the person leaves the page in the middle
            watch.cancel()
            process.kill()


def _talk(
    process: "subprocess.Popen[bytes]", content: bytes, request: Request, progress: Callable[[float], None]
) -> Upload:
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("the process has no pipes")
    feeder = threading.Thread(target=_feed, args=(process.stdin, content, request))
    feeder.start()
    for line in process.stdout:
        if not line.startswith(b"{"):
            progress(float(line))
        else:
            return Upload.model_validate_json(line)
    feeder.join()
    if process.wait() not in (_OUT_OF_MEMORY, -signal.SIGKILL):
        raise RuntimeError(f"examining a file ended with {process.returncode}")
    return Upload(file_name=request.file_name, findings=(unreadable("liian-raskas").finding,))


def _feed(pipe: IO[bytes], content: bytes, request: Request) -> None:
    try:
        with pipe:
            pipe.write(request.model_dump_json().encode() + b"\n" + content)
    except BrokenPipeError:
        pass  # the process has ended before it read all; what it said is what counts


def main() -> int:
    """The process itself: a request and a file come in, lines of progress and the examined file go out."""
    _bound_memory()
    request = Request.model_validate_json(sys.stdin.buffer.readline())
    content = sys.stdin.buffer.read()
    try:
        _say(_examined(content, request).model_dump_json())
    except MemoryError:
        return _OUT_OF_MEMORY
    return 0


def _examined(content: bytes, request: Request) -> Upload:
    store = connected(request.example)
    return examine(
        content,
        request.file_name,
        store,
        catalogue_of(store, request.example),
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
