# shellcheck shell=bash
# The folder in which an image is built that no container builds.

# remove_staging: removes it. Files of other users, which buildah makes for a user that is not root, go as that user made them.
remove_staging() {
  local folder="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-build"
  if [[ -e $folder ]] && ! rm -rf "$folder" 2>/dev/null; then
    buildah unshare rm -rf "$folder"
  fi
}
