import {
  checkout,
  cloneOption,
  currentBuild,
  echo,
  env,
  lfs,
  scm,
  scmGit,
  script,
  sh,
  submodule,
} from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { buildTag, imageTags, localTag, type ImageTags } from './shared/tags';

/** What is checked out; the group `checkout` of a pipeline. Left out: the repository that holds the Jenkinsfile, as the job has it. */
export interface CheckoutSource {
  /**
   * Address of another Git repository.
   * @requires branch
   * @example https://git.example.com/orders.git
   */
  url?: string;
  /**
   * Branch, tag or commit of the repository at `url`.
   * @requires url
   * @example main
   */
  branch?: string;
  /**
   * Id of a user name and password for `url`. Left out, an address by SSH is reached with the key of the agent's user.
   * @requires url
   * @credentials login
   */
  credentialsId?: string;
  /**
   * How many commits are fetched from `url`; 0 is all.
   * @requires url
   * @minimum 0
   */
  depth?: number;
  /**
   * Fetches the tags of `url`, too.
   * @requires url
   */
  tags?: boolean;
  /**
   * Fetches the files of Git LFS from `url`.
   * @requires url
   */
  lfs?: boolean;
  /**
   * Checks out the submodules of `url`.
   * @requires url
   */
  submodules?: boolean;
}

/** Parameters of {@link gigCheckout}. */
export interface CheckoutParameters {
  /** What is checked out. */
  source?: CheckoutSource;
  /** Tags that the image shall get: known words and literal tags, as in {@link gigRouterPipeline}. */
  tags?: string[];
}

/** What is built, and what its image is called. */
export interface Revision {
  /** Commit, 40 hexadecimal digits. */
  readonly commit: string;
  /** The tag that identifies this build, e.g. `42-a3f5c21`. */
  readonly buildTag: string;
  /** The tag of the image on this machine, e.g. `42-a3f5c21-1k3h9z`: two jobs may share a `buildTag`. */
  readonly localTag: string;
  readonly tags: ImageTags;
}

/**
 * Checks out the repository that holds the Jenkinsfile, removes what earlier builds left in the workspace and in the Docker of its machine,
 * and names what is built.
 * @returns `commit`, `buildTag` (build number and seven characters of the commit), `localTag` (the same for this machine alone) and `tags` with `all`, `fixed`, `moving` and `omitted`
 * @example gigCheckout(tags: ['build-commit', 'latest'])
 */
export default function gigCheckout({ source = {}, tags = [] }: CheckoutParameters): Revision {
  const label = buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number);
  script('leftovers.sh', { BUILD: label });
  const { url } = source;
  const found = url === undefined ? checkout(scm) : checkOut(url, source);
  // What an earlier build left, e.g. a migration that nobody committed, must not make this one pass.
  if (sh.status`git clean -ffdx --quiet` !== 0) {
    echo('Files of earlier builds are still in the workspace: the lines above say which, and why.');
  }
  const commit = found.GIT_COMMIT ?? sh.output`git rev-parse HEAD`;
  const identity = { number: currentBuild.number, commit, branch: env.BRANCH_NAME, gitTag: env.TAG_NAME };
  return {
    commit,
    buildTag: buildTag(identity),
    localTag: localTag(identity, label),
    tags: imageTags(tags, identity),
  };
}

/** Checks out another repository than that of the Jenkinsfile. */
function checkOut(
  url: string,
  {
    branch,
    credentialsId,
    depth = 0,
    tags = true,
    lfs: hasLargeFiles = false,
    submodules = false,
  }: CheckoutSource,
): { readonly [name: string]: string | undefined } {
  const repository = credentialsId === undefined ? { url } : { url, credentialsId };
  const fetched = cloneOption({ shallow: depth > 0, depth, noTags: !tags });
  return checkout(
    scmGit({
      userRemoteConfigs: [repository],
      branches: [{ name: branch ?? '' }],
      extensions: [
        fetched,
        ...(hasLargeFiles ? [lfs()] : []),
        ...(submodules ? [submodule({ recursiveSubmodules: true, parentCredentials: true })] : []),
      ],
    }),
  );
}
