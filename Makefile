# Thin lines only: what a target does stands in .ci/.
PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help setup build release demo run test lint format bench fuzz hostile promises static install uninstall deb debtest clean

help: ## list the targets
	@.ci/help Makefile

setup: ## install what the build needs (Debian; elsewhere: say what is missing)
	@.ci/setup

build: setup ## build for debugging
	@swift build

release: setup ## build the release binary
	@swift build -c release --product lotse

demo: release ## open the dashboard on an invented community
	@.build/release/lotse demo

run: release ## open the dashboard on your own store
	@.build/release/lotse

test: ## build and run all tests
	@.ci/test

lint: ## formatting, imports and house rules
	@.ci/lint

format: ## format the sources in place
	@swift format --in-place --parallel --recursive Sources Tests Package.swift

bench: release ## measure imports and keys
	@.ci/bench

fuzz: setup ## run every reader on made-up bytes, 20 s each (SECONDS=600 for longer)
	@.ci/fuzz $(or $(SECONDS),20)

hostile: release ## import broken and malicious exports, each held against its manifest
	@python3 .ci/hostile.py $(or $(LOTSE_SHARED),../shared)/hostile .build/release/lotse

promises: release ## try the promises that need a clock, tmux or strace
	@.ci/promises

static: setup ## build the release binary that runs without Swift
	@swift build -c release --product lotse --static-swift-stdlib --disable-local-rpath --scratch-path .build/static

install: static ## install to PREFIX (/usr/local), with manual and completions
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" .ci/install

uninstall: ## remove what install put there
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" .ci/uninstall

deb: static ## build the Debian package in .build/deb
	@.ci/deb

debtest: ## try the package in a bare Debian (root, network)
	@.ci/deb-test

clean: ## remove what the build made
	@swift package clean
	@rm -rf .build/static .build/deb
