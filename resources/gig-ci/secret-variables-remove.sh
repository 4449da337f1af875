#!/usr/bin/env bash
# Removes the secret variables of this build.
# @releases secrets
set -euo pipefail

rm -rf "${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-variables"
