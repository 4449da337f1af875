#!/usr/bin/env bash
# Generated from resources/gig-ci/postgres-start.sh by gig-ci. Change that file, not this one.
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

# Jenkins removes empty variables and has no lists: restore both.
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_DATABASE="${GIG_DATABASE-}"
export GIG_USER="${GIG_USER-}"
export GIG_PASSWORD="${GIG_PASSWORD-}"
export GIG_PORT="${GIG_PORT-}"
export GIG_SECONDS="${GIG_SECONDS-}"
export GIG_BUILD="${GIG_BUILD-}"

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

# From resources/gig-ci/shared/docker.sh.

# docker_answers: whether there is a Docker that answers.
docker_answers() {
  command -v docker >/dev/null && docker version --format '{{.Server.Version}}' >/dev/null 2>&1
}

# require_docker: ends the script where no Docker answers.
require_docker() {
  local answer
  require_tool docker
  answer=$(docker version --format '{{.Server.Version}}' 2>&1) ||
    fail "The Docker daemon does not answer: $(tail -n 1 <<<"$answer")" \
      'Check that it runs (systemctl status docker) and that the user of the agent may use it (group docker, DOCKER_HOST).'
}

# require_image IMAGE: pulls an image that this machine lacks.
require_image() {
  docker image inspect "$1" >/dev/null 2>&1 || logged docker pull "$1" ||
    fail "$(because "The image $1 cannot be pulled")" \
      "Check its name, and that the Docker of this agent reaches its registry and may read it: docker pull $1" \
      'An image that gig-ci chooses can come from a mirror, which the environment of Jenkins names (help of gigRouterPipeline).'
}

# remember_image NAME: for the next build in this workspace, in case that this one cannot remove it.
remember_image() {
  local temporary=${WORKSPACE_TMP:-$PWD@tmp}
  mkdir -p "$temporary"
  printf '%s\n' "$1" >>"$temporary/gig-ci-images"
}

# fail_container IMAGE: ends the script when a container could not be made.
fail_container() {
  fail "Docker made no container from $1; the log above says why." \
    'Check that this machine has space (docker system df) and that the image is for its processor.'
}

# start_container CONTAINER IMAGE: lets it run in the background.
start_container() {
  logged docker start "$1" || fail "$(because "The container of $2 did not start")" \
    'Check that this machine has space (docker system df) and memory.'
}

# use_docker_login FOLDER: from here on, Docker logs in with what a folder holds.
use_docker_login() {
  # A Docker context is found through the configuration that is about to be replaced.
  DOCKER_HOST=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
  export DOCKER_HOST DOCKER_CONFIG=$1
}

# From resources/gig-ci/shared/containers.sh.

# Names of the proxy variables that are set on this agent.
proxy_variables() {
  local name
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# Names of the certificate variables that are set: of OpenSSL and Go, of Python's requests, curl, the AWS command line, pip, Node.
certificate_variables() {
  local name
  for name in SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE AWS_CA_BUNDLE PIP_CERT NODE_EXTRA_CA_CERTS; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# certificate_paths VARIABLE: the files and folders that it names, one a line; those that are not there only in the log.
certificate_paths() {
  local paths=("${!1}") path
  if [[ $1 == SSL_CERT_DIR ]]; then
    IFS=: read -ra paths <<<"${!1}"
  fi
  for path in "${paths[@]}"; do
    if [[ -r $path ]]; then
      echo "$path"
    else
      echo "$1 names $path, which this agent lacks or may not read: left out." >&2
    fi
  done
}

# All certificates that the variables name, in one text, each once.
all_certificates() {
  local name path
  for name in $(certificate_variables); do
    while IFS= read -r path; do
      find -L "$path" -maxdepth 1 -type f -exec cat {} +
    done < <(certificate_paths "$name")
  done | awk '
    { sub(/\r$/, "") }
    /^-----BEGIN (X509 )?CERTIFICATE-----$/ { block = ""; inside = 1 }
    inside { block = block $0 "\n" }
    /^-----END (X509 )?CERTIFICATE-----$/ { if (inside && !seen[block]++) printf "%s", block; inside = 0 }'
}

# put CONTAINER FOLDER PATH: copies a path below a folder of this agent to the same path below / of a container.
put() {
  tar -C "$2" --owner=0 --group=0 --mode=u+w,a+rX -cf - "$3" | docker cp - "$1:/"
}

# put_file CONTAINER PATH: writes standard input to a file of a container, relative to /.
put_file() {
  local folder status=0
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/$(dirname "$2")"
  cat >"$folder/$2"
  put "$1" "$folder" "$2" || status=$?
  rm -rf "$folder"
  return "$status"
}

# create_plain_container ARGUMENTS…: docker create with the proxy and two labels, the build and its workspace, by which the next
# build there finds what this one could not remove; prints the id.
create_plain_container() {
  local options=(--label "io.gig-ci.build=$GIG_BUILD" --label "io.gig-ci.workspace=$(hostname):${WORKSPACE:-$PWD}") name
  for name in $(proxy_variables); do
    options+=(--env "$name")
  done
  docker create "${options[@]}" "$@"
}

# create_container ARGUMENTS…: the same with the certificates.
create_container() {
  local folder container name path value number options=()
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/gig-ci/certificates"
  for name in $(certificate_variables); do
    value='' number=0
    while IFS= read -r path; do
      number=$((number + 1))
      value+=":/gig-ci/certificates/$name.$number"
      copy_certificates "$path" "$folder/gig-ci/certificates/$name.$number"
    done < <(certificate_paths "$name")
    if [[ -n $value ]]; then
      options+=(--env "$name=${value#:}")
    fi
  done
  container=$(create_plain_container "${options[@]}" "$@") || container=''
  if [[ -n $container && ${#options[@]} -gt 0 ]] && ! put "$container" "$folder" gig-ci; then
    docker rm --force "$container" >/dev/null
    container=''
  fi
  rm -rf "$folder"
  [[ -n $container ]] && echo "$container"
}

# copy_certificates FROM TO: a file, or a folder as the tools read one: its files and links to files.
copy_certificates() {
  if [[ -d $1 ]]; then
    mkdir "$2"
    find -L "$1" -maxdepth 1 -type f -exec cp -L -t "$2" {} +
  else
    cp -L "$1" "$2"
  fi
}

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
