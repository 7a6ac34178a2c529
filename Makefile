# Needs Python 3.11 or newer and make; everything else goes into .venv.
#   make run      set up and start the daemon: http://127.0.0.1:8080/
#   make test     set up and check everything
#   make bench    the benchmarks
#   make install  only set up
#   make lock     renew requirements*.txt from pyproject.toml

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.runtime
TOOLS := $(VENV)/.tools

.PHONY: install run test bench lock
.DELETE_ON_ERROR:

install: $(RUNTIME)

run: $(RUNTIME)
	$(BIN)/syndication run --samples

test: $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -n 2

bench: $(TOOLS)
	$(BIN)/python -m pytest tests/benchmarks -o python_files='bench_*.py' -o python_functions='bench_*' -p no:randomly --timeout=0 -q -s

# A stamp is as new as what it was made from, so a second call does nothing.
$(RUNTIME): requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation -e .
	touch $@

$(TOOLS): requirements-dev.txt $(RUNTIME)
	$(PIP) install --require-hashes -r requirements-dev.txt
	touch $@

$(BIN)/python:
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "make: $(PYTHON): not found; syndication needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; sys.exit(v < (3, 11) and "make: $(PYTHON) is Python %d.%d; syndication needs 3.11 or newer: make PYTHON=/path/to/python3.11" % v[:2])'
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "make: $(PYTHON) cannot make virtual environments; on Debian: apt install python3-venv" >&2; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

# Resolved for the oldest Python; the result is the same for 3.13, and hashes of all files serve every platform.
LOCKER := $(VENV)-lock
COMPILE := $(LOCKER)/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-header --no-annotate \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links
lock: | $(BIN)/python
	$(BIN)/python -m venv $(LOCKER)
	$(LOCKER)/bin/python -m pip --quiet install pip-tools
	$(COMPILE) --build-deps-for=editable -o $(LOCKER)/runtime.txt pyproject.toml
	grep -o '^[A-Za-z0-9_.-]*==[^ ]*' $(LOCKER)/runtime.txt > $(LOCKER)/all.in
	$(BIN)/python -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']['dev'], sep='\n')" >> $(LOCKER)/all.in
	$(COMPILE) -o $(LOCKER)/tools.txt $(LOCKER)/all.in
	{ sed -n '/^#/p' requirements.txt; cat $(LOCKER)/runtime.txt; } > $(LOCKER)/head && mv $(LOCKER)/head requirements.txt
	{ sed -n '/^#/p' requirements-dev.txt; cat $(LOCKER)/tools.txt; } > $(LOCKER)/head && mv $(LOCKER)/head requirements-dev.txt
	rm -r $(LOCKER)
