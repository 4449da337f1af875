#!/usr/bin/env bash
# Generated from resources/gig-ci/sonar-task.sh by gig-ci. Change that file, not this one.
# Asks the SonarQube server until it has processed the last analysis. Server and token come from withSonarQubeEnv.
# @uses     causes
# @env      SECONDS         how long to ask
# @out      status string OK what the quality gate says: OK, WARN, ERROR, NONE, or PENDING when the server is not done
# @needs    python3
# @sends    the id of the analysis and the token to the SonarQube server

# Jenkins removes empty variables and has no lists: restore both.
export GIG_SECONDS="${GIG_SECONDS-}"

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
