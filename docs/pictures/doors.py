"""Photographs pages for the readme, the three doors among them: run ``python -m docs.pictures.doors``.

The app is served on the made-up data in a store of its own, as on one fixed day. ``CHROME`` may name the
browser.
"""

import os
import socket
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from docs.pictures.draw import ROOT, find_browser, wait_for

DAY = "2026-11-23"
COLOURS = 256
MOST_BYTES = 150_000
# A photograph leaves out the menus, which are the same on every page.
QUIET = """
[data-testid=stToolbar], [data-testid=stSidebar], [data-testid=stExpandSidebarButton] { display: none; }
.stApp [data-testid=stMainBlockContainer] { padding-top: 2rem; }
.stApp:has(.slide) [data-testid=stMainBlockContainer] { padding-top: .5rem; }
"""


class Door(NamedTuple):
    """One picture: its file, the link, the size in pixels, and what has to be seen first."""

    name: str
    link: str
    width: int
    height: int
    first: str


DOORS = (
    Door("door_board", "where-to-act?as=board", 1280, 850, ".things"),
    Door("door_my_area", "my-area?as=local&borough=Newham", 1280, 850, "svg.small"),
    Door(
        "door_forum",
        "qi-forum?area=Bedfordshire+mental+health+(directorate)&view=screen&slide=3",
        1280,
        720,
        ".slide [role=img]",
    ),
    Door("who_has_a_seat_laptop", "big-i", 1280, 850, "[role=graphics-document]"),
    Door("workshops_laptop", "workshops", 1280, 850, ".columns"),
    Door("satisfaction_laptop", "satisfaction", 1280, 850, "[role=graphics-document]"),
    Door("my_area_phone", "my-area?as=local&borough=Newham", 390, 844, "svg.small"),
)


def take_picture(browser: Browser, address: str, door: Door) -> None:
    """Write one file of at most `MOST_BYTES`; ValueError if it cannot be that small."""
    page = browser.new_page(
        viewport={"width": door.width, "height": door.height},
        locale="en-GB",
        timezone_id="Europe/London",
        color_scheme="light",
    )
    page.goto(f"{address}/{door.link}")
    page.locator(door.first).locator("visible=true").first.wait_for()
    page.add_style_tag(content=QUIET)
    page.wait_for_timeout(2500)  # the fonts and the last charts come last
    taken = Image.open(BytesIO(page.screenshot())).convert("RGB")
    page.close()
    file = Path(__file__).with_name(f"{door.name}.png")
    taken.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)
    if file.stat().st_size > MOST_BYTES:
        raise ValueError(f"{file.name} has more than {MOST_BYTES} bytes.")


def main() -> None:
    """Serve the app on an empty store, which fills itself with the made-up data, and take the pictures."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = str(free.getsockname()[1])
    address = f"http://localhost:{port}"
    with TemporaryDirectory() as folder:
        own = {"DATABASE_URL": f"sqlite:///{folder}/pictures.db", "PARTICIPATION_TODAY": DAY}
        # Fixed words only; nothing comes from outside.
        command = [sys.executable, "-m", "streamlit", "run", "asgi.py", "--server.port", port]
        command += ["--server.address", "localhost", "--server.headless", "true"]
        server = subprocess.Popen(command, cwd=ROOT, env={**os.environ, **own})  # noqa: S603
        try:
            wait_for(address)
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=find_browser())
                for door in DOORS:
                    take_picture(browser, address, door)
                browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
