# Two commands do everything on a fresh machine: `make serve` and `make test`.
# `make help` lists the rest.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TOOLS := var/tools
PIN := --universal --python-version 3.11 --generate-hashes --no-header --quiet --upgrade
LIBRARY ?= var/library
HOST ?= 127.0.0.1
PORT ?= 8000
SECONDS ?= 600
PROCESSES ?= 2
SEED ?= 1

.DEFAULT_GOAL := help
.PHONY: help serve ingest test check fix test-fast test-other-whoosh faults proxies threads screenshots bench lock audit sbom load fuzz bench-portal clean paint

help: ## list the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 22

serve: $(VENV)/.installed ## read raw/ into the library (only what changed), then serve it
	@$(BIN)/python -m ingest raw/ --library $(LIBRARY) || [ $$? -eq 1 ]
	@exec $(BIN)/python -m portal --library $(LIBRARY) --host $(HOST) --port $(PORT)

ingest: $(VENV)/.installed ## read raw/ into the library
	@$(BIN)/python -m ingest raw/ --library $(LIBRARY)

test: $(VENV)/.installed-test ## lint, types, import rules and all tests
	@sh .ci/browser
	@sh .ci/check $(BIN)

check: $(VENV)/.installed-test ## lint, types and import rules only
	@sh .ci/check $(BIN) --no-tests

test-fast: $(VENV)/.installed-test ## the tests that need no browser, wheel or long wait
	@$(BIN)/python -m pytest -q -m "not browser and not wheel and not slow"

test-other-whoosh: ## the index tests on the other two distributions of Whoosh
	@sh .ci/other-whoosh $(PYTHON)

fix: $(VENV)/.installed-test ## format, and fix what the linter can
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

faults: $(VENV)/.installed-test ## kill ingest at 300 points, ingest 100 times under load (an hour)
	@$(BIN)/python -m tests.faults

proxies: $(VENV)/.installed-test ## what nginx and Caddy themselves say of their files (Debian; fetches both)
	@sh .ci/proxies $(BIN)

screenshots: $(VENV)/.installed-test ## pictures of every kind of page of the running portal
	@$(BIN)/python -m tests.browser.screenshots http://$(HOST):$(PORT) var/screenshots

threads: $(VENV)/.installed-test ## eight threads on one index for a minute, exactly one thread's answers
	@THREAD_SECONDS=60 $(BIN)/python -m pytest -q tests/index/engines/whoosh/test_threads.py

paint: $(VENV)/.installed-test ## when the largest thing on each kind of page is painted, running portal
	@$(BIN)/python -m tests.browser.paint http://$(HOST):$(PORT)

bench: $(VENV)/.installed-test ## search beside its peers, over the health library in DATA=folder; BENCH="--growth --resume"
	@test -n "$(DATA)" || { echo "name the folder of the health library: make bench DATA=..." >&2; exit 2; }
	@$(BIN)/python -m pip install --quiet --group bench
	@$(BIN)/python -m benchmarks.search $(DATA) --out var/benchmarks --chart docs/images/search-times.svg $(BENCH)

lock: $(TOOLS)/.installed ## pin every dependency anew, with hashes, as pyproject.toml allows
	@$(TOOLS)/bin/uv pip compile pyproject.toml --group build $(PIN) --output-file requirements.lock
	@$(TOOLS)/bin/uv pip compile pyproject.toml --group build --group test --all-extras \
		--constraints requirements.lock $(PIN) --output-file requirements-test.lock

audit: ## look up the pinned dependencies in the list of known vulnerabilities
	@sh .ci/audit $(PYTHON) $(TOOLS)

sbom: $(TOOLS)/.installed ## write the bill of materials, CycloneDX as JSON, to var/sbom.json
	@mkdir -p var
	@$(TOOLS)/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml \
		--output-reproducible --output-file var/sbom.json

load: $(VENV)/.installed-test ## 300 requests a second for five minutes while ingest runs, over the raw pages in DATA=folder
	@test -n "$(DATA)" || { echo "name a folder of raw pages: make load DATA=..." >&2; exit 2; }
	@$(BIN)/python -m benchmarks.portal.endurance $(DATA) $(LOAD)

fuzz: $(VENV)/.installed-test ## mutated pages, queries and addresses for SECONDS=600, by PROCESSES=2, from SEED=1
	@$(BIN)/python -m tests.fuzz --seconds $(SECONDS) --processes $(PROCESSES) --seed $(SEED)

bench-portal: $(VENV)/.installed-test ## the portal beside Datasette, over the library in LIBRARY=folder
	@$(BIN)/python -m pip install --quiet --group bench
	@$(BIN)/python -m benchmarks.portal $(LIBRARY) --out var/benchmarks/portal.json

clean: ## remove everything built or installed
	@rm -rf $(VENV) var build dist .coverage* .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.installed: pyproject.toml requirements.lock .ci/environment
	@sh .ci/environment $(PYTHON) $(VENV)
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements-test.lock
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-test.lock
	@touch $@

$(TOOLS)/.installed: .ci/environment
	@sh .ci/environment $(PYTHON) $(TOOLS)
	@$(TOOLS)/bin/python -m pip install --quiet uv cyclonedx-bom
	@touch $@
