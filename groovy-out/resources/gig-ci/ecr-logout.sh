#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-logout.sh by gig-ci. Change that file, not this one.
# Removes the login that ecr-login.sh made for this build.
# @releases login
set -euo pipefail

rm -rf "${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-login"
