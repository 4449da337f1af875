import gigEcrInspect from './gigEcrInspect';
import gigEcrLogin, { logout } from './gigEcrLogin';
import type { ToolParameters } from './shared/images';

/** Parameters of {@link gigEcrState}. */
export interface EcrStateParameters {
  /** Where the AWS command line comes from. */
  tool?: ToolParameters;
  /** Region of the registry. */
  region: string;
  /** Host name of the registry; `''` is that of the identity's account in the region. */
  registry?: string;
  /**
   * Id of AWS credentials (the role of the machine).
   * @credentials aws
   */
  credentialsId?: string;
  /** Role that the identity takes for it; `''`: none. */
  roleArn?: string;
  /** Name of the repository. */
  repository: string;
  /** Commit that is built. */
  commit: string;
  /** Tags that name one image for ever. */
  fixedTags: string[];
  /** Tags that move to the newest image. */
  movingTags?: string[];
  /** Takes a repository that does not exist for an empty one. */
  mayLack?: boolean;
}

/** Where an image goes, and what an earlier build of the same commit left there. */
export interface EcrState {
  /** AWS region; `''` when nobody needs one. */
  readonly region: string;
  /** Host name of the registry; `''` when nobody had to ask. */
  readonly registry: string;
  /** Fixed tags that name an image of this commit. */
  readonly presentTags: string[];
  /** Digest of that image; `''` when there is none. */
  readonly digest: string;
  /** Whether nobody has created the repository. */
  readonly isMissing: boolean;
}

/**
 * Says what a repository in Amazon ECR has already of a commit. Another commit's image under a fixed tag is an error, and so is a
 * repository that does not exist, unless `mayLack` says otherwise.
 * @returns `region`, `registry`, `presentTags`, `digest`, and `isMissing`: whether there is no such repository
 * @example gigEcrState(region: 'eu-west-1', repository: 'orders', commit: env.GIT_COMMIT, fixedTags: ['1.4.0'])
 */
export default function gigEcrState({
  tool = {},
  region,
  registry = '',
  credentialsId,
  roleArn = '',
  repository,
  commit,
  fixedTags,
  movingTags = [],
  mayLack = false,
}: EcrStateParameters): EcrState {
  try {
    const { registry: host, login } =
      credentialsId === undefined
        ? gigEcrLogin({ tool, region, registry, roleArn })
        : gigEcrLogin({ tool, region, registry, roleArn, credentialsId });
    const present = presentImage({ registry: host, repository, commit, fixedTags, login, mayLack });
    let { isMissing } = present;
    if (fixedTags.length === 0) {
      // Fails when there is no such repository.
      const found = gigEcrInspect({
        registry: host,
        repository,
        tag: movingTags[0] ?? 'latest',
        login,
        mayLack,
      });
      isMissing = !found.repository;
    }
    return {
      region,
      registry: host,
      presentTags: present.presentTags,
      digest: present.digest,
      isMissing,
    };
  } finally {
    logout();
  }
}

/** Where {@link presentImage} looks. */
export interface PresentImageParameters {
  /** Host name of the registry. */
  registry: string;
  /** Name of the repository. */
  repository: string;
  /** Commit that is built. */
  commit: string;
  /** Tags that name one image for ever. */
  fixedTags: string[];
  /** Folder with the login, as {@link gigEcrLogin} returns it. */
  login: string;
  /** Takes a repository that does not exist for an empty one. */
  mayLack?: boolean;
}

/** The tags that name an image of this commit, its digest, and whether there is no such repository. Another commit's image under one of them is an error. */
export function presentImage({
  registry,
  repository,
  commit,
  fixedTags,
  login,
  mayLack = false,
}: PresentImageParameters): {
  readonly presentTags: string[];
  readonly digest: string;
  readonly isMissing: boolean;
} {
  const presentTags: string[] = [];
  let digest = '';
  let isMissing = false;
  for (const tag of fixedTags) {
    const found = gigEcrInspect({ registry, repository, tag, login, mayLack });
    isMissing = !found.repository;
    if (found.present && found.revision !== commit) {
      throw new Error(
        `the tag ${tag} of ${repository} names the image of another commit (${found.revision}) for ever: ` +
          'tags are used once; change the parameter tags, or start a new build',
      );
    }
    if (found.present) {
      presentTags.push(tag);
      digest = found.digest;
    }
  }
  return { presentTags, digest, isMissing };
}
