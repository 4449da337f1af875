#!/usr/bin/env bash
# Generated from resources/gig-ci/python-tool.sh by gig-ci. Change that file, not this one.
# Makes a virtual environment of its own for a Python tool, besides that of the service, and installs the tool.
# @uses     package-index
# @env      EXECUTABLE      Python to use
# @env      FOLDER          folder of the environment
# @env      TOOL            pip requirement of the tool
# @env      PROJECT?        folder whose build requirements are installed, too: those of pyproject.toml, else setuptools

# Jenkins removes empty variables and has no lists: restore both.
export GIG_EXECUTABLE="${GIG_EXECUTABLE-}"
export GIG_FOLDER="${GIG_FOLDER-}"
export GIG_TOOL="${GIG_TOOL-}"
export GIG_PROJECT="${GIG_PROJECT-}"
export GIG_INDEX_URL="${GIG_INDEX_URL-}"
export GIG_USERNAME="${GIG_USERNAME-}"
export GIG_PASSWORD="${GIG_PASSWORD-}"

# From resources/gig-ci/shared/causes.sh.

# fail CAUSE [REMEDY…]: ends the script. Not inside "$(…)", which it would end instead.
fail() {
  printf '%s\n' "$@" >&2
  printf '%s\n' "$@" | sed 's/^/problem=/' >&3
  exit 0
}

# require_tool NAME [REMEDY]: ends the script where this agent lacks a tool.
require_tool() {
  command -v "$1" >/dev/null || fail "$1: command not found." "${2:-Install it on this agent, or use an agent label whose machines have it.}"
}

# temporary_folder: prints the folder for what mktemp and Python put beside a build: it goes with the build, also when an abort ends them.
temporary_folder() {
  local folder=${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-temporary
  mkdir -p "$folder"
  echo "$folder"
}

said=''
# What must not get into a message.
hidden=()

# logged COMMAND…: runs it, its output in the log as it comes; because knows it afterwards.
logged() {
  local line
  # Not by tee /dev/stderr, which would truncate the file that the log is.
  said=$("$@" 2>&1 | while IFS= read -r line || [[ -n $line ]]; do
    printf '%s\n' "$line" >&2
    printf '%s\n' "$line"
  done)
}

# because CAUSE: with what the command said of its failure: the last line that speaks of one, else the last line.
because() {
  local plain words value
  # Without colours, blank lines, and the login in an address.
  plain=$(sed -E 's/\x1b\[[0-9;]*m//g; s#//[^/@[:space:]]*@#//#g; /^[[:space:]]*$/d' <<<"$said")
  words=$(grep -iE 'error|fail|denied|refused|unauthorized|cannot|could not|unable|no space|not found|unknown' <<<"$plain" | tail -n 1) ||
    words=$(tail -n 1 <<<"$plain")
  for value in "${hidden[@]}"; do
    if [[ -n $value ]]; then
      words=${words//"$value"/****}
    fi
  done
  if [[ -n $words ]]; then
    echo "$1: ${words:0:400}"
  else
    echo "$1."
  fi
}

# From resources/gig-ci/shared/package-index.sh.

# use_package_index PYTHON: for every pip from here on.
use_package_index() {
  TMPDIR=$(temporary_folder)
  export TMPDIR PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
  hidden+=("${GIG_PASSWORD:-}")
  if [[ -z ${GIG_INDEX_URL:-} ]]; then
    return
  fi
  PIP_INDEX_URL=$GIG_INDEX_URL
  if [[ -n ${GIG_USERNAME:-} ]]; then
    # In the environment, not on a command line; pip hides it in its output.
    PIP_INDEX_URL=$(INDEX_URL=$GIG_INDEX_URL "$1" - <<'PY'
import os
from urllib.parse import quote, urlsplit, urlunsplit

url = urlsplit(os.environ['INDEX_URL'])
login = quote(os.environ['GIG_USERNAME'], safe='') + ':' + quote(os.environ.get('GIG_PASSWORD', ''), safe='')
print(urlunsplit(url._replace(netloc=login + '@' + url.netloc.rpartition('@')[2])))
PY
    )
  fi
  export PIP_INDEX_URL
}

# install PYTHON WHAT PIP-ARGUMENTS…: ends the script with the cause when pip cannot.
install() {
  local python=$1 what=$2
  shift 2
  logged "$python" -m pip install "$@" || fail "$(because "$what")" "$(index_remedy)"
}

index_remedy() {
  case $said in
    # First, because pip then says that it found no version.
    *'certificate verify failed'* | *CERTIFICATE_VERIFY_FAILED*)
      echo 'pip does not trust the certificate of the package index: let PIP_CERT in the environment of the agent name a file with its authority.'
      ;;
    *'Connection refused'* | *'timed out'* | *'name resolution'* | *'Name or service not known'* | *'Network is unreachable'* | *'connect to proxy'*)
      echo 'Check that the agent reaches the package index (python.indexUrl, PIP_INDEX_URL, proxy).'
      ;;
    *'401 '* | *'403 '*) echo 'The package index wants a login: set python.indexCredentialsId to a user that may read.' ;;
    *'No matching distribution'*)
      echo 'Check its name and version, and that the package index has it for the Python of this agent (python.indexUrl, PIP_INDEX_URL).'
      ;;
    *) echo 'The log above says more; the same "pip install" in a fresh virtual environment shows it on your machine.' ;;
  esac
}

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
