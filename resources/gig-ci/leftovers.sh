#!/usr/bin/env bash
# Removes what an earlier build left that ended without a word, e.g. because its agent was switched off: all that names this
# workspace, which no two builds have at a time. What cannot be removed is no reason to fail; the log says what it is.
# @uses     staging
# @env      BUILD           label of what this build starts
# @releases container
# @releases image
# @releases login
# @releases secrets
set -euo pipefail

temporary=${WORKSPACE_TMP:-$PWD@tmp}
rm -rf "$temporary"/gig-ci-{login,variables,temporary}
remove_staging || true
if ! command -v docker >/dev/null; then
  exit 0
fi
# A Docker that does not answer fails the stage that needs it.
containers=$(docker ps --all --format '{{.ID}} {{.Label "io.gig-ci.build"}}' \
  --filter "label=io.gig-ci.workspace=$(hostname):${WORKSPACE:-$PWD}") || exit 0
while read -r container build; do
  if [[ -n $container && $build != "$GIG_BUILD" ]]; then
    echo "A container of $build is left here, and removed: $container"
    docker rm --force --volumes "$container" >/dev/null || true
  fi
done <<<"$containers"
if [[ -f $temporary/gig-ci-images ]]; then
  while IFS= read -r reference; do
    if docker image inspect "$reference" >/dev/null 2>&1; then
      echo "A name of an image is left here, and removed: $reference"
      docker image rm "$reference" >/dev/null || true
    fi
  done <"$temporary/gig-ci-images"
  rm -f "$temporary/gig-ci-images"
fi
