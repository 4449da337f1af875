#!/usr/bin/env bash
# Removes the database containers of this build, with their data.
# @env      BUILD           label of what this build started
# @releases container
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
# One id a line, nothing to quote.
# shellcheck disable=SC2086
docker rm --force --volumes $containers
