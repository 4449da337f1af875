#!/usr/bin/env bash
# Generated from resources/gig-ci/migrations.sh by gig-ci. Change that file, not this one.
# Creates the migrations that the models lack, or fails when there are any, and applies all to the database of the tests.
# @uses     service
# @env      MODE            create or check
# @env      MIGRATE         true applies the migrations to the database of DB_*
# @out      created integer 0 how many files the repository lacks; .gig-ci/migrations.patch holds them

# Jenkins removes empty variables and has no lists: restore both.
export GIG_MODE="${GIG_MODE-}"
export GIG_MIGRATE="${GIG_MIGRATE-}"
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_SETTINGS="${GIG_SETTINGS-}"

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

# From resources/gig-ci/shared/python.sh.

environment="$PWD/.gig-ci/venv"

# venv_python ARGUMENTS…: its Python.
venv_python() {
  "$environment/bin/python" "$@"
}

require_environment() {
  [[ -x $environment/bin/python ]] ||
    fail 'There is no virtual environment in .gig-ci/venv.' 'Call gigPythonSetup first, on the same agent.'
}

# From resources/gig-ci/shared/service.sh.

# enter_service: goes to the folder of the service, with its variables set.
enter_service() {
  local file value
  require_environment
  for file in "${WORKSPACE_TMP:-$PWD@tmp}"/gig-ci-variables/*; do
    if [[ -f $file ]]; then
      # From secret-variable.sh: the file is called like the variable.
      value=$(<"$file")
      export "${file##*/}=$value"
      hidden+=("$value")
    fi
  done
  if [[ -n ${GIG_SETTINGS:-} ]]; then
    export DJANGO_SETTINGS_MODULE=$GIG_SETTINGS
  fi
  cd "$GIG_DIRECTORY" || fail "There is no folder $GIG_DIRECTORY in the workspace." 'Check backendDir, or directory.'
}

require_manage() {
  [[ -f manage.py ]] || fail "$GIG_DIRECTORY/manage.py does not exist." \
    'Check backendDir, or directory: it is the folder with manage.py; django: false switches these stages off.'
}

manage() {
  venv_python manage.py "$@"
}

# Why manage.py may have failed, for fail.
django_remedy() {
  case $said in
    *'Conflicting migrations'*) echo 'Two branches made a migration each: run "python manage.py makemigrations --merge" and commit the result.' ;;
    *OperationalError*) echo 'Let the settings read DB_NAME, DB_USER, DB_PASS, DB_HOST, DB_PORT and DB_SSLMODE from the environment.' ;;
    *ModuleNotFoundError* | *ImportError*) echo 'Add the missing package to the requirements, or set django.settings to a module that exists.' ;;
    *ImproperlyConfigured* | *KeyError*) echo 'Give the settings what they want: django.env for variables, django.secretEnv for secrets.' ;;
    *) echo 'The log above says more; the same command of manage.py shows it on your machine.' ;;
  esac
}

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
