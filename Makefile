# The two commands are `make run` and `make test`. CMake does the building; this file only says
# what is built for whom, and installs the packages first.
#
#   EVENTS=FILE       what `make run` scans instead of a made-up market
#   SCAN=OPTIONS      how it is scanned: SCAN=--demo, SCAN="--key-file FILE --lists DIR"
#   ACCOUNTS=20000 DAYS=60  the size of that market
#   JOBS=4            how many compilers and tests run at once (default: all processors)
#   PREFIX=/usr/local where `make install` puts things; DESTDIR is honoured
#   FUZZ_SECONDS=10   time for each fuzz target
#   SKIP_PACKAGES=1   never call apt

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

JOBS ?= $(shell nproc)
PREFIX ?= /usr/local
FUZZ_SECONDS ?= 10
ACCOUNTS ?= 20000
DAYS ?= 60
EVENTS ?=
SCAN ?=
export FUZZ_SECONDS

binary := build/release/sekisho

##@ The two commands
.PHONY: run test
run: build $(if $(EVENTS),run-events,run-market) ## install, build, scan a made-up market or EVENTS

# Made once for each size: 20,000 accounts and 60 days take 600 MB of disk. Another program may make
# another market; other indicators or another policy only need another scan.
market := build/market-$(ACCOUNTS)x$(DAYS)
.PHONY: run-market run-events
run-market: $(market)/summary.txt
	@cat $<
	@printf '\nThe report: %s\n' "$(CURDIR)/$(market)/report.html"

run-events:
	@mkdir -p build
	$(binary) scan $(SCAN) --report build/report.html $(EVENTS)
	@printf '\nThe report: %s\n' "$(CURDIR)/build/report.html"

# Looked at again after `build`, which makes it.
$(binary): build
	@:

$(market)/events.ndjson: $(binary)
	$(binary) simulate --accounts $(ACCOUNTS) --days $(DAYS) --out $(market)

catalogue = $(shell find -L indicators measures references policy -type f)
$(market)/summary.txt: $(market)/events.ndjson $(catalogue)
	$(binary) scan --demo --lists $(market)/lists --report $(market)/report.html -o $@ $<

builds := build/release/build.ninja build/asan/build.ninja build/tsan/build.ninja
test: packages-build packages-test $(builds) ## install, build, run every test (also sanitized)
	cmake --build --preset release -j $(JOBS)
	cmake --build --preset asan -j $(JOBS)
	cmake --build --preset tsan -j $(JOBS)
	cmake -P cmake/AllTests.cmake
	ctest --test-dir build/all --output-on-failure -j $(JOBS) --no-tests=error

##@ While developing
.PHONY: build check format bench quality fuzz install clean help
build: packages-build build/release/build.ninja ## build the program: build/release/sekisho
	cmake --build --preset release -j $(JOBS) --target sekisho

check: packages-build packages-test $(builds) ## house rules, layers, format, docs, clang-tidy
	tools/schema_gen.py --check
	tools/check_layers.py
	tools/check_format.py
	tests/tidy/tidy.py build/release/compile_commands.json
	tools/check_tidy.sh $(JOBS)
	@echo "all checks passed"

format: packages-test ## rewrite our C++ files in the house format
	tools/check_format.py --write

bench: packages-build packages-bench build/release/build.ninja ## measure the speed, beside DuckDB
	cmake --build --preset release -j $(JOBS)
	bench/run

quality: build ## measure what is caught on made-up markets; writes docs/quality.md
	tools/quality.py --report

fuzz: packages-build packages-test build/asan/build.ninja ## fuzz every reader for FUZZ_SECONDS
	cmake --build --preset asan -j $(JOBS)
	ctest --test-dir build/asan --output-on-failure -L fuzz -j $(JOBS) --no-tests=error

install: build ## install the program, indicators, mappings and docs below PREFIX
	cmake --install build/release --prefix $(PREFIX)

clean: ## remove everything that was built
	rm -rf build

help: ## print this
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} \
	  /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

# One stamp per group of tools/packages.txt: nothing is looked up twice.
packages-%: build/packages-%.stamp ;

build/packages-%.stamp: tools/packages.txt tools/install_packages.sh
	$(if $(SKIP_PACKAGES),,tools/install_packages.sh $*)
	mkdir -p build
	touch $@

# Ninja configures again by itself when a CMake file changes; only presets are ours to watch.
build/%/build.ninja: CMakePresets.json
	cmake --preset $*
	touch $@

# Files of a pattern rule are kept.
.PRECIOUS: build/%/build.ninja build/packages-%.stamp
