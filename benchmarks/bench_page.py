"""Pages in a real browser, against a bare Streamlit page that draws as many charts from the same table.

``python -m benchmarks.bench_page``. Ours is served as `make run` does, the bare one by `streamlit run` as
it comes, in a folder without our settings. Visits take turns, so that a busy machine slows both, and
medians count. "Ready" is from the address to the last chart.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, sync_playwright

import loaders
from data_model.store import open_store

ROOT = Path(__file__).resolve().parents[1]
OUR_PORT, BARE_PORT = 8631, 8632
OUR_PAGES = ("/", "/big-i", "/satisfaction", "/workshops", "/my-area?borough=Newham")
IDLE_TICKS, TICK_SECONDS = 200, 8
READY = """charts => {
  const app = document.querySelector('[data-testid="stApp"]');
  if (!app || app.dataset.testScriptState !== 'notRunning') return false;
  if (document.querySelector('[data-testid="stSkeleton"]')) return false;
  const drawn = document.querySelectorAll(
    '[data-testid="stVegaLiteChart"] :is(svg, canvas), svg.small, .columns').length;
  return document.querySelector('h1') && drawn >= charts;
}"""
MOST_TICK = 2.0
LIMITS = {"first visit": 1.0, "warm browser": 1.0, "server CPU of a re-run": 0.25}


class Server(NamedTuple):
    """A running app: where it answers and its process."""

    address: str
    pid: int

    def cpu_seconds(self) -> float:
        """Processor time of the process so far, in seconds."""
        fields = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def serve(script: str, port: int, database: str, folder: Path = ROOT) -> Iterator[Server]:
    """Run an app until the block ends, with the Streamlit settings of a folder."""
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / script), "--server.port", str(port)]
    options = ["--server.address", "localhost", "--server.headless", "true"]
    environment = {**os.environ, "DATABASE_URL": database, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        [*command, *options], cwd=folder, env=environment, stdout=quiet, stderr=quiet
    ) as process:
        try:
            _wait_until_healthy(f"http://localhost:{port}")
            yield Server(f"http://localhost:{port}", process.pid)
        finally:
            process.terminate()


def _wait_until_healthy(address: str) -> None:
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own server
                if answer.read() == b"ok":
                    return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(0.1)
    raise SystemExit(f"{address} did not start")


def count_charts(browser: Browser, address: str) -> int:
    """How many charts a page draws."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_function(READY, arg=0, timeout=60_000)
    page.wait_for_timeout(2000)
    found = page.locator('[data-testid="stVegaLiteChart"], svg.small, .columns').count()
    page.close()
    return found


def time_visits(browser: Browser, address: str, charts: int) -> tuple[float, float]:
    """Seconds until a page is ready: on a first visit, and again in the same browser."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    times = []
    for _ in range(2):
        page = context.new_page()
        started = time.perf_counter()
        page.goto(address, wait_until="commit")
        page.wait_for_function(READY, arg=charts, timeout=60_000)
        times.append(time.perf_counter() - started)
        page.close()
    context.close()
    return times[0], times[1]


def time_reruns(browser: Browser, server: Server, address: str, charts: int, rounds: int) -> float:
    """Processor seconds of the server for one run of a page that is open already."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(address)
    page.wait_for_function(READY, arg=charts, timeout=60_000)
    _rerun(page)
    before = server.cpu_seconds()
    for _ in range(rounds):
        _rerun(page)
    spent = server.cpu_seconds() - before
    page.close()
    return spent / rounds


def _rerun(page: Page) -> None:
    """Streamlit's own key for "run again"."""
    page.locator("body").press("r")
    page.wait_for_timeout(800)


def time_idle_screen(browser: Browser, server: Server) -> float:
    """Milliseconds of server time for one tick of the forum's screen while nothing changes.

    The browser's clock is put on from tick to tick, so that many are counted; all that the server does
    meanwhile counts as theirs.
    """
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.clock.install()
    page.goto(f"{server.address}/qi-forum?view=screen")
    page.wait_for_selector(".st-key-live .status", state="attached", timeout=60_000)
    page.wait_for_timeout(5000)
    _tick(page)
    before = server.cpu_seconds()
    for _ in range(IDLE_TICKS):
        _tick(page)
    spent = server.cpu_seconds() - before
    page.close()
    return spent / IDLE_TICKS * 1000


def _tick(page: Page) -> None:
    with page.expect_response("**/pulse") as asked:
        page.clock.fast_forward(TICK_SECONDS * 1000)
    if not asked.value.ok:
        raise SystemExit("the screen asked for news and got no answer")


def compare(browser: Browser, ours: Server, bare: Server, path: str, rounds: int) -> dict[str, float]:
    """The three ratios of one page of ours to the bare page with as many charts."""
    charts = count_charts(browser, ours.address + path)
    bare_address = f"{bare.address}/?charts={charts}"
    visits = [
        (time_visits(browser, ours.address + path, charts), time_visits(browser, bare_address, charts))
        for _ in range(rounds)
    ]
    first, warm = (
        statistics.median(mine[n] for mine, _ in visits) / statistics.median(other[n] for _, other in visits)
        for n in (0, 1)
    )
    rerun = time_reruns(browser, ours, ours.address + path, charts, rounds * 2) / time_reruns(
        browser, bare, bare_address, charts, rounds * 2
    )
    print(f"{path}: {charts} charts", flush=True)
    return dict(zip(LIMITS, (first, warm, rerun), strict=True))


def _find_browser() -> str:
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if not found:
        raise SystemExit("There is no Chromium here. Run `make test` once, or install it.")
    return found


def main() -> int:
    """Print every figure beside its limit; 1 if one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", nargs="*", default=OUR_PAGES)
    asked = parser.parse_args()
    missed = 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        database = f"sqlite:///{folder}/sample.db"
        engine = open_store(database)
        loaders.load_sample_data(engine)
        engine.dispose()
        browser = playwright.chromium.launch(executable_path=_find_browser())
        with (
            serve("asgi.py", OUR_PORT, database) as ours,
            serve("benchmarks/bare_page.py", BARE_PORT, database, Path(folder)) as bare,
        ):
            for path in asked.pages:
                for name, figure in compare(browser, ours, bare, path, asked.rounds).items():
                    good = figure <= LIMITS[name]
                    missed += not good
                    print(f"  {name:25} {figure:6.2f}  <= {LIMITS[name]:g}  {'ok' if good else 'MISSED'}")
            tick = time_idle_screen(browser, ours)
            missed += tick >= MOST_TICK
            said = "ok" if tick < MOST_TICK else "MISSED"
            print(f"idle forum screen, ms of server time a tick: {tick:.2f}  < {MOST_TICK:g}  {said}")
        browser.close()
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main())
