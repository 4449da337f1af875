#!/usr/bin/env bash
# Pushes an image to Amazon ECR under one or more tags: from Docker, or out of an archive, without Docker.
# @uses     docker
# @env      IMAGE           image on this machine, or registry/repository@digest of one that is pulled first; with an archive the id of what it holds
# @env      ARCHIVE?        archive that holds the image
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
# @needs    docker|skopeo
# @sends    the image, with the login of the registry, to Amazon ECR
set -euo pipefail
exec 3>&1 1>&2

repository="$GIG_REGISTRY/$GIG_REPOSITORY"
digest=''
if [[ -n ${GIG_ARCHIVE:-} ]]; then
  require_tool skopeo
  [[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'
  # The hash of the configuration, which is the id of an image.
  id_of() {
    skopeo inspect --authfile "$GIG_LOGIN/config.json" --config --raw "$1" | sha256sum | sed 's/ .*//; s/^/sha256:/'
  }
  id=$(id_of "docker-archive:$GIG_ARCHIVE") || fail "The archive $GIG_ARCHIVE cannot be read; the log above says why." 'Start a new build.'
  [[ $id == "$GIG_IMAGE" ]] || fail "$GIG_ARCHIVE holds the image $id, and not $GIG_IMAGE, which was scanned." \
    'Something has changed it since: start a new build.'
  # Further tags get the bytes that the registry has: compressed anew, they could have another digest.
  send() {
    skopeo copy --authfile "$GIG_LOGIN/config.json" --digestfile "$GIG_LOGIN/digest" \
      "${digest:+docker://$repository@}${digest:-docker-archive:$GIG_ARCHIVE}" "docker://$1"
  }
  digest_of_push() { cat "$GIG_LOGIN/digest"; }
else
  require_docker
  use_docker_login "$GIG_LOGIN"
  require_image "$GIG_IMAGE"
  send() {
    remember_image "$1" && docker tag "$GIG_IMAGE" "$1" && docker push "$1"
  }
  digest_of_push() { sed -nE 's/^.*digest: (sha256:[0-9a-f]{64}).*$/\1/p' <<<"$said" | tail -n 1; }
fi

push() {
  local attempt pushed cause remedy
  local later='Start a new build when the other builds of this machine are done.'
  for attempt in 1 2 3; do
    if logged send "$1"; then
      pushed=$(digest_of_push)
      [[ -n $pushed ]] || fail "Docker did not say which digest $1 has." \
        'The lines of the push above lack "digest: sha256:…": update Docker on this agent.'
      digest=${digest:-$pushed}
      [[ $pushed != "$digest" ]] || return 0
      cause="$1 is $pushed, and should be $digest: another build on this machine has given that name to its own image."
      remedy=$later
    elif [[ $said == *'does not exist locally'* ]]; then
      cause=$(because "$1 was not pushed")
      # Another build has removed the name meanwhile.
      remedy=$later
    else
      explain_push "$1"
      cause=$(because "$1 was not pushed")
      remedy='Check the network and proxy of this agent and of its Docker, and start a new build.'
    fi
    echo "$cause"
    echo "Attempt $attempt failed."
    [[ $attempt == 3 ]] || sleep $((attempt * 5))
  done
  fail "$cause" "$remedy"
}

# Fails where another attempt would end in the same way.
explain_push() {
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
    *'no basic auth'* | *'authentication required'* | *expired*)
      fail "$(because "$GIG_REGISTRY does not accept the login")" 'A login to ECR is good for twelve hours: start a new build.'
      ;;
    *'not authorized to perform'* | *denied*)
      fail "$(because "The identity may not push $1")" \
        'Allow it ecr:BatchCheckLayerAvailability, ecr:InitiateLayerUpload, ecr:UploadLayerPart, ecr:CompleteLayerUpload and ecr:PutImage.'
      ;;
  esac
}

for tag in "${GIG_TAGS[@]}"; do
  push "$repository:$tag"
done
if [[ -n ${GIG_ARCHIVE:-} ]]; then
  id=$(id_of "docker://$repository@$digest") || fail "$repository@$digest was pushed, and cannot be read back; the log above says why." \
    'Allow the identity ecr:BatchGetImage and ecr:GetDownloadUrlForLayer, and start a new build.'
  [[ $id == "$GIG_IMAGE" ]] || fail "$repository@$digest is the image $id, and not $GIG_IMAGE, which was scanned." \
    "Something has changed $GIG_ARCHIVE while it was pushed: see who writes there, and start a new build."
fi
echo "digest=$digest" >&3
