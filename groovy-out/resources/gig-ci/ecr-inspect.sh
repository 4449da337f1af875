#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-inspect.sh by gig-ci. Change that file, not this one.
# Says what a tag in Amazon ECR names now, and from which commit and build that came.
# @uses     causes
# @env      REGISTRY        host name of the registry
# @env      REPOSITORY      name of the repository
# @env      TAG             tag to look up
# @env      LOGIN           folder with the registry login
# @out      repository boolean true whether the repository exists
# @out      present boolean false whether the tag exists
# @out      digest string none digest of the image
# @out      revision string none commit that its label names
# @out      job string none job that its label names
# @out      number integer 0 number of the build that its label names
# @aws      ecr:BatchGetImage
# @aws      ecr:GetDownloadUrlForLayer
# @needs    python3
# @sends    the login of the registry to Amazon ECR

# Jenkins removes empty variables and has no lists: restore both.
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_REPOSITORY="${GIG_REPOSITORY-}"
export GIG_TAG="${GIG_TAG-}"
export GIG_LOGIN="${GIG_LOGIN-}"

# From resources/gig-ci/shared/causes.sh.

# fail CAUSE [REMEDY…]: ends the script. Not inside "$(…)", which it would end instead.
fail() {
  printf '%s\n' "$@" >&2
  printf '%s\n' "$@" | sed 's/^/problem=/' >&3
  exit 0
}

# require_tool NAME [REMEDY]: ends the script where this agent lacks a tool.
require_tool() {
  command -v "$1" >/dev/null || fail "$1: command not found." "${2:-Install it on this agent, or use an agent label whose machines have it.}"
}

# temporary_folder: prints the folder for what mktemp and Python put beside a build: it goes with the build, also when an abort ends them.
temporary_folder() {
  local folder=${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-temporary
  mkdir -p "$folder"
  echo "$folder"
}

said=''
# What must not get into a message.
hidden=()

# logged COMMAND…: runs it, its output in the log as it comes; because knows it afterwards.
logged() {
  local line
  # Not by tee /dev/stderr, which would truncate the file that the log is.
  said=$("$@" 2>&1 | while IFS= read -r line || [[ -n $line ]]; do
    printf '%s\n' "$line" >&2
    printf '%s\n' "$line"
  done)
}

# because CAUSE: with what the command said of its failure: the last line that speaks of one, else the last line.
because() {
  local plain words value
  # Without colours, blank lines, and the login in an address.
  plain=$(sed -E 's/\x1b\[[0-9;]*m//g; s#//[^/@[:space:]]*@#//#g; /^[[:space:]]*$/d' <<<"$said")
  words=$(grep -iE 'error|fail|denied|refused|unauthorized|cannot|could not|unable|no space|not found|unknown' <<<"$plain" | tail -n 1) ||
    words=$(tail -n 1 <<<"$plain")
  for value in "${hidden[@]}"; do
    if [[ -n $value ]]; then
      words=${words//"$value"/****}
    fi
  done
  if [[ -n $words ]]; then
    echo "$1: ${words:0:400}"
  else
    echo "$1."
  fi
}

set -euo pipefail
exec 3>&1 1>&2

require_tool python3

answer=$(python3 - <<'PY'
import hashlib
import json
import os
import sys
from urllib.error import HTTPError
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
    print(*lines, sep='\n')
    sys.exit(1)


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
    if error.code == 404:
        print(f'repository={"false" if "NAME_UNKNOWN" in answer else "true"}')
        print('present=false')
        sys.exit(0)
    if error.code == 401:
        give_up(f'{registry} does not accept the login (401).', 'A login to ECR is good for twelve hours: call gigEcrLogin again.')
    give_up(f'{registry} answers {error.code} for {repository}:{tag}: {" ".join(answer.split())}',
            'Check that the AWS identity may call ecr:BatchGetImage and ecr:GetDownloadUrlForLayer.')
except OSError as error:
    give_up(f'{registry} was not reached: {getattr(error, "reason", error)}.', 'Check the region, and the network and proxy of this agent.')

print('repository=true')
print('present=true')
print(f'digest=sha256:{hashlib.sha256(manifest).hexdigest()}')
print(f'revision={labels.get("org.opencontainers.image.revision", "none")}')
print(f'job={labels.get("io.gig-ci.job", "none")}')
number = labels.get('io.gig-ci.number', '')
print(f'number={number if number.isdigit() else 0}')
PY
) || fail "${answer:-The registry was not asked; the log above says why.}"
printf '%s\n' "$answer" >&3
