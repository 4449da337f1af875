#!/usr/bin/env bash
# Generated from resources/gig-ci/preflight.sh by gig-ci. Change that file, not this one.
# Looks for tools on this agent.
# @env      TOOLS list      names of tools; docker stands for a Docker that answers
# @out      missing list -  those that this agent lacks
# @probes   TOOLS missing

# Jenkins removes empty variables and has no lists: restore both.
GIG_TOOLS=()
for ((gig_index = 1; gig_index <= ${GIG_TOOLS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_TOOLS_$gig_index"
  GIG_TOOLS+=("${!gig_element-}")
done

set -euo pipefail
exec 3>&1 1>&2

for tool in "${GIG_TOOLS[@]}"; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool: not on the PATH"
    echo "missing=$tool" >&3
  elif [[ $tool == docker ]] && ! version=$(docker version --format '{{.Server.Version}}' 2>&1); then
    echo "docker: $version"
    echo "missing=$tool" >&3
  else
    echo "$tool: $(command -v "$tool")"
  fi
done
