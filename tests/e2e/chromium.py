"""Finds the Chromium that the browser tests drive.

`python -m tests.e2e.chromium` prints its path; with `--install` it first sees to it that there is one.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator

from playwright.sync_api import sync_playwright

from tests.limits import HANG_SECONDS

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = "No working Chromium: looked for $CHROMIUM, " + ", ".join(NAMES) + " and Playwright's own."


def find() -> str | None:
    """Path of the first Chromium that starts. What CHROMIUM names is taken alone, so that a typo shows."""
    if named := os.environ.get("CHROMIUM"):
        return named if _starts(named) else None
    return next(filter(_starts, _candidates()), None)


def install() -> None:
    """Install Chromium: as root from the system's packages, else the build that Playwright downloads."""
    playwright = [sys.executable, "-m", "playwright", "install", "chromium"]
    if os.geteuid() == 0 and shutil.which("apt-get"):
        apt = ["apt-get", "install", "-y", "--no-install-recommends", "chromium"]
        if _run(["apt-get", "update"]) and _run(apt) and find():
            return
    _run(playwright)


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, NAMES))
    with sync_playwright() as playwright:
        yield playwright.chromium.executable_path


def _starts(path: str) -> bool:
    """Being there is not enough: Ubuntu's chromium-browser is a script that asks for a snap."""
    try:
        return subprocess.run([path, "--version"], capture_output=True, timeout=HANG_SECONDS).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _run(command: list[str]) -> bool:
    print("$", *command, flush=True)
    unattended = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(command, env=unattended, stdin=subprocess.DEVNULL).returncode == 0


def main(arguments: list[str]) -> None:
    """Print the path, after an installation if asked for and needed; exit with an error if there is none."""
    if "--install" in arguments and "CHROMIUM" not in os.environ and not find():
        install()
    path = find()
    print(path) if path else sys.exit(f"{MISSING} Install one, or name it: CHROMIUM=/path/to/chromium")


if __name__ == "__main__":
    main(sys.argv[1:])
