#!/usr/bin/env bash
# Generated from resources/gig-ci/database-wait.sh by gig-ci. Change that file, not this one.
# Waits until a database server that is already there accepts connections.
# @uses     causes
# @env      HOST            name or address of the server
# @env      PORT            its port
# @env      SECONDS         how long it may take
# @sends    nothing but a connection to the server of the database

# Jenkins removes empty variables and has no lists: restore both.
export GIG_HOST="${GIG_HOST-}"
export GIG_PORT="${GIG_PORT-}"
export GIG_SECONDS="${GIG_SECONDS-}"

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

deadline=$((SECONDS + GIG_SECONDS))
# shellcheck disable=SC2016 # The inner bash expands its own arguments.
until timeout 3 bash -c ': <"/dev/tcp/$0/$1"' "$GIG_HOST" "$GIG_PORT" 2>/dev/null; do
  if [[ $SECONDS -ge $deadline ]]; then
    fail "No database accepted a connection on $GIG_HOST:$GIG_PORT within $GIG_SECONDS seconds." \
      'Check that the server runs, that database.host and database.port are right, and that no firewall is between.'
  fi
  sleep 1
done
echo "$GIG_HOST:$GIG_PORT accepts connections."
