#!/usr/bin/env bash
# Generated from resources/gig-ci/secret-variable.sh by gig-ci. Change that file, not this one.
# Hands a secret to manage.py and pytest as an environment variable: through a file of this build that only its owner
# reads, because the name of the variable is known to the call alone.
# @env      NAME            name of the variable
# @secret   VALUE           its value
# @acquires secrets

# Jenkins removes empty variables and has no lists: restore both.
export GIG_NAME="${GIG_NAME-}"
export GIG_VALUE="${GIG_VALUE-}"

set -euo pipefail

umask 077
folder="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-variables"
mkdir -p "$folder"
printf '%s' "$GIG_VALUE" >"$folder/$GIG_NAME"
