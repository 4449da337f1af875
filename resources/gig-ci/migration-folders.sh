#!/usr/bin/env bash
# Looks for the migrations folder of each Django app; creates missing ones or fails.
# @uses     causes
# @env      DIRECTORY       folder of the service
# @env      APPS list       apps, relative to the folder
# @env      CREATE          true creates missing folders, false fails
# @out      created integer 0 how many folders were created
set -euo pipefail
exec 3>&1 1>&2

cd "$GIG_DIRECTORY" || fail "There is no folder $GIG_DIRECTORY in the workspace." 'Check backendDir, or directory.'
absent=()
without=()
for app in "${GIG_APPS[@]}"; do
  if [[ ! -d $app ]]; then
    absent+=("$app")
  elif [[ -f $app/migrations/__init__.py ]]; then
    echo "$app/migrations exists."
  else
    without+=("$app")
  fi
done

if [[ ${#absent[@]} -gt 0 ]]; then
  fail "No such folder in $GIG_DIRECTORY: ${absent[*]}" 'Check the spelling in apps, and backendDir.'
fi
if [[ ${#without[@]} -gt 0 && $GIG_CREATE != true ]]; then
  fail "No migrations/__init__.py in: ${without[*]}" \
    'Create and commit it, or allow that with django.migrations: create.'
fi
for app in "${without[@]}"; do
  mkdir -p "$app/migrations"
  touch "$app/migrations/__init__.py"
  echo "Created $app/migrations/__init__.py: commit it."
done
echo "created=${#without[@]}" >&3
