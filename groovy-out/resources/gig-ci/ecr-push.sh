#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-push.sh by gig-ci. Change that file, not this one.
# Pushes an image to Amazon ECR under one or more tags.
# @env      IMAGE           image on this machine, or registry/repository@digest of one that is pulled first
# @env      REGISTRY        host name of the registry
# @env      REPOSITORY      name of the repository
# @env      TAGS list       tags, pushed in this order
# @env      LOGIN           folder with the registry login
# @out      digest string sha256:9b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e5e2b8d0f7c1a4e639 digest of what the first tag names
# @publishes image
# @aws      ecr:BatchCheckLayerAvailability
# @aws      ecr:InitiateLayerUpload
# @aws      ecr:UploadLayerPart
# @aws      ecr:CompleteLayerUpload
# @aws      ecr:PutImage
# @needs    docker

# Jenkins removes empty variables and has no lists: restore both.
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_REPOSITORY="${GIG_REPOSITORY-}"
export GIG_LOGIN="${GIG_LOGIN-}"
GIG_TAGS=()
for ((gig_index = 1; gig_index <= ${GIG_TAGS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_TAGS_$gig_index"
  GIG_TAGS+=("${!gig_element-}")
done

set -euo pipefail
exec 3>&1 1>&2

fail() {
  printf '%s\n' "$@"
  exit 1
}

command -v docker >/dev/null || {
  echo 'docker: command not found. Install Docker on this agent or use an agent label whose machines have it.'
  exit 127
}

# A Docker context is found through the configuration that is about to be replaced.
DOCKER_HOST=$(docker context inspect --format '{{.Endpoints.docker.Host}}')
export DOCKER_HOST DOCKER_CONFIG=$GIG_LOGIN
log=$(mktemp)
trap 'rm -f "$log"' EXIT

push() {
  local attempt
  for attempt in 1 2 3; do
    if docker push "$1" 2>&1 | tee "$log"; then
      return
    fi
    if grep -qi immutable "$log"; then
      fail "$1 exists, and the repository does not let a tag change." \
        'Build tags are used once: start a new build. For latest, exclude it from the immutability of the repository.'
    fi
    echo "Attempt $attempt failed."
    sleep $((attempt * 5))
  done
  fail "$1 was not pushed." \
    'Check that the identity may push (aws sts get-caller-identity; ecr:PutImage and the layer uploads)' \
    "and that the repository exists: aws ecr describe-repositories --repository-names $GIG_REPOSITORY"
}

docker image inspect "$GIG_IMAGE" >/dev/null 2>&1 || docker pull "$GIG_IMAGE"
digest=''
for tag in "${GIG_TAGS[@]}"; do
  reference="$GIG_REGISTRY/$GIG_REPOSITORY:$tag"
  docker tag "$GIG_IMAGE" "$reference"
  push "$reference"
  pushed=$(sed -nE 's/^.*digest: (sha256:[0-9a-f]{64}).*$/\1/p' "$log" | tail -n 1)
  digest=${digest:-$pushed}
done
[[ -n $digest ]] || fail "Docker did not say which digest $GIG_REGISTRY/$GIG_REPOSITORY:${GIG_TAGS[0]} has." \
  'The lines of the push above lack "digest: sha256:…": update Docker on this agent.'
echo "digest=$digest" >&3
