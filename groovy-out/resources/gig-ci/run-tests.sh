#!/usr/bin/env bash
# Generated from resources/gig-ci/run-tests.sh by gig-ci. Change that file, not this one.
# Runs the tests of a Django service with coverage. Reports: coverage.xml and htmlcov in the folder of the service,
# .gig-ci/test-results.xml.
# @uses     service
# @env      ARGUMENTS list  further arguments of pytest
# @env      MINIMUM_COVERAGE? per cent; less fails
# @env      WORKERS         processes; 0 runs in one, more needs pytest-xdist
# @out      passed boolean true whether all tests passed and the coverage suffices

# Jenkins removes empty variables and has no lists: restore both.
export GIG_MINIMUM_COVERAGE="${GIG_MINIMUM_COVERAGE-}"
export GIG_WORKERS="${GIG_WORKERS-}"
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_SETTINGS="${GIG_SETTINGS-}"
GIG_ARGUMENTS=()
for ((gig_index = 1; gig_index <= ${GIG_ARGUMENTS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_ARGUMENTS_$gig_index"
  GIG_ARGUMENTS+=("${!gig_element-}")
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

# Reports of an earlier build must not pass for those of this one.
rm -rf htmlcov coverage.xml .coverage "$root/.gig-ci/test-results.xml"

settings=${GIG_SETTINGS:-}
if [[ -z $settings && -f manage.py ]]; then
  settings=$(sed -nE "s/.*DJANGO_SETTINGS_MODULE['\"], *['\"]([A-Za-z0-9_.]+)['\"].*/\1/p" manage.py | head -n 1)
fi
arguments=()
if [[ -n $settings ]]; then
  arguments+=("--ds=$settings")
fi
if [[ -n ${GIG_MINIMUM_COVERAGE:-} ]]; then
  arguments+=("--cov-fail-under=$GIG_MINIMUM_COVERAGE")
fi
if [[ $GIG_WORKERS != 0 ]]; then
  arguments+=("--numprocesses=$GIG_WORKERS")
fi

code=0
venv_python -m pytest "${arguments[@]}" --create-db --disable-warnings --verbose \
  --cov=. --cov-report=term-missing --cov-report=html:htmlcov --cov-report=xml:coverage.xml \
  --junitxml="$root/.gig-ci/test-results.xml" "${GIG_ARGUMENTS[@]}" || code=$?

if [[ $code != 0 && -n ${DB_HOST:-} && -n ${DB_PORT:-} ]]; then
  # shellcheck disable=SC2016 # The inner bash expands its own arguments.
  timeout 5 bash -c ': <"/dev/tcp/$0/$1"' "$DB_HOST" "$DB_PORT" 2>/dev/null ||
    fail "The database on $DB_HOST:$DB_PORT answers no more: it ended while the tests ran." \
      'The log has its last lines where gig-ci started it: often the machine lacks memory, or its disk is full.'
fi

case $code in
  0) echo 'passed=true' >&3 ;;
  1)
    [[ -f $root/.gig-ci/test-results.xml ]] || fail 'pytest did not run; the log above says why.' \
      'python.testPackages must bring pytest, pytest-cov and pytest-django.'
    echo 'passed=false' >&3
    ;;
  4) fail 'pytest did not understand its arguments.' \
    'Check tests.arguments and pytest.ini; python.testPackages must bring pytest-cov and pytest-django.' ;;
  5) fail 'pytest found no tests.' \
    'Check testpaths and python_files in pytest.ini, and that the tests are committed; tests: false switches the stage off.' ;;
  *)
    fail "pytest ended with code $code before all tests had run; the log above says why." \
      'Often a test module cannot be imported: run "pytest" in the folder of the service.'
    ;;
esac
