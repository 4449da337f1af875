#!/usr/bin/env bash
# Generated from resources/gig-ci/kaniko-build.sh by gig-ci. Change that file, not this one.
# Builds an image with Kaniko in a container and leaves it as a tar archive; nothing is pushed. The context reaches the
# container as a stream: no folder of this machine is mounted, no file of the workspace becomes root's.
# @env      BUILD           label of what this build starts
# @env      IMAGE           image of Kaniko
# @env      DESTINATION     name that the image gets in the archive
# @env      CONTEXT         folder that is sent as the build context
# @env      DOCKERFILE      Dockerfile, relative to the context
# @env      TARGET?         stage of the Dockerfile to build
# @env      ARGUMENTS list  build arguments NAME=value
# @env      LABELS list     labels NAME=value
# @env      CACHE_VOLUME?   volume that keeps layers on this machine
# @env      CACHE_REPOSITORY? repository that keeps layers in a registry
# @env      CACHE_WRITE     true also stores layers, false only reads them
# @env      LOGIN?          folder with the registry login for the cache repository
# @env      ARCHIVE         file to write
# @acquires archive
# @needs    docker

# Jenkins removes empty variables and has no lists: restore both.
export GIG_BUILD="${GIG_BUILD-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_DESTINATION="${GIG_DESTINATION-}"
export GIG_CONTEXT="${GIG_CONTEXT-}"
export GIG_DOCKERFILE="${GIG_DOCKERFILE-}"
export GIG_TARGET="${GIG_TARGET-}"
export GIG_CACHE_VOLUME="${GIG_CACHE_VOLUME-}"
export GIG_CACHE_REPOSITORY="${GIG_CACHE_REPOSITORY-}"
export GIG_CACHE_WRITE="${GIG_CACHE_WRITE-}"
export GIG_LOGIN="${GIG_LOGIN-}"
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

set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

command -v docker >/dev/null || {
  echo 'docker: command not found. Install Docker on this agent or use an agent label whose machines have it.' >&2
  exit 127
}
[[ -f $GIG_CONTEXT/$GIG_DOCKERFILE ]] || fail "$GIG_CONTEXT/$GIG_DOCKERFILE does not exist." \
  'Add it to the repository, or set image.context and image.dockerfile.'

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
arguments+=(--no-push --tar-path=/kaniko/image.tar --reproducible)
if [[ -n ${GIG_TARGET:-} ]]; then
  arguments+=("--target=$GIG_TARGET")
fi
for argument in "${GIG_ARGUMENTS[@]}"; do
  arguments+=("--build-arg=$argument")
done
# Docker predefines these build arguments: no Dockerfile has to name them, and no layer keeps them.
for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
  if [[ -n ${!name:-} && " ${GIG_ARGUMENTS[*]}" != *" $name="* ]]; then
    arguments+=("--build-arg=$name=${!name}")
  fi
done
for label in "${GIG_LABELS[@]}"; do
  arguments+=("--label=$label")
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

container=$(docker create --interactive --label "io.gig-ci.build=$GIG_BUILD" "${volume[@]}" \
  --env HTTP_PROXY --env HTTPS_PROXY --env NO_PROXY --env http_proxy --env https_proxy --env no_proxy \
  "$GIG_IMAGE" "${arguments[@]}")
if [[ -n ${GIG_LOGIN:-} ]]; then
  tar -C "$GIG_LOGIN" --transform 's|^|.docker/|' --mode=0600 --owner=0 --group=0 -cf - config.json |
    docker cp - "$container:/kaniko"
fi

# What other stages left there does not belong to the image. Names, owners and times are the same for the same commit.
time=()
if epoch=$(git log -1 --format=%ct 2>/dev/null); then
  time=("--mtime=@$epoch")
fi
mkdir -p "$(dirname "$GIG_ARCHIVE")"
rm -f "$GIG_ARCHIVE"
tar -C "$GIG_CONTEXT" --sort=name --owner=0 --group=0 --numeric-owner "${time[@]}" \
  --exclude=./.git --exclude=./.gig-ci --exclude=./.scannerwork --exclude=./htmlcov --exclude=./coverage.xml \
  --exclude=./.coverage --exclude=./owasp-report --exclude=.pytest_cache --exclude=__pycache__ \
  -czf - . | docker start --attach --interactive "$container" || fail 'The image was not built; the lines above say where.' \
  'Check that the packages that the Dockerfile installs can be reached, and that this machine has space:' \
  'docker system df; docker volume ls --filter name=gig-ci-kaniko'
docker cp "$container:/kaniko/image.tar" "$GIG_ARCHIVE"
ls -l "$GIG_ARCHIVE"
