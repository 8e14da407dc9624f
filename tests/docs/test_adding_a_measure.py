"""docs/adding_a_measure.md is followed to the letter, in a copy of the code, and works."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NAME = "learning_sets_held"


def test_following_the_page_adds_a_measure(tmp_path):
    page = (ROOT / "docs/adding_a_measure.md").read_text(encoding="utf-8")
    definition = re.search(r"```yaml\n(.*?)```", page, re.DOTALL)[1]
    calculation, entry = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    code = tmp_path / "code"
    for folder in ("measures", "spc", "data_model", "loaders", "sample_data"):
        shutil.copytree(ROOT / folder, code / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "settings.py", code)

    (code / f"measures/catalogue/{NAME}.yaml").write_text(definition, encoding="utf-8")
    subject = code / "measures/calculations/workshops.py"
    subject.write_text(subject.read_text(encoding="utf-8") + f"\n\n{calculation}", encoding="utf-8")
    registry = code / "measures/calculations/__init__.py"
    text = registry.read_text(encoding="utf-8")
    registry.write_text(
        text.replace('    "workshops_held"', f'{entry}    "workshops_held"'), encoding="utf-8"
    )

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=code,
            text=True,
            capture_output=True,
            env={"DATABASE_URL": f"sqlite:///{tmp_path / 'store.db'}", "PATH": "", "PYTHONUTF8": "1"},
            check=False,
        )

    assert run("measures", "check").stdout.startswith("20 measures")
    assert run("loaders", "sample").returncode == 0
    shown = run("measures", "show", NAME, "--area", "RWK")
    assert shown.returncode == 0, shown.stderr
    assert re.search(r"learning sets?\b", shown.stdout)
