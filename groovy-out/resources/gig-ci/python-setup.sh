#!/usr/bin/env bash
# Generated from resources/gig-ci/python-setup.sh by gig-ci. Change that file, not this one.
# Makes a fresh virtual environment in .gig-ci/venv and installs what the service and its tests need.
# @uses     package-index
# @env      DIRECTORY       folder of the service
# @env      EXECUTABLE      Python to use
# @env      REQUIREMENTS    requirements file, relative to the folder
# @env      PACKAGES list   packages that the tests need besides

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_EXECUTABLE="${GIG_EXECUTABLE-}"
export GIG_REQUIREMENTS="${GIG_REQUIREMENTS-}"
export GIG_INDEX_URL="${GIG_INDEX_URL-}"
export GIG_USERNAME="${GIG_USERNAME-}"
export GIG_PASSWORD="${GIG_PASSWORD-}"
GIG_PACKAGES=()
for ((gig_index = 1; gig_index <= ${GIG_PACKAGES_COUNT:-0}; gig_index++)); do
  gig_element="GIG_PACKAGES_$gig_index"
  GIG_PACKAGES+=("${!gig_element-}")
done

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

require_tool "$GIG_EXECUTABLE" 'Install Python 3 on this agent, or set python.executable.'
[[ -f $GIG_DIRECTORY/$GIG_REQUIREMENTS ]] || fail "$GIG_DIRECTORY/$GIG_REQUIREMENTS does not exist." \
  'Add it to the repository, or set python.requirements.'

# A fresh environment: what an earlier build installed must not make this one pass.
logged "$GIG_EXECUTABLE" -m venv --clear .gig-ci/venv ||
  fail "$(because 'The virtual environment was not made')" \
    'On Debian and Ubuntu, install the package python3-venv on the agent; else check the space of the workspace.'
python="$PWD/.gig-ci/venv/bin/python"

use_package_index "$python"
cd "$GIG_DIRECTORY"
install "$python" 'pip was not upgraded' --quiet --upgrade pip
install "$python" "The packages of $GIG_REQUIREMENTS were not installed" --requirement "$GIG_REQUIREMENTS"
if [[ ${#GIG_PACKAGES[@]} -gt 0 ]]; then
  install "$python" 'The packages for the tests (python.testPackages) were not installed' "${GIG_PACKAGES[@]}"
fi
"$python" -m pip list
