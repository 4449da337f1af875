# shellcheck shell=bash
# What every way to build an image gets, and what it says when that fails.
# @uses causes
# @uses staging
# @env CONTEXT folder that is sent as the build context
# @env DOCKERFILE Dockerfile, relative to the context
# @env TARGET? stage of the Dockerfile to build
# @env ARGUMENTS list build arguments NAME=value
# @env LABELS list labels NAME=value
# @env ARCHIVE file to write
# @acquires archive
# @sends requests for base images to their registries
# @sends whatever the commands of the Dockerfile send, to anyone

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
