import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigEcrPush}. */
export interface EcrPushParameters {
  /**
   * Id or name of an image on this machine, or registry/repository@digest of one that is pulled first. With `archive`, the id that the image
   * there must have ({@link gigImageId}).
   */
  image: string;
  /** Archive that holds the image, which skopeo pushes without Docker; `''`: Docker has the image. */
  archive?: string;
  /** Host name of the registry. */
  registry: string;
  /** Name of the repository. */
  repository: string;
  /**
   * Tags, pushed in this order.
   * @minItems 1
   * @uniqueItems
   * @pattern ^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$
   */
  tags: string[];
  /** Folder with the login, as {@link gigEcrLogin} returns it. */
  login: string;
}

/**
 * Pushes an image to Amazon ECR under one or more tags.
 * @returns digest of what the first tag names, sha256:…
 * @example gigEcrPush(image: id, registry: host, repository: 'orders', tags: ['42-a3f5c21'], login: folder)
 */
export default function gigEcrPush({
  image,
  archive = '',
  registry,
  repository,
  tags,
  login,
}: EcrPushParameters): string {
  const { digest, problem } = script('ecr-push.sh', {
    IMAGE: image,
    ARCHIVE: archive,
    REGISTRY: registry,
    REPOSITORY: repository,
    TAGS: tags,
    LOGIN: login,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigEcrPush', problem));
  }
  return digest;
}
