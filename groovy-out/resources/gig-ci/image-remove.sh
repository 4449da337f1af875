#!/usr/bin/env bash
# Generated from resources/gig-ci/image-remove.sh by gig-ci. Change that file, not this one.
# Removes an image archive, and names of images from the Docker of this machine. An image goes with its last name.
# @uses     image-names
# @env      ARCHIVE         archive to remove
# @env      REFERENCES list names of images
# @releases image
# @releases archive

# Jenkins removes empty variables and has no lists: restore both.
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
GIG_REFERENCES=()
for ((gig_index = 1; gig_index <= ${GIG_REFERENCES_COUNT:-0}; gig_index++)); do
  gig_element="GIG_REFERENCES_$gig_index"
  GIG_REFERENCES+=("${!gig_element-}")
done

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

rm -f "$GIG_ARCHIVE"
if ! command -v docker >/dev/null; then
  echo 'No Docker, no images.'
  exit 0
fi
for reference in "${GIG_REFERENCES[@]}"; do
  remove_image "$reference"
done
