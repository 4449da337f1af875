# shellcheck shell=bash
# A tool that is on the PATH of this agent, or else runs in its image.
# @uses containers
# @env IMAGE image to use where the tool is not on the PATH
# @env RUN? auto takes the tool from the PATH where it is there, else its image; path and docker only the one or the other (auto)

# The name of the tool on the PATH, empty where its image serves; and that image.
tool=''
tool_image=$GIG_IMAGE

# on_path NAME…: sets it to the first of the names that is there, unless the image is wanted.
on_path() {
  local name
  for name; do
    if [[ -z $tool && ${GIG_RUN:-auto} != docker ]] && command -v "$name" >/dev/null; then
      tool=$name
    fi
  done
}

# require_tool_image NAME REMEDY: ends the script where the image of a tool that is not on the PATH does not serve.
require_tool_image() {
  if [[ ${GIG_RUN:-auto} == path ]]; then
    fail "$1: command not found, and its parameter run is path." 'Install it on this agent, or let run be auto.'
  fi
  require_tool docker "$2"
  require_docker
  require_image "$tool_image"
}
