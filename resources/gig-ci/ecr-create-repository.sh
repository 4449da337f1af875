#!/usr/bin/env bash
# Creates a repository in Amazon ECR. One that another build has created meanwhile is as good.
# @uses     aws
# @env      REGISTRY        host name of the registry
# @env      REPOSITORY      name of the repository
# @aws      ecr:CreateRepository
set -euo pipefail
exec 3>&1 1>&2

private=$(mktemp -d)
trap 'rm -rf "$private"' EXIT
trap 'exit 143' TERM INT
give_up() {
  fail "$(because "$1")" "$(aws_remedy ecr:CreateRepository)"
}

become "$private" give_up

arguments=(--region "$GIG_REGION" --repository-name "$GIG_REPOSITORY" --image-scanning-configuration scanOnPush=true)
if [[ $GIG_REGISTRY =~ ^([0-9]{12})\. ]]; then
  arguments+=(--registry-id "${BASH_REMATCH[1]}")
fi
if logged aws_run ecr create-repository "${arguments[@]}" --output text --query repository.repositoryArn; then
  echo "The repository $GIG_REPOSITORY is new."
elif [[ $said == *RepositoryAlreadyExists* ]]; then
  echo "The repository $GIG_REPOSITORY is there: another build was faster."
else
  give_up "The repository $GIG_REPOSITORY was not created"
fi
