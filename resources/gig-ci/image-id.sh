#!/usr/bin/env bash
# Says which id the image in an archive has: the hash of its configuration, by which Docker and its manifest in a registry know it, too.
# @uses     causes
# @env      ARCHIVE         archive with one image
# @out      id string sha256:5e2b8d0f7c1a4e6390b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e id of the image
# @needs    python3
set -euo pipefail
exec 3>&1 1>&2

require_tool python3
[[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'
answer=$(python3 - <<'PY'
import hashlib
import json
import os
import sys
import tarfile

path = os.environ['GIG_ARCHIVE']


def give_up(line):
    print(line)
    sys.exit(1)


try:
    with tarfile.open(path) as archive:
        images = json.load(archive.extractfile('manifest.json'))
        if len(images) != 1:
            give_up(f'{path} holds {len(images)} images instead of one.')
        config = archive.extractfile(images[0]['Config']).read()
except (tarfile.TarError, KeyError, ValueError, TypeError) as error:
    give_up(f'{path} is no archive of an image: {error}')
print(f'sha256:{hashlib.sha256(config).hexdigest()}')
PY
) || fail "${answer:-The archive $GIG_ARCHIVE was not read; the log above says why.}" 'Build the image anew: gigImageBuild.'
echo "$GIG_ARCHIVE holds the image $answer."
echo "id=$answer" >&3
