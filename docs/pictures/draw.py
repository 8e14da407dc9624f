"""Draws the pictures of ``docs/reading_the_charts.md``: run ``python -m docs.pictures.draw``.

A tiny page shows the charts as the app would, and a browser takes the pictures. ``CHROME`` may name it.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import sync_playwright

from docs.pictures.page import PICTURES

FOLDER = Path(__file__).parent
ROOT = FOLDER.parents[1]
WIDTH, SHARPNESS = 900, 2
START_SECONDS = 60
COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """The browser to use; None lets Playwright take its own."""
    return os.environ.get("CHROME") or next(filter(None, map(shutil.which, COMMANDS)), None)


def wait_for(address: str) -> None:
    """Return when the page is served; TimeoutError if it never is."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        try:
            urlopen(f"{address}/_stcore/health", timeout=2).close()  # noqa: S310 - our own server
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
        else:
            return
    raise TimeoutError(f"The page with the charts did not start within {START_SECONDS} seconds.")


def take_pictures(address: str) -> None:
    """Write one file a picture."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        page = browser.new_page(
            viewport={"width": WIDTH, "height": 1400}, device_scale_factor=SHARPNESS, color_scheme="light"
        )
        page.goto(address)
        for name, charts in PICTURES.items():
            place = page.locator(f".st-key-{name}")
            place.locator("canvas, svg").nth(len(charts) - 1).wait_for()
            page.wait_for_timeout(1000)  # the fonts come last
            place.screenshot(path=FOLDER / f"{name}.png")
        browser.close()


def main() -> None:
    """Serve the page, take the pictures, end the page."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    # Fixed words only; nothing comes from outside.
    command = [sys.executable, "-m", "streamlit", "run", "docs/pictures/page.py", "--server.port", port]
    server = subprocess.Popen(command, cwd=ROOT)  # noqa: S603
    try:
        wait_for(f"http://localhost:{port}")
        take_pictures(f"http://localhost:{port}")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
