#!/usr/bin/env bash
# Generated from resources/gig-ci/sonar-scan.sh by gig-ci. Change that file, not this one.
# Analyses a service with sonar-scanner. Server and token come from withSonarQubeEnv (SONAR_HOST_URL, SONAR_AUTH_TOKEN).
# @env      BUILD           label of what this build starts
# @env      DIRECTORY       folder of the service, with sonar-project.properties
# @env      SCANNER_HOME?   folder of a scanner that Jenkins installed
# @env      IMAGE           image to use where there is no scanner
# @needs    sonar-scanner|docker

# Jenkins removes empty variables and has no lists: restore both.
export GIG_BUILD="${GIG_BUILD-}"
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_SCANNER_HOME="${GIG_SCANNER_HOME-}"
export GIG_IMAGE="${GIG_IMAGE-}"

set -euo pipefail

fail() {
  printf '%s\n' "$@" >&2
  exit 1
}

root=$PWD
[[ -f $GIG_DIRECTORY/sonar-project.properties ]] || fail "$GIG_DIRECTORY/sonar-project.properties does not exist." \
  'Add it to the repository (at least sonar.projectKey and sonar.sources), or set sonar: false.'
cd "$GIG_DIRECTORY"

# Jenkins takes the first report-task.txt that it finds: an old one would be judged instead of this analysis.
rm -rf .scannerwork

arguments=()
if [[ -f coverage.xml ]] && ! grep -q '^sonar.python.coverage.reportPaths' sonar-project.properties; then
  arguments+=('-Dsonar.python.coverage.reportPaths=coverage.xml')
fi

scanner=''
if [[ -n ${GIG_SCANNER_HOME:-} && -x $GIG_SCANNER_HOME/bin/sonar-scanner ]]; then
  scanner=$GIG_SCANNER_HOME/bin/sonar-scanner
elif command -v sonar-scanner >/dev/null; then
  scanner=sonar-scanner
fi

container=''
# shellcheck disable=SC2317 # Called by the trap.
remove_container() {
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null || true
  fi
}
trap remove_container EXIT
trap 'exit 143' TERM INT

scan_in_container() {
  container=$(docker run --detach --user 0 --entrypoint sleep --label "io.gig-ci.build=$GIG_BUILD" \
    --env HTTP_PROXY --env HTTPS_PROXY --env NO_PROXY --env http_proxy --env https_proxy --env no_proxy \
    --env SONAR_HOST_URL --env JENKINS_URL --env BRANCH_NAME --env CHANGE_ID --env CHANGE_BRANCH --env CHANGE_TARGET \
    "$GIG_IMAGE" 7200)
  # At the same path as here, because coverage.xml names absolute paths.
  tar --exclude=.gig-ci -C / -cf - "${root#/}" | docker cp - "$container:/"
  printf '%s' "${SONAR_AUTH_TOKEN:-}" |
    docker exec --interactive "$container" sh -c 'umask 077; cat >/tmp/gig-ci-token'
  # shellcheck disable=SC2016 # The shell in the container expands.
  docker exec --workdir "$PWD" "$container" \
    sh -c 'SONAR_TOKEN=$(cat /tmp/gig-ci-token); export SONAR_TOKEN; exec sonar-scanner "$@"' sonar-scanner "${arguments[@]}"
  docker cp "$container:$PWD/.scannerwork" .
}

if [[ -n $scanner ]]; then
  SONAR_TOKEN=${SONAR_AUTH_TOKEN:-} "$scanner" "${arguments[@]}"
elif command -v docker >/dev/null; then
  scan_in_container
else
  echo 'sonar-scanner: command not found, and no Docker to run it in.' >&2
  echo 'Configure the tool sonar-scanner in Jenkins, or install the scanner or Docker on this agent.' >&2
  exit 127
fi
[[ -f .scannerwork/report-task.txt ]] || fail 'The scanner left no report: the analysis did not reach the server.' \
  "Check the address and the token of the SonarQube server in the configuration of Jenkins (${SONAR_HOST_URL:-no address})."
