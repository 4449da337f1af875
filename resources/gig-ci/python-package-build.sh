#!/usr/bin/env bash
# Builds wheel and source distribution of a service into .gig-ci/dist, and prepares twine for the upload: code of the
# repository runs here, before any credential is bound.
# @env      DIRECTORY       folder of the service, with setup.py or pyproject.toml
# @env      EXECUTABLE      Python to use
# @env      VERSION         project uses the version of the project, build adds .post and the number of the build
# @env      NUMBER          number of the build
# @env      BUILDER         pip requirement of the package build
# @env      UPLOADER        pip requirement of the package twine
# @out      version string 1.0.0 version of the packages
set -euo pipefail
exec 3>&1 1>&2

fail() {
  printf '%s\n' "$@"
  exit 1
}

root=$PWD
cd "$GIG_DIRECTORY"
[[ -f setup.py || -f pyproject.toml ]] || fail "$GIG_DIRECTORY has neither setup.py nor pyproject.toml." \
  'Add one of them to the repository, or set nexus: false.'

export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
"$GIG_EXECUTABLE" -m venv --clear "$root/.gig-ci/build"
"$root/.gig-ci/build/bin/python" -m pip install --quiet "$GIG_BUILDER"

# The same commit gives the same files.
if epoch=$(git log -1 --format=%ct 2>/dev/null); then
  export SOURCE_DATE_EPOCH=$epoch
fi
if [[ $GIG_VERSION == build ]]; then
  # Read by setuptools besides the project's own configuration.
  export DIST_EXTRA_CONFIG="$root/.gig-ci/version.cfg"
  printf '[egg_info]\ntag_build = .post%s\n' "$GIG_NUMBER" >"$DIST_EXTRA_CONFIG"
fi

# Files of an earlier build would be uploaded, too.
rm -rf "$root/.gig-ci/dist"
"$root/.gig-ci/build/bin/python" -m build --outdir "$root/.gig-ci/dist" . || fail 'The package was not built.' \
  'The lines above say why; "python -m build" in the same folder does the same on your machine.'

wheels=("$root"/.gig-ci/dist/*.whl)
version=$(basename "${wheels[0]}" | cut -d- -f2)
if [[ $GIG_VERSION == build && $version != *".post$GIG_NUMBER" ]]; then
  fail "The version of the package is $version, without .post$GIG_NUMBER." \
    'nexus.version: build needs setuptools as the build backend and a version without a post-release of its own.'
fi

# Made after the code of the repository has run, so that it cannot have changed it.
"$GIG_EXECUTABLE" -m venv --clear "$root/.gig-ci/twine"
"$root/.gig-ci/twine/bin/python" -m pip install --quiet "$GIG_UPLOADER"

ls -l "$root/.gig-ci/dist"
echo "version=$version" >&3
