#!/usr/bin/env bash
# Makes a virtual environment of its own for a Python tool, besides that of the service, and installs the tool.
# @env      EXECUTABLE      Python to use
# @env      FOLDER          folder of the environment
# @env      TOOL            pip requirement of the tool
# @env      PROJECT?        folder whose build requirements are installed, too: those of pyproject.toml, else setuptools
# @env      INDEX_URL?      package index instead of the public one
# @secret   USERNAME?       user name for the package index
# @secret   PASSWORD?       password for the package index
set -euo pipefail

"$GIG_EXECUTABLE" -m venv --clear "$GIG_FOLDER"
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

if [[ -n ${GIG_INDEX_URL:-} ]]; then
  PIP_INDEX_URL=$GIG_INDEX_URL
  if [[ -n ${GIG_USERNAME:-} ]]; then
    # In the environment, not on a command line; pip hides it in its output.
    PIP_INDEX_URL=$(INDEX_URL=$GIG_INDEX_URL "$python" - <<'PY'
import os
from urllib.parse import quote, urlsplit, urlunsplit

url = urlsplit(os.environ['INDEX_URL'])
login = quote(os.environ['GIG_USERNAME'], safe='') + ':' + quote(os.environ.get('GIG_PASSWORD', ''), safe='')
print(urlunsplit(url._replace(netloc=login + '@' + url.netloc.rpartition('@')[2])))
PY
    )
  fi
  export PIP_INDEX_URL
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
"$python" -m pip install --quiet "${packages[@]}" || {
  printf '%s\n' "${packages[*]}: not installed." \
    'The lines above name the package; check that the agent reaches the package index (python.indexUrl, PIP_INDEX_URL, proxy).' >&2
  exit 1
}
