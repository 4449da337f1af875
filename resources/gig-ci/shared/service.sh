# shellcheck shell=bash
# What manage.py and pytest of a Django service need: its folder, its settings, its secret variables.
# @uses python
# @env DIRECTORY folder of the service
# @env SETTINGS? settings module instead of the one in manage.py
# @sends whatever code of the repository sends, to anyone; the login of the database to its server

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
