#!/usr/bin/env bash
# Loads an image archive into the Docker of this machine.
# @uses     docker
# @env      ARCHIVE         archive to load
# @env      REFERENCE       name of the image in the archive
# @out      id string sha256:5e2b8d0f7c1a4e6390b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e id of the image
# @acquires image
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

require_docker
[[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'
remember_image "$GIG_REFERENCE"
logged docker load --input "$GIG_ARCHIVE" || fail "$(because "$GIG_ARCHIVE was not loaded")" \
  'Check the free space of this machine: docker system df.'
id=$(docker image inspect --format '{{.Id}}' "$GIG_REFERENCE") ||
  fail "$GIG_ARCHIVE holds no image $GIG_REFERENCE." 'Give gigImageBuild and gigImageLoad the same reference.'
echo "$GIG_REFERENCE is $id."
echo "id=$id" >&3
