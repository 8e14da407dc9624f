"""Find a Chromium or Chrome that starts, or install one: `make test` runs this before the tests.

A missing browser stops the run with one sentence. It never skips a test in silence.
"""

import os
import shutil
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
USUAL_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
DOWNLOAD_SECONDS = 300
ADVICE = (
    "The tests drive a real browser, and there is none that starts. Install Chromium or Google Chrome, "
    "or say where one is: CHROME=/path/to/chrome make test"
)


class NoBrowserError(RuntimeError):
    """There is no browser here that starts; the message says what to install."""


def candidates() -> list[str]:
    """Where a browser may be, the one that ``CHROME`` names first. Only files that exist."""
    named = [os.environ.get("CHROME", ""), *(shutil.which(command) or "" for command in COMMANDS)]
    with sync_playwright() as playwright:
        downloaded = playwright.chromium.executable_path
    return [path for path in (*named, *USUAL_PLACES, downloaded) if path and Path(path).is_file()]


def starts(path: str) -> bool:
    """Whether the browser at ``path`` opens and closes; a stub that only names a package does not."""
    with sync_playwright() as playwright:
        try:
            playwright.chromium.launch(executable_path=path, timeout=60_000).close()
        except Error:
            return False
    return True


@lru_cache(maxsize=1)
def find_browser() -> str:
    """The path of a browser that starts.

    Raises:
        NoBrowserError: there is none.
    """
    for path in candidates():
        if starts(path):
            return path
    raise NoBrowserError(ADVICE)


def ensure_browser() -> str:
    """Find a browser or install one: Playwright's own first, then, as root, the system's package.

    Raises:
        NoBrowserError: none is here and none could be installed.
    """
    for install in (_nothing, _install_by_playwright, _install_by_apt):
        install()
        try:
            return find_browser()
        except NoBrowserError:
            continue
    raise NoBrowserError(ADVICE)


def _nothing() -> None:
    """What is here may do."""


def _install_by_playwright() -> None:
    print("No browser found. Downloading Chromium for the tests.", flush=True)
    _run(sys.executable, "-m", "playwright", "install", "chromium")


def _install_by_apt() -> None:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("apt-get"):
        return
    print("That download did not work. Installing Chromium with apt-get.", flush=True)
    _run("apt-get", "update", "-qq")
    _run("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium")


def _run(*command: str) -> None:
    # Whether it worked shows when the browser starts or not; what it printed is only noise by then.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        subprocess.run(command, env=environment, timeout=DOWNLOAD_SECONDS, capture_output=True, check=False)
    except subprocess.TimeoutExpired:
        print(f"{command[0]} took longer than {DOWNLOAD_SECONDS} seconds.", flush=True)


if __name__ == "__main__":
    try:
        print(f"Browser for the tests: {ensure_browser()}", flush=True)
    except NoBrowserError as missing:
        sys.exit(str(missing))
