#!/usr/bin/env bash
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
