#!/usr/bin/env bash
# Collects the static files of a Django service.
# @env      DIRECTORY       folder of the service
# @env      SETTINGS?       settings module instead of the one in manage.py
set -euo pipefail

python="$PWD/.gig-ci/venv/bin/python"
[[ -x $python ]] || {
  echo 'There is no virtual environment in .gig-ci/venv: call gigPythonSetup first.' >&2
  exit 1
}
for file in "${WORKSPACE_TMP:-$PWD@tmp}"/gig-ci-variables/*; do
  if [[ -f $file ]]; then
    # From secret-variable.sh: the file is called like the variable.
    value=$(<"$file")
    export "${file##*/}=$value"
  fi
done
if [[ -n ${GIG_SETTINGS:-} ]]; then
  export DJANGO_SETTINGS_MODULE=$GIG_SETTINGS
fi
cd "$GIG_DIRECTORY"
"$python" manage.py collectstatic --noinput || {
  echo 'collectstatic failed. Check STATIC_ROOT in the settings, or set django.collectStatic: false.' >&2
  exit 1
}
