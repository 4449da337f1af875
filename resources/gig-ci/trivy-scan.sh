#!/usr/bin/env bash
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
