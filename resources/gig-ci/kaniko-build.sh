#!/usr/bin/env bash
# Builds an image with Kaniko in a container and leaves it as a tar archive; nothing is pushed. The context reaches the
# container as a stream: no folder of this machine is mounted, no file of the workspace becomes root's.
# @uses     containers
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
set -euo pipefail
exec 3>&1 1>&2

require_docker
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
for name in $(proxy_variables); do
  if [[ " ${GIG_ARGUMENTS[*]}" != *" $name="* ]]; then
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

# Before the context is read, in case that it is the workspace: a folder that changes meanwhile ends tar.
mkdir -p "$(dirname "$GIG_ARCHIVE")"
# What other stages left there does not belong to the image. Names, owners and times are the same for the same commit.
time=()
if epoch=$(git log -1 --format=%ct 2>/dev/null); then
  time=("--mtime=@$epoch")
fi
# That nobody reads the context any more is no cause, so it goes to the log only.
exec 4>&2
build() {
  tar -C "$GIG_CONTEXT" --sort=name --owner=0 --group=0 --numeric-owner "${time[@]}" \
    --exclude=./.git --exclude=./.gig-ci --exclude=./.scannerwork --exclude=./htmlcov --exclude=./coverage.xml \
    --exclude=./.coverage --exclude=./owasp-report --exclude=.pytest_cache --exclude=__pycache__ \
    -czf - . 2>&4 | docker start --attach --interactive "$container"
}
remedy() {
  case $said in
    *'no space left'*)
      echo 'Make space on this machine: docker system df; docker volume ls --filter name=gig-ci-kaniko; image.cache: none keeps no layers.'
      ;;
    *'retrieving image'* | *MANIFEST_UNKNOWN* | *NAME_UNKNOWN* | *UNAUTHORIZED* | *'unable to complete operation'*)
      echo 'Check the name and tag of the base image behind FROM, and that this agent reaches its registry and may read it.'
      ;;
    *x509*) echo 'Let SSL_CERT_FILE in the environment of the agent name a file with the authority of that certificate.' ;;
    *'failed to execute command'*)
      echo 'A command of the Dockerfile failed: check the packages that it installs, and that they can be reached (proxy, index).'
      ;;
    *) echo 'The log above says where; check that this machine has space (docker system df) and memory.' ;;
  esac
}
logged build || fail "$(because 'The image was not built')" "$(remedy)"
rm -f "$GIG_ARCHIVE"
if ! logged docker cp "$container:/kaniko/image.tar" "$GIG_ARCHIVE"; then
  # The half of it may take the last space of the disk, where the answer of this script goes, too.
  rm -f "$GIG_ARCHIVE"
  fail "$(because 'The archive of the image was not written')" 'Check the space of the workspace on this agent: df -h.'
fi
ls -l "$GIG_ARCHIVE"
