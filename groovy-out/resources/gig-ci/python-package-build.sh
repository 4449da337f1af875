#!/usr/bin/env bash
# Generated from resources/gig-ci/python-package-build.sh by gig-ci. Change that file, not this one.
# Builds wheel and source distribution of a service into .gig-ci/dist, with the package build in .gig-ci/build: code of the
# repository runs here, while no credential is bound.
# @uses     causes
# @env      DIRECTORY       folder of the service, with setup.py or pyproject.toml
# @env      VERSION         project uses the version of the project, build adds .post and the number of the build
# @env      NUMBER          number of the build
# @env      ISOLATED        true lets build install what the build needs, false takes what .gig-ci/build has
# @env      INDEX_URL?      package index instead of the public one, for what build installs
# @out      version string 1.0.0 version of the packages
# @sends    the names of packages to the package index, where ISOLATED is true
# @sends    whatever code of the repository sends, to anyone

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_VERSION="${GIG_VERSION-}"
export GIG_NUMBER="${GIG_NUMBER-}"
export GIG_ISOLATED="${GIG_ISOLATED-}"
export GIG_INDEX_URL="${GIG_INDEX_URL-}"

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

root=$PWD
TMPDIR=$(temporary_folder)
export TMPDIR
cd "$GIG_DIRECTORY" || fail "There is no folder $GIG_DIRECTORY in the workspace." 'Check backendDir, or directory.'
[[ -f setup.py || -f pyproject.toml ]] || fail "$GIG_DIRECTORY has neither setup.py nor pyproject.toml." \
  'Add one of them to the repository, or set nexus: false.'

# The same commit gives the same files.
if epoch=$(git log -1 --format=%ct 2>/dev/null); then
  export SOURCE_DATE_EPOCH=$epoch
fi
if [[ $GIG_VERSION == build ]]; then
  # Read by setuptools besides the project's own configuration.
  export DIST_EXTRA_CONFIG="$root/.gig-ci/version.cfg"
  printf '[egg_info]\ntag_build = .post%s\n' "$GIG_NUMBER" >"$DIST_EXTRA_CONFIG"
fi

arguments=(--outdir "$root/.gig-ci/dist")
if [[ $GIG_ISOLATED != true ]]; then
  arguments+=(--no-isolation)
fi
if [[ -n ${GIG_INDEX_URL:-} ]]; then
  export PIP_INDEX_URL=$GIG_INDEX_URL
fi

# Files of an earlier build would be uploaded, too.
rm -rf "$root/.gig-ci/dist"
logged "$root/.gig-ci/build/bin/python" -m build "${arguments[@]}" . || fail "$(because 'The package was not built')" \
  'The log above says more; "python -m build" in the same folder does the same on your machine.'

wheels=("$root"/.gig-ci/dist/*.whl)
version=$(basename "${wheels[0]}" | cut -d- -f2)
if [[ $GIG_VERSION == build && $version != *".post$GIG_NUMBER" ]]; then
  fail "The version of the package is $version, without .post$GIG_NUMBER." \
    'nexus.version: build needs setuptools as the build backend and a version without a post-release of its own.'
fi

# Sources as the same commit gives them: setuptools writes the time of the build into its archive.
if [[ -n ${SOURCE_DATE_EPOCH:-} ]]; then
  "$root/.gig-ci/build/bin/python" - "$root"/.gig-ci/dist/*.tar.gz <<'PY'
import gzip
import io
import os
import sys
import tarfile

time = int(os.environ['SOURCE_DATE_EPOCH'])
for path in sys.argv[1:]:
    plain = io.BytesIO()
    with tarfile.open(path) as old, tarfile.open(fileobj=plain, mode='w', format=tarfile.PAX_FORMAT) as new:
        for member in sorted(old, key=lambda entry: entry.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = time, 0, 0, '', ''
            member.pax_headers = {}
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    with open(path, 'wb') as file, gzip.GzipFile('', 'wb', fileobj=file, mtime=time) as packed:
        packed.write(plain.getvalue())
PY
fi

ls -l "$root/.gig-ci/dist"
echo "version=$version" >&3
