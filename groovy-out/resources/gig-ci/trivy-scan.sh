#!/usr/bin/env bash
# Generated from resources/gig-ci/trivy-scan.sh by gig-ci. Change that file, not this one.
# Scans an image archive with Trivy. Reports: trivy.json, trivy.sarif and trivy.txt in the folder for reports.
# @env      BUILD           label of what this build starts
# @env      ARCHIVE         archive to scan
# @env      REPORTS         folder for the reports
# @env      IMAGE           image to use where there is no Trivy
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

# Jenkins removes empty variables and has no lists: restore both.
export GIG_BUILD="${GIG_BUILD-}"
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
export GIG_REPORTS="${GIG_REPORTS-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_IGNORE_UNFIXED="${GIG_IGNORE_UNFIXED-}"
export GIG_IGNORE_FILE="${GIG_IGNORE_FILE-}"
export GIG_DATABASE="${GIG_DATABASE-}"
export GIG_DATABASE_REPOSITORY="${GIG_DATABASE_REPOSITORY-}"
export GIG_JAVA_DATABASE_REPOSITORY="${GIG_JAVA_DATABASE_REPOSITORY-}"
export GIG_MINUTES="${GIG_MINUTES-}"
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

set -euo pipefail
exec 3>&1 1>&2

fail() {
  printf '%s\n' "$@"
  exit 1
}

join() {
  local IFS=,
  echo "$*"
}

for tool in flock python3; do
  command -v "$tool" >/dev/null || {
    echo "$tool: command not found. Install it on this agent."
    exit 127
  }
done
[[ -f $GIG_ARCHIVE ]] || fail "$GIG_ARCHIVE does not exist: build the image first (gigImageBuild)."

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

cache="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/gig-ci"
mkdir -p "$cache/trivy" 2>/dev/null || fail "The folder $cache for the database of vulnerabilities cannot be made." \
  'Give the user of the agent a home folder that it may write, or set XDG_CACHE_HOME in the environment of the agent.'
rm -rf "$GIG_REPORTS"
mkdir -p "$GIG_REPORTS"
archive=$GIG_ARCHIVE
reports=$GIG_REPORTS
ignored=${GIG_IGNORE_FILE:-}
if command -v trivy >/dev/null; then
  # As in the container: a trivy.yaml or .trivyignore of the repository, which is no parameter, changes nothing.
  elsewhere=$(mktemp -d)
  for variable in archive reports ignored; do
    if [[ -n ${!variable} && ${!variable} != /* ]]; then
      printf -v "$variable" '%s/%s' "$PWD" "${!variable}"
    fi
  done
  trivy_run() { (cd "$elsewhere" && trivy --cache-dir "$cache/trivy" "$@"); }
elif command -v docker >/dev/null; then
  container=$(docker run --detach --entrypoint sleep --label "io.gig-ci.build=$GIG_BUILD" \
    --env HTTP_PROXY --env HTTPS_PROXY --env NO_PROXY --env http_proxy --env https_proxy --env no_proxy \
    --env TRIVY_SKIP_VERSION_CHECK --env TRIVY_DISABLE_TELEMETRY --env TRIVY_NO_PROGRESS --env TRIVY_CACHE_BACKEND \
    --env TRIVY_DB_REPOSITORY --env TRIVY_JAVA_DB_REPOSITORY --volume gig-ci-trivy:/root/.cache/trivy "$GIG_IMAGE" 7200)
  archive=/tmp/image.tar
  reports=/tmp
  docker cp "$GIG_ARCHIVE" "$container:$archive"
  if [[ -n $ignored ]]; then
    docker cp "$ignored" "$container:/tmp/ignored"
    ignored=/tmp/ignored
  fi
  trivy_run() { docker exec "$container" trivy "$@"; }
else
  echo 'trivy: command not found, and no Docker to run it in. Install one of them on this agent, or set trivy: false.'
  exit 127
fi

arguments=(--skip-db-update --skip-java-db-update)
if [[ $GIG_DATABASE == offline ]]; then
  arguments+=(--offline-scan --skip-check-update)
fi
if [[ $GIG_DATABASE == auto ]]; then
  # Downloads only what is out of date; one build at a time.
  exec 9>"$cache/trivy.lock"
  flock 9
  trivy_run image --download-db-only || fail 'The database of vulnerabilities was not downloaded.' \
    'Check that this agent reaches the registry, set trivy.databaseRepository to a mirror,' \
    'or trivy.database: skipUpdate to use the database that is there.'
  trivy_run image --download-java-db-only || fail 'The database of Java packages was not downloaded.' \
    'Check that this agent reaches the registry, set trivy.javaDatabaseRepository to a mirror,' \
    'or trivy.database: skipUpdate to use the database that is there.'
  exec 9>&-
fi
if [[ $GIG_IGNORE_UNFIXED == true ]]; then
  arguments+=(--ignore-unfixed)
fi
if [[ -n $ignored ]]; then
  arguments+=(--ignorefile "$ignored")
fi

trivy_run image --input "$archive" --scanners "$(join "${GIG_SCANNERS[@]}")" --severity "$(join "${GIG_SEVERITY[@]}")" \
  --timeout "${GIG_MINUTES}m" --exit-code 0 --format json --output "$reports/trivy.json" "${arguments[@]}" ||
  fail 'The image was not scanned; the lines above say why.' \
    '"--skip-db-update" or "--skip-java-db-update cannot be specified on the first run": this machine lacks a database; set trivy.database: auto.'
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
