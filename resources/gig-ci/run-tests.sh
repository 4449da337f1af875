#!/usr/bin/env bash
# Runs the tests of a Django service with coverage. Reports: coverage.xml and htmlcov in the folder of the service,
# .gig-ci/test-results.xml.
# @env      DIRECTORY       folder of the service
# @env      SETTINGS?       settings module instead of the one in manage.py
# @env      ARGUMENTS list  further arguments of pytest
# @env      MINIMUM_COVERAGE? per cent; less fails
# @env      WORKERS         processes; 0 runs in one, more needs pytest-xdist
# @out      passed boolean true whether all tests passed and the coverage suffices
# @out      problem list -  why the tests broke off, one line each
set -euo pipefail
exec 3>&1 1>&2

# An answer instead of a failure: what the tests reported until then is published first.
fail() {
  printf '%s\n' "$@"
  printf 'problem=%s\n' "$@" >&3
  echo 'passed=false' >&3
  exit 0
}

root=$PWD
python="$root/.gig-ci/venv/bin/python"
[[ -x $python ]] || fail 'There is no virtual environment in .gig-ci/venv: call gigPythonSetup first.'
for file in "${WORKSPACE_TMP:-$PWD@tmp}"/gig-ci-variables/*; do
  if [[ -f $file ]]; then
    # From secret-variable.sh: the file is called like the variable.
    value=$(<"$file")
    export "${file##*/}=$value"
  fi
done
cd "$GIG_DIRECTORY"

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
"$python" -m pytest "${arguments[@]}" --create-db --disable-warnings --verbose \
  --cov=. --cov-report=term-missing --cov-report=html:htmlcov --cov-report=xml:coverage.xml \
  --junitxml="$root/.gig-ci/test-results.xml" "${GIG_ARGUMENTS[@]}" || code=$?

case $code in
  0) echo 'passed=true' >&3 ;;
  1) echo 'passed=false' >&3 ;;
  4) fail 'pytest did not understand its arguments.' \
    'Check tests.arguments and pytest.ini; python.testPackages must bring pytest-cov and pytest-django.' ;;
  5) fail 'pytest found no tests.' \
    'Check testpaths and python_files in pytest.ini, and that the tests are committed; tests: false switches the stage off.' ;;
  *) fail "pytest ended with code $code before all tests had run; the lines above say why." ;;
esac
