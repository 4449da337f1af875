#!/usr/bin/env bash
# Removes whatever this build may have left on this machine: the last word after an abort. Does nothing where nothing is.
# @uses     staging
# @uses     image-names
# @env      BUILD           label of what this build started
# @env      ARCHIVE         image archive
# @env      REFERENCES list names of images
# @releases container
# @releases image
# @releases archive
# @releases login
# @releases secrets
set -euo pipefail

rm -rf "${WORKSPACE_TMP:-$PWD@tmp}"/gig-ci-{login,variables,temporary}
rm -f "$GIG_ARCHIVE"
# The containers go, too, where this cannot.
remove_staging || echo 'The folder of an image build is left; the line above says why.'
if ! command -v docker >/dev/null; then
  exit 0
fi
# Docker refuses what it removes already, for the clean-up of a script that an abort has cut off: it is waited for.
for ((attempt = 1; attempt <= 30; attempt++)); do
  # An agent may have the command alone.
  if ! containers=$(docker ps --all --quiet --filter "label=io.gig-ci.build=$GIG_BUILD"); then
    echo 'Docker does not answer: what this build has started there, if anything, goes with the next one in this workspace.'
    exit 0
  fi
  if [[ -z $containers ]]; then
    break
  fi
  # One id a line, nothing to quote.
  # shellcheck disable=SC2086
  docker rm --force --volumes $containers || sleep 1
done
for reference in "${GIG_REFERENCES[@]}"; do
  remove_image "$reference"
done
rm -f "${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-images"
