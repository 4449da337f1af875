#!/usr/bin/env bash
# Generated from resources/gig-ci/notify.sh by gig-ci. Change that file, not this one.
# Sends the state of a build to a webhook. Takes a minute at most, whatever the receiver does.
# @uses     causes
# @env      PAYLOAD         JSON to send
# @env      URL?            address of the webhook, when it is no secret
# @secret   WEBHOOK?        address of the webhook, when it is one
# @needs    curl
# @payload  PAYLOAD
# @sends    status, job, build, image, tag and address of the build to the webhook

# Jenkins removes empty variables and has no lists: restore both.
export GIG_PAYLOAD="${GIG_PAYLOAD-}"
export GIG_URL="${GIG_URL-}"
export GIG_WEBHOOK="${GIG_WEBHOOK-}"

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

require_tool curl 'Install it on this agent: the notification is sent with it.'

address=${GIG_WEBHOOK:-${GIG_URL:-}}
if [[ ! $address =~ ^https?://[^[:space:]\"\\]+$ ]]; then
  fail 'The address of the webhook does not begin with http:// or https://, or holds blanks or quotes.' \
    'Check notify.url, the address in the environment of Jenkins, or the credential that notify.credentialsId names.'
fi
if [[ $address == http:* ]]; then
  echo 'Note: the notification goes over plain http; anyone on the way can read and change it.'
fi

# The address may be a secret: it reaches curl through a file descriptor, never as an argument.
# curl repeats after time-outs, refused connections, 408, 429 and 5xx, and honours Retry-After.
code=$(printf '%s' "$GIG_PAYLOAD" | curl --disable --globoff --silent --show-error --output /dev/null --write-out '%{http_code}' \
  --max-time 10 --retry 3 --retry-connrefused --retry-max-time 40 \
  --header 'Content-Type: application/json' --data-binary @- \
  --config <(printf 'url = "%s"\n' "$address")) ||
  fail "The webhook was not reached (curl ended with $?; the log above says why)." \
    'Check that the receiver runs, and the network and proxy of this agent.'
[[ $code == 2* ]] || fail "The webhook answered $code." 'Check its address, and the log of the receiver.'
echo "The webhook answered $code."
