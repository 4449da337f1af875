#!/usr/bin/env bash
# Logs Docker in to Amazon ECR, for this build only: the login stands in a folder of its own, which is removed afterwards.
# The AWS identity comes from AWS_ACCESS_KEY_ID and its like, or is the role of the machine.
# @uses     containers
# @env      REGION          AWS region
# @env      REGISTRY?       host name of the registry; without it, that of the identity's account
# @env      IMAGE           image of the AWS command line to use where there is none
# @out      account string 123456789012 account of the identity
# @out      registry string 123456789012.dkr.ecr.eu-west-1.amazonaws.com host name of the registry
# @out      login string /workspace@tmp/gig-ci-login folder that holds the login
# @acquires login
# @aws      sts:GetCallerIdentity
# @aws      ecr:GetAuthorizationToken
# @needs    aws|docker
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

require_docker
command -v aws >/dev/null || require_image "$GIG_IMAGE"

aws_run() {
  if command -v aws >/dev/null; then
    aws "$@"
    return
  fi
  # The keys travel over standard input: neither an argument nor "docker inspect" shows them. Without keys the role of
  # the machine serves, which a container reaches in the network of the machine only.
  local container
  # shellcheck disable=SC2016 # The shell in the container expands.
  container=$(create_container --rm --interactive --network host --log-driver none --entrypoint sh \
    --env AWS_ENDPOINT_URL --env AWS_ENDPOINT_URL_ECR --env AWS_ENDPOINT_URL_STS \
    "$GIG_IMAGE" -c 'umask 077; mkdir -p ~/.aws; cat >~/.aws/credentials; exec aws "$@"' aws "$@") || return
  if [[ -n ${AWS_ACCESS_KEY_ID:-} ]]; then
    printf '[default]\naws_access_key_id=%s\naws_secret_access_key=%s\naws_session_token=%s\n' \
      "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "${AWS_SESSION_TOKEN:-}" | sed '/=$/d'
  fi | docker start --attach --interactive "$container"
}

remedy() {
  case $said in
    *expired* | *ExpiredToken*) echo 'Renew the credentials that aws.credentialsId names, or the role of the machine.' ;;
    *'locate credentials'*) echo 'Set aws.credentialsId, or give the machine a role.' ;;
    *InvalidClientTokenId* | *UnrecognizedClient* | *SignatureDoesNotMatch*)
      echo 'AWS does not know these keys: check the credentials that aws.credentialsId names.'
      ;;
    *AccessDenied* | *'not authorized'*) echo 'Give the identity ecr:GetAuthorizationToken.' ;;
    *'connect to'* | *timeout* | *'SSL validation'*)
      echo 'Check the region, and the network and proxy of this agent; AWS_CA_BUNDLE names the authority of a proxy that opens connections.'
      ;;
    *) echo 'Set aws.credentialsId, or give the machine a role; "aws sts get-caller-identity" on the agent shows who it is.' ;;
  esac
}

login="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-login"
rm -rf "$login"
mkdir -p "$login"
chmod 700 "$login"
give_up() {
  rm -rf "$login"
  fail "$(because "$1")" "$(remedy)"
}

export AWS_REGION=$GIG_REGION AWS_DEFAULT_REGION=$GIG_REGION
# Apart from what it says besides.
identify() {
  aws_run sts get-caller-identity --region "$GIG_REGION" --query '[Account,Arn]' --output text >"$login/identity"
}
logged identify || give_up 'AWS does not accept the identity of this build'
read -r account arn <"$login/identity"
rm "$login/identity"
echo "AWS identity: $arn"

registry=${GIG_REGISTRY:-}
if [[ -z $registry ]]; then
  registry="$account.dkr.ecr.$GIG_REGION.amazonaws.com"
  if [[ $GIG_REGION == cn-* ]]; then
    registry="$registry.cn"
  fi
fi

# With an entry in the file, Docker does not go looking for the credential store of the user.
printf '{"auths":{"%s":{}}}\n' "$registry" >"$login/config.json"
use_docker_login "$login"

log_in() {
  local password
  password=$(aws_run ecr get-login-password --region "$GIG_REGION") &&
    printf '%s' "$password" | docker login --username AWS --password-stdin "$registry"
}
attempt=1
until logged log_in; do
  [[ $attempt != 3 ]] || give_up "No login to $registry"
  echo "Attempt $attempt failed."
  sleep $((attempt * 2))
  attempt=$((attempt + 1))
done
printf 'account=%s\nregistry=%s\nlogin=%s\n' "$account" "$registry" "$login" >&3
