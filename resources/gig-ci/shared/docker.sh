# shellcheck shell=bash
# The Docker of this agent.
# @uses causes

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
