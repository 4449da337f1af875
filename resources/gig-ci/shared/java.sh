# shellcheck shell=bash
# Java tools in a container: Java reads the variables of neither the proxy nor the certificates. Both become options in a
# file, because a JVM prints JAVA_TOOL_OPTIONS, and the address of a proxy may hold a password.
# @uses containers

# For docker exec: makes Java read the file. Empty where there is nothing to say.
java_environment=()

# prepare_java CONTAINER: gives a running container the proxy and the trust store of this agent.
prepare_java() {
  local options store certificates
  certificates=$(all_certificates)
  options=$(java_proxy_options)
  store=$(java_agent_options 'javax\.net\.ssl\.trustStore' | sed 's/^[^=]*=//')
  if [[ -n $store && -r $store ]]; then
    put_file "$1" gig-ci/trust-store <"$store"
    options+=$'\n-Djavax.net.ssl.trustStore=/gig-ci/trust-store\n'
    options+=$(java_agent_options 'javax\.net\.ssl\.trustStore(Password|Type|Provider)')
  elif [[ -n $store ]]; then
    echo "JAVA_TOOL_OPTIONS names the trust store $store, which this agent lacks or may not read: left out." >&2
  elif [[ -n $certificates ]]; then
    put_file "$1" gig-ci/certificates.pem <<<"$certificates"
    make_trust_store "$1" || fail 'The certificates of this agent did not get into a trust store of Java; the log above says why.' \
      'A trust store that -Djavax.net.ssl.trustStore=… in JAVA_TOOL_OPTIONS of the agent names is taken as it is.'
    options+=$'\n-Djavax.net.ssl.trustStore=/gig-ci/trust-store\n-Djavax.net.ssl.trustStorePassword=changeit'
  fi
  if [[ -n $options ]]; then
    # In quotes of the kind that a value does not hold.
    sed -E $'/^$/d; /"/ s/.*/\'&\'/; /"/! s/.*/"&"/' <<<"$options" | put_file "$1" gig-ci/java-options
    # shellcheck disable=SC2034 # Read by the script that uses this.
    java_environment=(--env JAVA_TOOL_OPTIONS=-XX:VMOptionsFile=/gig-ci/java-options)
  fi
}

# java_agent_options PATTERN: what JAVA_TOOL_OPTIONS of this agent says about a property. Everything else in it, such as memory
# or a debugger, is meant for this machine.
java_agent_options() {
  xargs -r -n 1 printf '%s\n' <<<"${JAVA_TOOL_OPTIONS:-}" | grep -E "^-D($1)=" || true
}

# The proxy as options of Java: those of this agent, else what its variables say.
java_proxy_options() {
  local own scheme variable login=''
  own=$(java_agent_options 'https?\.(proxy(Host|Port|User|Password)|nonProxyHosts)|java\.net\.useSystemProxies')
  if [[ -n $own ]]; then
    echo "$own"
    return
  fi
  for scheme in https http; do
    variable="${scheme}_proxy"
    [[ -n ${!variable:-} ]] || variable="${scheme^^}_PROXY"
    if [[ ${!variable:-} =~ ^(https?://)?(([^/]*)@)?([^/:@]+)(:([0-9]+))?/?$ ]]; then
      login=${BASH_REMATCH[3]:-$login}
      printf -- '-D%s.proxyHost=%s\n-D%s.proxyPort=%s\n' "$scheme" "${BASH_REMATCH[4]}" "$scheme" "${BASH_REMATCH[6]:-80}"
    elif [[ -n ${!variable:-} ]]; then
      echo "$variable is not of the form http://host:port: Java in containers goes without it." >&2
    fi
    if [[ -n $login ]]; then
      printf -- '-D%s.proxyUser=%b\n' "$scheme" "$(escapes "${login%%:*}")"
    fi
    if [[ $login == *:* ]]; then
      printf -- '-D%s.proxyPassword=%b\n' "$scheme" "$(escapes "${login#*:}")"
    fi
  done
  java_direct_hosts
}

# escapes TEXT: the %XX of an address as printf writes them.
escapes() {
  sed -E 's/\\/\\\\/g; s/%([0-9A-Fa-f]{2})/\\x\1/g' <<<"$1"
}

# NO_PROXY as an option of Java, which separates hosts by a bar and does not know networks.
java_direct_hosts() {
  local entries entry hosts=''
  IFS=', ' read -ra entries <<<"${no_proxy:-${NO_PROXY:-}}"
  for entry in "${entries[@]}"; do
    [[ ! $entry =~ ^[^:]+:[0-9]+$ ]] || entry=${entry%:*}
    case $entry in
      '') ;;
      */*) echo "NO_PROXY holds the network $entry, which Java does not know: left out for Java in containers." >&2 ;;
      '*') hosts+='|*' ;;
      .* | '*.'*) hosts+="|*${entry#\*}" ;;
      *) hosts+="|$entry|*.$entry" ;;
    esac
  done
  if [[ -n $hosts ]]; then
    echo "-Dhttp.nonProxyHosts=${hosts#|}"
  fi
}

# make_trust_store CONTAINER: the certificates that its Java trusts, and those of /gig-ci/certificates.pem that it lacks.
make_trust_store() {
  docker exec --interactive "$1" sh -s /gig-ci <<'SH'
set -eu
cd "$1"
keytool=$(command -v keytool || find / -xdev -type f -name keytool 2>/dev/null | head -n 1)
[ -n "$keytool" ] || { echo 'This image has no keytool.' >&2 && exit 1; }
keytool=$(readlink -f "$keytool")
cat "${keytool%/bin/keytool}/lib/security/cacerts" >trust-store
trust() { "$keytool" "$@" -keystore trust-store -storepass changeit; }
known=$(trust -list 2>/dev/null | sed -n 's/.*SHA-256): //p' | tr -d : | tr A-F a-f)
mkdir -p wanted
awk '/-----BEGIN/ { number++ } { print > ("wanted/" number ".pem") }' certificates.pem
for file in wanted/*.pem; do
  print=$(sed '/-----/d' "$file" | base64 -d | sha256sum | cut -d ' ' -f 1)
  case $known in
    *"$print"*) ;;
    *) trust -importcert -noprompt -alias "gig-ci-$print" -file "$file" || echo "Not a certificate that Java takes: $(cat "$file")" >&2 ;;
  esac
done
SH
}
