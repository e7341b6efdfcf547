# Thin lines only: what a target does stands in .ci/.
PREFIX ?= /usr/local

.DEFAULT_GOAL := help
.PHONY: help setup build release demo run test lint format bench fuzz install clean

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

install: release ## install to PREFIX (/usr/local)
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" .ci/install

clean: ## remove what the build made
	@swift package clean
