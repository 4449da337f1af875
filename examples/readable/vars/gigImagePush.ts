import { echo, sh } from 'gig-ci/jenkins';

/** Parameters of {@link gigImagePush}. */
export interface ImagePushParameters {
  /** Name of the image, with its registry. */
  image: string;
  /** Under which tag it is known. */
  tag: string;
  /** Folder with the Dockerfile. */
  folder?: string;
}

/**
 * Builds an image and pushes it, unless the registry has it already.
 * @returns what identifies the image
 * @example gigImagePush(image: 'registry.example.com/orders', tag: '42')
 */
export default function gigImagePush({ image, tag, folder = '.' }: ImagePushParameters): string {
  const reference = `${image}:${tag}`;
  if (sh.status`docker manifest inspect ${reference} > manifest.json` !== 0) {
    sh`docker build --tag ${reference} ${folder}`;
    sh`docker push ${reference}`;
  }

  const digest = sh.output`docker inspect --format '{{.Id}}' ${reference}`;
  echo(`${reference} is ${digest}`);
  return digest;
}
