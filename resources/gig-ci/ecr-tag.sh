#!/usr/bin/env bash
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
