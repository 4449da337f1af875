# shellcheck shell=bash
# What builds of one machine keep for each other.
# @uses causes

# open_cache NAME WHAT: makes the folder of that name in $cache for what it keeps, and opens its lock as 9.
cache="${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/gig-ci"
open_cache() {
  make_cache() {
    mkdir -p "$cache/$1" && : >>"$cache/$1.lock"
  }
  logged make_cache "$1" || fail "$(because "The folder $cache/$1 for $2 cannot be made")" \
    'Give the user of the agent a home folder that it may write and that has space (df -h), or set XDG_CACHE_HOME in the environment of the agent.'
  exec 9>>"$cache/$1.lock"
}
