#!/usr/bin/env bash
# Removes an image archive, and names of images from the Docker of this machine. An image goes with its last name.
# @uses     image-names
# @env      ARCHIVE         archive to remove
# @env      REFERENCES list names of images
# @releases image
# @releases archive
set -euo pipefail

rm -f "$GIG_ARCHIVE"
if ! command -v docker >/dev/null; then
  echo 'No Docker, no images.'
  exit 0
fi
for reference in "${GIG_REFERENCES[@]}"; do
  remove_image "$reference"
done
