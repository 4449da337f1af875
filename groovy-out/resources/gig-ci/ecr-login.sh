#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-login.sh by gig-ci. Change that file, not this one.
# Logs Docker, or skopeo where no Docker answers, in to Amazon ECR, for this build only: the login stands in a folder of its own, which is
# removed afterwards.
# @uses     aws
# @env      REGISTRY?       host name of the registry; without it, that of the identity's account
# @out      account string 123456789012 account of the identity
# @out      registry string 123456789012.dkr.ecr.eu-west-1.amazonaws.com host name of the registry
# @out      login string /workspace@tmp/gig-ci-login folder that holds the login
# @acquires login
# @aws      ecr:GetAuthorizationToken
# @needs    docker|skopeo
# @sends    the login of the registry to Amazon ECR

# Jenkins removes empty variables and has no lists: restore both.
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_BUILD="${GIG_BUILD-}"
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_RUN="${GIG_RUN-}"
export GIG_REGION="${GIG_REGION-}"
export GIG_ROLE="${GIG_ROLE-}"
export GIG_SESSION="${GIG_SESSION-}"

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

# From resources/gig-ci/shared/aws.sh.

# aws_run ARGUMENTS…: the AWS command line of this agent, or of its image.
aws_run() {
  if [[ -n $tool ]]; then
    aws "$@"
    return
  fi
  # The keys travel over standard input: neither an argument nor "docker inspect" shows them. Without keys the role of
  # the machine serves, which a container reaches in the network of the machine only.
  local container
  # shellcheck disable=SC2016 # The shell in the container expands.
  container=$(create_container --rm --interactive --network host --log-driver none --entrypoint sh \
    --env AWS_ENDPOINT_URL --env AWS_ENDPOINT_URL_ECR --env AWS_ENDPOINT_URL_STS \
    "$tool_image" -c 'umask 077; mkdir -p ~/.aws; cat >~/.aws/credentials; exec aws "$@"' aws "$@") || return
  if [[ -n ${AWS_ACCESS_KEY_ID:-} ]]; then
    printf '[default]\naws_access_key_id=%s\naws_secret_access_key=%s\naws_session_token=%s\n' \
      "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "${AWS_SESSION_TOKEN:-}" | sed '/=$/d'
  fi | docker start --attach --interactive "$container"
}

# aws_remedy ACTION…: what to do when AWS refuses, by what it said; the actions are those that the identity needs.
aws_remedy() {
  case $said in
    # First, because AWS says "Signature expired" of a clock, not of a key.
    *'Signature expired'* | *'Signature not yet current'* | *RequestTimeTooSkewed*)
      echo 'The clock of this agent differs from that of AWS: let it follow a time server (timedatectl set-ntp true).'
      ;;
    *expired* | *ExpiredToken*) echo 'Renew the credentials that aws.credentialsId names, or the role of the machine.' ;;
    *'locate credentials'*) echo 'Set aws.credentialsId, or give the machine a role.' ;;
    *InvalidClientTokenId* | *UnrecognizedClient* | *SignatureDoesNotMatch*)
      echo 'AWS does not know these keys: check the credentials that aws.credentialsId names.'
      ;;
    *sts:AssumeRole* | *'calling the AssumeRole'*)
      echo "Check that aws.roleArn exists and that its trust policy names the identity of this build, which needs sts:AssumeRole on it."
      ;;
    *AccessDenied* | *'not authorized'*) echo "Give the identity $*." ;;
    *'connect to'* | *timeout* | *'SSL validation'* | *'dial tcp'* | *x509*)
      echo 'Check the region, and the network and proxy of this agent; AWS_CA_BUNDLE names the authority of a proxy that opens connections.'
      ;;
    *) echo 'Set aws.credentialsId, or give the machine a role; "aws sts get-caller-identity" on the agent shows who it is.' ;;
  esac
}

# become FOLDER FAILURE: takes the role, where one is given, and says in the log who asks; the variable account is where that one is at
# home. FAILURE is a function that ends the script, with the cause as its argument. FOLDER is one that nobody else reads: the keys of the
# session pass through it, and are for this process and those that it starts.
become() {
  on_path aws
  [[ -n $tool ]] || require_tool_image aws 'Install the AWS command line or Docker on this agent.'
  export AWS_REGION=$GIG_REGION AWS_DEFAULT_REGION=$GIG_REGION
  local answer="$1/identity" arn
  if [[ -n ${GIG_ROLE:-} ]]; then
    # As short as AWS lets a session be.
    into "$answer" sts assume-role --region "$GIG_REGION" --role-arn "$GIG_ROLE" --role-session-name "$GIG_SESSION" \
      --duration-seconds 900 --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text ||
      "$2" "AWS does not let this build take the role $GIG_ROLE"
    read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <"$answer"
    export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
  fi
  into "$answer" sts get-caller-identity --region "$GIG_REGION" --query '[Account,Arn]' --output text ||
    "$2" 'AWS does not accept the identity of this build'
  # shellcheck disable=SC2034 # Read by the script that uses this.
  read -r account arn <"$answer"
  rm "$answer"
  echo "AWS identity: $arn"
}

# into FILE ARGUMENTS…: what the command line answers goes to a file, and what it says besides to the log.
into() {
  local file=$1
  shift
  answer_into() { aws_run "$@" >"$file"; }
  (umask 077 && : >"$file")
  logged answer_into "$@"
}

set -euo pipefail
exec 3>&1 1>&2

command -v skopeo >/dev/null || require_docker

login="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-login"
rm -rf "$login"
mkdir -p "$login"
chmod 700 "$login"
give_up() {
  rm -rf "$login"
  fail "$(because "$1")" "$(aws_remedy ecr:GetAuthorizationToken)"
}

become "$login" give_up

registry=${GIG_REGISTRY:-}
if [[ -z $registry ]]; then
  registry="$account.dkr.ecr.$GIG_REGION.amazonaws.com"
  if [[ $GIG_REGION == cn-* ]]; then
    registry="$registry.cn"
  fi
fi

# With an entry in the file, Docker does not go looking for the credential store of the user.
printf '{"auths":{"%s":{}}}\n' "$registry" >"$login/config.json"
if docker_answers; then
  use_docker_login "$login"
  log_in_to() { docker login "$@"; }
else
  log_in_to() { skopeo login --authfile "$login/config.json" "$@"; }
fi

log_in() {
  local password
  password=$(aws_run ecr get-login-password --region "$GIG_REGION") &&
    printf '%s' "$password" | log_in_to --username AWS --password-stdin "$registry"
}
attempt=1
until logged log_in; do
  [[ $attempt != 3 ]] || give_up "No login to $registry"
  echo "Attempt $attempt failed."
  sleep $((attempt * 2))
  attempt=$((attempt + 1))
done
printf 'account=%s\nregistry=%s\nlogin=%s\n' "$account" "$registry" "$login" >&3
