#!/bin/sh
# Make the virtual environment $1 and install what is missing, Debian's Qt libraries included.
set -eu
venv=$1
python=${PYTHON:-python3}

"$python" - <<'EOF' || { echo "Vaglio needs Python 3.11 to 3.13 (set PYTHON=...)."; exit 1; }
import sys
sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
EOF

if [ ! -x "$venv/bin/python" ]; then
    "$python" -m venv "$venv" || {
        echo "Python's venv module is missing. On Debian or Ubuntu: sudo apt-get install python3-venv"
        exit 1
    }
fi
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "pip>=25.1"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check --editable . --group dev

# Qt's own needs, found by adding packages to a bare Debian 12 (docs/dependencies.md).
packages="libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0 \
libxcb-cursor0 libxkbcommon-x11-0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
if QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'import PySide6.QtWidgets' 2>/dev/null &&
    { [ "$(uname)" != Linux ] || ldconfig -p 2>/dev/null | grep -q libxcb-cursor.so.0; }; then
    exit 0
fi
if command -v apt-get >/dev/null 2>&1; then
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    echo "Installing the libraries that Qt needs ..."
    # shellcheck disable=SC2086 # the list is meant to be split
    if $sudo apt-get update -qq && $sudo apt-get install -y -qq --no-install-recommends $packages >/dev/null; then
        exit 0
    fi
    echo "They could not be installed from here. Please run:"
    echo "  sudo apt-get install -y --no-install-recommends $packages"
else
    echo "Qt's libraries are missing. On Debian or Ubuntu: sudo apt-get install $packages"
fi
# Without them there is no window, but the command line works.
QT_QPA_PLATFORM=offscreen "$venv/bin/python" -c 'import PySide6.QtWidgets'
