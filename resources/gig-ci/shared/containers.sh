# shellcheck shell=bash
# Containers of a build. Each gets the proxy of the agent and its certificates: the variables as they are on the agent,
# and the files that they name, because no folder of the agent is mounted.
# @uses docker
# @env BUILD label of what this build starts
# @sends the name of an image to its registry, where this machine lacks the image

# Names of the proxy variables that are set on this agent.
proxy_variables() {
  local name
  for name in HTTP_PROXY HTTPS_PROXY NO_PROXY http_proxy https_proxy no_proxy; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# Names of the certificate variables that are set: of OpenSSL and Go, of Python's requests, curl, the AWS command line, pip, Node.
certificate_variables() {
  local name
  for name in SSL_CERT_FILE SSL_CERT_DIR REQUESTS_CA_BUNDLE CURL_CA_BUNDLE AWS_CA_BUNDLE PIP_CERT NODE_EXTRA_CA_CERTS; do
    if [[ -n ${!name:-} ]]; then
      echo "$name"
    fi
  done
}

# certificate_paths VARIABLE: the files and folders that it names, one a line; those that are not there only in the log.
certificate_paths() {
  local paths=("${!1}") path
  if [[ $1 == SSL_CERT_DIR ]]; then
    IFS=: read -ra paths <<<"${!1}"
  fi
  for path in "${paths[@]}"; do
    if [[ -r $path ]]; then
      echo "$path"
    else
      echo "$1 names $path, which this agent lacks or may not read: left out." >&2
    fi
  done
}

# All certificates that the variables name, in one text, each once.
all_certificates() {
  local name path
  for name in $(certificate_variables); do
    while IFS= read -r path; do
      find -L "$path" -maxdepth 1 -type f -exec cat {} +
    done < <(certificate_paths "$name")
  done | awk '
    { sub(/\r$/, "") }
    /^-----BEGIN (X509 )?CERTIFICATE-----$/ { block = ""; inside = 1 }
    inside { block = block $0 "\n" }
    /^-----END (X509 )?CERTIFICATE-----$/ { if (inside && !seen[block]++) printf "%s", block; inside = 0 }'
}

# put CONTAINER FOLDER PATH: copies a path below a folder of this agent to the same path below / of a container.
put() {
  tar -C "$2" --owner=0 --group=0 --mode=u+w,a+rX -cf - "$3" | docker cp - "$1:/"
}

# put_file CONTAINER PATH: writes standard input to a file of a container, relative to /.
put_file() {
  local folder status=0
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/$(dirname "$2")"
  cat >"$folder/$2"
  put "$1" "$folder" "$2" || status=$?
  rm -rf "$folder"
  return "$status"
}

# create_plain_container ARGUMENTS…: docker create with the proxy and two labels, the build and its workspace, by which the next
# build there finds what this one could not remove; prints the id.
create_plain_container() {
  local options=(--label "io.gig-ci.build=$GIG_BUILD" --label "io.gig-ci.workspace=$(hostname):${WORKSPACE:-$PWD}") name
  for name in $(proxy_variables); do
    options+=(--env "$name")
  done
  docker create "${options[@]}" "$@"
}

# create_container ARGUMENTS…: the same with the certificates.
create_container() {
  local folder container name path value number options=()
  folder=$(mktemp -d -p "$(temporary_folder)")
  mkdir -p "$folder/gig-ci/certificates"
  for name in $(certificate_variables); do
    value='' number=0
    while IFS= read -r path; do
      number=$((number + 1))
      value+=":/gig-ci/certificates/$name.$number"
      copy_certificates "$path" "$folder/gig-ci/certificates/$name.$number"
    done < <(certificate_paths "$name")
    if [[ -n $value ]]; then
      options+=(--env "$name=${value#:}")
    fi
  done
  container=$(create_plain_container "${options[@]}" "$@") || container=''
  if [[ -n $container && ${#options[@]} -gt 0 ]] && ! put "$container" "$folder" gig-ci; then
    docker rm --force "$container" >/dev/null
    container=''
  fi
  rm -rf "$folder"
  [[ -n $container ]] && echo "$container"
}

# copy_certificates FROM TO: a file, or a folder as the tools read one: its files and links to files.
copy_certificates() {
  if [[ -d $1 ]]; then
    mkdir "$2"
    find -L "$1" -maxdepth 1 -type f -exec cp -L -t "$2" {} +
  else
    cp -L "$1" "$2"
  fi
}
