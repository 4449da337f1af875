import { script } from 'gig-ci/jenkins';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigImageLoad}. */
export interface ImageLoadParameters {
  /** Name of the image in the archive, registry/repository:tag. */
  reference: string;
  /** Archive, as {@link gigImageBuild} left it. */
  archive?: string;
}

/**
 * Loads an image archive into the Docker of this machine. Whoever calls it calls `gigImageLoad.remove(…)` in a `finally`.
 * @returns id of the image, sha256:…
 * @example gigImageLoad(reference: 'registry.example.com/orders:42-a3f5c21')
 */
export default function gigImageLoad({
  reference,
  archive = '.gig-ci/image.tar',
}: ImageLoadParameters): string {
  const { id, problem } = script('image-load.sh', { ARCHIVE: archive, REFERENCE: reference });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigImageLoad', problem));
  }
  return id;
}

/** Removes names of images, and the archive, from this machine. What is not there is no error. */
export function remove(references: readonly string[], archive = '.gig-ci/image.tar'): void {
  script('image-remove.sh', { ARCHIVE: archive, REFERENCES: references });
}
