#!/usr/bin/env bash
# Generated from resources/gig-ci/buildah-build.sh by gig-ci. Change that file, not this one.
# Builds an image with buildah, without any daemon, and leaves it as a tar archive; nothing is pushed. STORAGE_DRIVER and BUILDAH_ISOLATION in
# the environment of the agent count; without them vfs and chroot serve, which need no privileges.
# @uses     image-build
# @uses     cache
# @env      DESTINATION     name that the image gets in the archive
# @env      CACHE_FOLDER? name of the folder that keeps layers on this machine
# @env      CACHE_REPOSITORY? repository that keeps layers in a registry
# @env      CACHE_WRITE     true also stores layers in the repository, false only reads them
# @env      LOGIN?          folder with the registry login for the cache repository
# @needs    buildah
# @sends    requests for layers to the cache repository, with the login for it; the layers of the image, where CACHE_WRITE is true

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DESTINATION="${GIG_DESTINATION-}"
export GIG_CACHE_FOLDER="${GIG_CACHE_FOLDER-}"
export GIG_CACHE_REPOSITORY="${GIG_CACHE_REPOSITORY-}"
export GIG_CACHE_WRITE="${GIG_CACHE_WRITE-}"
export GIG_LOGIN="${GIG_LOGIN-}"
export GIG_CONTEXT="${GIG_CONTEXT-}"
export GIG_DOCKERFILE="${GIG_DOCKERFILE-}"
export GIG_TARGET="${GIG_TARGET-}"
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
GIG_ARGUMENTS=()
for ((gig_index = 1; gig_index <= ${GIG_ARGUMENTS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_ARGUMENTS_$gig_index"
  GIG_ARGUMENTS+=("${!gig_element-}")
done
GIG_LABELS=()
for ((gig_index = 1; gig_index <= ${GIG_LABELS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_LABELS_$gig_index"
  GIG_LABELS+=("${!gig_element-}")
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

# From resources/gig-ci/shared/staging.sh.

# remove_staging: removes it. Files of other users, which buildah makes for a user that is not root, go as that user made them.
remove_staging() {
  local folder="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-build"
  if [[ -e $folder ]] && ! rm -rf "$folder" 2>/dev/null; then
    buildah unshare rm -rf "$folder"
  fi
}

# From resources/gig-ci/shared/image-build.sh.

# The time of the commit, in seconds since 1970: names, owners and times in the image are then the same for the same commit. Empty without Git.
epoch=$(git log -1 --format=%ct 2>/dev/null) || epoch=''

require_dockerfile() {
  [[ -f $GIG_CONTEXT/$GIG_DOCKERFILE ]] || fail "$GIG_CONTEXT/$GIG_DOCKERFILE does not exist." \
    'Add it to the repository, or set image.context and image.dockerfile.'
}

# The options that all builders spell alike, for the array of that name.
build_options=()
if [[ -n ${GIG_TARGET:-} ]]; then
  build_options+=("--target=$GIG_TARGET")
fi
for argument in "${GIG_ARGUMENTS[@]}"; do
  build_options+=("--build-arg=$argument")
done
for label in "${GIG_LABELS[@]}"; do
  build_options+=("--label=$label")
done

# Writes the context as a tar stream. What other stages left there does not belong to the image.
context_stream() {
  local time=()
  # First, in case that the context is the workspace: a folder that changes meanwhile ends tar.
  mkdir -p "$(dirname "$GIG_ARCHIVE")"
  if [[ -n $epoch ]]; then
    time=("--mtime=@$epoch")
  fi
  tar -C "$GIG_CONTEXT" --sort=name --owner=0 --group=0 --numeric-owner "${time[@]}" \
    --exclude=./.git --exclude=./.gig-ci --exclude=./.scannerwork --exclude=./htmlcov --exclude=./coverage.xml \
    --exclude=./.coverage --exclude=./owasp-report --exclude=.pytest_cache --exclude=__pycache__ \
    -cf - .
}

# stage_context: unpacks the context into the folder $staging/context, which goes when the script ends, or with the next clean-up. A builder
# that reads a folder leaves out what .dockerignore says.
staging="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-build"
stage_context() {
  remove_staging
  trap remove_staging EXIT
  trap 'exit 143' TERM INT
  mkdir -p "$staging/context"
  context_stream | tar -C "$staging/context" -xf -
}

# fail_build SPACE: ends the script after a build that failed; says how to make space where that is the cause.
fail_build() {
  local remedy='The log above says where; check that this machine has space (df -h, docker system df) and memory.'
  case $said in
    *'no space left'*) remedy=$1 ;;
    # Before what follows, which such a command may have said.
    *'failed to execute command'* | *'non-zero code'* | *'did not complete successfully'* | *'at STEP "RUN '*)
      remedy='A command of the Dockerfile failed: check the packages that it installs, and that they can be reached (proxy, index).'
      ;;
    *x509*) remedy='Let SSL_CERT_FILE in the environment of the agent name a file with the authority of that certificate.' ;;
    *'short-name'* | *'unqualified-search'*)
      remedy='Write the base image behind FROM with its registry (docker.io/library/python:3.12-slim), or let'
      remedy+=' unqualified-search-registries in the registries.conf of this agent name one.'
      ;;
    *'retrieving image'* | *MANIFEST_UNKNOWN* | *NAME_UNKNOWN* | *UNAUTHORIZED* | *'unable to complete operation'* | \
      *'pull access denied'* | *'manifest unknown'* | *'authentication required'* | *'source metadata'* | *'initializing source'* | \
      *'lookup '* | *'connection refused'*)
      remedy='Check the name and tag of the base image behind FROM, and that this agent reaches its registry and may read it.'
      ;;
  esac
  fail "$(because 'The image was not built')" "$remedy"
}

# write_archive COMMAND…: runs what writes the archive.
write_archive() {
  rm -f "$GIG_ARCHIVE"
  if ! logged "$@"; then
    # The half of it may take the last space of the disk, where the answer of this script goes, too.
    rm -f "$GIG_ARCHIVE"
    fail "$(because 'The archive of the image was not written')" 'Check the space of the workspace on this agent: df -h.'
  fi
  ls -l "$GIG_ARCHIVE"
}

# From resources/gig-ci/shared/cache.sh.

# open_cache NAME WHAT: makes the folder of that name in $cache for what it keeps, and opens its lock as 9.
cache="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/gig-ci"
open_cache() {
  make_cache() {
    mkdir -p "$cache/$1" && : >>"$cache/$1.lock"
  }
  logged make_cache "$1" || fail "$(because "The folder $cache/$1 for $2 cannot be made")" \
    'Give the user of the agent a home folder that it may write and that has space (df -h), or set XDG_CACHE_HOME in the environment of the agent.'
  exec 9>>"$cache/$1.lock"
}

set -euo pipefail
exec 3>&1 1>&2

require_tool buildah 'Install buildah on this agent, or let image.builder name another builder.'
require_dockerfile
stage_context

export STORAGE_DRIVER=${STORAGE_DRIVER:-vfs} BUILDAH_ISOLATION=${BUILDAH_ISOLATION:-chroot}
store="$staging/store"
options=(--format=docker --pull=always "--file=$staging/context/$GIG_DOCKERFILE" "--iidfile=$staging/id" "${build_options[@]}")
space='Make space on this machine: df -h; layers that image.cache: local keeps are in '"$cache/buildah."
buildah_run() { buildah --root "$store" --runroot "$staging/run" "$@"; }

if [[ -n ${GIG_CACHE_FOLDER:-} ]]; then
  require_tool flock 'Install util-linux on this agent: builds of a service take turns with its layers.'
  open_cache "buildah/$GIG_CACHE_FOLDER" layers
  store="$cache/buildah/$GIG_CACHE_FOLDER"
  flock 9
  # Nobody else has the lock: what is in work there, a killed build has left.
  logged buildah_run rm --all || fail "$(because "The layers in $store cannot be used")" "$space"
  options+=(--layers)
elif [[ -n ${GIG_CACHE_REPOSITORY:-} ]]; then
  options+=(--layers "--cache-from=$GIG_CACHE_REPOSITORY")
  if [[ $GIG_CACHE_WRITE == true ]]; then
    options+=("--cache-to=$GIG_CACHE_REPOSITORY")
  fi
fi
if [[ -n ${GIG_LOGIN:-} ]]; then
  options+=("--authfile=$GIG_LOGIN/config.json")
fi
if [[ -n $epoch ]]; then
  options+=("--timestamp=$epoch")
fi

logged buildah_run build "${options[@]}" "$staging/context" ||
  fail_build "$space"
write_archive buildah_run push "$(cat "$staging/id")" "docker-archive:$GIG_ARCHIVE:$GIG_DESTINATION"
