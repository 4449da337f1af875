#!/usr/bin/env bash
# Waits until a database server that is already there accepts connections.
# @uses     causes
# @env      HOST            name or address of the server
# @env      PORT            its port
# @env      SECONDS         how long it may take
# @sends    nothing but a connection to the server of the database
set -euo pipefail
exec 3>&1 1>&2

deadline=$((SECONDS + GIG_SECONDS))
# shellcheck disable=SC2016 # The inner bash expands its own arguments.
until timeout 3 bash -c ': <"/dev/tcp/$0/$1"' "$GIG_HOST" "$GIG_PORT" 2>/dev/null; do
  if [[ $SECONDS -ge $deadline ]]; then
    fail "No database accepted a connection on $GIG_HOST:$GIG_PORT within $GIG_SECONDS seconds." \
      'Check that the server runs, that database.host and database.port are right, and that no firewall is between.'
  fi
  sleep 1
done
echo "$GIG_HOST:$GIG_PORT accepts connections."
