#!/usr/bin/env bash
# Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests.
# @uses     service
# @env      MODE            create or check
# @env      MIGRATE         true applies the migrations to the database of DB_*
# @out      created integer 0 how many files the repository lacks; .gig-ci/migrations.patch holds them
set -euo pipefail
exec 3>&1 1>&2

root=$PWD
enter_service
require_manage

if [[ $GIG_MODE != check ]]; then
  logged manage makemigrations --noinput || fail "$(because 'makemigrations failed')" "$(django_remedy)"
elif ! logged manage makemigrations --check --dry-run --noinput; then
  [[ $said != *Error:* ]] || fail "$(because 'makemigrations failed')" "$(django_remedy)"
  fail 'The models have changes without a migration; the log above lists them.' \
    'Run "python manage.py makemigrations" and commit the result, or allow that with django.migrations: create.'
fi
if [[ $GIG_MIGRATE == true ]]; then
  # Proves that the whole chain applies; the tests make a database of their own.
  logged manage migrate --noinput || fail "$(because 'The migrations do not apply')" "$(django_remedy)"
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
