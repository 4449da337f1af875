#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-inspect.sh by gig-ci. Change that file, not this one.
# Says what a tag in Amazon ECR names now, and from which commit and build that came.
# @env      REGISTRY        host name of the registry
# @env      REPOSITORY      name of the repository
# @env      TAG             tag to look up
# @env      LOGIN           folder with the registry login
# @out      present boolean false whether the tag exists
# @out      digest string none digest of the image
# @out      revision string none commit that its label names
# @out      job string none job that its label names
# @out      number integer 0 number of the build that its label names
# @out      problem list -  why there is no answer, one line each
# @aws      ecr:BatchGetImage
# @aws      ecr:GetDownloadUrlForLayer
# @needs    python3

# Jenkins removes empty variables and has no lists: restore both.
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_REPOSITORY="${GIG_REPOSITORY-}"
export GIG_TAG="${GIG_TAG-}"
export GIG_LOGIN="${GIG_LOGIN-}"

set -euo pipefail
exec 3>&1 1>&2

command -v python3 >/dev/null || {
  echo 'python3: command not found. Install it on this agent.'
  exit 127
}

python3 - <<'PY' >&3
import hashlib
import json
import os
import sys
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

registry, repository, tag = (os.environ[name] for name in ('GIG_REGISTRY', 'GIG_REPOSITORY', 'GIG_TAG'))
with open(os.path.join(os.environ['GIG_LOGIN'], 'config.json'), encoding='utf-8') as file:
    login = json.load(file)['auths'].get(registry, {}).get('auth')
# As Docker does: only a registry on this machine speaks http.
scheme = 'http' if registry.split(':')[0] in ('localhost', '127.0.0.1') else 'https'
manifests = ('vnd.docker.distribution.manifest.v2', 'vnd.oci.image.manifest.v1',
             'vnd.docker.distribution.manifest.list.v2', 'vnd.oci.image.index.v1')
accepted = ', '.join(f'application/{kind}+json' for kind in manifests)


def give_up(*lines):
    for line in lines:
        print(line, file=sys.stderr)
        print(f'problem={line}')
    sys.exit()


def fetch(path):
    request = Request(f'{scheme}://{registry}/v2/{repository}/{path}', headers={'Accept': accepted})
    if login:
        # Not sent on to the storage that the registry redirects to.
        request.add_unredirected_header('Authorization', f'Basic {login}')
    with urlopen(request, timeout=30) as response:
        return response.read()


try:
    manifest = fetch(f'manifests/{tag}')
    content = json.loads(manifest)
    if 'manifests' in content:
        content = json.loads(fetch(f'manifests/{content["manifests"][0]["digest"]}'))
    labels = json.loads(fetch(f'blobs/{content["config"]["digest"]}')).get('config', {}).get('Labels') or {}
except HTTPError as error:
    answer = error.read().decode(errors='replace')
    if error.code == 404 and 'NAME_UNKNOWN' not in answer:
        print('present=false')
        sys.exit(0)
    if error.code == 404:
        give_up(f'There is no repository {repository} in {registry}.',
                f'Check ecrRepo and the region, or create it: aws ecr create-repository --repository-name {repository}')
    give_up(f'{registry} answers {error.code} for {repository}:{tag}: {" ".join(answer.split())}',
            'Check that the AWS identity may call ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.')
except URLError as error:
    give_up(f'{registry} was not reached: {error.reason}. Check the region and the network of this agent.')

print('present=true')
print(f'digest=sha256:{hashlib.sha256(manifest).hexdigest()}')
print(f'revision={labels.get("org.opencontainers.image.revision", "none")}')
print(f'job={labels.get("io.gig-ci.job", "none")}')
number = labels.get('io.gig-ci.number', '')
print(f'number={number if number.isdigit() else 0}')
PY
