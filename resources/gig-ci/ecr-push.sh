#!/usr/bin/env bash
# Pushes an image to Amazon ECR under one or more tags.
# @uses     docker
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
set -euo pipefail
exec 3>&1 1>&2

require_docker
use_docker_login "$GIG_LOGIN"

push() {
  local attempt
  for attempt in 1 2 3; do
    if logged docker push "$1"; then
      return
    fi
    case $said in
      *[Ii]mmutable*)
        fail "$1 exists, and the repository does not let a tag change." \
          'Build tags are used once: start a new build. For latest, exclude it from the immutability of the repository.'
        ;;
      *'does not exist'* | *NAME_UNKNOWN*)
        fail "There is no repository $GIG_REPOSITORY in $GIG_REGISTRY." \
          "Check ecrRepo and the region, set ecr.createRepository, or create it: aws ecr create-repository --repository-name $GIG_REPOSITORY"
        ;;
      # First, because ECR says "denied: Your authorization token has expired".
      *'no basic auth'* | *expired*)
        fail "$(because "$GIG_REGISTRY does not accept the login")" 'A login to ECR is good for twelve hours: start a new build.'
        ;;
      *'not authorized to perform'* | *denied*)
        fail "$(because "The identity may not push $1")" \
          'Allow it ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage.'
        ;;
    esac
    echo "Attempt $attempt failed."
    [[ $attempt == 3 ]] || sleep $((attempt * 5))
  done
  fail "$(because "$1 was not pushed")" 'Check the network and proxy of this agent and of its Docker, and start a new build.'
}

require_image "$GIG_IMAGE"
digest=''
for tag in "${GIG_TAGS[@]}"; do
  reference="$GIG_REGISTRY/$GIG_REPOSITORY:$tag"
  remember_image "$reference"
  docker tag "$GIG_IMAGE" "$reference"
  push "$reference"
  pushed=$(sed -nE 's/^.*digest: (sha256:[0-9a-f]{64}).*$/\1/p' <<<"$said" | tail -n 1)
  digest=${digest:-$pushed}
done
[[ -n $digest ]] || fail "Docker did not say which digest $GIG_REGISTRY/$GIG_REPOSITORY:${GIG_TAGS[0]} has." \
  'The lines of the push above lack "digest: sha256:…": update Docker on this agent.'
echo "digest=$digest" >&3
