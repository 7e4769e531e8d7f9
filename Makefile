# `make` alone lists the targets.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
SHARED ?= ../shared
PEERS ?= yes
# The features of twoears-adapters, one an adapter: `all` in its Cargo.toml.
ADAPTERS = $(shell sed -n '/^all = \[/,/^\]/s/^ *"\(.*\)",/\1/p' crates/twoears-adapters/Cargo.toml)
PEERS_VENV := target/accuracy/venv
PEERS_PY := $(PEERS_VENV)/bin/python

.PHONY: help test lint rust docs python cli bench accuracy privacy retrieval drafts-report sets peers model score fmt snapshots fuzz soak clean

help: ## Lists the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

test: lint rust docs python ## Everything: format, lints, Rust tests, docs, Python from the built wheel

lint: ## Format and lints, warnings as errors
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --all-features -- -D warnings

rust: ## All Rust tests: units, doc tests, cases, attacks, snapshots, the command
	cargo test --workspace --exclude twoears-python

docs: ## The API documentation, warnings as errors
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --exclude twoears-python --no-deps

python: $(VENV)/ready ## The Python package: wheel built, installed in a virtual environment of its own, tested
	rm -rf dist
	$(VENV)/bin/maturin build --release --manifest-path python/Cargo.toml --out dist
	$(PY) -m pip install --quiet --force-reinstall --no-deps dist/*.whl
	cd python && ../$(PY) -m pytest -q -W error
	cd python && ../$(PY) -m mypy
	cd python && ../$(PY) -m mypy.stubtest twoears

$(VENV)/ready: python/requirements-test.txt
	$(PYTHON) -m venv $(VENV)
	$(PY) -m pip install --quiet --upgrade pip
	$(PY) -m pip install --quiet -r python/requirements-test.txt
	touch $@

cli: ## The command, optimised: target/release/twoears
	cargo build --release -p twoears-cli

bench: cli ## Speed and accuracy; writes benches/REPORT.md
	$(PYTHON) benches/report.py --shared $(SHARED)

accuracy: sets cli $(if $(filter yes,$(PEERS)),peers) ## Accuracy beside other systems; writes models/ACCURACY.md (PEERS=no: without them)
	cargo build --release -p twoears-accuracy
	$(PYTHON) benches/accuracy.py --shared $(SHARED) $(if $(filter yes,$(PEERS)),--peers $(abspath $(PEERS_PY)))

privacy: sets cli $(if $(filter yes,$(PEERS)),peers) ## Personal data beside Presidio, and its speed; writes benches/PRIVACY.md (PEERS=no: without it)
	cargo build --release -p twoears-accuracy
	$(PYTHON) benches/privacy.py --shared $(SHARED) $(if $(filter yes,$(PEERS)),--peers $(abspath $(PEERS_PY)))

drafts-report: sets cli ## Drafts beside agents' replies; writes benches/DRAFTS.md, and pairs to read under target/drafts
	$(PYTHON) benches/drafts.py --shared $(SHARED)

retrieval: sets $(if $(filter yes,$(PEERS)),peers) ## Finding the right article, beside others; writes benches/RETRIEVAL.md (PEERS=no: without them)
	cargo build --release -p twoears-accuracy
	$(PYTHON) benches/retrieval.py --shared $(SHARED) $(if $(filter yes,$(PEERS)),--peers $(abspath $(PEERS_PY)))

sets:
	@test -d $(SHARED)/data && test -d $(SHARED)/gold || { echo "$(SHARED): no data and gold there. \`make accuracy\`, \`make privacy\` and \`make drafts-report\` need the public sets and the labelled posts: SHARED=DIR"; exit 1; }

peers: $(PEERS_VENV)/ready
	rm -rf target/accuracy/wheel
	$(PEERS_VENV)/bin/maturin build --release --manifest-path python/Cargo.toml --out target/accuracy/wheel
	$(PEERS_PY) -m pip install --quiet --force-reinstall --no-deps target/accuracy/wheel/*.whl

$(PEERS_VENV)/ready: benches/peers/requirements.txt
	$(PYTHON) -m venv $(PEERS_VENV)
	$(PEERS_PY) -m pip install --quiet -r benches/peers/requirements.txt
	touch $@

model: cli ## Trains the shipped heads anew; the same bytes from the same rows
	cargo run --release -p twoears-cli -- learn models/learn.toml --out models/data/heads.safetensors

score: cli ## Scores triage on the labelled messages of $(SHARED)
	cargo run --release -p twoears-cli -- triage $(SHARED)/gold/dev.jsonl --no-drafts --format json > target/dev.jsonl
	$(PYTHON) $(SHARED)/tools/score.py $(SHARED)/gold/dev.jsonl target/dev.jsonl

fmt: ## Formats the Rust code
	cargo fmt --all

snapshots: ## Writes the snapshots anew; read the difference before you commit it
	INSTA_UPDATE=always cargo test -p twoears-tests snapshots

fuzz: ## Fuzzes every adapter, FUZZ_SECONDS each (300); needs a C++ compiler
	fuzz/run.sh

soak: ## Long runs that CI leaves out: 100 times as many random texts, two million messages searched for leaks, each adapter alone
	PROPTEST_CASES=30000 TWOEARS_LEAKS=2000000 cargo test --release -p twoears-tests
	for adapter in "" $(ADAPTERS); do \
	  RUSTFLAGS="-D warnings" cargo check -q --target-dir target/alone -p twoears-adapters --no-default-features --features "$$adapter" || exit 1; \
	done

clean: ## Removes what was built
	cargo clean
	rm -rf $(VENV) dist
