# shellcheck shell=bash
# Where pip installs from.
# @uses causes
# @env INDEX_URL? package index instead of the public one
# @secret USERNAME? user name for the package index
# @secret PASSWORD? password for the package index
# @sends the names of packages to the package index, with its login where there is one
# @sends whatever code of the packages sends while they are installed, to anyone

# use_package_index PYTHON: for every pip from here on.
use_package_index() {
  TMPDIR=$(temporary_folder)
  export TMPDIR PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1
  hidden+=("${GIG_PASSWORD:-}")
  if [[ -z ${GIG_INDEX_URL:-} ]]; then
    return
  fi
  PIP_INDEX_URL=$GIG_INDEX_URL
  if [[ -n ${GIG_USERNAME:-} ]]; then
    # In the environment, not on a command line; pip hides it in its output.
    PIP_INDEX_URL=$(INDEX_URL=$GIG_INDEX_URL "$1" - <<'PY'
import os
from urllib.parse import quote, urlsplit, urlunsplit

url = urlsplit(os.environ['INDEX_URL'])
login = quote(os.environ['GIG_USERNAME'], safe='') + ':' + quote(os.environ.get('GIG_PASSWORD', ''), safe='')
print(urlunsplit(url._replace(netloc=login + '@' + url.netloc.rpartition('@')[2])))
PY
    )
  fi
  export PIP_INDEX_URL
}

# install PYTHON WHAT PIP-ARGUMENTS…: ends the script with the cause when pip cannot.
install() {
  local python=$1 what=$2
  shift 2
  logged "$python" -m pip install "$@" || fail "$(because "$what")" "$(index_remedy)"
}

index_remedy() {
  case $said in
    # First, because pip then says that it found no version.
    *'certificate verify failed'* | *CERTIFICATE_VERIFY_FAILED*)
      echo 'pip does not trust the certificate of the package index: let PIP_CERT in the environment of the agent name a file with its authority.'
      ;;
    *'Connection refused'* | *'timed out'* | *'name resolution'* | *'Name or service not known'* | *'Network is unreachable'* | *'connect to proxy'*)
      echo 'Check that the agent reaches the package index (python.indexUrl, PIP_INDEX_URL, proxy).'
      ;;
    *'401 '* | *'403 '*) echo 'The package index wants a login: set python.indexCredentialsId to a user that may read.' ;;
    *'No matching distribution'*)
      echo 'Check its name and version, and that the package index has it for the Python of this agent (python.indexUrl, PIP_INDEX_URL).'
      ;;
    *) echo 'The log above says more; the same "pip install" in a fresh virtual environment shows it on your machine.' ;;
  esac
}
