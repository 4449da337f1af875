/** `iam-policy.json`: what an AWS identity must be allowed for a library, from the `@aws` lines of its scripts. */
import { generatedFrom } from './header';
import { sortedSet, type LibraryModel } from './library';

const assumeRole = 'sts:AssumeRole';

/** They are about the account; IAM takes no repository for them (Service Authorization Reference of ECR and STS). */
const ofTheAccount: readonly string[] = ['ecr:GetAuthorizationToken', 'sts:GetCallerIdentity'];

/** Matches no repository until somebody writes the names of real ones. */
const repositories = 'arn:aws:ecr:*:*:repository/NAME_OF_THE_REPOSITORY';

/**
 * The path in the library, and the text of the policy; none when no script asks AWS. Repositories and roles cannot be known
 * here: whoever uses the policy puts theirs into it.
 */
export function iamPolicyFile({ scripts }: LibraryModel): readonly (readonly [path: string, text: string])[] {
  const actions = sortedSet(scripts.flatMap(({ aws }) => aws));
  if (actions.length === 0) return [];
  const allow = (name: string, allowed: readonly string[], resource: string): readonly object[] =>
    allowed.length === 0 ? [] : [{ Sid: name, Effect: 'Allow', Action: allowed, Resource: resource }];
  const policy = {
    // IAM knows no comments; the identifier says whose it is.
    Id: generatedFrom('resources/'),
    Version: '2012-10-17',
    Statement: [
      ...allow(
        'GigCiAccount',
        actions.filter((action) => ofTheAccount.includes(action)),
        '*',
      ),
      ...allow(
        'GigCiRepositories',
        actions.filter((action) => action !== assumeRole && !ofTheAccount.includes(action)),
        repositories,
      ),
      // Apart: the identity that takes a role is another one than the role, and not every role is meant.
      ...allow(
        'GigCiRole',
        actions.filter((action) => action === assumeRole),
        'arn:aws:iam::*:role/*',
      ),
    ],
  };
  return [['iam-policy.json', `${JSON.stringify(policy, undefined, 2)}\n`]];
}
