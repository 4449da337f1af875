#!/usr/bin/env bash
# Generated from resources/gig-ci/trivy-scan.sh by gig-ci. Change that file, not this one.
# Scans an image archive with Trivy. Reports: trivy.json, trivy.sarif and trivy.txt in the folder for reports.
# @uses     tool
# @uses     cache
# @env      ARCHIVE         archive to scan
# @env      REPORTS         folder for the reports
# @env      SEVERITY list   severities that count
# @env      SCANNERS list   what to look for
# @env      IGNORE_UNFIXED  true leaves out what has no fix yet
# @env      IGNORE_FILE?    file with findings to leave out
# @env      DATABASE        auto refreshes the database of vulnerabilities, skipUpdate uses it as it is, offline asks nobody
# @env      DATABASE_REPOSITORY? where the database comes from
# @env      JAVA_DATABASE_REPOSITORY? where the database of Java packages comes from
# @env      MINUTES         how long the scan may take
# @out      findings integer 0 how many findings there are
# @needs    trivy|docker
# @needs    python3
# @sends    requests for its databases to their registries, where DATABASE is auto, and for its checks of configuration, unless it is offline
# @sends    the names of Java packages in the image to Maven Central, unless DATABASE is offline

# Jenkins removes empty variables and has no lists: restore both.
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
export GIG_REPORTS="${GIG_REPORTS-}"
export GIG_IGNORE_UNFIXED="${GIG_IGNORE_UNFIXED-}"
export GIG_IGNORE_FILE="${GIG_IGNORE_FILE-}"
export GIG_DATABASE="${GIG_DATABASE-}"
export GIG_DATABASE_REPOSITORY="${GIG_DATABASE_REPOSITORY-}"
export GIG_JAVA_DATABASE_REPOSITORY="${GIG_JAVA_DATABASE_REPOSITORY-}"
export GIG_MINUTES="${GIG_MINUTES-}"
export GIG_BUILD="${GIG_BUILD-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_RUN="${GIG_RUN-}"
GIG_SEVERITY=()
for ((gig_index = 1; gig_index <= ${GIG_SEVERITY_COUNT:-0}; gig_index++)); do
  gig_element="GIG_SEVERITY_$gig_index"
  GIG_SEVERITY+=("${!gig_element-}")
done
GIG_SCANNERS=()
for ((gig_index = 1; gig_index <= ${GIG_SCANNERS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_SCANNERS_$gig_index"
  GIG_SCANNERS+=("${!gig_element-}")
done

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

# From resources/gig-ci/shared/tool.sh.

# The name of the tool on the PATH, empty where its image serves; and that image.
tool=''
tool_image=$GIG_IMAGE

# on_path NAME…: sets it to the first of the names that is there, unless the image is wanted.
on_path() {
  local name
  for name; do
    if [[ -z $tool && ${GIG_RUN:-auto} != docker ]] && command -v "$name" >/dev/null; then
      tool=$name
    fi
  done
}

# require_tool_image NAME REMEDY: ends the script where the image of a tool that is not on the PATH does not serve.
require_tool_image() {
  if [[ ${GIG_RUN:-auto} == path ]]; then
    fail "$1: command not found, and its parameter run is path." 'Install it on this agent, or let run be auto.'
  fi
  require_tool docker "$2"
  require_docker
  require_image "$tool_image"
}

# From resources/gig-ci/shared/cache.sh.

# open_cache NAME WHAT: makes the folder of that name in $cache for what it keeps, and opens its lock as 9.
cache="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/gig-ci"
open_cache() {
  make_cache() {
    mkdir -p "$cache/$1" && : >>"$cache/$1.lock"
  }
  logged make_cache "$1" || fail "$(because "The folder $cache/$1 for $2 cannot be made")" \
    'Give the user of the agent a home folder that it may write and that has space (df -h), or set XDG_CACHE_HOME in the environment of the agent.'
  exec 9>>"$cache/$1.lock"
}

set -euo pipefail
exec 3>&1 1>&2

join() {
  local IFS=,
  echo "$*"
}

require_tool flock 'Install util-linux on this agent: builds take turns with the database of vulnerabilities.'
require_tool python3
[[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'

container=''
elsewhere=''
# shellcheck disable=SC2317 # Called by the trap.
remove_container() {
  if [[ -n $elsewhere ]]; then
    rm -rf "$elsewhere" || true
  fi
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null || true
  fi
}
trap remove_container EXIT
trap 'exit 143' TERM INT

# By environment: a version that does not know one of them ignores it.
export TRIVY_SKIP_VERSION_CHECK=true TRIVY_DISABLE_TELEMETRY=true TRIVY_NO_PROGRESS=true
# The cache of a scan is locked while it runs; in memory, builds do not wait for each other.
export TRIVY_CACHE_BACKEND=memory
if [[ -n ${GIG_DATABASE_REPOSITORY:-} ]]; then
  export TRIVY_DB_REPOSITORY=$GIG_DATABASE_REPOSITORY
fi
if [[ -n ${GIG_JAVA_DATABASE_REPOSITORY:-} ]]; then
  export TRIVY_JAVA_DB_REPOSITORY=$GIG_JAVA_DATABASE_REPOSITORY
fi

open_cache trivy 'the database of vulnerabilities'
rm -rf "$GIG_REPORTS"
mkdir -p "$GIG_REPORTS"
archive=$GIG_ARCHIVE
reports=$GIG_REPORTS
ignored=${GIG_IGNORE_FILE:-}
on_path trivy
if [[ -n $tool ]]; then
  # As in the container: a trivy.yaml or .trivyignore of the repository, which is no parameter, changes nothing.
  elsewhere=$(mktemp -d -p "$(temporary_folder)")
  for variable in archive reports ignored; do
    if [[ -n ${!variable} && ${!variable} != /* ]]; then
      printf -v "$variable" '%s/%s' "$PWD" "${!variable}"
    fi
  done
  trivy_run() { (cd "$elsewhere" && trivy --cache-dir "$cache/trivy" "$@"); }
else
  require_tool_image trivy 'Install Trivy or Docker on this agent, or set trivy: false.'
  container=$(create_container --entrypoint sleep \
    --env TRIVY_SKIP_VERSION_CHECK --env TRIVY_DISABLE_TELEMETRY --env TRIVY_NO_PROGRESS --env TRIVY_CACHE_BACKEND \
    --env TRIVY_DB_REPOSITORY --env TRIVY_JAVA_DB_REPOSITORY --volume gig-ci-trivy:/root/.cache/trivy "$GIG_IMAGE" 7200) ||
    fail_container "$GIG_IMAGE"
  start_container "$container" "$GIG_IMAGE"
  archive=/tmp/image.tar
  reports=/tmp
  docker cp "$GIG_ARCHIVE" "$container:$archive"
  if [[ -n $ignored ]]; then
    docker cp "$ignored" "$container:/tmp/ignored"
    ignored=/tmp/ignored
  fi
  trivy_run() { docker exec "$container" trivy "$@"; }
fi

arguments=(--skip-db-update --skip-java-db-update)
if [[ $GIG_DATABASE == offline ]]; then
  arguments+=(--offline-scan --skip-check-update)
fi
if [[ $GIG_DATABASE == auto ]]; then
  # Downloads only what is out of date; one build at a time, and none that scans: Trivy overwrites the file that it reads.
  flock --wait $((GIG_MINUTES * 60 - 30)) 9 || fail 'Other builds on this machine have used the database of vulnerabilities all the time.' \
    'Raise trivy.timeoutMinutes, or let a nightly job refresh the database and set trivy.database: skipUpdate.'
  logged trivy_run image --download-db-only || fail "$(because 'The database of vulnerabilities was not downloaded')" \
    'Check that this agent reaches the registry, set trivy.databaseRepository to a mirror,' \
    'or trivy.database: skipUpdate to use the database that is there.'
  logged trivy_run image --download-java-db-only || fail "$(because 'The database of Java packages was not downloaded')" \
    'Check that this agent reaches the registry, set trivy.javaDatabaseRepository to a mirror,' \
    'or trivy.database: skipUpdate to use the database that is there.'
fi
# Any number of builds may scan, while none downloads.
flock --shared 9
if [[ $GIG_IGNORE_UNFIXED == true ]]; then
  arguments+=(--ignore-unfixed)
fi
if [[ -n $ignored ]]; then
  arguments+=(--ignorefile "$ignored")
fi

if ! logged trivy_run image --input "$archive" \
  --scanners "$(join "${GIG_SCANNERS[@]}")" --severity "$(join "${GIG_SEVERITY[@]}")" \
  --timeout "${GIG_MINUTES}m" --exit-code 0 --format json --output "$reports/trivy.json" "${arguments[@]}"; then
  case $said in
    *'cannot be specified on the first run'*)
      fail 'This machine has no database of vulnerabilities yet.' \
        "trivy.database is $GIG_DATABASE: set it to auto, or let a nightly job download the database."
      ;;
    *'deadline exceeded'*) fail "The scan took longer than $GIG_MINUTES minutes." 'Raise trivy.timeoutMinutes.' ;;
    *) fail "$(because 'The image was not scanned')" 'The log above says more; "trivy image --input" does the same on the agent.' ;;
  esac
fi
exec 9>&-
# One scan, several formats.
trivy_run convert --format table --output "$reports/trivy.txt" "$reports/trivy.json"
trivy_run convert --format sarif --output "$reports/trivy.sarif" "$reports/trivy.json"
if [[ -n $container ]]; then
  for format in json txt sarif; do
    docker cp "$container:$reports/trivy.$format" "$GIG_REPORTS/trivy.$format"
  done
fi

cat "$GIG_REPORTS/trivy.txt"
findings=$(python3 - "$GIG_REPORTS/trivy.json" <<'PY'
import json
import sys

with open(sys.argv[1], encoding='utf-8') as file:
    results = json.load(file).get('Results') or []
kinds = ('Vulnerabilities', 'Secrets', 'Misconfigurations', 'Licenses')
print(sum(len(result.get(kind) or []) for result in results for kind in kinds))
PY
)
echo "findings=$findings" >&3
