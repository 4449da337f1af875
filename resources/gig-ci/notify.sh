#!/usr/bin/env bash
# Sends the state of a build to a webhook. Takes a minute at most, whatever the receiver does.
# @uses     causes
# @env      PAYLOAD         JSON to send
# @env      URL?            address of the webhook, when it is no secret
# @secret   WEBHOOK?        address of the webhook, when it is one
# @needs    curl
# @payload  PAYLOAD
# @sends    status, job, build, image, tag and address of the build to the webhook
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
