#!/bin/sh
# Makes the environment in which everything runs, and installs the exact pins into it.
# Usage: environment.sh FOLDER REQUIREMENTS...
set -eu
folder=$1
shift

newest() {
    for python in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if command -v "$python" >/dev/null 2>&1 && "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            echo "$python"
            return
        fi
    done
    echo "Python 3.11 or newer is needed, and none was found. On Debian or Ubuntu: sudo apt-get install python3 python3-venv" >&2
    exit 1
}

# A machine that only builds has nobody to type a password or to mind a package; on anybody's own, sudo is theirs to type.
way_to_root() {
    if [ "$(id -u)" = 0 ]; then
        return 0
    fi
    [ -n "${CI:-}" ] && sudo -n true 2>/dev/null && echo sudo
}

if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(newest)
    rm -rf "$folder"
    # Debian and Ubuntu keep a part of venv in a package of its own.
    if ! "$python" -m venv "$folder" >/dev/null 2>&1; then
        rm -rf "$folder"
        if as_root="$(way_to_root)" && command -v apt-get >/dev/null 2>&1; then
            echo "Installing the package python3-venv, which Python's venv needs on this system" >&2
            $as_root apt-get update -qq >&2
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
            "$python" -m venv "$folder"
        else
            echo "Python's venv is missing. On Debian or Ubuntu: sudo apt-get install python3-venv, then the same command again" >&2
            exit 1
        fi
    fi
fi

for requirements in "$@"; do
    set -- "$@" -r "$requirements"
    shift
done
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes "$@"
