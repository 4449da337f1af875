#!/usr/bin/env bash
# Generated from resources/gig-ci/secret-variables-remove.sh by gig-ci. Change that file, not this one.
# Removes the secret variables of this build.
# @releases secrets
set -euo pipefail

rm -rf "${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-variables"
