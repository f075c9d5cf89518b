# The doors of the house. Each is one line; whoever has no make types that line.
.DEFAULT_GOAL := help
.PHONY: help build test it verify dev demo lint beauty api next-adr next-migration release prove-checks bench bench-clocks bench-trials bench-triggers bench-routing

help: ## lists the doors
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 18

build: ## builds everything, without tests
	./mvnw -DskipTests package

test: ## the quick tests: no server, no database
	./mvnw test

it: ## the tests on real servers, without the static checks
	./mvnw -Dfast verify

verify: ## everything a change must pass
	./mvnw verify

dev: ## runs all of it here, with demo data
	./mvnw -Pdev

demo: ## sends three mails to the running development server and shows the tickets
	sh checks/demo.sh

lint: ## static checks only: compiler, format, hard stops, house rules, specification
	./mvnw -Dtest='SpecLint*,House*' -Dsurefire.failIfNoSpecifiedTests=false prepare-package

beauty: ## the sizes of our own tree
	@java checks/Beauty.java .

api: ## bundles the specification and generates from it
	./mvnw -pl api-spec process-classes

next-adr: ## the number of the next decision
	@printf '%04d\n' $$(( $$(ls docs/adr | grep -c '^[0-9]') + 1 ))

next-migration: ## the number of the next migration
	@printf 'V%04d\n' $$(( $$(ls core-ejb/src/main/resources/db/migration | sed -n 's/^V0*\([0-9]*\)__.*/\1/p' | sort -n | tail -1) + 1 ))

release: ## VERSION=x.y.z: moves the changelog's fragments into CHANGELOG.md
	sh checks/release.sh "$(VERSION)"

prove-checks: ## plants a fault for each check and sees it refused
	sh checks/prove-checks.sh

bench: ## measures the main job beside plain SQL (docs/performance.md)
	./mvnw -q -Pbench -DskipTests -pl bench -am integration-test

bench-clocks: ## measures due-time arithmetic and the sweep over a million open clocks
	./mvnw -Dfast -Dtest=NONE -Dit.test=ClockBench -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -pl core-ejb -am verify

bench-trials: ## measures a trial on 50,000 tickets, and what numbers about them cost
	./mvnw -Dfast -Dtest=NONE -Dit.test=TrialBench -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -pl core-ejb -am verify

bench-triggers: ## measures what 500 triggers cost an event, and a sweep over 100,000 timers of automations
	./mvnw -Dfast -Dtest=NONE -Dit.test='TriggerBench,AutomationBench' -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -pl core-ejb -am verify

bench-routing: ## measures how fast waiting tickets find an owner among a thousand agents
	./mvnw -Dfast -Dtest=NONE -Dit.test=RoutingBench -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=false -pl core-ejb -am verify
