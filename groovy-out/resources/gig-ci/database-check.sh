#!/usr/bin/env bash
# Generated from resources/gig-ci/database-check.sh by gig-ci. Change that file, not this one.
# Connects to the database as the service will, with its driver and the variables DB_*, and asks a query.
# @env      SECONDS         how long a connection may take

# Jenkins removes empty variables and has no lists: restore both.
export GIG_SECONDS="${GIG_SECONDS-}"

set -euo pipefail

python="$PWD/.gig-ci/venv/bin/python"
[[ -x $python ]] || {
  echo 'There is no virtual environment in .gig-ci/venv: call gigPythonSetup first.' >&2
  exit 1
}

"$python" - <<'PY'
import os
import sys

try:
    import psycopg2 as driver
except ImportError:
    try:
        import psycopg as driver
    except ImportError:
        sys.exit('Neither psycopg2 nor psycopg is installed. Add one of them to requirements.txt.')

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
        print(address, 'answers:', cursor.fetchone()[0])
    connection.close()
except driver.Error as error:
    sys.exit(
        f'No connection to the database {os.environ["DB_NAME"]} on {address}: {error}\n'
        'Check that the database runs, that nothing else uses its port, and user, password and sslMode in the group database.'
    )
PY
