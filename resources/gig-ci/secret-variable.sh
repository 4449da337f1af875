#!/usr/bin/env bash
# Hands a secret to manage.py and pytest as an environment variable: through a file of this build that only its owner
# reads, because the name of the variable is known to the call alone.
# @env      NAME            name of the variable
# @secret   VALUE           its value
# @acquires secrets
set -euo pipefail

umask 077
folder="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-variables"
mkdir -p "$folder"
printf '%s' "$GIG_VALUE" >"$folder/$GIG_NAME"
