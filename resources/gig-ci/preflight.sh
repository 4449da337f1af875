#!/usr/bin/env bash
# Looks for tools on this agent.
# @env      TOOLS list      names of tools; docker stands for a Docker that answers
# @out      missing list -  those that this agent lacks
# @probes   TOOLS missing
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
