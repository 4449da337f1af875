#!/usr/bin/env bash
# Makes a virtual environment of its own for a Python tool, besides that of the service, and installs the tool.
# @uses     package-index
# @env      EXECUTABLE      Python to use
# @env      FOLDER          folder of the environment
# @env      TOOL            pip requirement of the tool
# @env      PROJECT?        folder whose build requirements are installed, too: those of pyproject.toml, else setuptools
set -euo pipefail
exec 3>&1 1>&2

require_tool "$GIG_EXECUTABLE" 'Install Python 3.10 or newer on this agent, or set python.executable.'
logged "$GIG_EXECUTABLE" -m venv --clear "$GIG_FOLDER" ||
  fail "$(because "The virtual environment for $GIG_TOOL was not made")" \
    'On Debian and Ubuntu, install the package python3-venv on the agent; else check the space of the workspace.'
python="$PWD/$GIG_FOLDER/bin/python"

packages=("$GIG_TOOL")
if [[ -n ${GIG_PROJECT:-} ]]; then
  mapfile -t required < <("$python" - "$GIG_PROJECT/pyproject.toml" <<'PY'
import sys

try:
    import tomllib
except ImportError:
    from pip._vendor import tomli as tomllib

try:
    with open(sys.argv[1], 'rb') as file:
        required = tomllib.load(file).get('build-system', {}).get('requires')
except FileNotFoundError:
    required = None
# What build itself takes for a project that says nothing.
print('\n'.join(['setuptools >= 40.8.0', 'wheel'] if required is None else required))
PY
  )
  packages+=("${required[@]}")
fi

use_package_index "$python"
install "$python" "${packages[*]}: not installed" --quiet "${packages[@]}"
