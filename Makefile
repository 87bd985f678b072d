# make run    sets up and runs the main job: the window, or the same without a display
# make test   sets up and passes every check

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
FILES  ?=

.PHONY: run test setup check format clean screenshots

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml tools/setup.sh
	PYTHON="$(PYTHON)" sh tools/setup.sh $(VENV)
	touch $@

run: setup
	$(BIN)/python -m tools.run $(FILES)

test: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n 2

format: setup
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: setup
	$(BIN)/python -m tools.screenshots

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
