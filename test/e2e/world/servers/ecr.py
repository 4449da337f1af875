"""
Makes a plain registry behave as Amazon ECR: TLS, no repository that was not created, tags that cannot change where the repository says
so, and every pushed image known to the API. The registry behind it checks the password.

Arguments: port of the registry, address of the API, file with certificate and key.
"""

import hashlib
import json
import re
import sys

import boto3
from botocore.exceptions import ClientError
from control import Answer, Control, Request, serve
from forward import forward

registry, api, certificate = sys.argv[1:]
ecr = boto3.client('ecr', endpoint_url=api)
control = Control()


def refuse(status: int, code: str, message: str) -> Answer:
    return Answer.json({'errors': [{'code': code, 'message': message}]}, status)


def repository_of(name: str) -> dict | None:
    """The repository as the API describes it."""
    try:
        return ecr.describe_repositories(repositoryNames=[name])['repositories'][0]
    except ClientError:
        return None


def respond(request: Request) -> Answer:
    match = re.fullmatch(r'/v2/(.+)/(manifests|blobs|tags)/([^?]*)(?:\?.*)?', request.path)
    if not match:
        return forward(request, int(registry), host=request.headers.get('Host'))
    name, kind, reference = match.groups()
    # Who is not logged in learns nothing about repositories.
    if not authorised(request):
        return forward(request, int(registry))
    repository = repository_of(name)
    if repository is None:
        message = f"The repository with name '{name}' does not exist in the registry"
        return refuse(404, 'NAME_UNKNOWN', message)
    pushes = request.method == 'PUT' and kind == 'manifests'
    if pushes and (refusal := changed_tag(request, name, reference, repository)):
        return refusal
    answer = forward(request, int(registry), host=request.headers.get('Host'))
    if answer.status == 404 and b'NAME_UNKNOWN' in answer.body:
        return refuse(404, 'MANIFEST_UNKNOWN', 'Requested image not found')
    if pushes and answer.status == 201:
        publish(request, name, reference)
    return answer


def authorised(request: Request) -> bool:
    probe = Request('GET', '/v2/', {name: value for name, value in request.headers.items() if name == 'Authorization'}, b'')
    return forward(probe, int(registry)).status == 200


def digest_of(manifest: bytes) -> str:
    return f'sha256:{hashlib.sha256(manifest).hexdigest()}'


def changed_tag(request: Request, name: str, tag: str, repository: dict) -> Answer | None:
    """The refusal when a tag that must not change would name other content."""
    mutability = repository['imageTagMutability']
    filters = [entry['filter'].replace('*', '.*') for entry in repository.get('imageTagMutabilityExclusionFilters') or []]
    if any(re.fullmatch(pattern, tag) for pattern in filters):
        mutability = {'IMMUTABLE_WITH_EXCLUSION': 'MUTABLE', 'MUTABLE_WITH_EXCLUSION': 'IMMUTABLE'}.get(mutability, mutability)
    if tag.startswith('sha256:') or not mutability.startswith('IMMUTABLE'):
        return None
    headers = {key: value for key, value in request.headers.items() if key == 'Authorization'}
    headers['Accept'] = request.headers.get('Content-Type', '*/*')
    there = forward(Request('GET', f'/v2/{name}/manifests/{tag}', headers, b''), int(registry))
    if there.status != 200 or digest_of(there.body) == digest_of(request.body):
        return None
    message = f"The image tag '{tag}' already exists in the '{name}' repository and cannot be overwritten because the tag is immutable."
    return refuse(400, 'TAG_INVALID', message)


def publish(request: Request, name: str, reference: str) -> None:
    """Tells the API, which has no layers of its own, what was pushed."""
    manifest = request.body.decode()
    image = {'repositoryName': name, 'imageManifest': manifest, 'imageDigest': digest_of(request.body)}
    image['imageManifestMediaType'] = json.loads(manifest).get('mediaType', request.headers.get('Content-Type', ''))
    if not reference.startswith('sha256:'):
        image['imageTag'] = reference
    try:
        ecr.put_image(**image)
    except ClientError as error:
        if error.response['Error']['Code'] != 'ImageAlreadyExistsException':
            raise


serve(control, respond, certificate)
