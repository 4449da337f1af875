#!/usr/bin/env bash
# Generated from resources/gig-ci/image-id.sh by gig-ci. Change that file, not this one.
# Says which id the image in an archive has: the hash of its configuration, by which Docker and its manifest in a registry know it, too.
# @uses     causes
# @env      ARCHIVE         archive with one image
# @out      id string sha256:5e2b8d0f7c1a4e6390b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e id of the image
# @needs    python3

# Jenkins removes empty variables and has no lists: restore both.
export GIG_ARCHIVE="${GIG_ARCHIVE-}"

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

require_tool python3
[[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'
answer=$(python3 - <<'PY'
import hashlib
import json
import os
import sys
import tarfile

path = os.environ['GIG_ARCHIVE']


def give_up(line):
    print(line)
    sys.exit(1)


try:
    with tarfile.open(path) as archive:
        images = json.load(archive.extractfile('manifest.json'))
        if len(images) != 1:
            give_up(f'{path} holds {len(images)} images instead of one.')
        config = archive.extractfile(images[0]['Config']).read()
except (tarfile.TarError, KeyError, ValueError, TypeError) as error:
    give_up(f'{path} is no archive of an image: {error}')
print(f'sha256:{hashlib.sha256(config).hexdigest()}')
PY
) || fail "${answer:-The archive $GIG_ARCHIVE was not read; the log above says why.}" 'Build the image anew: gigImageBuild.'
echo "$GIG_ARCHIVE holds the image $answer."
echo "id=$answer" >&3
