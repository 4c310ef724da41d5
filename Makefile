# Everything one needs to run, test and measure Panah. `make help` lists it.

HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALL := $(PYTHON) -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(VENV)/bin/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --no-header \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

# One that was left half made, because a part of Python was missing, is made anew.
ENVIRONMENT = $(PYTHON) -m pip --version >/dev/null 2>&1 || { \
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Panah needs Python 3.11 or newer, as python3."; exit 1; }; \
	python3 -m venv --clear $(VENV) \
		|| { echo "Python could not make $(VENV). On Debian and Ubuntu: apt install python3-venv"; exit 1; }; }

.DEFAULT_GOAL := help
.PHONY: help start test lint messages bench relevance metrics pins

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

start: $(VENV)/for-running ## Bring the site up on http://127.0.0.1:8000 (HOST and PORT choose another address)
	@exec $(PYTHON) -m config.start --host $(HOST) --port $(PORT)

test: $(VENV)/for-testing ## Run every test, on every core (ARGS="..." passes options to pytest)
	@$(PYTHON) -m pytest --numprocesses auto --dist loadfile $(ARGS)

lint: $(VENV)/for-testing ## Check style, types, templates, imports, migrations and translations
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/lint-imports
	$(PYTHON) -m mypy .
	$(VENV)/bin/djlint --lint --quiet templates
	$(PYTHON) manage.py makemigrations --check --dry-run --settings tests.settings
	$(PYTHON) -m config.translations check

messages: $(VENV)/for-testing ## Bring the translation files up to date with the source
	@$(PYTHON) -m config.translations update

bench: $(VENV)/for-testing ## Measure speed and weight (tests/benchmarks)
	@$(PYTHON) -m tests.benchmarks

relevance: $(VENV)/for-testing ## Print how good the answers of search are (ARGS="--worst 20" lists the worst)
	@$(PYTHON) -m tests.search.relevance $(ARGS)

metrics: $(VENV)/for-testing ## Print what is measured of the code itself
	@$(PYTHON) -m tests.test_structure.metrics

pins: $(VENV)/for-testing ## Pin the newest versions of all packages
	@$(COMPILE) --output-file requirements.txt requirements.in
	@$(COMPILE) --output-file requirements-dev.txt requirements-dev.in

# The packages a site runs with, each of them pinned and checked by its hash.
$(VENV)/for-running: requirements.txt
	@$(ENVIRONMENT)
	@echo "  Packages        (the first time takes a minute)"
	@$(INSTALL) -r requirements.txt
	@touch $@

$(VENV)/for-testing: requirements.txt requirements-dev.txt
	@$(ENVIRONMENT)
	@$(INSTALL) -r requirements.txt -r requirements-dev.txt
	@touch $(VENV)/for-running $@
