#!/bin/sh
# Sees to it that there is a Chromium for the browser tests: one that runs already, or the distribution's, or Playwright's.
# Usage: browser.sh ENVIRONMENT, the folder into which environment.sh has installed the tests' libraries.
set -eu
python=${1:-.venv}/bin/python

found() { PYTHONPATH=tests "$python" -m browser.chromium >/dev/null; }
say() { echo "Browser tests: $*"; }
is_root() { [ "$(id -u)" = 0 ]; }
may_install() { is_root || sudo -n true 2>/dev/null; }
as_root() { if is_root; then "$@"; else sudo -n "$@"; fi; }

found && exit 0
say "no Chromium that runs was found"

if command -v apt-get >/dev/null 2>&1 && may_install; then
    say "reading the distribution's list of packages (apt-get update)"
    as_root apt-get update -qq || say "apt-get update failed; trying with the old list"
    candidate=$(apt-cache policy chromium | awk '/Candidate:/ {print $2}')
    case "$candidate" in
        "" | "(none)") say "the distribution has no package chromium" ;;
        *snap*) say "the distribution's package chromium is only a pointer to a snap, which containers cannot run" ;;
        *)
            say "installing the distribution's package chromium $candidate (apt-get install)"
            # libatomic1 is what Playwright's own Node needs, and a bare system lacks.
            as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium libatomic1 >/dev/null || say "that failed"
            found && exit 0
            ;;
    esac
fi

# Playwright's comes from a host of its own, which closed networks do not reach; the libraries beside it need root.
if may_install; then
    say "installing the libraries that Playwright's Chromium needs (playwright install-deps chromium)"
    as_root "$python" -m playwright install-deps chromium >/dev/null 2>&1 || say "that failed"
fi
say "downloading Playwright's Chromium (playwright install chromium)"
"$python" -m playwright install --no-shell chromium >/dev/null 2>&1 || say "that failed"
found && exit 0

cat >&2 <<END

  THE BROWSER TESTS CANNOT RUN: there is no Chromium, and none could be installed. Either
    - on Debian:  sudo apt-get install chromium
    - on Ubuntu:  sudo $python -m playwright install-deps chromium, then the same command again
    - elsewhere:  CHROMIUM=/path/to/chromium-or-chrome before the same command

END
exit 1
