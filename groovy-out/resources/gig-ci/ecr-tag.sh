#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-tag.sh by gig-ci. Change that file, not this one.
# Lets tags name an image that Amazon ECR has already: the same bytes, so the same digest; no layer travels.
# @uses     causes
# @env      REGISTRY        host name of the registry
# @env      REPOSITORY      name of the repository
# @env      DIGEST          digest of the image, sha256:…
# @env      TAGS list       tags to set, in this order
# @env      LOGIN           folder with the registry login
# @publishes image
# @aws      ecr:BatchGetImage
# @aws      ecr:PutImage
# @needs    python3
# @sends    the login of the registry to Amazon ECR

# Jenkins removes empty variables and has no lists: restore both.
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_REPOSITORY="${GIG_REPOSITORY-}"
export GIG_DIGEST="${GIG_DIGEST-}"
export GIG_LOGIN="${GIG_LOGIN-}"
GIG_TAGS=()
for ((gig_index = 1; gig_index <= ${GIG_TAGS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_TAGS_$gig_index"
  GIG_TAGS+=("${!gig_element-}")
done

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

cause=$(python3 - "$GIG_REGISTRY" "$GIG_REPOSITORY" "$GIG_DIGEST" "$GIG_LOGIN" "${GIG_TAGS[@]}" <<'PY'
import json
import os
import sys
import time
from urllib.error import HTTPError
from urllib.request import Request, urlopen

registry, repository, digest, folder, *tags = sys.argv[1:]
with open(os.path.join(folder, 'config.json'), encoding='utf-8') as file:
    login = json.load(file)['auths'].get(registry, {}).get('auth')
# As Docker does: only a registry on this machine speaks http.
scheme = 'http' if registry.split(':')[0] in ('localhost', '127.0.0.1') else 'https'
manifests = ('vnd.docker.distribution.manifest.v2', 'vnd.oci.image.manifest.v1',
             'vnd.docker.distribution.manifest.list.v2', 'vnd.oci.image.index.v1')
accepted = ', '.join(f'application/{kind}+json' for kind in manifests)


def give_up(*lines):
    print(*lines, sep='\n')
    sys.exit(1)


def ask(method, name, headers, body=None):
    request = Request(f'{scheme}://{registry}/v2/{repository}/manifests/{name}', data=body, headers=headers, method=method)
    if login:
        request.add_unredirected_header('Authorization', f'Basic {login}')
    for attempt in (1, 2, 3):
        try:
            with urlopen(request, timeout=30) as response:
                return response.headers.get('Content-Type'), response.read()
        except HTTPError as error:
            answer = ' '.join(error.read().decode(errors='replace').split())
            if 'ImageAlreadyExists' in answer:
                # The tag names this very image.
                return None, b''
            if 'immutable' in answer.lower() or 'ImageTagAlreadyExists' in answer:
                give_up(f'{repository}:{name} exists, and the repository does not let a tag change.',
                        'For latest, exclude it from the immutability of the repository.')
            if error.code == 401:
                give_up(f'{registry} does not accept the login (401).', 'A login to ECR is good for twelve hours: start a new build.')
            if error.code < 500 or attempt == 3:
                give_up(f'{registry} answers {error.code} for {repository}:{name}: {answer}',
                        'Check that the AWS identity may call ecr:BatchGetImage and ecr:PutImage.')
        except OSError as error:
            if attempt == 3:
                give_up(f'{registry} was not reached: {getattr(error, "reason", error)}.', 'Check the network and proxy of this agent.')
        time.sleep(attempt * 2)


kind, manifest = ask('GET', digest, {'Accept': accepted})
for tag in tags:
    ask('PUT', tag, {'Content-Type': kind}, manifest)
    print(f'{registry}/{repository}:{tag} is {digest}.', file=sys.stderr)
PY
) || fail "${cause:-No tag was set; the log above says why.}"
