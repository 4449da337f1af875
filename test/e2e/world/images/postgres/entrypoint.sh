#!/bin/sh
# As the official image: a fresh data folder gets the role and the database that the environment names, by a server that
# listens on a socket only; then the server itself starts.
set -eu

if [ "$(id -u)" = 0 ]; then
  chown postgres:postgres "$PGDATA"
  chmod 700 "$PGDATA"
  exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi
if [ "$1" != postgres ] || [ -s "$PGDATA/PG_VERSION" ]; then
  exec "$@"
fi

user=${POSTGRES_USER:-postgres}
database=${POSTGRES_DB:-$user}
if [ -z "${POSTGRES_PASSWORD:-}" ]; then
  echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
  echo 'You must specify POSTGRES_PASSWORD to a non-empty value for the superuser.' >&2
  exit 1
fi
password=$(mktemp)
printf '%s\n' "$POSTGRES_PASSWORD" >"$password"
initdb --username="$user" --pwfile="$password" --auth-local=trust --auth-host=scram-sha-256 --no-sync
rm "$password"
printf 'host all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"

pg_ctl -D "$PGDATA" -o "-c listen_addresses='' -p 5432" -w start
if [ "$database" != postgres ]; then
  psql --no-psqlrc -v ON_ERROR_STOP=1 --username "$user" --dbname postgres --set name="$database" <<'SQL'
CREATE DATABASE :"name";
SQL
fi
pg_ctl -D "$PGDATA" -m fast -w stop
echo 'PostgreSQL init process complete; ready for start up.'
exec postgres -c listen_addresses='*'
