# Two commands: `make run` serves the pages, `make test` runs every test.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
SHELL := /bin/bash

.PHONY: run setup test coverage lint bench clean packages

run: setup  ## start the web pages, a worker and LanguageTool, and print the address
	@exec $(BIN)/auditor serve

setup: $(READY)  ## make the environment and fetch once what audits need
	@$(BIN)/auditor setup

$(READY): pyproject.toml constraints.txt
	@echo "  Python environment (first time: two minutes) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; set PYTHON=python3.12 or the like."; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "Python's venv module is needed; on Debian: apt-get install python3-venv."; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $(READY)

test: setup packages lint  ## every test, with the real LanguageTool, worker and browser
	@$(BIN)/python -m pytest $(ARGS)

coverage: setup packages  ## every test, and which lines none of them reaches; twice as long
	@$(BIN)/python -m pytest --cov --cov-report=term:skip-covered $(ARGS)

lint: $(READY)  ## style, types and import contracts
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache | tail -n 3

packages:  ## Debian packages that some tests need, where they can be had without asking
	@scripts/test-packages

bench: setup  ## timings; never part of the tests
	@$(BIN)/python -m tests.bench

clean:  ## remove the environment and everything fetched or stored
	rm -rf $(VENV) .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage*
