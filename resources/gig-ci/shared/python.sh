# shellcheck shell=bash
# The virtual environment of the service, which gigPythonSetup makes.
# @uses causes

environment="$PWD/.gig-ci/venv"

# venv_python ARGUMENTS…: its Python.
venv_python() {
  "$environment/bin/python" "$@"
}

require_environment() {
  [[ -x $environment/bin/python ]] ||
    fail 'There is no virtual environment in .gig-ci/venv.' 'Call gigPythonSetup first, on the same agent.'
}
