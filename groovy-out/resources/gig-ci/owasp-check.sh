#!/usr/bin/env bash
# Generated from resources/gig-ci/owasp-check.sh by gig-ci. Change that file, not this one.
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

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_REPORTS="${GIG_REPORTS-}"
export GIG_PROJECT="${GIG_PROJECT-}"
export GIG_UPDATE="${GIG_UPDATE-}"
export GIG_SUPPRESSION="${GIG_SUPPRESSION-}"
export GIG_FAIL_ON_CVSS="${GIG_FAIL_ON_CVSS-}"
export GIG_LOCK_SECONDS="${GIG_LOCK_SECONDS-}"
export GIG_BUILD="${GIG_BUILD-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_RUN="${GIG_RUN-}"
export GIG_KEY="${GIG_KEY-}"
GIG_FORMATS=()
for ((gig_index = 1; gig_index <= ${GIG_FORMATS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_FORMATS_$gig_index"
  GIG_FORMATS+=("${!gig_element-}")
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
