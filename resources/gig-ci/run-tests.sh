#!/usr/bin/env bash
# Runs the tests of a Django service with coverage. Reports: coverage.xml and htmlcov in the folder of the service,
# .gig-ci/test-results.xml.
# @uses     service
# @env      ARGUMENTS list  further arguments of pytest
# @env      MINIMUM_COVERAGE? per cent; less fails
# @env      WORKERS         processes; 0 runs in one, more needs pytest-xdist
# @out      passed boolean true whether all tests passed and the coverage suffices
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
