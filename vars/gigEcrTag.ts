import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigEcrTag}. */
export interface EcrTagParameters {
  /** Digest of an image that the repository has, sha256:… */
  digest: string;
  /** Host name of the registry. */
  registry: string;
  /** Name of the repository. */
  repository: string;
  /**
   * Tags, set in this order.
   * @minItems 1
   * @uniqueItems
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$
   */
  tags: string[];
  /** Folder with the login, as {@link gigEcrLogin} returns it. */
  login: string;
}

/**
 * Lets tags name an image that Amazon ECR has already. The digest stays the same, and no Docker is needed.
 * @example gigEcrTag(digest: digest, registry: host, repository: 'orders', tags: ['latest'], login: folder)
 */
export default function gigEcrTag({ digest, registry, repository, tags, login }: EcrTagParameters): void {
  const { problem } = script('ecr-tag.sh', {
    REGISTRY: registry,
    REPOSITORY: repository,
    DIGEST: digest,
    TAGS: tags,
    LOGIN: login,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigEcrTag', problem));
  }
}
