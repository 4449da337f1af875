import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigImageId}. */
export interface ImageIdParameters {
  /** Archive, as {@link gigImageBuild} left it. */
  archive?: string;
}

/**
 * Says which id the image in an archive has, without loading it: the one that Docker would give it, and that its manifest in a registry names.
 * @returns id of the image, sha256:…
 * @example gigImageId(archive: '.gig-ci/image.tar')
 */
export default function gigImageId({ archive = '.gig-ci/image.tar' }: ImageIdParameters): string {
  const { id, problem } = script('image-id.sh', { ARCHIVE: archive });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigImageId', problem));
  }
  return id;
}
