# Makes (or reuses) a virtual environment: venv.sh DIRECTORY EXTRAS. Sourced by examples/run.sh and tests/run.sh.
# A bare Debian has Python without ensurepip; then the system's pip or, as root, the package python3-venv helps out.
make_venv() {
    directory=$1
    extras=$2
    python=${PYTHON:-python3}
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
        echo "gif-validate: Python 3.11 以上が要ります / needs Python 3.11 or newer (PYTHON=/path/to/python)" >&2
        return 1
    }
    if [ ! -x "$directory/bin/pip" ]; then
        if "$python" -c 'import ensurepip' 2>/dev/null; then
            "$python" -m venv "$directory"
        elif "$python" -m pip --version >/dev/null 2>&1; then
            "$python" -m venv --without-pip "$directory" && "$python" -m pip --python "$directory/bin/python" install --quiet pip
        elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            echo "apt-get install python3-venv …" >&2
            apt-get update -qq && apt-get install -qq -y python3-venv >/dev/null && rm -rf "$directory" && "$python" -m venv "$directory"
        else
            echo "gif-validate: venv がありません。sudo apt install python3-venv の後にもう一度 / no venv: sudo apt install python3-venv, then again" >&2
            return 1
        fi || return 1
    fi
    "$directory/bin/pip" install --quiet --disable-pip-version-check --editable ".$extras"
}
