import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigEcrInspect}. */
export interface EcrInspectParameters {
  /** Host name of the registry. */
  registry: string;
  /** Name of the repository. */
  repository: string;
  /** Tag to look up. */
  tag: string;
  /** Folder with the login, as {@link gigEcrLogin} returns it. */
  login: string;
  /** Takes a repository that does not exist for an empty one. */
  mayLack?: boolean;
}

/** What a tag names now. */
export interface TaggedImage {
  /** Whether the repository exists. */
  readonly repository: boolean;
  /** Whether the tag exists. */
  readonly present: boolean;
  /** Digest of the image. */
  readonly digest: string;
  /** Commit that the image was built from, by its label. */
  readonly revision: string;
  /** Job that built it, by its label. */
  readonly job: string;
  /** Number of the build, by its label; 0 when it has none. */
  readonly number: number;
}

/**
 * Says what a tag in Amazon ECR names now, and from which commit and build that came. A repository that does not exist is an error,
 * unless `mayLack` says otherwise.
 * @returns `repository`, whether there is one, `present`, `digest`, `revision`, `job` and `number`
 * @example gigEcrInspect(registry: host, repository: 'orders', tag: 'latest', login: folder)
 */
export default function gigEcrInspect({
  registry,
  repository,
  tag,
  login,
  mayLack = false,
}: EcrInspectParameters): TaggedImage {
  const {
    repository: exists,
    present,
    digest,
    revision,
    job,
    number,
    problem,
  } = script('ecr-inspect.sh', {
    REGISTRY: registry,
    REPOSITORY: repository,
    TAG: tag,
    LOGIN: login,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigEcrInspect', problem));
  }
  if (!exists && !mayLack) {
    const remedy =
      'Check ecrRepo and the region, set ecr.createRepository, or create it: ' +
      `aws ecr create-repository --repository-name ${repository}`;
    throw new Error(
      failureMessage('gigEcrInspect', [`There is no repository ${repository} in ${registry}.`, remedy]),
    );
  }
  return { repository: exists, present, digest, revision, job, number };
}
