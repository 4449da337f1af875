#!/usr/bin/env bash
# Makes a fresh virtual environment in .gig-ci/venv and installs what the service and its tests need.
# @uses     package-index
# @env      DIRECTORY       folder of the service
# @env      EXECUTABLE      Python to use
# @env      REQUIREMENTS    requirements file, relative to the folder
# @env      PACKAGES list   packages that the tests need besides
set -euo pipefail
exec 3>&1 1>&2

require_tool "$GIG_EXECUTABLE" 'Install Python 3 on this agent, or set python.executable.'
[[ -f $GIG_DIRECTORY/$GIG_REQUIREMENTS ]] || fail "$GIG_DIRECTORY/$GIG_REQUIREMENTS does not exist." \
  'Add it to the repository, or set python.requirements.'

# A fresh environment: what an earlier build installed must not make this one pass.
logged "$GIG_EXECUTABLE" -m venv --clear .gig-ci/venv ||
  fail "$(because 'The virtual environment was not made')" \
    'On Debian and Ubuntu, install the package python3-venv on the agent; else check the space of the workspace.'
python="$PWD/.gig-ci/venv/bin/python"

use_package_index "$python"
cd "$GIG_DIRECTORY"
install "$python" 'pip was not upgraded' --quiet --upgrade pip
install "$python" "The packages of $GIG_REQUIREMENTS were not installed" --requirement "$GIG_REQUIREMENTS"
if [[ ${#GIG_PACKAGES[@]} -gt 0 ]]; then
  install "$python" 'The packages for the tests (python.testPackages) were not installed' "${GIG_PACKAGES[@]}"
fi
"$python" -m pip list
