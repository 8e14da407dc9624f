# Everything a person needs, in one word each. `make` lists them.
# Only Python 3.11 or newer and make have to be there; the rest is set up on first use.

PYTHON ?= python3
PORT ?= 8501
UV := uv==0.13.9
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check bench
.DELETE_ON_ERROR:

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-6s  %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: .venv/run.stamp ## Open the dashboard on http://localhost:8501 (another port: make run PORT=8502)
	@$(BIN)/python -c "import socket; socket.create_server(('127.0.0.1', $(PORT))).close()" 2>/dev/null || { \
	  echo "Port $(PORT) is taken, perhaps by another copy of this app. Stop that, or say: make run PORT=8502"; \
	  exit 1; }
	@$(BIN)/python -m streamlit run asgi.py \
	  --server.address localhost --server.port $(PORT) --server.showEmailPrompt false

test: .venv/dev.stamp ## Run every test, on SQLite and PostgreSQL and in a browser
	@$(BIN)/python tests/browser/find_browser.py
	@$(BIN)/python -m pytest -n 2 --dist loadgroup

check: .venv/dev.stamp ## Lint, formatting, types, who may import whom, and the measure definitions
	@$(BIN)/python -m ruff check .
	@$(BIN)/python -m ruff format --check .
	@$(BIN)/python -m pyright
	@$(BIN)/python $(BIN)/lint-imports --no-logo
	@$(BIN)/python -m measures check

bench: .venv/dev.stamp ## Measure speed and false alarms against our limits
	@set -e; for name in bench_spc bench_load bench_page false_alarms; do echo "== $$name"; $(BIN)/python -m benchmarks.$$name; done

# A stamp is newer than the list it was installed from, so a second call takes no time.
.venv/run.stamp: requirements.txt | $(BIN)/python
	@echo "Installing what the app needs (once; about a minute)"
	@$(call install,requirements.txt)
	@touch $@

.venv/dev.stamp: requirements.txt requirements-dev.txt | $(BIN)/python
	@echo "Installing what the app and its tests need (once; about a minute)"
	@$(call install,requirements-dev.txt)
	@touch .venv/run.stamp $@

# uv is many times faster; pip does the same where uv cannot be had or cannot reach the packages.
define install
{ $(BIN)/python -m pip install --quiet --disable-pip-version-check $(UV) \
    && $(BIN)/python -m uv pip install --quiet --python $(BIN)/python -r $(1); } 2>.venv/uv.log \
  || { echo "Installing with pip, which takes a little longer"; \
       $(BIN)/python -m pip install --quiet --disable-pip-version-check -r $(1); }
endef

$(BIN)/python:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
	  echo "This needs Python 3.11 or newer, and '$(PYTHON)' is not that. Install it from python.org," \
	       "or name it: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || { \
	  echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
