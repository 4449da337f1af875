#!/usr/bin/env bash
# Generated from resources/gig-ci/migration-folders.sh by gig-ci. Change that file, not this one.
# Looks for the migrations folder of each Django app; creates missing ones or fails.
# @uses     causes
# @env      DIRECTORY       folder of the service
# @env      APPS list       apps, relative to the folder
# @env      CREATE          true creates missing folders, false fails
# @out      created integer 0 how many folders were created

# Jenkins removes empty variables and has no lists: restore both.
export GIG_DIRECTORY="${GIG_DIRECTORY-}"
export GIG_CREATE="${GIG_CREATE-}"
GIG_APPS=()
for ((gig_index = 1; gig_index <= ${GIG_APPS_COUNT:-0}; gig_index++)); do
  gig_element="GIG_APPS_$gig_index"
  GIG_APPS+=("${!gig_element-}")
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
