#!/usr/bin/env bash
# Looks for tools on this agent.
# @env      TOOLS list      names of tools; docker stands for a Docker that answers, bash for one that is new enough
# @env      PYTHON?         one of them that must be Python 3.10 or newer
# @out      missing list -  those that this agent lacks, and those that do not serve
# @out      broken list -   those that are there and do not serve, as "name: reason"
# @probes   TOOLS missing
set -euo pipefail
exec 3>&1 1>&2

does_not_serve() {
  echo "$1: $2"
  echo "missing=$1" >&3
  echo "broken=$1: $2" >&3
}

# shellcheck disable=SC2016 # The bash that is asked expands.
for tool in "${GIG_TOOLS[@]}"; do
  if ! command -v "$tool" >/dev/null; then
    echo "$tool: not on the PATH"
    echo "missing=$tool" >&3
  elif [[ $tool == bash ]] && ! bash -c '((BASH_VERSINFO[0] * 100 + BASH_VERSINFO[1] >= 404))'; then
    does_not_serve bash "is $(bash -c 'echo "$BASH_VERSION"') on this agent; 4.4 or newer is needed"
  elif [[ $tool == docker ]] && ! version=$(docker version --format '{{.Server.Version}}' 2>&1); then
    does_not_serve docker "is installed, but its daemon does not answer: $(tail -n 1 <<<"$version")"
  elif [[ $tool == "${GIG_PYTHON:-}" ]] && ! "$tool" -c 'import sys; sys.exit(sys.version_info < (3, 10))'; then
    does_not_serve "$tool" "is $("$tool" --version 2>&1); packages are built and uploaded with 3.10 or newer (python.executable)"
  else
    echo "$tool: $(command -v "$tool")"
  fi
done
