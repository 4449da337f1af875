#!/usr/bin/env bash
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
