#!/usr/bin/env bash
# Generated from resources/gig-ci/sonar-scan.sh by gig-ci. Change that file, not this one.
# Analyses a service with sonar-scanner. Server and token come from withSonarQubeEnv (SONAR_HOST_URL, SONAR_AUTH_TOKEN).
# @uses     java
# @uses     tool
# @env      DIRECTORY       folder of the service, with sonar-project.properties
# @env      SCANNER_HOME?   folder of a scanner that Jenkins installed
# @needs    sonar-scanner|docker
# @sends    the source, the reports and the token to the SonarQube server

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_SCANNER_HOME="${GIG_SCANNER_HOME-}"
export GIG_BUILD="${GIG_BUILD-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_RUN="${GIG_RUN-}"

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

# From resources/gig-ci/shared/java.sh.

# For docker exec: makes Java read the file. Empty where there is nothing to say.
java_environment=()

# prepare_java CONTAINER: gives a running container the proxy and the trust store of this agent.
prepare_java() {
  local options store certificates
  certificates=$(all_certificates)
  options=$(java_proxy_options)
  store=$(java_agent_options 'javax\.net\.ssl\.trustStore' | sed 's/^[^=]*=//')
  if [[ -n $store && -r $store ]]; then
    put_file "$1" gig-ci/trust-store <"$store"
    options+=$'\n-Djavax.net.ssl.trustStore=/gig-ci/trust-store\n'
    options+=$(java_agent_options 'javax\.net\.ssl\.trustStore(Password|Type|Provider)')
  elif [[ -n $store ]]; then
    echo "JAVA_TOOL_OPTIONS names the trust store $store, which this agent lacks or may not read: left out." >&2
  elif [[ -n $certificates ]]; then
    put_file "$1" gig-ci/certificates.pem <<<"$certificates"
    make_trust_store "$1" || fail 'The certificates of this agent did not get into a trust store of Java; the log above says why.' \
      'A trust store that -Djavax.net.ssl.trustStore=… in JAVA_TOOL_OPTIONS of the agent names is taken as it is.'
    options+=$'\n-Djavax.net.ssl.trustStore=/gig-ci/trust-store\n-Djavax.net.ssl.trustStorePassword=changeit'
  fi
  if [[ -n $options ]]; then
    # In quotes of the kind that a value does not hold.
    sed -E $'/^$/d; /"/ s/.*/\'&\'/; /"/! s/.*/"&"/' <<<"$options" | put_file "$1" gig-ci/java-options
    # shellcheck disable=SC2034 # Read by the script that uses this.
    java_environment=(--env JAVA_TOOL_OPTIONS=-XX:VMOptionsFile=/gig-ci/java-options)
  fi
}

# java_agent_options PATTERN: what JAVA_TOOL_OPTIONS of this agent says about a property. Everything else in it, such as memory
# or a debugger, is meant for this machine.
java_agent_options() {
  xargs -r -n 1 printf '%s\n' <<<"${JAVA_TOOL_OPTIONS:-}" | grep -E "^-D($1)=" || true
}

# The proxy as options of Java: those of this agent, else what its variables say.
java_proxy_options() {
  local own scheme variable login=''
  own=$(java_agent_options 'https?\.(proxy(Host|Port|User|Password)|nonProxyHosts)|java\.net\.useSystemProxies')
  if [[ -n $own ]]; then
    echo "$own"
    return
  fi
  for scheme in https http; do
    variable="${scheme}_proxy"
    [[ -n ${!variable:-} ]] || variable="${scheme^^}_PROXY"
    if [[ ${!variable:-} =~ ^(https?://)?(([^/]*)@)?([^/:@]+)(:([0-9]+))?/?$ ]]; then
      login=${BASH_REMATCH[3]:-$login}
      printf -- '-D%s.proxyHost=%s\n-D%s.proxyPort=%s\n' "$scheme" "${BASH_REMATCH[4]}" "$scheme" "${BASH_REMATCH[6]:-80}"
    elif [[ -n ${!variable:-} ]]; then
      echo "$variable is not of the form http://host:port: Java in containers goes without it." >&2
    fi
    if [[ -n $login ]]; then
      printf -- '-D%s.proxyUser=%b\n' "$scheme" "$(escapes "${login%%:*}")"
    fi
    if [[ $login == *:* ]]; then
      printf -- '-D%s.proxyPassword=%b\n' "$scheme" "$(escapes "${login#*:}")"
    fi
  done
  java_direct_hosts
}

# escapes TEXT: the %XX of an address as printf writes them.
escapes() {
  sed -E 's/\\/\\\\/g; s/%([0-9A-Fa-f]{2})/\\x\1/g' <<<"$1"
}

# NO_PROXY as an option of Java, which separates hosts by a bar and does not know networks.
java_direct_hosts() {
  local entries entry hosts=''
  IFS=', ' read -ra entries <<<"${no_proxy:-${NO_PROXY:-}}"
  for entry in "${entries[@]}"; do
    [[ ! $entry =~ ^[^:]+:[0-9]+$ ]] || entry=${entry%:*}
    case $entry in
      '') ;;
      */*) echo "NO_PROXY holds the network $entry, which Java does not know: left out for Java in containers." >&2 ;;
      '*') hosts+='|*' ;;
      .* | '*.'*) hosts+="|*${entry#\*}" ;;
      *) hosts+="|$entry|*.$entry" ;;
    esac
  done
  if [[ -n $hosts ]]; then
    echo "-Dhttp.nonProxyHosts=${hosts#|}"
  fi
}

# make_trust_store CONTAINER: the certificates that its Java trusts, and those of /gig-ci/certificates.pem that it lacks.
make_trust_store() {
  docker exec --interactive "$1" sh -s /gig-ci <<'SH'
set -eu
cd "$1"
keytool=$(command -v keytool || find / -xdev -type f -name keytool 2>/dev/null | head -n 1)
[ -n "$keytool" ] || { echo 'This image has no keytool.' >&2 && exit 1; }
keytool=$(readlink -f "$keytool")
cat "${keytool%/bin/keytool}/lib/security/cacerts" >trust-store
trust() { "$keytool" "$@" -keystore trust-store -storepass changeit; }
known=$(trust -list 2>/dev/null | sed -n 's/.*SHA-256): //p' | tr -d : | tr A-F a-f)
mkdir -p wanted
awk '/-----BEGIN/ { number++ } { print > ("wanted/" number ".pem") }' certificates.pem
for file in wanted/*.pem; do
  print=$(sed '/-----/d' "$file" | base64 -d | sha256sum | cut -d ' ' -f 1)
  case $known in
    *"$print"*) ;;
    *) trust -importcert -noprompt -alias "gig-ci-$print" -file "$file" || echo "Not a certificate that Java takes: $(cat "$file")" >&2 ;;
  esac
done
SH
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
