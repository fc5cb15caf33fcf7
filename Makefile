# The two commands that matter: `make release` and `make test`. Everything else serves them.

SHELL := /bin/bash
DATA ?= data/example
PYTHON ?= $(shell for p in python3.12 python3.11 python3 python; do \
  $$p -c 'import sys; raise SystemExit(not (3,11) <= sys.version_info[:2] <= (3,12))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
export DO_NOT_TRACK := 1
export GX_ANALYTICS_ENABLED := false

.PHONY: help expectations release test national bench-reading bench-linkage bench-review bench-layouts faults lint env dev lock properties clean
.DEFAULT_GOAL := help

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

release: env ## the example workspace, from raw files to a release
	$(BIN)/lappendeken --data $(DATA) run
	$(BIN)/lappendeken --data $(DATA) release

test: env ## all tests
	$(BIN)/pytest -n 2 --dist loadgroup

NATIONAL ?= data/national
BODIES ?= 375
SEED ?= 1

national: env ## a simulated country of full size, run and held against its truth, in NATIONAL
	@test ! -e $(NATIONAL) || { echo "$(NATIONAL) is there already; remove it, or give another with make national NATIONAL=DIR"; exit 2; }
	$(BIN)/lappendeken simulate --bodies $(BODIES) --snapshots 2017,2020,2024 --seed $(SEED) $(NATIONAL)
	$(BIN)/lappendeken --data $(NATIONAL) intake $(NATIONAL)/raw
	$(BIN)/lappendeken --data $(NATIONAL) run
	$(BIN)/lappendeken --data $(NATIONAL) evaluate all --truth $(NATIONAL)/truth \
	  --json $(NATIONAL)/evaluation.json --html $(NATIONAL)/evaluation.html
	@echo "$(NATIONAL)/evaluation.html is the page, evaluation.json beside it has everything"

bench-reading: env ## CPU and memory from PDF to mentions, beside pdfium and pdfplumber
	$(BIN)/python -m benchmarks.reading

bench-linkage: env ## time and memory of linking by the number of mentions (SIZES=...), and the peers, on the country of make national
	$(BIN)/python -m benchmarks.linkage $(NATIONAL)/truth $(SIZES)

bench-review: env ## time of the queue of questions, on the country of make national
	$(BIN)/python -m benchmarks.review $(NATIONAL)

bench-layouts: env ## recall, precision, fields and silent errors on COUNT=500 fresh layouts of SEED=..., by choice
	$(BIN)/python -m benchmarks.layouts --seed $(SEED) --count $(or $(COUNT),500)

KILLS ?= 200
EXAMPLE_KILLS ?= 20

faults: env ## SIGKILL at random moments (SEED, KILLS, EXAMPLE_KILLS), full disks, locked files: what must hold after each
	$(BIN)/python -m benchmarks.faults --seed $(SEED) --kills $(KILLS) --example $(EXAMPLE_KILLS)

lint: env ## ruff, sqlfluff, the import contract, the generated files
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/sqlfluff lint dbt/models dbt/tests
	$(BIN)/lint-imports
	$(BIN)/python -m dagster_project.dictionary.dbt_properties --check

env: .venv/.ready

.venv/.ready: requirements.lock bootstrap.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "Python 3.11 or 3.12 is needed; give its path with make PYTHON=..."; exit 2; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r bootstrap.lock
	VIRTUAL_ENV=.venv $(BIN)/uv pip install -q --compile-bytecode --require-hashes -r requirements.lock
	VIRTUAL_ENV=.venv $(BIN)/uv pip install -q --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q dagster_project
	@touch $@

dev: env ## Dagster's pages for DATA on this machine
	LAPPENDEKEN_DATA=$(DATA) $(BIN)/python -m dagster_project.cli.dev

lock: ## renew requirements.lock from pyproject.toml
	$(BIN)/uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 \
	  --prerelease=if-necessary-or-explicit --generate-hashes --no-emit-index-url --no-header -o requirements.lock

properties: env ## write the dbt properties anew from the dictionary
	$(BIN)/python -m dagster_project.dictionary.dbt_properties

expectations: env ## write the lock of the expectations anew, and say which came and went
	$(BIN)/python -m dagster_project.quality.lock

clean: ## throw away what can be rebuilt
	rm -rf data/work data/*/work dbt/target dbt/logs
