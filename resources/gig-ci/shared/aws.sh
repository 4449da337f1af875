# shellcheck shell=bash
# The AWS command line, and as whom it asks: AWS_ACCESS_KEY_ID and its like, else the role of the machine; from there a further role
# where one is given.
# @uses tool
# @env REGION AWS region
# @env ROLE? role to take, arn:aws:iam::…
# @env SESSION name of the session with that role, by which AWS tells builds apart
# @aws sts:AssumeRole
# @aws sts:GetCallerIdentity
# @needs aws|docker
# @sends requests with the identity of the build to AWS

# aws_run ARGUMENTS…: the AWS command line of this agent, or of its image.
aws_run() {
  if [[ -n $tool ]]; then
    aws "$@"
    return
  fi
  # The keys travel over standard input: neither an argument nor "docker inspect" shows them. Without keys the role of
  # the machine serves, which a container reaches in the network of the machine only.
  local container
  # shellcheck disable=SC2016 # The shell in the container expands.
  container=$(create_container --rm --interactive --network host --log-driver none --entrypoint sh \
    --env AWS_ENDPOINT_URL --env AWS_ENDPOINT_URL_ECR --env AWS_ENDPOINT_URL_STS \
    "$tool_image" -c 'umask 077; mkdir -p ~/.aws; cat >~/.aws/credentials; exec aws "$@"' aws "$@") || return
  if [[ -n ${AWS_ACCESS_KEY_ID:-} ]]; then
    printf '[default]\naws_access_key_id=%s\naws_secret_access_key=%s\naws_session_token=%s\n' \
      "$AWS_ACCESS_KEY_ID" "$AWS_SECRET_ACCESS_KEY" "${AWS_SESSION_TOKEN:-}" | sed '/=$/d'
  fi | docker start --attach --interactive "$container"
}

# aws_remedy ACTION…: what to do when AWS refuses, by what it said; the actions are those that the identity needs.
aws_remedy() {
  case $said in
    # First, because AWS says "Signature expired" of a clock, not of a key.
    *'Signature expired'* | *'Signature not yet current'* | *RequestTimeTooSkewed*)
      echo 'The clock of this agent differs from that of AWS: let it follow a time server (timedatectl set-ntp true).'
      ;;
    *expired* | *ExpiredToken*) echo 'Renew the credentials that aws.credentialsId names, or the role of the machine.' ;;
    *'locate credentials'*) echo 'Set aws.credentialsId, or give the machine a role.' ;;
    *InvalidClientTokenId* | *UnrecognizedClient* | *SignatureDoesNotMatch*)
      echo 'AWS does not know these keys: check the credentials that aws.credentialsId names.'
      ;;
    *sts:AssumeRole* | *'calling the AssumeRole'*)
      echo "Check that aws.roleArn exists and that its trust policy names the identity of this build, which needs sts:AssumeRole on it."
      ;;
    *AccessDenied* | *'not authorized'*) echo "Give the identity $*." ;;
    *'connect to'* | *timeout* | *'SSL validation'* | *'dial tcp'* | *x509*)
      echo 'Check the region, and the network and proxy of this agent; AWS_CA_BUNDLE names the authority of a proxy that opens connections.'
      ;;
    *) echo 'Set aws.credentialsId, or give the machine a role; "aws sts get-caller-identity" on the agent shows who it is.' ;;
  esac
}

# become FOLDER FAILURE: takes the role, where one is given, and says in the log who asks; the variable account is where that one is at
# home. FAILURE is a function that ends the script, with the cause as its argument. FOLDER is one that nobody else reads: the keys of the
# session pass through it, and are for this process and those that it starts.
become() {
  on_path aws
  [[ -n $tool ]] || require_tool_image aws 'Install the AWS command line or Docker on this agent.'
  export AWS_REGION=$GIG_REGION AWS_DEFAULT_REGION=$GIG_REGION
  local answer="$1/identity" arn
  if [[ -n ${GIG_ROLE:-} ]]; then
    # As short as AWS lets a session be.
    into "$answer" sts assume-role --region "$GIG_REGION" --role-arn "$GIG_ROLE" --role-session-name "$GIG_SESSION" \
      --duration-seconds 900 --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text ||
      "$2" "AWS does not let this build take the role $GIG_ROLE"
    read -r AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN <"$answer"
    export AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN
  fi
  into "$answer" sts get-caller-identity --region "$GIG_REGION" --query '[Account,Arn]' --output text ||
    "$2" 'AWS does not accept the identity of this build'
  # shellcheck disable=SC2034 # Read by the script that uses this.
  read -r account arn <"$answer"
  rm "$answer"
  echo "AWS identity: $arn"
}

# into FILE ARGUMENTS…: what the command line answers goes to a file, and what it says besides to the log.
into() {
  local file=$1
  shift
  answer_into() { aws_run "$@" >"$file"; }
  (umask 077 && : >"$file")
  logged answer_into "$@"
}
