#!/usr/bin/env bash
# Asks the SonarQube server until it has processed the last analysis. Server and token come from withSonarQubeEnv.
# @uses     causes
# @env      SECONDS         how long to ask
# @out      status string OK what the quality gate says: OK, WARN, ERROR, NONE, or PENDING when the server is not done
# @needs    python3
# @sends    the id of the analysis and the token to the SonarQube server
set -euo pipefail
exec 3>&1 1>&2

require_tool python3 'Install it on this agent, or set sonar.wait: webhook.'

status=$(python3 - .gig-ci/sonar/report-task.txt "$GIG_SECONDS" <<'PY'
import base64
import json
import os
import sys
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

report, seconds = sys.argv[1:]


def give_up(*lines):
    print(*lines, sep='\n')
    sys.exit(1)


try:
    with open(report, encoding='utf-8') as file:
        task = dict(line.rstrip('\n').split('=', 1) for line in file if '=' in line)['ceTaskId']
except (OSError, KeyError):
    give_up(f'{report} names no task.', 'Call gigSonarAnalysis first, on the same agent.')
# The token goes to the configured server only, whatever the report of the scanner says.
server = os.environ['SONAR_HOST_URL'].rstrip('/')
login = base64.b64encode((os.environ.get('SONAR_AUTH_TOKEN', '') + ':').encode()).decode()


def ask(path, **query):
    request = Request(f'{server}{path}?{urlencode(query)}')
    request.add_unredirected_header('Authorization', f'Basic {login}')
    with urlopen(request, timeout=10) as response:
        return json.load(response)


deadline = time.monotonic() + float(seconds)
while True:
    silence = ''
    try:
        state = ask('/api/ce/task', id=task)['task']
        if state['status'] == 'SUCCESS':
            verdict = ask('/api/qualitygates/project_status', analysisId=state['analysisId'])
            print(verdict['projectStatus']['status'])
            break
        if state['status'] in ('FAILED', 'CANCELED'):
            give_up(f'SonarQube could not process the analysis: {state.get("errorMessage", state["status"])}',
                'Its background tasks (Administration, Projects) say more.')
    except HTTPError as error:
        # Asking again changes nothing.
        if error.code in (401, 403):
            give_up(f'{server} refuses the token of Jenkins ({error.code}).',
                'Check the token of the server in the configuration of Jenkins: it needs "Execute Analysis" and "Browse" on the project.')
        if error.code == 404:
            give_up(f'{server} knows no task {task} (404).',
                'Check the address of the server in the configuration of Jenkins, and that the analysis went to the same one.')
        silence = f'{server} answers {error.code} {error.reason}.'
    except OSError as error:
        silence = f'{server} was not reached: {getattr(error, "reason", error)}.'
    if silence:
        print(silence, file=sys.stderr)
    if time.monotonic() >= deadline:
        if silence:
            give_up(silence, 'Check the address of the server in the configuration of Jenkins, that it runs, and the network and proxy of this agent.')
        print('PENDING')
        break
    time.sleep(2)
PY
) || fail "${status:-SonarQube was not asked; the log above says why.}"
echo "SonarQube: $status"
echo "status=$status" >&3
