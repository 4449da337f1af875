#!/usr/bin/env bash
# Generated from resources/gig-ci/kaniko-build.sh by gig-ci. Change that file, not this one.
# Builds an image with Kaniko in a container and leaves it as a tar archive; nothing is pushed. The context reaches the
# container as a stream: no folder of this machine is mounted, no file of the workspace becomes root's.
# @uses     containers
# @uses     image-build
# @env      IMAGE           image of Kaniko
# @env      DESTINATION     name that the image gets in the archive
# @env      CACHE_VOLUME?   volume that keeps layers on this machine
# @env      CACHE_REPOSITORY? repository that keeps layers in a registry
# @env      CACHE_WRITE     true also stores layers, false only reads them
# @env      LOGIN?          folder with the registry login for the cache repository
# @needs    docker
# @sends    requests for layers to the cache repository, with the login for it; the layers of the image, where CACHE_WRITE is true

# Jenkins removes empty variables and has no lists: restore both.
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_DESTINATION="${GIG_DESTINATION-}"
export GIG_CACHE_VOLUME="${GIG_CACHE_VOLUME-}"
export GIG_CACHE_REPOSITORY="${GIG_CACHE_REPOSITORY-}"
export GIG_CACHE_WRITE="${GIG_CACHE_WRITE-}"
export GIG_LOGIN="${GIG_LOGIN-}"
export GIG_BUILD="${GIG_BUILD-}"
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

# From resources/gig-ci/shared/docker.sh.

# docker_answers: whether there is a Docker that answers.
docker_answers() {
  command -v docker >/dev/null && docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# require_docker: ends the script where no Docker answers.
require_docker() {
  local answer
  require_tool docker
  answer=$(docker version --format '{{.Server.Version}}' 2>&1) ||
    fail "The Docker daemon does not answer: $(tail -n 1 <<<"$answer")" \
      'Check that it runs (systemctl status docker) and that the user of the agent may use it (group docker, DOCKER_HOST).'
}

# require_image IMAGE: pulls an image that this machine lacks.
require_image() {
  docker image inspect "$1" >/dev/null 2>&1 || logged docker pull "$1" ||
    fail "$(because "The image $1 cannot be pulled")" \
      "Check its name, and that the Docker of this agent reaches its registry and may read it: docker pull $1" \
      'An image that gig-ci chooses can come from a mirror, which the environment of Jenkins names (help of gigRouterPipeline).'
}

# remember_image NAME: for the next build in this workspace, in case that this one cannot remove it.
remember_image() {
  local temporary=${WORKSPACE_TMP:-$PWD@tmp}
  mkdir -p "$temporary"
  printf '%s\n' "$1" >>"$temporary/gig-ci-images"
}

# fail_container IMAGE: ends the script when a container could not be made.
fail_container() {
  fail "Docker made no container from $1; the log above says why." \
    'Check that this machine has space (docker system df) and that the image is for its processor.'
}

# start_container CONTAINER IMAGE: lets it run in the background.
start_container() {
  logged docker start "$1" || fail "$(because "The container of $2 did not start")" \
    'Check that this machine has space (docker system df) and memory.'
}

# use_docker_login FOLDER: from here on, Docker logs in with what a folder holds.
use_docker_login() {
  # A Docker context is found through the configuration that is about to be replaced.
  DOCKER_HOST=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
  export DOCKER_HOST DOCKER_CONFIG=$1
}

# From resources/gig-ci/shared/containers.sh.

# Names of the proxy variables that are set on this agent.
proxy_variables() {
  local name
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# Names of the certificate variables that are set: of OpenSSL and Go, of Python's requests, curl, the AWS command line, pip, Node.
certificate_variables() {
  local name
  for name in SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE AWS_CA_BUNDLE PIP_CERT NODE_EXTRA_CA_CERTS; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# certificate_paths VARIABLE: the files and folders that it names, one a line; those that are not there only in the log.
certificate_paths() {
  local paths=("${!1}") path
  if [[ $1 == SSL_CERT_DIR ]]; then
    IFS=: read -ra paths <<<"${!1}"
  fi
  for path in "${paths[@]}"; do
    if [[ -r $path ]]; then
      echo "$path"
    else
      echo "$1 names $path, which this agent lacks or may not read: left out." >&2
    fi
  done
}

# All certificates that the variables name, in one text, each once.
all_certificates() {
  local name path
  for name in $(certificate_variables); do
    while IFS= read -r path; do
      find -L "$path" -maxdepth 1 -type f -exec cat {} +
    done < <(certificate_paths "$name")
  done | awk '
    { sub(/\r$/, "") }
    /^-----BEGIN (X509 )?CERTIFICATE-----$/ { block = ""; inside = 1 }
    inside { block = block $0 "\n" }
    /^-----END (X509 )?CERTIFICATE-----$/ { if (inside && !seen[block]++) printf "%s", block; inside = 0 }'
}

# put CONTAINER FOLDER PATH: copies a path below a folder of this agent to the same path below / of a container.
put() {
  tar -C "$2" --owner=0 --group=0 --mode=u+w,a+rX -cf - "$3" | docker cp - "$1:/"
}

# put_file CONTAINER PATH: writes standard input to a file of a container, relative to /.
put_file() {
  local folder status=0
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/$(dirname "$2")"
  cat >"$folder/$2"
  put "$1" "$folder" "$2" || status=$?
  rm -rf "$folder"
  return "$status"
}

# create_plain_container ARGUMENTS…: docker create with the proxy and two labels, the build and its workspace, by which the next
# build there finds what this one could not remove; prints the id.
create_plain_container() {
  local options=(--label "io.gig-ci.build=$GIG_BUILD" --label "io.gig-ci.workspace=$(hostname):${WORKSPACE:-$PWD}") name
  for name in $(proxy_variables); do
    options+=(--env "$name")
  done
  docker create "${options[@]}" "$@"
}

# create_container ARGUMENTS…: the same with the certificates.
create_container() {
  local folder container name path value number options=()
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/gig-ci/certificates"
  for name in $(certificate_variables); do
    value='' number=0
    while IFS= read -r path; do
      number=$((number + 1))
      value+=":/gig-ci/certificates/$name.$number"
      copy_certificates "$path" "$folder/gig-ci/certificates/$name.$number"
    done < <(certificate_paths "$name")
    if [[ -n $value ]]; then
      options+=(--env "$name=${value#:}")
    fi
  done
  container=$(create_plain_container "${options[@]}" "$@") || container=''
  if [[ -n $container && ${#options[@]} -gt 0 ]] && ! put "$container" "$folder" gig-ci; then
    docker rm --force "$container" >/dev/null
    container=''
  fi
  rm -rf "$folder"
  [[ -n $container ]] && echo "$container"
}

# copy_certificates FROM TO: a file, or a folder as the tools read one: its files and links to files.
copy_certificates() {
  if [[ -d $1 ]]; then
    mkdir "$2"
    find -L "$1" -maxdepth 1 -type f -exec cp -L -t "$2" {} +
  else
    cp -L "$1" "$2"
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

set -euo pipefail
exec 3>&1 1>&2

require_docker
require_dockerfile

container=''
# shellcheck disable=SC2317 # Called by the trap.
remove_container() {
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null || true
  fi
}
trap remove_container EXIT
trap 'exit 143' TERM INT

arguments=(--context=tar://stdin "--dockerfile=$GIG_DOCKERFILE" "--destination=$GIG_DESTINATION")
arguments+=(--no-push --tar-path=/kaniko/image.tar --reproducible "${build_options[@]}")
# Docker predefines these build arguments: no Dockerfile has to name them, and no layer keeps them.
for name in $(proxy_variables); do
  if [[ " ${GIG_ARGUMENTS[*]}" != *" $name="* ]]; then
    arguments+=("--build-arg=$name=${!name}")
  fi
done

volume=()
if [[ -n ${GIG_CACHE_VOLUME:-} ]]; then
  volume=(--volume "$GIG_CACHE_VOLUME:/cache")
  # Each layer becomes a folder /cache/layer:<key>.
  arguments+=(--cache=true --cache-repo=oci:/cache/layer)
elif [[ -n ${GIG_CACHE_REPOSITORY:-} ]]; then
  arguments+=(--cache=true "--cache-repo=$GIG_CACHE_REPOSITORY")
fi
if [[ $GIG_CACHE_WRITE != true ]]; then
  arguments+=(--no-push-cache)
fi

require_image "$GIG_IMAGE"
container=$(create_plain_container --interactive "${volume[@]}" "$GIG_IMAGE" "${arguments[@]}") || fail_container "$GIG_IMAGE"
certificates=$(all_certificates)
if [[ -n $certificates ]]; then
  # Kaniko trusts what stands in this folder of its image, besides the public authorities; and it is no part of what it builds.
  put_file "$container" kaniko/ssl/certs/additional-ca-cert-bundle.crt <<<"$certificates"
fi
if [[ -n ${GIG_LOGIN:-} ]]; then
  tar -C "$GIG_LOGIN" --transform 's|^|.docker/|' --mode=0600 --owner=0 --group=0 -cf - config.json |
    docker cp - "$container:/kaniko"
fi

# That nobody reads the context any more is no cause, so it goes to the log only.
exec 4>&2
build() {
  context_stream 2>&4 | gzip -n | docker start --attach --interactive "$container"
}
logged build || fail_build \
  'Make space on this machine: docker system df; docker volume ls --filter name=gig-ci-kaniko; image.cache: none keeps no layers.'
write_archive docker cp "$container:/kaniko/image.tar" "$GIG_ARCHIVE"
