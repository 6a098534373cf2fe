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

if ! "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(newest)
    rm -rf "$folder"
    # Debian and Ubuntu keep a part of venv in a package of its own.
    if ! "$python" -m venv "$folder" >/dev/null 2>&1; then
        rm -rf "$folder"
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "Installing the package python3-venv, which Python's venv needs on this system"
            apt-get update -qq
            DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
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
