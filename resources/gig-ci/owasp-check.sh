#!/usr/bin/env bash
# Looks for known vulnerabilities in the dependencies of a Python service with OWASP dependency-check. One check at a
# time uses the database of vulnerabilities of a machine: it is not made for more.
# @env      BUILD           label of what this build starts
# @env      DIRECTORY       folder of the service; the reports go to owasp-report in it
# @env      PROJECT         name in the reports
# @env      IMAGE           image to use where there is no dependency-check
# @env      FORMATS list    formats of the reports
# @env      UPDATE          auto refreshes the database of vulnerabilities, never uses it as it is
# @env      SUPPRESSION?    file with findings to leave out, relative to the workspace
# @env      FAIL_ON_CVSS?   score from which on a finding exceeds the limit
# @env      LOCK_SECONDS    how long to wait for another check on this machine
# @secret   KEY?            API key of the National Vulnerability Database
# @out      exceeded boolean false whether a finding reaches the score
# @needs    dependency-check|dependency-check.sh|docker
set -euo pipefail
exec 3>&1 1>&2

fail() {
  printf '%s\n' "$@"
  exit 1
}

command -v flock >/dev/null || {
  echo 'flock: command not found. Install util-linux on this agent: builds take turns with the database of vulnerabilities.'
  exit 127
}

root=$PWD
staged="$root/.gig-ci/dependency-check"
private=$(mktemp -d)
container=''
# shellcheck disable=SC2317 # Called by the trap.
clean_up() {
  rm -rf "$private" "$staged"
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null
  fi
}
trap clean_up EXIT
trap 'exit 143' TERM INT

# What is checked: the source, without what the pipeline made, and what is installed, which brings the transitive packages.
rm -rf "$staged" "$root/${GIG_DIRECTORY:?}/owasp-report"
mkdir -p "$staged/source" "$staged/packages" "$staged/report"
tar -C "$GIG_DIRECTORY" --exclude=./.git --exclude=./.gig-ci --exclude=./htmlcov --exclude=./.scannerwork --exclude=./dist \
  -cf - . | tar -C "$staged/source" -xf -
for metadata in "$root"/.gig-ci/venv/lib/python*/site-packages/*.dist-info; do
  if [[ -d $metadata ]]; then
    cp -R "$metadata" "$staged/packages/"
  fi
done
if [[ -n ${GIG_SUPPRESSION:-} ]]; then
  cp "$GIG_SUPPRESSION" "$staged/suppression.xml" || fail "$GIG_SUPPRESSION was not found: check owasp.suppression."
fi

cache="${XDG_CACHE_HOME:-$HOME/.cache}/gig-ci"
mkdir -p "$cache/dependency-check"
exec 9>"$cache/dependency-check.lock"
flock --wait "$GIG_LOCK_SECONDS" 9 || fail 'Another build on this machine has used the database of vulnerabilities all the time.' \
  'Raise owasp.timeoutMinutes, or let a nightly job refresh the database and set owasp.update: never.'

tool=''
for name in dependency-check dependency-check.sh; do
  if [[ -z $tool ]] && command -v "$name" >/dev/null; then
    tool=$name
  fi
done
if [[ -n $tool ]]; then
  base=$staged
  data="$cache/dependency-check"
  properties="$private/nvd.properties"
  run() { "$@"; }
elif command -v docker >/dev/null; then
  base=/tmp/gig-ci
  data=/usr/share/dependency-check/data
  properties=/tmp/nvd.properties
  tool=/usr/share/dependency-check/bin/dependency-check.sh
  container=$(docker run --detach --user 0 --entrypoint sleep --label "io.gig-ci.build=$GIG_BUILD" \
    --env HTTP_PROXY --env HTTPS_PROXY --env NO_PROXY --env http_proxy --env https_proxy --env no_proxy \
    --volume "gig-ci-dependency-check:$data" "$GIG_IMAGE" 14400)
  docker exec "$container" mkdir -p "$base"
  tar -C "$staged" -cf - . | docker cp - "$container:$base"
  run() { docker exec --interactive "$container" "$@"; }
else
  echo 'dependency-check: command not found, and no Docker to run it in. Install one of them on this agent, or set owasp: false.'
  exit 127
fi

arguments=(--project "$GIG_PROJECT" --scan "$base/source" --scan "$base/packages" --out "$base/report" --data "$data")
# All analyzers of Python are experimental: without this flag a Django service has no dependencies.
arguments+=(--enableExperimental --disableAssembly)
for format in "${GIG_FORMATS[@]}"; do
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

code=0
run "$tool" "${arguments[@]}" || code=$?
if [[ $code == 0 || $code == 14 || $code == 15 ]]; then
  mkdir -p "$root/$GIG_DIRECTORY/owasp-report"
  if [[ -n $container ]]; then
    docker cp "$container:$base/report/." "$root/$GIG_DIRECTORY/owasp-report"
  else
    cp -R "$base/report/." "$root/$GIG_DIRECTORY/owasp-report"
  fi
fi
case $code in
  0) echo 'exceeded=false' >&3 ;;
  14)
    echo 'The check finished with errors that are listed above; the reports may lack findings.'
    echo 'exceeded=false' >&3
    ;;
  15) echo 'exceeded=true' >&3 ;;
  *) fail "dependency-check ended with code $code." \
    'Check that the NVD API key is valid and that this agent reaches the National Vulnerability Database,' \
    'or let a nightly job refresh the database and set owasp.update: never.' ;;
esac
