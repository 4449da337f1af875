# shellcheck shell=bash
# Names of images in the Docker of this machine.

# remove_image NAME: where it is there. One that another build removes at the same time is gone as well.
remove_image() {
  docker image inspect "$1" >/dev/null 2>&1 || return 0
  docker image rm "$1" && return
  if docker image inspect "$1" >/dev/null 2>&1; then
    return 1
  fi
}
