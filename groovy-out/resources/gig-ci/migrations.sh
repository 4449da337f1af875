#!/usr/bin/env bash
# Generated from resources/gig-ci/migrations.sh by gig-ci. Change that file, not this one.
# Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests.
# @env      DIRECTORY       folder of the service
# @env      MODE            create or check
# @env      MIGRATE         true applies the migrations to the database of DB_*
# @env      SETTINGS?       settings module instead of the one in manage.py
# @out      created integer 0 how many files the repository lacks; .gig-ci/migrations.patch holds them

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_MODE="${GIG_MODE-}"
export GIG_MIGRATE="${GIG_MIGRATE-}"
export GIG_SETTINGS="${GIG_SETTINGS-}"

set -euo pipefail
exec 3>&1 1>&2

root=$PWD
python="$root/.gig-ci/venv/bin/python"
[[ -x $python ]] || {
  echo 'There is no virtual environment in .gig-ci/venv: call gigPythonSetup first.'
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

manage() {
  "$python" manage.py "$@"
}

if [[ $GIG_MODE == check ]]; then
  manage makemigrations --check --dry-run --noinput || {
    echo 'The models have changes without a migration; they are listed above.'
    echo 'Run "python manage.py makemigrations" and commit the result, or allow that with django.migrations: create.'
    exit 1
  }
else
  manage makemigrations --noinput
fi
if [[ $GIG_MIGRATE == true ]]; then
  # Proves that the whole chain applies; the tests make a database of their own.
  manage migrate --noinput
  manage showmigrations
fi

rm -f "$root/.gig-ci/migrations.patch"
created=()
if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
  # Packages that are installed in .gig-ci/venv have migrations of their own.
  mapfile -t -d '' created < <(git ls-files -z --others --exclude-standard -- ':(glob)**/migrations/*.py' ':(top,exclude).gig-ci')
fi
if [[ ${#created[@]} -gt 0 ]]; then
  # An index of its own: the repository's stays as it is.
  index="$root/.gig-ci/migrations.index"
  cp "$(git rev-parse --git-path index)" "$index"
  GIT_INDEX_FILE=$index git add -- "${created[@]}"
  GIT_INDEX_FILE=$index git diff --cached HEAD -- "${created[@]}" >"$root/.gig-ci/migrations.patch"
  rm -f "$index"
  echo 'The repository lacks these files; apply migrations.patch of this build and commit them:'
  printf '  %s\n' "${created[@]}"
fi
echo "created=${#created[@]}" >&3
