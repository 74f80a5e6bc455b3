# `make run` and `make test` do everything on a fresh machine. `make help` lists the rest.
SHELL := /bin/bash
.DELETE_ON_ERROR:
PYTHON ?= python3
# uv lives in an environment of its own and never fetches another Python.
UV := .venv/uv/bin/uv
export UV_PYTHON_DOWNLOADS := never
export PYTHONUTF8 := 1
RUN := .venv/run/bin/python
TEST := .venv/test/bin/python
# Tests that share devices or a display stay on one process.
PARALLEL := -n 2 --dist loadgroup

.PHONY: run test test-fast test-privacy test-mutations test-training check coverage docs bench soak test-vm test-pipewire screenshots icons requirements clean help kernels
.PHONY: bundle test-bundle packages check-workflows release-check test-examples

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: .venv/run/.ready kernels ## set up and open the window; with no display, render the demo clip
	@packaging/system_packages.sh paddle
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; \
	then packaging/system_packages.sh window && $(RUN) main.py; \
	else $(RUN) main.py demo; fi

test: .venv/test/.ready kernels ## set up and run every check and test, on two processes; builds the documentation
	packaging/system_packages.sh test
	$(MAKE) --no-print-directory check docs
	$(TEST) -m pytest $(PARALLEL)

test-fast: .venv/test/.ready kernels ## the unit tests alone, in under a minute
	$(TEST) -m pytest $(PARALLEL) --durations=5 -m "not slow and not pipewire"

coverage: .venv/test/.ready ## which lines and branches of the engine the tests reach; out/coverage holds the pages
	packaging/system_packages.sh test
	$(TEST) -m pytest $(PARALLEL) --cov --cov-report=term --cov-report=html:out/coverage --cov-report=json:out/coverage.json

docs: .venv/test/.ready ## the documentation as a site in out/site, without network
	NO_MKDOCS_2_WARNING=1 .venv/test/bin/mkdocs build --quiet

check: .venv/test/.ready ## lint, types and the imports allowed between packages
	$(TEST) -m ruff check .
	$(TEST) -m ruff format --check .
	$(TEST) -m mypy
	.venv/test/bin/lint-imports

KERNELS := engine/kernels/kernels-baseline.so
kernels: $(KERNELS) ## compile the native kernels, where a C compiler is or can be installed

$(KERNELS): $(wildcard engine/kernels/source/*) packaging/build_kernels.py
	@packaging/system_packages.sh kernels
	@$(PYTHON) packaging/build_kernels.py

bench: .venv/test/.ready kernels ## speed, mask quality and preview, each beside a baseline in the same run
	packaging/system_packages.sh window
	$(TEST) main.py bench

test-training: .venv/uv/.ready ## training, end to end, in environments of their own: PaddleSeg's and PyTorch's
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv/train
	$(UV) pip install --quiet --python .venv/train/bin/python -r pyproject.toml --extra train --group test
	.venv/train/bin/python -m pytest tests/training
	$(UV) venv --quiet --allow-existing --seed --python $(PYTHON) .venv/torch
	$(UV) pip install --quiet --python .venv/torch/bin/python -r pyproject.toml --group test
	.venv/torch/bin/python -m pip install --quiet torch==2.13.0
	.venv/torch/bin/python -m pytest tests/training/test_distill.py tests/training/test_compact.py tests/training/test_edges.py

test-privacy: .venv/test/.ready ## a million simulated frames, searched for the background
	$(TEST) -m tests.privacy.simulation 1000000

test-mutations: .venv/test/.ready ## take each privacy guard out, one at a time: a test must fail
	$(TEST) -m tests.privacy.mutations

soak: .venv/test/.ready ## thirty minutes of sending: memory and rate stay constant
	packaging/system_packages.sh test
	$(TEST) -m benchmarks.soak

test-vm: .venv/test/.ready ## the real kernel modules, in a virtual machine
	tests/vm/run.sh $(TEST)

test-pipewire: .venv/test/.ready ## a private PipeWire session
	packaging/system_packages.sh pipewire
	$(TEST) -m pytest -m pipewire tests

bundle: .venv/bundle/.ready kernels ## one folder with everything in it, as .tar.zst and .deb in dist/
	packaging/system_packages.sh bundle
	packaging/bundle/build.sh

test-bundle: ## try the bundle in a fresh Debian system with no Python and no network
	packaging/system_packages.sh bare
	packaging/bundle/test.sh

packages: .venv/uv/.ready ## wheel and sdist in dist/
	SOURCE_DATE_EPOCH=$$(git log -1 --format=%ct) $(UV) build --quiet --out-dir dist

check-workflows: .venv/workflows/.ready ## the forge's workflows
	.venv/workflows/bin/actionlint

test-examples: .venv/test/.ready ## the programs of examples/, built and run
	packaging/system_packages.sh examples
	cd examples/browser && npm ci --silent --ignore-scripts --no-audit --no-fund
	$(TEST) -m pytest -n0 examples

release-check: .venv/test/.ready .venv/uv/.ready ## all that a release needs, short of uploading
	packaging/system_packages.sh release
	packaging/release/check.sh

screenshots: .venv/test/.ready ## take docs/screenshots again
	packaging/system_packages.sh test
	$(TEST) docs/make_screenshots.py --imitate

icons: .venv/test/.ready ## draw the icons again and compile them for Qt
	QT_QPA_PLATFORM=offscreen $(TEST) assets/make/make_icons.py
	.venv/test/bin/pyside6-rcc --format-version 1 --no-compress resources.qrc -o ui/style/resources_rc.py

requirements: .venv/uv/.ready ## pin versions and hashes again from pyproject.toml
	$(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/run.txt --upgrade
	$(UV) pip compile pyproject.toml --group bundle --excludes <(echo paddlepaddle) -c requirements/run.txt --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/bundle.txt --upgrade
	$(UV) pip compile --group workflows --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/workflows.txt --upgrade
	$(UV) pip compile pyproject.toml --group test -c requirements/run.txt --universal --python-version 3.11 --generate-hashes --no-header --no-annotate -o requirements/test.txt --upgrade

.venv/uv/.ready: requirements/uv.txt
	packaging/system_packages.sh python
	$(PYTHON) -m venv .venv/uv
	.venv/uv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/uv.txt
	@touch $@

.venv/%/.ready: requirements/%.txt .venv/uv/.ready
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv/$*
	$(UV) pip sync --quiet --require-hashes --python .venv/$*/bin/python requirements/$*.txt
	@touch $@

clean: ## remove the environments and everything built
	rm -rf .venv out build dist
