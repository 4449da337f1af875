#!/usr/bin/env bash
# Generated from resources/gig-ci/python-package-upload.sh by gig-ci. Change that file, not this one.
# Uploads what .gig-ci/dist holds to a package repository; what is there already is left alone or fails.
# @uses     causes
# @env      URL             address of the repository, ending with a slash
# @env      EXISTING        skip leaves existing files alone, fail ends with an error
# @secret   USERNAME        user name for the repository
# @secret   PASSWORD        password for the repository
# @out      uploaded integer 2 how many files were uploaded
# @publishes package
# @sends    the package and the login to the package repository

# Jenkins removes empty variables and has no lists: restore both.
export GIG_URL="${GIG_URL-}"
export GIG_EXISTING="${GIG_EXISTING-}"
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

set -euo pipefail
exec 3>&1 1>&2

# Read by twine and below: neither an argument nor a .pypirc shows the password.
export TWINE_USERNAME=$GIG_USERNAME TWINE_PASSWORD=$GIG_PASSWORD TWINE_REPOSITORY_URL=$GIG_URL TWINE_NON_INTERACTIVE=1
hidden+=("$GIG_PASSWORD")
python="$PWD/.gig-ci/twine/bin/python"
# twine trusts these certificates; the look into the index must trust the same.
if [[ -z ${SSL_CERT_FILE:-} && -f ${REQUESTS_CA_BUNDLE:-} ]]; then
  export SSL_CERT_FILE=$REQUESTS_CA_BUNDLE
fi

remedy() {
  case $said in
    *'401 '*) echo 'The repository refuses user or password: check the credential that nexus.credentialsId names.' ;;
    *'403 '*) echo 'The user may not upload: give the user of nexus.credentialsId the right to add to nexus.repository.' ;;
    *'400 '*) echo 'The repository has this version already, or is not a hosted PyPI repository: raise the version, or check nexus.repository.' ;;
    *'404 '* | *'405 '*) echo 'There is no such repository that takes packages: check nexus.url and nexus.repository (a hosted PyPI repository).' ;;
    *) echo 'Check nexus.url, and the network and proxy of this agent.' ;;
  esac
}

# twine's own --skip-existing refuses every repository but PyPI.
states=$("$python" - .gig-ci/dist/* <<'PY'
import base64
import hashlib
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import unquote, urldefrag
from urllib.request import Request, urlopen

login = base64.b64encode(f'{os.environ["TWINE_USERNAME"]}:{os.environ["TWINE_PASSWORD"]}'.encode()).decode()


def give_up(*lines):
    print(*lines, sep='\n')
    sys.exit(1)


class Links(HTMLParser):
    """Names and hashes of the files on a page of the simple index."""

    def __init__(self):
        super().__init__()
        self.files = {}

    def handle_starttag(self, tag, attributes):
        address, fragment = urldefrag(dict(attributes).get('href') or '')
        if tag == 'a':
            self.files[unquote(address.rstrip('/').rpartition('/')[2])] = fragment


def published(project):
    request = Request(f'{os.environ["TWINE_REPOSITORY_URL"]}simple/{project}/')
    request.add_unredirected_header('Authorization', f'Basic {login}')
    try:
        with urlopen(request, timeout=30) as response:
            links = Links()
            links.feed(response.read().decode())
            return links.files
    except HTTPError as error:
        if error.code == 404:
            return {}
        if error.code in (401, 403):
            give_up(f'The repository refuses the user ({error.code}).', 'Check nexus.credentialsId and the rights of that user.')
        give_up(f'The repository answers {error.code} {error.reason}.', 'Check nexus.url and nexus.repository.')
    except OSError as error:
        give_up(f'The repository was not reached: {getattr(error, "reason", error)}.', 'Check nexus.url, and the network and proxy of this agent.')


for path in map(Path, sys.argv[1:]):
    stem = path.name.split('-')[0] if path.suffix == '.whl' else path.name.rpartition('-')[0]
    files = published(re.sub(r'[-_.]+', '-', stem).lower())
    if path.name not in files:
        print('new', path)
    elif files[path.name] == 'sha256=' + hashlib.sha256(path.read_bytes()).hexdigest():
        print('same', path)
    elif files[path.name].startswith('sha256='):
        print('other', path)
    else:
        print('unknown', path)
PY
) || fail "${states:-The index of the repository was not read; the log above says why.}"

new=()
while read -r state path; do
  name=$(basename "$path")
  case $state in
    new) new+=("$path") ;;
    same) echo "$name is in the repository already, with the same content." ;;
    other) echo "$name is in the repository already, with OTHER content: this build's is not published. Raise the version." ;;
    *) echo "$name is in the repository already; it does not say with which content." ;;
  esac
  if [[ $state != new && $GIG_EXISTING == fail ]]; then
    fail "nexus.existing is fail, and $name exists." 'Raise the version of the project, or set nexus.version: build.'
  fi
done <<<"$states"

if [[ ${#new[@]} -gt 0 ]]; then
  logged "$python" -m twine upload --non-interactive --disable-progress-bar "${new[@]}" ||
    fail "$(because 'The upload failed')" "$(remedy)"
fi
echo "uploaded=${#new[@]}" >&3
