#!/usr/bin/env bash
# Generated from resources/gig-ci/image-load.sh by gig-ci. Change that file, not this one.
# Loads an image archive into the Docker of this machine.
# @uses     docker
# @env      ARCHIVE         archive to load
# @env      REFERENCE       name of the image in the archive
# @out      id string sha256:5e2b8d0f7c1a4e6390b7d2c8f4a1e6b39d5c7a8e0f2b4d6c8a1e3f5b7d9c0a2e id of the image
# @acquires image
# @needs    docker

# Jenkins removes empty variables and has no lists: restore both.
export GIG_ARCHIVE="${GIG_ARCHIVE-}"
export GIG_REFERENCE="${GIG_REFERENCE-}"

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

require_docker
[[ -f $GIG_ARCHIVE ]] || fail "There is no archive $GIG_ARCHIVE." 'Build the image first, on the same agent: gigImageBuild.'
remember_image "$GIG_REFERENCE"
logged docker load --input "$GIG_ARCHIVE" || fail "$(because "$GIG_ARCHIVE was not loaded")" \
  'Check the free space of this machine: docker system df.'
id=$(docker image inspect --format '{{.Id}}' "$GIG_REFERENCE") ||
  fail "$GIG_ARCHIVE holds no image $GIG_REFERENCE." 'Give gigImageBuild and gigImageLoad the same reference.'
echo "$GIG_REFERENCE is $id."
echo "id=$id" >&3
