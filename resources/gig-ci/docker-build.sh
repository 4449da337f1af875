#!/usr/bin/env bash
# Builds an image with the Docker of this machine and leaves it as a tar archive; nothing is pushed. No layer of an earlier build is used:
# Docker keeps those of all builds of the machine together, those of pull requests, too.
# @uses     containers
# @uses     image-build
# @env      DESTINATION     name that the image gets in Docker and in the archive
# @acquires image
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

require_docker
require_dockerfile
stage_context

options=(--pull --no-cache --force-rm "--tag=$GIG_DESTINATION" "--file=$staging/context/$GIG_DOCKERFILE" "${build_options[@]}")
# Docker predefines these build arguments: no Dockerfile has to name them, and no layer keeps them. It takes the value from the environment.
for name in $(proxy_variables); do
  if [[ " ${GIG_ARGUMENTS[*]}" != *" $name="* ]]; then
    options+=("--build-arg=$name")
  fi
done
# Both are read by BuildKit alone: times of the commit, and an archive with the image and nothing besides.
export BUILDX_NO_DEFAULT_ATTESTATIONS=1
if [[ -n $epoch ]]; then
  export SOURCE_DATE_EPOCH=$epoch
fi

remember_image "$GIG_DESTINATION"
logged docker build "${options[@]}" "$staging/context" || fail_build 'Make space on this machine: docker system df; it keeps the layers of BuildKit, too.'
docker image inspect "$GIG_DESTINATION" >/dev/null 2>&1 ||
  fail "The build left no image $GIG_DESTINATION in Docker." \
    'BUILDX_BUILDER in the environment of this agent names a builder that keeps its images: leave it out.'
write_archive docker save --output "$GIG_ARCHIVE" "$GIG_DESTINATION"
