/** `iam-policy.json`: what an AWS identity must be allowed for a library, from the `@aws` lines of its scripts. */
import { generatedFrom } from './header';
import { sortedSet, type LibraryModel } from './library';

const assumeRole = 'sts:AssumeRole';

/**
 * The path in the library, and the text of the policy; none when no script asks AWS. Repositories cannot be known here:
 * whoever uses the policy puts theirs, and the roles, in the place of the stars.
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
        'GigCi',
        actions.filter((action) => action !== assumeRole),
        '*',
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
