#!/usr/bin/env bash
# Generated from resources/gig-ci/python-package-upload.sh by gig-ci. Change that file, not this one.
# Uploads what .gig-ci/dist holds to a package repository; what is there already is left alone or fails.
# @env      URL             address of the repository, ending with a slash
# @env      EXISTING        skip leaves existing files alone, fail ends with an error
# @secret   USERNAME        user name for the repository
# @secret   PASSWORD        password for the repository
# @out      uploaded integer 2 how many files were uploaded
# @publishes package

# Jenkins removes empty variables and has no lists: restore both.
export GIG_URL="${GIG_URL-}"
export GIG_EXISTING="${GIG_EXISTING-}"
export GIG_USERNAME="${GIG_USERNAME-}"
export GIG_PASSWORD="${GIG_PASSWORD-}"

set -euo pipefail
exec 3>&1 1>&2

fail() {
  printf '%s\n' "$@"
  exit 1
}

# Read by twine and below: neither an argument nor a .pypirc shows the password.
export TWINE_USERNAME=$GIG_USERNAME TWINE_PASSWORD=$GIG_PASSWORD TWINE_REPOSITORY_URL=$GIG_URL TWINE_NON_INTERACTIVE=1
python="$PWD/.gig-ci/twine/bin/python"
# twine trusts these certificates; the look into the index must trust the same.
if [[ -z ${SSL_CERT_FILE:-} && -f ${REQUESTS_CA_BUNDLE:-} ]]; then
  export SSL_CERT_FILE=$REQUESTS_CA_BUNDLE
fi

# twine's own --skip-existing refuses every repository but PyPI.
states=$("$python" - .gig-ci/dist/* <<'PY'
import base64
import hashlib
import os
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import unquote, urldefrag
from urllib.request import Request, urlopen

login = base64.b64encode(f'{os.environ["TWINE_USERNAME"]}:{os.environ["TWINE_PASSWORD"]}'.encode()).decode()


class Links(HTMLParser):
    """Names and hashes of the files on a page of the simple index."""

    def __init__(self):
        super().__init__()
        self.files = {}

    def handle_starttag(self, tag, attributes):
        address, fragment = urldefrag(dict(attributes).get('href') or '')
        if tag == 'a':
            self.files[unquote(address.rstrip('/').rpartition('/')[2])] = fragment


def published(project):
    request = Request(f'{os.environ["TWINE_REPOSITORY_URL"]}simple/{project}/')
    request.add_unredirected_header('Authorization', f'Basic {login}')
    try:
        with urlopen(request, timeout=30) as response:
            links = Links()
            links.feed(response.read().decode())
            return links.files
    except HTTPError as error:
        if error.code == 404:
            return {}
        if error.code in (401, 403):
            sys.exit(f'The repository refuses the user ({error.code}). Check nexus.credentialsId and the rights of that user.')
        sys.exit(f'The repository answers {error.code} {error.reason}: check nexus.url and nexus.repository.')
    except URLError as error:
        sys.exit(f'The repository was not reached: {error.reason}. Check nexus.url and the network of this agent.')


for path in map(Path, sys.argv[1:]):
    stem = path.name.split('-')[0] if path.suffix == '.whl' else path.name.rpartition('-')[0]
    files = published(re.sub(r'[-_.]+', '-', stem).lower())
    if path.name not in files:
        print('new', path)
    elif files[path.name] == 'sha256=' + hashlib.sha256(path.read_bytes()).hexdigest():
        print('same', path)
    elif files[path.name].startswith('sha256='):
        print('other', path)
    else:
        print('unknown', path)
PY
)

new=()
while read -r state path; do
  name=$(basename "$path")
  case $state in
    new) new+=("$path") ;;
    same) echo "$name is in the repository already, with the same content." ;;
    other) echo "$name is in the repository already, with OTHER content: this build's is not published. Raise the version." ;;
    *) echo "$name is in the repository already; it does not say with which content." ;;
  esac
  if [[ $state != new && $GIG_EXISTING == fail ]]; then
    fail "nexus.existing is fail, and $name exists." 'Raise the version of the project, or set nexus.version: build.'
  fi
done <<<"$states"

if [[ ${#new[@]} -gt 0 ]]; then
  "$python" -m twine upload --non-interactive --disable-progress-bar "${new[@]}" || fail 'The upload failed.' \
    'Check that nexus.repository is a hosted PyPI repository that accepts this user; 400 means that it has the version already.'
fi
echo "uploaded=${#new[@]}" >&3
