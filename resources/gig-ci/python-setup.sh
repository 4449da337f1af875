#!/usr/bin/env bash
# Makes a fresh virtual environment in .gig-ci/venv and installs what the service and its tests need.
# @env      DIRECTORY       folder of the service
# @env      EXECUTABLE      Python to use
# @env      REQUIREMENTS    requirements file, relative to the folder
# @env      PACKAGES list   packages that the tests need besides
# @env      INDEX_URL?      package index instead of the public one
# @secret   USERNAME?       user name for the package index
# @secret   PASSWORD?       password for the package index
set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

command -v "$GIG_EXECUTABLE" >/dev/null || {
  echo "$GIG_EXECUTABLE: command not found. Install Python 3 on this agent or set python.executable." >&2
  exit 127
}
[[ -f $GIG_DIRECTORY/$GIG_REQUIREMENTS ]] || fail "$GIG_DIRECTORY/$GIG_REQUIREMENTS does not exist." \
  'Add it to the repository or set python.requirements.'

# A fresh environment: what an earlier build installed must not make this one pass.
"$GIG_EXECUTABLE" -m venv --clear .gig-ci/venv || fail 'The virtual environment could not be made.' \
  'On Debian and Ubuntu, install the package python3-venv on the agent.'
python="$PWD/.gig-ci/venv/bin/python"

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

cd "$GIG_DIRECTORY"
"$python" -m pip install --quiet --upgrade pip || fail 'pip could not be upgraded.' \
  'Check that the agent reaches the package index (python.indexUrl, PIP_INDEX_URL, proxy).'
"$python" -m pip install --requirement "$GIG_REQUIREMENTS" || fail "The packages of $GIG_REQUIREMENTS were not installed." \
  'The lines above name the package; check its version, and that the agent reaches the package index.'
if [[ ${#GIG_PACKAGES[@]} -gt 0 ]]; then
  "$python" -m pip install "${GIG_PACKAGES[@]}" || fail 'The packages for the tests were not installed.' \
    'The lines above name the package; check python.testPackages.'
fi
"$python" -m pip list
