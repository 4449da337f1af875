#!/usr/bin/env bash
# Generated from resources/gig-ci/database-check.sh by gig-ci. Change that file, not this one.
# Connects to the database as the service will, with its driver and the variables DB_*, and asks a query.
# @uses     python
# @env      SECONDS         how long a connection may take
# @sends    the login of the database to its server

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

# From resources/gig-ci/shared/python.sh.

environment="$PWD/.gig-ci/venv"

# venv_python ARGUMENTS…: its Python.
venv_python() {
  "$environment/bin/python" "$@"
}

require_environment() {
  [[ -x $environment/bin/python ]] ||
    fail 'There is no virtual environment in .gig-ci/venv.' 'Call gigPythonSetup first, on the same agent.'
}

set -euo pipefail
exec 3>&1 1>&2

require_environment
cause=$(venv_python - <<'PY'
import os
import sys


def give_up(*lines):
    print(*lines, sep='\n')
    sys.exit(1)


try:
    import psycopg2 as driver
except ImportError:
    try:
        import psycopg as driver
    except ImportError:
        give_up('Neither psycopg2 nor psycopg is installed.', 'Add one of them to the requirements of the service.')

address = '{DB_HOST}:{DB_PORT}'.format(**os.environ)
try:
    connection = driver.connect(
        dbname=os.environ['DB_NAME'],
        user=os.environ['DB_USER'],
        # Empty for a server that asks for none.
        password=os.environ.get('DB_PASS', ''),
        host=os.environ['DB_HOST'],
        port=os.environ['DB_PORT'],
        sslmode=os.environ['DB_SSLMODE'],
        connect_timeout=int(os.environ['GIG_SECONDS']),
    )
    with connection.cursor() as cursor:
        cursor.execute('SELECT version()')
        print(address, 'answers:', cursor.fetchone()[0], file=sys.stderr)
    connection.close()
except driver.Error as error:
    give_up(f'No connection to the database {os.environ["DB_NAME"]} on {address}: {" ".join(str(error).split())}',
            'Check that the database runs, that nothing else uses its port, and user, password and sslMode in the group database.')
PY
) || fail "${cause:-The connection was not tried; the log above says why.}"
