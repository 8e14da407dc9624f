"""Several loaders at once: one waits for the other, and no row is stored twice."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

import loaders
from data_model import Area
from data_model.store import connect, reading
from loaders.kinds import KINDS

LOADERS = 3
LOADERS_AT_ONCE, ROUNDS = 4, 5
STREAMING = {
    "fft": (
        "month,directorate,team,very_good,good,neither,poor,very_poor,dont_know",
        "{month},NMH,{team},{n},2,1,1,1,1",
    ),
    "dialog": ("month,directorate,team,item,answered,mean_score", "{month},NMH,{team},{item},1{n},4.5"),
    "staff_survey": ("month,directorate,team,answers,positive", "{month},NMH,{team},20,{n}"),
    "pulse": (
        "month,directorate,team,question,strongly_disagree,disagree,neither,agree,strongly_agree",
        "{month},NMH,{team},heard,1,1,2,{n},3",
    ),
    "payments": ("month,directorate,team,claims,paid_on_time", "{month},NMH,{team},20,{n}"),
    "staying": ("month,directorate,team,joined,after_3_months", "{month},NMH,{team},20,{n}"),
    "nhs_oversight": (
        "quarter,trust_code,trust_name,metric_id,metric_description,reporting_date,units,value",
        "Q1 2025/26,RW{item},Example,OF{item},Made up,{month},%,{n}",
    ),
}  # fmt: skip


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


def overlapping(kind: str, loader: int, number: int) -> bytes:
    """A file of three years from the loader's own year on, so that each shares two with the next."""
    headings, row = STREAMING[kind]
    months = (f"{2012 + loader + n // 12}-{n % 12 + 1:02d}" for n in range(36))
    lines = (
        row.format(month=month, team=team, item=item, n=number)
        for month in months
        for item, team in enumerate(("", "T-NSO"), 1)
    )
    return "\n".join([headings, *lines]).encode()


@pytest.mark.parametrize("kind", STREAMING)
def test_overlapping_files_from_four_loaders_at_once_store_every_row_once(store, kind):
    wait = Barrier(LOADERS_AT_ONCE)

    def load(loader: int, number: int):
        engine = connect(store.url.render_as_string(hide_password=False))
        try:
            wait.wait()
            return loaders.load_file(engine, overlapping(kind, loader, number), f"{loader}.csv")
        finally:
            engine.dispose()

    for number in range(3, 3 + ROUNDS):
        with ThreadPoolExecutor(LOADERS_AT_ONCE) as pool:
            reports = list(pool.map(load, range(LOADERS_AT_ONCE), [number] * LOADERS_AT_ONCE))
        assert {report.status for report in reports} <= {"loaded", "unchanged"}, reports
        # Six years of months for two teams: each row is new, or changed, exactly once.
        told = [(report.rows.added, report.rows.changed) for report in reports]
        first = number == 3
        assert (sum(a for a, _ in told), sum(c for _, c in told)) == ((144, 0) if first else (0, 144))
        assert all(r.rows.read == r.rows.added + r.rows.changed + r.rows.unchanged == 72 for r in reports)
        with reading(store) as session:
            rows = loaders.query_export(session, kind)
        columns = KINDS[kind].key_columns
        assert len({tuple(row[column] for column in columns) for row in rows}) == len(rows) == 144
