#!/usr/bin/env bash
# Removes the login that ecr-login.sh made for this build.
# @releases login
set -euo pipefail

rm -rf "${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-login"
