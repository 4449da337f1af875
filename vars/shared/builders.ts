/** What follows from which builder makes an image. */

/** The builder, in the group `image` of a pipeline. */
export interface BuilderPart {
  readonly builder?: string;
}

/** Why the builder `docker` keeps no layers. */
export const dockerCacheReason =
  "the builder 'docker' keeps no layers, because its daemon would mix those of all builds: leave image.cache out, or give another image.builder";

/** Whether the image is in an archive alone, and never in the Docker of the machine. */
export function isBuiltWithoutDocker(image: false | BuilderPart): boolean {
  return image !== false && image.builder === 'buildah';
}

/** The archive that is pushed; `''`: Docker has the image, and pushes it. */
export function archiveToPush(image: BuilderPart): string {
  return isBuiltWithoutDocker(image) ? '.gig-ci/image.tar' : '';
}
