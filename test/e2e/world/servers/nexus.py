"""
Gives a package index the addresses and the answers of Nexus: a hosted PyPI repository below /repository/NAME/, and 400 where a version
exists. The index behind it checks the password.

Arguments: port of the index, name of the repository.
"""

import re
import sys

from control import Answer, Control, Request, serve
from forward import forward

index, repository = sys.argv[1:]
prefix = f'/repository/{repository}/'


def respond(request: Request) -> Answer:
    if not request.path.startswith(prefix):
        return Answer(404, b'<html><head><title>404 - Nexus Repository Manager</title></head></html>')
    path = '/' + request.path.removeprefix(prefix)
    answer = forward(request, int(index), path)
    if request.method == 'POST' and answer.status in (400, 409) and b'already exists' in answer.body:
        match = re.search(rb'filename="([^"]+)"', request.body)
        name = match[1].decode() if match else path
        return Answer(400, f'Repository does not allow updating assets: {repository}: {name}'.encode(), {'Content-Type': 'text/plain'})
    if answer.status == 403:
        return Answer(401, b'', {'Www-Authenticate': 'Basic realm="Sonatype Nexus Repository Manager"'})
    if path.startswith('/simple/'):
        answer.body = answer.body.replace(b'href="/packages/', f'href="{prefix}packages/'.encode())
    return answer


serve(Control(), respond)
