#!/usr/bin/env bash
# Connects to the database as the service will, with its driver and the variables DB_*, and asks a query.
# @uses     python
# @env      SECONDS         how long a connection may take
# @sends    the login of the database to its server
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
