# Everything that is done with this repository by hand or in CI. `make` alone lists it.

VENV ?= .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
PORT ?= 8501
# Python to build the environment with; empty: the newest known one that works.
PYTHON ?=
# Passed on to pytest: make test ARGS="-k kirjaus", make test ARGS="-m 'not browser'"
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help install run test check lint names format hooks browser bench lock clean

help:  ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(STAMP)  ## Create .venv and install the locked packages, if they have changed

run: install  ## Start the app: http://localhost:8501, or PORT=...
	$(BIN)/streamlit run app.py --server.port $(PORT)

test: lint browser  ## Run every check and test; ARGS= goes to pytest
	$(BIN)/pytest -n auto --dist loadfile $(ARGS)

check: lint  ## Run the checks of `lint` and the fast tests: after every small change
	$(BIN)/pytest -q -n auto --dist worksteal -m "not slow and not browser" --hypothesis-profile=quick $(FAST) $(ARGS)

# Without those that open whole pages and whole files of every export.
FAST := tests/data tests/loaders tests/components/figures tests/components/test_*.py tests/test_*.py

lint: install  ## Check style, types, the direction of imports and names
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/python -m tests.names

names: install  ## List modules, functions, parameters and variables whose name says nothing
	@$(BIN)/python -m tests.names

format: install  ## Mend what style and format can mend by themselves
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

hooks: install  ## Let git check style and layers before each commit; no network
	$(BIN)/pre-commit install

browser: install  ## Make sure that there is a Chromium for the browser tests
	@$(BIN)/python -m tests.e2e.chromium --install

bench: install  ## Time the app's own work against its alternatives
	$(BIN)/python -m benchmarks

lock: install  ## Pin the packages of requirements*.in again; UPGRADE=1 takes the newest
	$(COMPILE) requirements.in --output-file requirements.txt
	$(COMPILE) requirements-dev.in --output-file requirements-dev.txt

COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

clean:  ## Remove .venv and everything that the checks leave behind
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A candidate is tried, not only looked up: a version manager's shim is there and does not work, and Debian's Python
# comes without venv. An environment that was left half made, or whose Python is gone, is built anew.
$(STAMP): requirements-dev.txt
	@$(BIN)/python -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && exit 0; \
	for python in $(or $(PYTHON),python3.13 python3.12 python3.11 python3); do \
	  $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	  old_enough=$$python; \
	  $$python -c 'import ensurepip, venv' 2>/dev/null || continue; \
	  echo "Creating $(VENV) with $$($$python --version) ($$python)"; \
	  exec $$python -m venv --clear $(VENV); \
	done; \
	if [ -n "$$old_enough" ]; then \
	  echo "$$old_enough lacks the venv module. On Debian or Ubuntu: apt install python3-venv" >&2; \
	else \
	  echo "Python 3.11 or newer is needed: install it, or name it: make install PYTHON=/path/to/python3.12" >&2; \
	fi; exit 1
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
