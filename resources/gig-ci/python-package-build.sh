#!/usr/bin/env bash
# Builds wheel and source distribution of a service into .gig-ci/dist, with the package build in .gig-ci/build: code of the
# repository runs here, while no credential is bound.
# @uses     causes
# @env      DIRECTORY       folder of the service, with setup.py or pyproject.toml
# @env      VERSION         project uses the version of the project, build adds .post and the number of the build
# @env      NUMBER          number of the build
# @env      ISOLATED        true lets build install what the build needs, false takes what .gig-ci/build has
# @env      INDEX_URL?      package index instead of the public one, for what build installs
# @out      version string 1.0.0 version of the packages
# @sends    the names of packages to the package index, where ISOLATED is true
# @sends    whatever code of the repository sends, to anyone
set -euo pipefail
exec 3>&1 1>&2

root=$PWD
TMPDIR=$(temporary_folder)
export TMPDIR
cd "$GIG_DIRECTORY" || fail "There is no folder $GIG_DIRECTORY in the workspace." 'Check backendDir, or directory.'
[[ -f setup.py || -f pyproject.toml ]] || fail "$GIG_DIRECTORY has neither setup.py nor pyproject.toml." \
  'Add one of them to the repository, or set nexus: false.'

# The same commit gives the same files.
if epoch=$(git log -1 --format=%ct 2>/dev/null); then
  export SOURCE_DATE_EPOCH=$epoch
fi
if [[ $GIG_VERSION == build ]]; then
  # Read by setuptools besides the project's own configuration.
  export DIST_EXTRA_CONFIG="$root/.gig-ci/version.cfg"
  printf '[egg_info]\ntag_build = .post%s\n' "$GIG_NUMBER" >"$DIST_EXTRA_CONFIG"
fi

arguments=(--outdir "$root/.gig-ci/dist")
if [[ $GIG_ISOLATED != true ]]; then
  arguments+=(--no-isolation)
fi
if [[ -n ${GIG_INDEX_URL:-} ]]; then
  export PIP_INDEX_URL=$GIG_INDEX_URL
fi

# Files of an earlier build would be uploaded, too.
rm -rf "$root/.gig-ci/dist"
logged "$root/.gig-ci/build/bin/python" -m build "${arguments[@]}" . || fail "$(because 'The package was not built')" \
  'The log above says more; "python -m build" in the same folder does the same on your machine.'

wheels=("$root"/.gig-ci/dist/*.whl)
version=$(basename "${wheels[0]}" | cut -d- -f2)
if [[ $GIG_VERSION == build && $version != *".post$GIG_NUMBER" ]]; then
  fail "The version of the package is $version, without .post$GIG_NUMBER." \
    'nexus.version: build needs setuptools as the build backend and a version without a post-release of its own.'
fi

# Sources as the same commit gives them: setuptools writes the time of the build into its archive.
if [[ -n ${SOURCE_DATE_EPOCH:-} ]]; then
  "$root/.gig-ci/build/bin/python" - "$root"/.gig-ci/dist/*.tar.gz <<'PY'
import gzip
import io
import os
import sys
import tarfile

time = int(os.environ['SOURCE_DATE_EPOCH'])
for path in sys.argv[1:]:
    plain = io.BytesIO()
    with tarfile.open(path) as old, tarfile.open(fileobj=plain, mode='w', format=tarfile.PAX_FORMAT) as new:
        for member in sorted(old, key=lambda entry: entry.name):
            member.mtime, member.uid, member.gid, member.uname, member.gname = time, 0, 0, '', ''
            member.pax_headers = {}
            new.addfile(member, old.extractfile(member) if member.isfile() else None)
    with open(path, 'wb') as file, gzip.GzipFile('', 'wb', fileobj=file, mtime=time) as packed:
        packed.write(plain.getvalue())
PY
fi

ls -l "$root/.gig-ci/dist"
echo "version=$version" >&3
