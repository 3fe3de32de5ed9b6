# For developers.  Everything here also works without make: python3 start.py, python3 start.py test.
.PHONY: check test fast lint types content films levels bench screenshots revision lock run
BIN := .venv/bin
UV ?= uv

# All that a change must pass, as on the build machine.
check:
	bash .ci/run

# All the tests, the browser's too.
test:
	python3 start.py test

# The tests that neither open a browser nor draw films or print paper: while you work.
fast:
	python3 start.py test -m "not browser" --ignore=tests/film --ignore=tests/printing -n auto

# Style.
lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# Types.
types:
	$(BIN)/mypy

# Every problem in the texts, with file and line.
content:
	$(BIN)/pluis content check

# Every film: is it the one of its storyboard, can it be seen, heard and read?
films:
	$(BIN)/pluis media check

# The table of reading levels in the docs, anew.
levels:
	$(BIN)/python tools/levels.py

# How fast the pages are, next to a bare page.
bench:
	$(BIN)/python tools/bench.py

# The pictures in the README.
screenshots:
	$(BIN)/python tools/screenshots.py

# A new migration, for you to read and finish: make revision ID=0002 WHAT="Remember the shoe size"
revision:
	$(BIN)/python -c "from app.migrations import draft; draft('$(WHAT)', '$(ID)')"
	$(BIN)/ruff format app/migrations

# Pin what pyproject.toml asks for, for every system (needs uv).
lock: LOCK = $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade)
lock:
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra authors --constraint requirements.lock --output-file requirements-authors.lock
	$(LOCK) --extra authors --extra film --constraint requirements-authors.lock --output-file requirements-film.lock
	$(LOCK) --extra authors --extra film --extra test --extra dev --constraint requirements-film.lock --output-file requirements-dev.lock

# The demo on this computer.
run:
	python3 start.py
