#!/usr/bin/env bash
# Loads an image archive into the Docker of this machine.
# @env      ARCHIVE         archive to load
# @env      REFERENCE       name of the image in the archive
# @out      id string sha256:5e2b8d0f7c1a4e6390b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e id of the image
# @acquires image
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

command -v docker >/dev/null || {
  echo 'docker: command not found. Install Docker on this agent or use an agent label whose machines have it.'
  exit 127
}
docker load --input "$GIG_ARCHIVE" || {
  echo "$GIG_ARCHIVE could not be loaded. Check the free space of this machine: docker system df"
  exit 1
}
id=$(docker image inspect --format '{{.Id}}' "$GIG_REFERENCE")
echo "$GIG_REFERENCE is $id."
echo "id=$id" >&3
