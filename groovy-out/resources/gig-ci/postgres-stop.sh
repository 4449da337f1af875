#!/usr/bin/env bash
# Generated from resources/gig-ci/postgres-stop.sh by gig-ci. Change that file, not this one.
# Removes the database containers of this build, with their data.
# @env      BUILD           label of what this build started
# @releases container

# Jenkins removes empty variables and has no lists: restore both.
export GIG_BUILD="${GIG_BUILD-}"

set -euo pipefail

if ! command -v docker >/dev/null; then
  echo 'No Docker, no database.'
  exit 0
fi

containers=$(docker ps --all --quiet \
  --filter "label=io.gig-ci.build=$GIG_BUILD" --filter 'label=io.gig-ci.kind=database')
if [[ -z $containers ]]; then
  echo 'No database is running.'
  exit 0
fi
for container in $(docker ps --all --quiet --filter status=exited --filter "label=io.gig-ci.build=$GIG_BUILD" \
  --filter 'label=io.gig-ci.kind=database'); do
  echo "The database ended by itself, with code $(docker inspect --format '{{.State.ExitCode}}' "$container"). Its last lines:"
  docker logs --tail 20 "$container" || true
done
# One id a line, nothing to quote.
# shellcheck disable=SC2086
docker rm --force --volumes $containers
