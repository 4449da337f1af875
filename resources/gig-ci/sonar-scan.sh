#!/usr/bin/env bash
# Analyses a service with sonar-scanner. Server and token come from withSonarQubeEnv (SONAR_HOST_URL, SONAR_AUTH_TOKEN).
# @uses     java
# @uses     tool
# @env      DIRECTORY       folder of the service, with sonar-project.properties
# @env      SCANNER_HOME?   folder of a scanner that Jenkins installed
# @needs    sonar-scanner|docker
# @sends    the source, the reports and the token to the SonarQube server
set -euo pipefail
exec 3>&1 1>&2

root=$PWD
[[ -f $GIG_DIRECTORY/sonar-project.properties ]] || fail "$GIG_DIRECTORY/sonar-project.properties does not exist." \
  'Add it to the repository (at least sonar.projectKey and sonar.sources), or set sonar: false.'
cd "$GIG_DIRECTORY"

# Outside of the source, which others may be reading: a folder that changes meanwhile ends their tar.
work="$root/.gig-ci/sonar"
mkdir -p "$root/.gig-ci"
# Jenkins takes the first report-task.txt that it finds: an old one would be judged instead of this analysis.
rm -rf "$work" .scannerwork

arguments=("-Dsonar.working.directory=$work")
if [[ -f coverage.xml ]] && ! grep -q '^sonar.python.coverage.reportPaths' sonar-project.properties; then
  arguments+=('-Dsonar.python.coverage.reportPaths=coverage.xml')
fi

# What Jenkins installed is the agent's, too, and comes first.
on_path ${GIG_SCANNER_HOME:+"$GIG_SCANNER_HOME/bin/sonar-scanner"} sonar-scanner

container=''
# shellcheck disable=SC2317 # Called by the trap.
remove_container() {
  if [[ -n $container ]]; then
    docker rm --force --volumes "$container" >/dev/null || true
  fi
}
trap remove_container EXIT
trap 'exit 143' TERM INT

prepare_container() {
  require_tool_image sonar-scanner 'Configure the tool sonar-scanner in Jenkins, or install the scanner or Docker on this agent.'
  container=$(create_container --user 0 --entrypoint sleep \
    --env SONAR_HOST_URL --env JENKINS_URL --env BRANCH_NAME --env CHANGE_ID --env CHANGE_BRANCH --env CHANGE_TARGET \
    "$GIG_IMAGE" 7200) || fail_container "$GIG_IMAGE"
  start_container "$container" "$GIG_IMAGE"
  prepare_java "$container"
  # At the same path as here, because coverage.xml names absolute paths.
  tar --exclude=.gig-ci -C / -cf - "${root#/}" | docker cp - "$container:/"
  printf '%s' "${SONAR_AUTH_TOKEN:-}" |
    docker exec --interactive "$container" sh -c 'umask 077; cat >/tmp/gig-ci-token'
}
scan() {
  if [[ -n $tool ]]; then
    SONAR_TOKEN=${SONAR_AUTH_TOKEN:-} "$tool" "${arguments[@]}"
  else
    # shellcheck disable=SC2016 # The shell in the container expands.
    docker exec --workdir "$PWD" "${java_environment[@]}" "$container" \
      sh -c 'SONAR_TOKEN=$(cat /tmp/gig-ci-token); export SONAR_TOKEN; exec sonar-scanner "$@"' sonar-scanner "${arguments[@]}"
  fi
}
server="the SonarQube server (${SONAR_HOST_URL:-no address})"
remedy() {
  case $said in
    *'Not authorized'* | *' 401'*) echo "Check the token of $server in the configuration of Jenkins." ;;
    *' 403'* | *"not authorized to"*) echo "Give the user of the token of $server \"Execute Analysis\" on the project." ;;
    *PKIX* | *certificate*)
      echo "The scanner does not trust the certificate of $server: on the agent, let SSL_CERT_FILE name its authority," \
        'or -Djavax.net.ssl.trustStore in JAVA_TOOL_OPTIONS.'
      ;;
    *'Failed to query server'* | *refused* | *'timed out'* | *UnknownHost* | *'not be reached'*)
      echo "Check the address of $server in the configuration of Jenkins, that it runs, and the network and proxy of this agent."
      ;;
    *) echo 'The log above says more; check sonar-project.properties (sonar.projectKey, sonar.sources).' ;;
  esac
}

hidden+=("${SONAR_AUTH_TOKEN:-}")
if [[ -z $tool ]]; then
  prepare_container
fi
logged scan || fail "$(because 'The analysis failed')" "$(remedy)"
if [[ -z $tool ]]; then
  docker cp "$container:$work" "$root/.gig-ci"
fi
[[ -f $work/report-task.txt ]] || fail 'The scanner left no report: the analysis did not reach the server.' \
  "Check the address and the token of $server in the configuration of Jenkins."
