#!/usr/bin/env bash
# Collects the static files of a Django service.
# @uses     service
set -euo pipefail
exec 3>&1 1>&2

enter_service
require_manage
logged manage collectstatic --noinput || case $said in
  *STATIC_ROOT*)
    fail "$(because 'collectstatic failed')" \
      'Set STATIC_ROOT in the settings to a folder, e.g. BASE_DIR / "staticfiles", or set django.collectStatic: false.'
    ;;
  *) fail "$(because 'collectstatic failed')" "$(django_remedy)" ;;
esac
