# Every command of this project. `make` alone lists them.

DOSSIER ?= data
# A dossier other than data/ has its content in itself, and its site beside the first's.
OTHER := $(filter-out data,$(patsubst ./%,%,$(patsubst %/,%,$(DOSSIER))))
CONTENT ?= $(if $(OTHER),$(OTHER)/content,content)
TEXTS ?=
PORT ?= 8000
FORMAT ?=
SITEURL ?=
OFFLINE ?= output-offline

VENV := .venv
VULNERABILITIES := .venv-vulnerabilities
PYTHON := $(VENV)/bin/python
export PYTHONPATH := plugins
export PYTHONDONTWRITEBYTECODE := $(if $(CI),1,)
export DOSSIER SITEURL

.DEFAULT_GOAL := help
.PHONY: help html publish offline serve new new-dossier rename check diff replies verify links vulnerabilities test audit measure bench fingerprints schemas contexts picture pins clean

help: ## list these targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "make %-14s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

html: $(VENV)/run ## build the site into output/, unless nothing has changed
	@$(PYTHON) -m dossier build --dossier $(DOSSIER) --content $(CONTENT)

publish: $(VENV)/run ## build the site for the public, at SITEURL
	@$(PYTHON) -m dossier build --dossier $(DOSSIER) --content $(CONTENT) --settings publishconf.py

offline: $(VENV)/run ## pack the public site into one ZIP in OFFLINE=output-offline, to read without a connection
	@mkdir -p "$(OFFLINE)"
	@$(PYTHON) -m pelican --log-handler plain -s publishconf.py -o "$(OFFLINE)/.site" $(CONTENT)
	@mv "$(OFFLINE)"/.site/offline/* "$(OFFLINE)" && rm -rf "$(OFFLINE)/.site"
	@cat "$(OFFLINE)/SHA256SUMS"

serve: $(VENV)/run ## preview on http://127.0.0.1:8000/, built anew at each change
	@$(PYTHON) -m dossier serve --dossier $(DOSSIER) --port $(PORT)

# What was given on the command line, and nothing that the environment happens to call NAME; the shell takes it as it was typed.
given = $(if $(filter command,$(origin $(1))),--$(2)="$$$(1)")

new: $(VENV)/run ## begin a record: KIND=person NAME='Ada Brolly'; KIND=fact ID=rain-fell FILE=weather; KIND=correction FACT=rain-fell
	@$(PYTHON) -m dossier new --dossier $(DOSSIER) $(call given,KIND,kind) $(call given,NAME,name) $(call given,ID,id) $(call given,FILE,file) $(call given,FACT,fact)

rename: $(VENV)/run ## give a record another id wherever it is named: FROM=its-id TO=another-id
	@$(PYTHON) -m dossier rename --dossier $(DOSSIER) --content $(CONTENT) $(call given,FROM,from) $(call given,TO,to)

new-dossier: $(VENV)/run ## make an empty dossier in DIR=folder, with TITLE='…'
	@$(PYTHON) -m dossier new-dossier $(call given,DIR,dir) $(call given,TITLE,title)

check: $(VENV)/run ## check the data alone, in about a second
	@$(PYTHON) -m dossier check --dossier $(DOSSIER) $(if $(FORMAT),--format $(FORMAT))

replies: $(VENV)/run ## list allegations without a reply, and what stands on something withdrawn
	@$(PYTHON) -m dossier replies --dossier '$(DOSSIER)' --content '$(CONTENT)'

diff: $(VENV)/run ## tell what changes for readers since BASE=main, in Markdown
	@$(PYTHON) -m dossier diff --dossier $(DOSSIER) --content $(CONTENT) $(call given,BASE,base) $(call given,HEAD,head) $(call given,TEXTS,texts) $(call given,LIMIT,limit) --site="$$SITEURL"

test: $(VENV)/dev ## run all tests
	@sh tools/browser.sh $(VENV) || echo "All other tests run first" >&2
	@$(VENV)/bin/ruff check --quiet .
	@$(PYTHON) -m pytest

audit: $(VENV)/dev ## hold every page, not only each kind, against the accessibility guidelines; takes minutes
	@sh tools/browser.sh $(VENV)
	@$(PYTHON) -m pytest -m audit

measure: $(VENV)/dev ## weigh each kind of page, have Lighthouse score it, and write the table in docs/; needs Node
	@sh tools/browser.sh $(VENV)
	@PYTHONPATH=tests:plugins $(PYTHON) -m browser.measure

bench: $(VENV)/run ## time it against Hugo, Eleventy and plain Pelican, and write the table in docs/: SIZES="400 4000" RUNS=5; needs npm
	@$(PYTHON) -m bench $(call given,SIZES,sizes) $(call given,RUNS,runs) $(call given,LIMIT,limit) $(call given,WORK,work)

verify: $(VENV)/run ## hold the data against the sources' texts, in TEXTS=folder
	@$(PYTHON) -m dossier verify --dossier $(DOSSIER) $(if $(TEXTS),--texts $(TEXTS))

links: $(VENV)/run ## ask whether the addresses that the data gives still lead anywhere
	@$(PYTHON) -m dossier links --dossier $(DOSSIER)

vulnerabilities: $(VULNERABILITIES)/run ## look the libraries up among known vulnerabilities
	@$(VULNERABILITIES)/bin/python tools/vulnerabilities.py requirements.txt requirements-dev.txt requirements-vulnerabilities.txt

fingerprints: $(VENV)/run ## write the sources' fingerprints from TEXTS=folder
	@$(PYTHON) -m dossier fingerprints --dossier $(DOSSIER) --texts $(or $(TEXTS),$(error say where the texts are: make fingerprints TEXTS=folder))

schemas: $(VENV)/run ## write what editors' programs complete and check by
	@$(PYTHON) -m dossier schemas --dossier $(DOSSIER)

contexts: $(VENV)/run ## write what templates are given into docs/theming.md
	@PYTHONPATH=tools:plugins $(PYTHON) -m contexts

picture: $(VENV)/dev ## take the picture of the site that the README shows
	@sh tools/browser.sh $(VENV)
	@PYTHONPATH=tests:plugins $(PYTHON) tools/picture.py

pins: $(VENV)/dev ## choose the newest versions, and write their exact pins
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check uv
	@for name in requirements requirements-dev requirements-vulnerabilities; do \
	  $(VENV)/bin/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-header --no-annotate --no-emit-index-url $$name.in -o $$name.txt; \
	done

clean: ## delete what was built, and the environment
	rm -rf output output-* .cache .output.building-* .output.old $(VENV) $(VULNERABILITIES) .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/run: requirements.txt tools/environment.sh
	@echo "Installing what the build needs into $(VENV), once" >&2
	@sh tools/environment.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/dev: requirements-dev.txt $(VENV)/run
	@echo "Installing what the tests need into $(VENV), once" >&2
	@sh tools/environment.sh $(VENV) requirements.txt requirements-dev.txt
	@touch $@

$(VULNERABILITIES)/run: requirements-vulnerabilities.txt tools/environment.sh
	@echo "Installing what looks libraries up into $(VULNERABILITIES), once" >&2
	@sh tools/environment.sh $(VULNERABILITIES) requirements-vulnerabilities.txt
	@touch $@
