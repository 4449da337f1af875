#!/usr/bin/env bash
# Sends the state of a build to a webhook. Takes a minute at most, whatever the receiver does.
# @env      PAYLOAD         JSON to send
# @env      URL?            address of the webhook, when it is no secret
# @secret   WEBHOOK?        address of the webhook, when it is one
# @needs    curl
# @sends    PAYLOAD
set -euo pipefail

command -v curl >/dev/null || {
  echo 'curl: command not found. Install it on this agent: the notification is sent with it.' >&2
  exit 127
}

address=${GIG_WEBHOOK:-${GIG_URL:-}}
if [[ ! $address =~ ^https?://[^[:space:]\"\\]+$ ]]; then
  echo 'The address of the webhook does not begin with http:// or https://, or holds blanks or quotes.' >&2
  echo 'Check notify.url, the address in the environment of Jenkins, or the credential that notify.credentialsId names.' >&2
  exit 1
fi
if [[ $address == http:* ]]; then
  echo 'Note: the notification goes over plain http; anyone on the way can read and change it.'
fi

# The address may be a secret: it reaches curl through a file descriptor, never as an argument.
# curl repeats after time-outs, refused connections, 408, 429 and 5xx, and honours Retry-After.
code=$(printf '%s' "$GIG_PAYLOAD" | curl --disable --globoff --silent --show-error --output /dev/null --write-out '%{http_code}' \
  --max-time 10 --retry 3 --retry-connrefused --retry-max-time 40 \
  --header 'Content-Type: application/json' --data-binary @- \
  --config <(printf 'url = "%s"\n' "$address")) || {
  echo "The webhook was not reached (curl exit code $?)." >&2
  exit 1
}
if [[ $code != 2* ]]; then
  echo "The webhook answered $code." >&2
  exit 1
fi
echo "The webhook answered $code."
