import { checkout, currentBuild, echo, env, scm, sh } from 'gig-ci/jenkins';
import { buildTag, imageTags, type ImageTags } from './shared/tags';

/** Parameters of {@link gigCheckout}. */
export interface CheckoutParameters {
  /** Tags that the image shall get: known words and literal tags, as in {@link gigRouterPipeline}. */
  tags?: string[];
}

/** What is built, and what its image is called. */
export interface Revision {
  /** Commit, 40 hexadecimal digits. */
  readonly commit: string;
  /** The tag that identifies this build, e.g. `42-a3f5c21`. */
  readonly buildTag: string;
  readonly tags: ImageTags;
}

/**
 * Checks out the repository that holds the Jenkinsfile, removes what earlier builds left in the workspace, and names what is built.
 * @returns `commit`, `buildTag` (build number and seven characters of the commit) and `tags` with `all`, `fixed`, `moving` and `omitted`
 * @example gigCheckout(tags: ['build-commit', 'latest'])
 */
export default function gigCheckout({ tags = [] }: CheckoutParameters): Revision {
  const source = checkout(scm);
  // What an earlier build left, e.g. a migration that nobody committed, must not make this one pass.
  if (sh.status`git clean -ffdx --quiet` !== 0) {
    echo('Files of earlier builds are still in the workspace: the lines above say which, and why.');
  }
  const commit = source.GIT_COMMIT ?? sh.output`git rev-parse HEAD`;
  const identity = { number: currentBuild.number, commit, branch: env.BRANCH_NAME, gitTag: env.TAG_NAME };
  return { commit, buildTag: buildTag(identity), tags: imageTags(tags, identity) };
}
