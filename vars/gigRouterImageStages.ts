import { currentBuild, echo, env, stage } from 'gig-ci/jenkins';
import gigEcrLogin, { logout, type AwsParameters } from './gigEcrLogin';
import gigImageBuild, { type ImageParameters } from './gigImageBuild';
import gigImageLoad from './gigImageLoad';
import gigTrivyScan, { type TrivyParameters } from './gigTrivyScan';

/** Parameters of {@link gigRouterImageStages}. */
export interface RouterImageStagesParameters {
  /** Name of the image, registry/repository:tag. */
  reference: string;
  /** Commit that the image is built from. */
  commit: string;
  /** Why no image is needed; `''`: it is built. */
  needless?: string;
  /** Folder of the service. */
  backendDir?: string;
  /** How the image is built. */
  image?: false | ImageParameters;
  /** How it is scanned. */
  trivy?: false | TrivyParameters;
  /** Region and identity for `image.cache: 'registry'`. */
  aws?: AwsParameters;
}

/**
 * The stages of {@link gigRouterPipeline} that build the image, load it and scan it. Whoever calls it removes the image in a `finally`
 * (`gigImageLoad.remove`).
 * @returns id of the image; `''` when none was built
 * @example gigRouterImageStages(reference: 'registry.example.com/orders:42-a3f5c21', commit: env.GIT_COMMIT)
 */
export default function gigRouterImageStages({
  reference,
  commit,
  needless = '',
  backendDir = 'backend',
  image = {},
  trivy = {},
  aws = {},
}: RouterImageStagesParameters): string {
  const refusal = image === false ? 'image is off' : needless;
  stage('Kaniko Build (to tar)', () => {
    if (image === false || refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else {
      build(image, reference, commit, backendDir, aws);
    }
  });
  const id = stage('Load Image for Trivy Scan', () => {
    if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
      return '';
    }
    return gigImageLoad({ reference });
  });
  stage('Trivy Security Scan', () => {
    if (trivy === false) {
      echo('Skipped: trivy is off');
    } else if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else {
      gigTrivyScan(trivy);
    }
  });
  return id;
}

function build(
  image: ImageParameters,
  reference: string,
  commit: string,
  directory: string,
  aws: AwsParameters,
): void {
  const settings = {
    ...image,
    reference,
    context: image.context ?? directory,
    labels: {
      ...(image.labels ?? {}),
      'org.opencontainers.image.revision': commit,
      'io.gig-ci.job': env.JOB_NAME ?? '',
      'io.gig-ci.number': `${currentBuild.number}`,
    },
    // What a pull request builds must not become part of other builds.
    writeCache: env.CHANGE_ID === undefined,
  };
  if (image.cache !== 'registry' || env.CHANGE_FORK !== undefined) {
    gigImageBuild(env.CHANGE_FORK === undefined ? settings : { ...settings, cache: 'none' });
    return;
  }
  try {
    // The login is good for the registry of the layers, and removed again before anything is published.
    const registry = (image.cacheRepo ?? '').split('/')[0] ?? '';
    const { login } = gigEcrLogin({ ...aws, region: aws.region ?? '', registry });
    gigImageBuild({ ...settings, login });
  } finally {
    logout();
  }
}
