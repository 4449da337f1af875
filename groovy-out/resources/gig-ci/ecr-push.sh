#!/usr/bin/env bash
# Generated from resources/gig-ci/ecr-push.sh by gig-ci. Change that file, not this one.
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

# Jenkins removes empty variables and has no lists: restore both.
export GIG_IMAGE="${GIG_IMAGE-}"
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
export GIG_REGISTRY="${GIG_REGISTRY-}"
export GIG_REPOSITORY="${GIG_REPOSITORY-}"
export GIG_LOGIN="${GIG_LOGIN-}"
GIG_TAGS=()
for ((gig_index = 1; gig_index <= ${GIG_TAGS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_TAGS_$gig_index"
  GIG_TAGS+=("${!gig_element-}")
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
