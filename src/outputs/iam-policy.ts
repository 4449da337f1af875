/** `iam-policy.json`: what an AWS identity must be allowed for a library, from the `@aws` lines of its scripts. */
import { generatedFrom } from './header';
import { sortedSet, type LibraryModel } from './library';

/**
 * The path in the library, and the text of the policy; none when no script asks AWS. Repositories cannot be known here:
 * whoever uses the policy puts theirs in the place of the star.
 */
export function iamPolicyFile({ scripts }: LibraryModel): readonly (readonly [path: string, text: string])[] {
  const actions = sortedSet(scripts.flatMap(({ aws }) => aws));
  if (actions.length === 0) return [];
  const policy = {
    // IAM knows no comments; the identifier says whose it is.
    Id: generatedFrom('resources/'),
    Version: '2012-10-17',
    Statement: [{ Sid: 'GigCi', Effect: 'Allow', Action: actions, Resource: '*' }],
  };
  return [['iam-policy.json', `${JSON.stringify(policy, undefined, 2)}\n`]];
}
