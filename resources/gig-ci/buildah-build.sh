#!/usr/bin/env bash
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
