#!/usr/bin/env bash
# Starts PostgreSQL in a container and waits until it answers a query over TCP.
# @uses     containers
# @env      IMAGE           image to run
# @env      DATABASE        database to create
# @env      USER            role to create; it owns the database and may create others
# @env      PASSWORD        password of the role; a test password, which the container's environment shows
# @env      PORT            port on 127.0.0.1; 0 is a free one
# @env      SECONDS         how long the database may take to answer
# @out      port integer 49153 port on 127.0.0.1
# @acquires container
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

require_tool docker 'Install Docker on this agent, use an agent label whose machines have it, or give database.host.'
require_docker

# A second attempt on the same machine finds what the first one left.
leftovers=$(docker ps --all --quiet \
  --filter "label=io.gig-ci.build=$GIG_BUILD" --filter 'label=io.gig-ci.kind=database')
if [[ -n $leftovers ]]; then
  # One id a line, nothing to quote.
  # shellcheck disable=SC2086
  docker rm --force --volumes $leftovers
fi

published="127.0.0.1:$GIG_PORT:5432"
if [[ $GIG_PORT == 0 ]]; then
  published='127.0.0.1::5432'
fi

require_image "$GIG_IMAGE"
export POSTGRES_DB="$GIG_DATABASE" POSTGRES_USER="$GIG_USER" POSTGRES_PASSWORD="$GIG_PASSWORD"
container=$(create_container --label 'io.gig-ci.kind=database' \
  --env POSTGRES_DB --env POSTGRES_USER --env POSTGRES_PASSWORD \
  --publish "$published" \
  "$GIG_IMAGE") || fail_container "$GIG_IMAGE"
if ! logged docker start "$container"; then
  case $said in
    *'already allocated'* | *'already in use'*)
      fail "The port $GIG_PORT for the database is in use on this machine." \
        "See who uses it (lsof -i :$GIG_PORT, docker ps), or leave database.port out, which takes a free one."
      ;;
    *'ports are allocated'*)
      fail 'No port for the database is free on this machine.' \
        'See who uses them (ss -ltn, docker ps) and end what is left over, or allow more: sysctl net.ipv4.ip_local_port_range.'
      ;;
    *) fail "$(because 'The container of the database did not start')" "Try it on the agent: docker run --rm $GIG_IMAGE" ;;
  esac
fi

# The server that runs while the database is created listens on a socket only: a query over TCP cannot mistake it.
answers() {
  PGPASSWORD="$GIG_PASSWORD" docker exec --env PGPASSWORD "$container" \
    psql --host 127.0.0.1 --username "$GIG_USER" --dbname "$GIG_DATABASE" --no-password --tuples-only \
    --command 'SELECT 1' >/dev/null 2>&1
}

deadline=$((SECONDS + GIG_SECONDS))
until answers; do
  runs=$(docker ps --quiet --no-trunc --filter "id=$container")
  if [[ -z $runs || $SECONDS -ge $deadline ]]; then
    logged docker logs --tail 50 "$container" || true
    [[ -n $runs ]] || fail "$(because 'PostgreSQL ended before it answered')" \
      'The log above is that of the container: check database.image, database.name and database.user.'
    fail "$(because "PostgreSQL did not answer within $GIG_SECONDS seconds")" \
      'The log above is that of the container: check the image, and raise database.readyTimeoutSeconds if the machine is slow.'
  fi
  sleep 1
done

address=$(docker port "$container" 5432/tcp | head -n 1)
port=${address##*:}
(: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || fail "PostgreSQL runs, but this agent cannot reach 127.0.0.1:$port." \
  'The agent itself seems to be a container that uses the Docker of its host: run it in the network of the host,' \
  'or start a database beside it and give database.host.'

echo "PostgreSQL answers on 127.0.0.1:$port (container ${container:0:12})."
echo "port=$port" >&3
