"""
Takes reports of sonar-scanner. Its settings: gate (what the quality gate says), seconds (how long a task takes), task (how it ends),
answers (false: tasks stay in the queue for ever), webhook (address, or nothing) and webhookSecret.

Arguments: address to listen on. The token is the first line of standard input.
"""

import base64
import hashlib
import hmac
import json
import sys
import threading
import time
import uuid
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from urllib.request import Request as HttpRequest
from urllib.request import urlopen

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'servers'))

from control import Answer, Control, Request, serve  # noqa: E402

(address,) = sys.argv[1:]
token = sys.stdin.readline().strip()
control = Control(gate='OK', seconds=0.5, task='SUCCESS', answers=True, webhook='', webhookSecret='')
tasks: dict[str, dict] = {}


def authorised(request: Request) -> bool:
    scheme, _, value = request.headers.get('Authorization', '').partition(' ')
    if scheme == 'Basic':
        value = base64.b64decode(value).decode().removesuffix(':')
    return value == token


def submit(query: dict[str, str], request: Request) -> Answer:
    identity = str(uuid.uuid4())
    tasks[identity] = {'id': identity, 'project': query['projectKey'], 'name': query.get('projectName', ''), 'since': time.monotonic()}
    if control.settings['answers']:
        threading.Timer(float(control.settings['seconds']), finish, [tasks[identity]]).start()
    return Answer.json({'taskId': identity, 'projectId': query['projectKey']})


def finish(task: dict) -> None:
    """Judges an analysis, and tells whoever wants to know."""
    task['status'] = control.settings['task']
    task['gate'] = control.settings['gate']
    if control.settings['webhook']:
        content = json.dumps({
            'taskId': task['id'],
            'status': task['status'],
            'project': {'key': task['project'], 'name': task['name']},
            'qualityGate': {'name': 'Sonar way', 'status': task['gate']},
        }).encode()
        headers = {'Content-Type': 'application/json', 'X-SonarQube-Project': task['project']}
        if secret := control.settings['webhookSecret']:
            headers['X-Sonar-Webhook-HMAC-SHA256'] = hmac.new(str(secret).encode(), content, hashlib.sha256).hexdigest()
        urlopen(HttpRequest(str(control.settings['webhook']), content, headers), timeout=10).close()


def task_of(query: dict[str, str], _: Request) -> Answer:
    task = tasks.get(query.get('id', ''))
    if task is None:
        return Answer.json({'errors': [{'msg': f"No activity found for task '{query.get('id')}'"}]}, 404)
    status = task.get('status', 'IN_PROGRESS' if control.settings['answers'] else 'PENDING')
    described = {'id': task['id'], 'type': 'REPORT', 'componentKey': task['project'], 'componentName': task['name'], 'status': status}
    if status == 'SUCCESS':
        described['analysisId'] = f'analysis-{task["id"]}'
    if status == 'FAILED':
        described['errorMessage'] = 'Fail to process issues of the project'
    return Answer.json({'task': described})


def verdict_of(query: dict[str, str], _: Request) -> Answer:
    task = tasks.get(query.get('analysisId', '').removeprefix('analysis-'))
    if task is None or 'gate' not in task:
        return Answer.json({'errors': [{'msg': 'Analysis with id is not found'}]}, 404)
    return Answer.json({'projectStatus': {'status': task['gate'], 'conditions': [], 'ignoredConditions': False}})


ADDRESSES = {
    ('POST', '/api/ce/submit'): submit,
    ('GET', '/api/ce/task'): task_of,
    ('GET', '/api/qualitygates/project_status'): verdict_of,
}


def respond(request: Request) -> Answer:
    parts = urlsplit(request.path)
    if (request.method, parts.path) == ('GET', '/api/server/version'):
        return Answer(200, b'26.1.0.118079', {'Content-Type': 'text/plain'})
    if not authorised(request):
        return Answer(401)
    answer = ADDRESSES.get((request.method, parts.path))
    if answer is None:
        return Answer.json({'errors': [{'msg': f'Unknown url : {parts.path}'}]}, 404)
    return answer({name: values[0] for name, values in parse_qs(parts.query).items()}, request)


serve(control, respond, address=address)
