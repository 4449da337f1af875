#!/usr/bin/env bash
# Logs Docker in to Amazon ECR, for this build only: the login stands in a folder of its own, which is removed afterwards.
# The AWS identity comes from AWS_ACCESS_KEY_ID and its like, or is the role of the machine.
# @env      BUILD           label of what this build starts
# @env      REGION          AWS region
# @env      REGISTRY?       host name of the registry; without it, that of the identity's account
# @env      IMAGE           image of the AWS command line to use where there is none
# @out      account string 123456789012 account of the identity
# @out      registry string 123456789012.dkr.ecr.eu-west-1.amazonaws.com host name of the registry
# @out      login string /workspace@tmp/gig-ci-login folder that holds the login
# @out      problem list -  why there is no login, one line each
# @acquires login
# @aws      sts:GetCallerIdentity
# @aws      ecr:GetAuthorizationToken
# @needs    aws|docker
# @needs    docker
set -euo pipefail
exec 3>&1 1>&2

# An answer instead of a failure: the message of the build names the cause.
fail() {
  printf '%s\n' "$@"
  printf 'problem=%s\n' "$@" >&3
  exit 0
}

command -v docker >/dev/null || {
  echo 'docker: command not found. Install Docker on this agent or use an agent label whose machines have it.'
  exit 127
}

aws_run() {
  if command -v aws >/dev/null; then
    aws "$@"
    return
  fi
  # The keys travel over standard input: neither an argument nor "docker inspect" shows them. Without keys the role of
  # the machine serves, which a container reaches in the network of the machine only.
  # shellcheck disable=SC2016 # The shell in the container expands.
  if [[ -n ${AWS_ACCESS_KEY_ID:-} ]]; then
    printf '[default]\naws_access_key_id=%s\naws_secret_access_key=%s\naws_session_token=%s\n' \
      "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "${AWS_SESSION_TOKEN:-}" | sed '/=$/d'
  fi | docker run --rm --interactive --label "io.gig-ci.build=$GIG_BUILD" --network host --log-driver none --entrypoint sh \
    --env HTTP_PROXY --env HTTPS_PROXY --env NO_PROXY --env http_proxy --env https_proxy --env no_proxy \
    --env AWS_ENDPOINT_URL --env AWS_ENDPOINT_URL_ECR --env AWS_ENDPOINT_URL_STS \
    "$GIG_IMAGE" -c 'umask 077; mkdir -p ~/.aws; cat >~/.aws/credentials; exec aws "$@"' aws "$@"
}

export AWS_REGION=$GIG_REGION AWS_DEFAULT_REGION=$GIG_REGION
identity=$(aws_run sts get-caller-identity --region "$GIG_REGION" --query '[Account,Arn]' --output text) ||
  fail 'AWS does not accept the identity of this build.' \
    'Set aws.credentialsId, or give the machine a role; "aws sts get-caller-identity" on the agent shows who it is.'
read -r account arn <<<"$identity"
echo "AWS identity: $arn"

registry=${GIG_REGISTRY:-}
if [[ -z $registry ]]; then
  registry="$account.dkr.ecr.$GIG_REGION.amazonaws.com"
  if [[ $GIG_REGION == cn-* ]]; then
    registry="$registry.cn"
  fi
fi

# A Docker context is found through the configuration that is about to be replaced.
DOCKER_HOST=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
export DOCKER_HOST
login="${WORKSPACE_TMP:-$PWD@tmp}/gig-ci-login"
rm -rf "$login"
mkdir -p "$login"
chmod 700 "$login"
# With an entry in the file, Docker does not go looking for the credential store of the user.
printf '{"auths":{"%s":{}}}\n' "$registry" >"$login/config.json"
export DOCKER_CONFIG=$login

for attempt in 1 2 3; do
  if password=$(aws_run ecr get-login-password --region "$GIG_REGION") &&
    printf '%s' "$password" | docker login --username AWS --password-stdin "$registry"; then
    echo "account=$account" >&3
    echo "registry=$registry" >&3
    echo "login=$login" >&3
    exit 0
  fi
  echo "Attempt $attempt failed."
  sleep $((attempt * 2))
done
rm -rf "$login"
fail "No login to $registry." \
  'Check that the identity above may call ecr:GetAuthorizationToken, the region, and the network of this agent.'
