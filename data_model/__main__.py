"""``python -m data_model upgrade``: bring an older store up to this version of the code."""

from __future__ import annotations

import argparse
import sys

from data_model.revisions import upgrade_store
from data_model.store import connect


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m data_model", description=__doc__)
    parser.add_argument("command", choices=["upgrade"])
    parser.add_argument("--database", metavar="URL", help="the store (default: DATABASE_URL)")
    asked = parser.parse_args(arguments)
    engine = connect(asked.database)
    upgrade_store(engine)
    engine.dispose()
    print("The store fits this version of the code.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
