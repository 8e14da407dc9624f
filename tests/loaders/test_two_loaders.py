"""Several loaders at once: one waits for the other, and no row is stored twice."""

import json
from concurrent.futures import ThreadPoolExecutor

from data_model import Area

LOADERS = 3


def test_the_same_file_from_several_loaders_at_once_is_loaded_once(
    engine, run_module, tmp_path, areas_file, count_rows
):
    path = tmp_path / "areas.csv"
    path.write_bytes(areas_file)
    database = engine.url.render_as_string(hide_password=False)
    with ThreadPoolExecutor(LOADERS) as pool:
        runs = [
            pool.submit(run_module, "loaders", "load", path, "--json", database=database)
            for _ in range(LOADERS)
        ]
    done = [run.result() for run in runs]
    assert [(run.returncode, run.stderr) for run in done] == [(0, "")] * LOADERS
    statuses = sorted(json.loads(run.stdout)["status"] for run in done)
    assert statuses == ["loaded", "unchanged", "unchanged"]
    assert count_rows(engine, Area) == 9
