#!/usr/bin/env bash
# Looks for known vulnerabilities in the dependencies of a Python service with OWASP dependency-check. One check at a
# time uses the database of vulnerabilities of a machine: it is not made for more.
# @uses     java
# @uses     tool
# @uses     cache
# @env      DIRECTORY       folder of the service
# @env      REPORTS         folder for the reports
# @env      PROJECT         name in the reports
# @env      FORMATS list    formats of the reports
# @env      UPDATE          auto refreshes the database of vulnerabilities, never uses it as it is
# @env      SUPPRESSION?    file with findings to leave out, relative to the workspace
# @env      FAIL_ON_CVSS?   score from which on a finding exceeds the limit
# @env      LOCK_SECONDS    how long to wait for another check on this machine
# @secret   KEY?            API key of the National Vulnerability Database
# @out      exceeded boolean false whether a finding reaches the score
# @needs    dependency-check|dependency-check.sh|docker
# @sends    requests for known vulnerabilities to the National Vulnerability Database, with the API key, unless UPDATE is never
# @sends    requests for exploited vulnerabilities, suppressions and rules to cisa.gov and GitHub, unless UPDATE is never
# @sends    names and versions of packages of other languages (their lock files) to npmjs.org, Maven Central and OSS Index, where such are in DIRECTORY
# @sends    that dependency-check is used to scarf.sh, by version 12.2 of it or newer
set -euo pipefail
exec 3>&1 1>&2

require_tool flock 'Install util-linux on this agent: builds take turns with the database of vulnerabilities.'
hidden+=("${GIG_KEY:-}")

root=$PWD
staged="$root/.gig-ci/dependency-check"
private=$(mktemp -d -p "$(temporary_folder)")
container=''
# shellcheck disable=SC2317 # Called by the trap.
clean_up() {
  rm -rf "$private" "$staged" || true
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null || true
  fi
}
trap clean_up EXIT
trap 'exit 143' TERM INT

# What is checked: the source, without what the pipeline made, and what is installed, which brings the transitive packages.
rm -rf "$staged" "$root/${GIG_REPORTS:?}"
mkdir -p "$staged/source" "$staged/packages" "$staged/report"
tar -C "$GIG_DIRECTORY" --exclude=./.git --exclude=./.gig-ci --exclude=./htmlcov --exclude=./.scannerwork --exclude=./dist \
  -cf - . | tar -C "$staged/source" -xf -
for metadata in "$root"/.gig-ci/venv/lib/python*/site-packages/*.dist-info; do
  if [[ -d $metadata ]]; then
    cp -R "$metadata" "$staged/packages/"
  fi
done
if [[ -n ${GIG_SUPPRESSION:-} ]]; then
  cp "$GIG_SUPPRESSION" "$staged/suppression.xml" || fail "There is no file $GIG_SUPPRESSION." 'Check owasp.suppression.'
fi

open_cache dependency-check 'the database of vulnerabilities'
flock --wait "$GIG_LOCK_SECONDS" 9 || fail 'Another build on this machine has used the database of vulnerabilities all the time.' \
  'Raise owasp.timeoutMinutes, or let a nightly job refresh the database and set owasp.update: never.'

on_path dependency-check dependency-check.sh
if [[ -n $tool ]]; then
  base=$staged
  data="$cache/dependency-check"
  properties="$private/nvd.properties"
  run() { "$@"; }
else
  require_tool_image dependency-check 'Install dependency-check or Docker on this agent, or set owasp: false.'
  base=/tmp/gig-ci
  data=/usr/share/dependency-check/data
  properties=/tmp/nvd.properties
  tool=/usr/share/dependency-check/bin/dependency-check.sh
  container=$(create_container --user 0 --entrypoint sleep \
    --volume "gig-ci-dependency-check:$data" "$GIG_IMAGE" 14400) || fail_container "$GIG_IMAGE"
  start_container "$container" "$GIG_IMAGE"
  prepare_java "$container"
  docker exec "$container" mkdir -p "$base"
  tar -C "$staged" -cf - . | docker cp - "$container:$base"
  run() { docker exec --interactive "${java_environment[@]}" "$container" "$@"; }
fi

arguments=(--project "$GIG_PROJECT" --scan "$base/source" --scan "$base/packages" --out "$base/report" --data "$data")
# All analyzers of Python are experimental: without this flag a Django service has no dependencies.
arguments+=(--enableExperimental --disableAssembly)
formats=("${GIG_FORMATS[@]}")
# The scores are read from it where the tool does not say whether one reaches the limit.
if [[ -n ${GIG_FAIL_ON_CVSS:-} && " ${formats[*]} " != *' JSON '* ]]; then
  formats+=(JSON)
fi
for format in "${formats[@]}"; do
  arguments+=(--format "$format")
done
if [[ -n ${GIG_SUPPRESSION:-} ]]; then
  arguments+=(--suppression "$base/suppression.xml")
fi
if [[ -n ${GIG_FAIL_ON_CVSS:-} ]]; then
  arguments+=(--failOnCVSS "$GIG_FAIL_ON_CVSS")
fi
if [[ -n ${GIG_KEY:-} ]]; then
  # In a file that only its owner reads: an argument would show in the list of processes.
  # shellcheck disable=SC2016 # The inner shell expands.
  printf 'nvd.api.key=%s\n' "$GIG_KEY" | run sh -c 'umask 077; cat >"$1"' sh "$properties"
  arguments+=(--propertyfile "$properties")
fi
# Nobody else has the lock: a lock of the tool is one that a killed check left.
run rm -f "$data/odc.update.lock"
if [[ $GIG_UPDATE == never ]] || { [[ -z ${GIG_KEY:-} ]] && run test -f "$data/odc.mv.db"; }; then
  arguments+=(--noupdate)
fi

# Whether a score of a JSON report reaches the limit, by the rules of failOnCVSS: one without a number has that of its severity.
reaches_limit() {
  python3 - "$1" "$GIG_FAIL_ON_CVSS" <<'PY'
import json
import sys

with open(sys.argv[1], encoding='utf-8') as file:
    dependencies = json.load(file)['dependencies']
severities = {'critical': 10, 'high': 10, 'medium': 6.9, 'moderate': 6.9, 'low': 3.9, 'info': 0, 'none': 0}


def scores(vulnerability):
    rated = [
        float(vulnerability[kind][key])
        for kind, key in (('cvssv2', 'score'), ('cvssv3', 'baseScore'), ('cvssv4', 'baseScore'))
        if key in (vulnerability.get(kind) or {})
    ]
    return rated or [severities.get(str(vulnerability.get('severity')).lower(), 10)]


highest = max(
    (score for dependency in dependencies for found in dependency.get('vulnerabilities') or [] for score in scores(found)),
    default=-1,
)
print(f'The highest score in the report is {highest}.' if highest >= 0 else 'The report has no findings.', file=sys.stderr)
print('true' if highest >= float(sys.argv[2]) else 'false')
PY
}

code=0
logged run "$tool" "${arguments[@]}" || code=$?
if [[ $code == 0 || $code == 14 || $code == 15 ]]; then
  mkdir -p "$root/$GIG_REPORTS"
  if [[ -n $container ]]; then
    docker cp "$container:$base/report/." "$root/$GIG_REPORTS"
  else
    cp -R "$base/report/." "$root/$GIG_REPORTS"
  fi
fi
case $code in
  0) echo 'exceeded=false' >&3 ;;
  14)
    echo 'The check finished with errors that are listed above; the reports may lack findings.'
    if [[ -z ${GIG_FAIL_ON_CVSS:-} ]]; then
      echo 'exceeded=false' >&3
    else
      # With errors of the analysis, the tool ends before it compares the scores with the limit.
      exceeded=$(reaches_limit "$root/$GIG_REPORTS/dependency-check-report.json") ||
        fail 'The analysis had errors, and its scores cannot be read: owasp.failOnCvss was not judged.' \
          'The log above names the errors; install python3 on this agent, which reads the report.'
      echo "exceeded=$exceeded" >&3
    fi
    ;;
  15) echo 'exceeded=true' >&3 ;;
  *)
    remedy='Where it has no database yet: let a nightly job make it, or set owasp.update: auto, with an NVD API key.'
    if [[ " ${arguments[*]} " != *' --noupdate '* ]]; then
      remedy='Where it could not refresh its database: check the NVD API key and that this agent reaches the National '
      remedy+='Vulnerability Database, or let a nightly job refresh it and set owasp.update: never.'
    fi
    fail "$(because "dependency-check ended with code $code")" "$remedy"
    ;;
esac
