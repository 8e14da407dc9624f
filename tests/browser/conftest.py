"""The real app in a real browser: a server on the sample data, and a page that notices every fault."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from browser.find_browser import find_browser
from browser.task import Task
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright
from stores import Stores

ROOT = Path(__file__).resolve().parents[2]
SCREENSHOTS = ROOT / "build" / "screenshots"
START_SECONDS = 120
STOP_SECONDS = 15
SHOW_MILLISECONDS = 60_000

# What a person waits for: connected, the script done, no grey placeholder, every chart drawn, for so many
# pictures of the page in a row. A busy machine makes them slowly, and so this waits as long as it has to.
DRAWN = """([wait, frames]) => {
  const isDrawn = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    const main = document.querySelector('[data-testid="stMain"]');
    if (!app || !main || !main.querySelector('h1')) return false;
    if (app.dataset.testConnectionState !== 'CONNECTED') return false;
    if (app.dataset.testScriptState !== 'notRunning') return false;
    if (main.querySelector('[data-testid="stSkeleton"]')) return false;
    if (document.fonts.status !== 'loaded') return false;
    const charts = [...main.querySelectorAll('[data-testid="stVegaLiteChart"]')];
    return charts.every(chart => chart.querySelector('svg, canvas'));
  };
  if (window.waited?.wait !== wait) window.waited = {wait, frames: 0};
  window.waited.frames = isDrawn() ? window.waited.frames + 1 : 0;
  return window.waited.frames > frames;
}"""
_waits = count()


# What the frame shows in place of a page that failed, and what Streamlit shows if the frame did.
FAILED = '[data-testid="stException"], :text("Something went wrong on our side")'


def _wait_until_drawn(page: Page, frames: int = 2) -> None:
    page.wait_for_function(DRAWN, arg=[next(_waits), frames], timeout=SHOW_MILLISECONDS)
    failed = page.locator(FAILED)
    assert failed.count() == 0, failed.first.inner_text()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


class App(NamedTuple):
    """The running app: where it answers, what it writes, and its store."""

    address: str
    output: Path
    database: str


@contextmanager
def serve_script(script: str, output: Path, **environment: str) -> Iterator[str]:
    """Serve a script as `make run` does, until the block ends; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Fixed words and our own numbers; nothing comes from outside.
    command = [sys.executable, "-m", "streamlit", "run", script]
    options = ["--server.address", "localhost", "--server.port", str(port), "--server.headless", "true"]
    with output.open("w") as log:
        server = subprocess.Popen(
            [*command, *options],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_until_healthy(server, f"http://localhost:{port}", output)
            yield f"http://localhost:{port}"
        finally:
            _end(server)


@pytest.fixture(scope="session")
def running_app(stores: Stores, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The app, with a store of its own that holds the sample data."""
    output = tmp_path_factory.mktemp("app_server") / "output.txt"
    with (
        stores.copy("sqlite", "with_sample") as url,
        serve_script("asgi.py", output, DATABASE_URL=url) as app,
    ):
        yield App(app, output, url)


@pytest.fixture
def serve(tmp_path: Path) -> Callable[[Path], AbstractContextManager[str]]:
    """``with serve(script) as address``: a Streamlit script that is not our app."""
    return lambda script: serve_script(str(script), tmp_path / "output.txt")


@pytest.fixture(scope="session")
def app_server(running_app: App) -> str:
    """The address of the running app."""
    return running_app.address


def _end(server: subprocess.Popen) -> None:
    server.terminate()
    try:
        server.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        # While it warms up it hears no signal; never leave it behind.
        server.kill()
        server.wait()


def _wait_until_healthy(server: subprocess.Popen, address: str, output: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own server
                if answer.read() == b"ok":
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    pytest.fail(f"the app did not start. It wrote:\n{output.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium or Chrome for all tests of the run."""
    path = find_browser()
    expect.set_options(timeout=SHOW_MILLISECONDS)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, running_app: App) -> Iterator[Page]:
    """An empty page; the test fails at its end if there was an error or another host was asked."""
    written_before = len(running_app.output.read_text())
    context = browser.new_context(locale="en-GB", timezone_id="Europe/London")
    context.set_default_timeout(SHOW_MILLISECONDS)
    opened = context.new_page()
    faults: list[str] = []
    home = urlsplit(running_app.address).netloc

    def on_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"console: {message.text} ({message.location['url']})")

    def on_request(request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.netloc != home:
            faults.append(f"asked another host: {request.url}")

    def on_failure(request: Request) -> None:
        # A request that is dropped because the reader goes on is no fault.
        if request.failure != "net::ERR_ABORTED":
            faults.append(f"failed: {request.url} {request.failure}")

    opened.on("console", on_console)
    opened.on("pageerror", lambda error: faults.append(f"page error: {error}"))
    opened.on("request", on_request)
    opened.on("requestfailed", on_failure)
    yield opened
    context.close()
    written = running_app.output.read_text()[written_before:]
    if "Traceback" in written:
        faults.append(f"the server wrote:\n{written}")
    assert not faults, "the page had faults:\n" + "\n".join(faults)


@pytest.fixture
def wait_until_drawn(page: Page) -> Callable[[], None]:
    """Wait after a click until the page shows its answer, charts and all."""

    def wait() -> None:
        # The click has to reach the server before "done" means anything.
        _wait_until_drawn(page, frames=10)

    return wait


@pytest.fixture
def open_page(page: Page, app_server: str) -> Callable[..., Page]:
    """``open_page("/big-i?area=newham", width=360, height=740)``: the page, once it is drawn."""

    def opening(path: str = "/", width: int = 1366, height: int = 768) -> Page:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(app_server + path)
        _wait_until_drawn(page)
        return page

    return opening


@pytest.fixture
def start_task(open_page: Callable[..., Page], wait_until_drawn: Callable[[], None]) -> Callable[..., Task]:
    """``start_task("/my-area", 360, 740)``: a visitor on that page, whose clicks count from there."""

    def starting(path: str = "/", width: int = 1440, height: int = 900) -> Task:
        return Task(open_page(path, width, height), wait_until_drawn)

    return starting


@pytest.fixture
def screenshot(page: Page) -> Callable[..., Path]:
    """``screenshot("big_i_phone")``: the whole page, or what can be seen of it, into build/screenshots."""

    def taking(name: str, *, whole: bool = True) -> Path:
        size = page.viewport_size
        # The page scrolls inside its main part, so a "full page" picture would be cut.
        height = page.locator('[data-testid="stMain"]').evaluate("main => main.scrollHeight")
        if whole:
            page.set_viewport_size({"width": size["width"], "height": max(height, size["height"])})
        _wait_until_drawn(page)
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        file = SCREENSHOTS / f"{re.sub(r'[^a-z_-]', '_', name.lower())}.png"
        page.screenshot(path=file)
        page.set_viewport_size(size)
        return file

    return taking
