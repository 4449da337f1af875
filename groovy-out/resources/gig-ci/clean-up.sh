#!/usr/bin/env bash
# Generated from resources/gig-ci/clean-up.sh by gig-ci. Change that file, not this one.
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

# Jenkins removes empty variables and has no lists: restore both.
export GIG_BUILD="${GIG_BUILD-}"
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
GIG_REFERENCES=()
for ((gig_index = 1; gig_index <= ${GIG_REFERENCES_COUNT:-0}; gig_index++)); do
  gig_element="GIG_REFERENCES_$gig_index"
  GIG_REFERENCES+=("${!gig_element-}")
done

# From resources/gig-ci/shared/staging.sh.

# remove_staging: removes it. Files of other users, which buildah makes for a user that is not root, go as that user made them.
remove_staging() {
  local folder="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-build"
  if [[ -e $folder ]] && ! rm -rf "$folder" 2>/dev/null; then
    buildah unshare rm -rf "$folder"
  fi
}

# From resources/gig-ci/shared/image-names.sh.

# remove_image NAME: where it is there. One that another build removes at the same time is gone as well.
remove_image() {
  docker image inspect "$1" >/dev/null 2>&1 || return 0
  docker image rm "$1" && return
  if docker image inspect "$1" >/dev/null 2>&1; then
    return 1
  fi
}

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
