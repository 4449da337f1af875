import { currentBuild, echo, env, stage } from 'gig-ci/jenkins';
import gigEcrLogin, { logout } from './gigEcrLogin';
import gigImageBuild, { type ImageBuildParameters, type ImageParameters } from './gigImageBuild';
import gigImageId from './gigImageId';
import gigImageLoad from './gigImageLoad';
import gigTrivyScan, { type TrivyParameters } from './gigTrivyScan';
import { isBuiltWithoutDocker } from './shared/builders';
import type { ToolParameters, ToolsParameters } from './shared/images';

/** How a pipeline builds the image; its group `image`. */
export interface RouterImageParameters extends ImageParameters {
  /** Folder that is sent as the build context (`backendDir`). `.git` and what gig-ci makes are left out. */
  context?: string;
  /**
   * Id of AWS credentials for `cache: 'registry'` (the role of the machine). Commands of the Dockerfile could read their login: let them
   * reach `cacheRepo` only. Those of the group `aws`, which publish, are never used for that.
   * @credentials aws
   */
  cacheCredentialsId?: string;
}

/** Parameters of {@link gigRouterImageStages}. */
export interface RouterImageStagesParameters {
  /** Where the tools come from. */
  tools?: ToolsParameters;
  /** Name of the image, registry/repository:tag. */
  reference: string;
  /** Commit that the image is built from. */
  commit: string;
  /** Why no image is needed; `''`: it is built. */
  needless?: string;
  /** Folder of the service. */
  backendDir?: string;
  /** How the image is built. */
  image?: false | RouterImageParameters;
  /** How it is scanned. */
  trivy?: false | TrivyParameters;
  /** Region of the registry for `image.cache: 'registry'`. */
  region?: string;
  /** Folder below which the reports are made, as {@link gigTrivyScan} takes it (the workspace). */
  reportRoot?: string;
}

/**
 * The stages of {@link gigRouterPipeline} that build the image, load it and scan it. Whoever calls it removes the image in a `finally`
 * (`gigImageLoad.remove`).
 * @returns id of the image; `''` when none was built
 * @example gigRouterImageStages(reference: 'registry.example.com/orders:42-a3f5c21', commit: env.GIT_COMMIT)
 */
export default function gigRouterImageStages({
  tools = {},
  reference,
  commit,
  needless = '',
  backendDir = 'backend',
  image = {},
  trivy = {},
  region = '',
  reportRoot = '.',
}: RouterImageStagesParameters): string {
  const refusal = image === false ? 'image is off' : needless;
  stage('Kaniko Build (to tar)', () => {
    if (image === false || refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else {
      build(image, tools, reference, commit, backendDir, region);
    }
  });
  const id = stage('Load Image for Trivy Scan', () => {
    if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
      return '';
    }
    if (isBuiltWithoutDocker(image)) {
      echo('There is no Docker to load it into: scan and push read the archive.');
      return gigImageId({});
    }
    return gigImageLoad({ reference });
  });
  stage('Trivy Security Scan', () => {
    if (trivy === false) {
      echo('Skipped: trivy is off');
    } else if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else {
      gigTrivyScan({ ...trivy, reportRoot, tool: tools.trivy ?? {} });
    }
  });
  return id;
}

function build(
  image: RouterImageParameters,
  tools: ToolsParameters,
  reference: string,
  commit: string,
  directory: string,
  region: string,
): void {
  const settings: ImageBuildParameters = {
    ...image,
    tool: tools.kaniko ?? {},
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
  if (usesCacheRegistry(image)) {
    try {
      // The login is good for the registry of the layers, and removed again before anything is published.
      const login = logInToCache(image, region, tools.aws ?? {});
      gigImageBuild({ ...settings, login });
    } finally {
      logout();
    }
  } else if (keepsNoLayers(image)) {
    // Commands of its Dockerfile, which nobody has reviewed yet, could read the login or the layers.
    echo('Without a cache: pull request');
    gigImageBuild({ ...settings, cache: 'none' });
  } else {
    gigImageBuild(settings);
  }
}

/** Whether this is a pull request whose layers, or those that it would read, are none of its business. */
function keepsNoLayers({ builder, cache }: RouterImageParameters): boolean {
  // Buildah cannot read layers without storing others.
  const stores = cache === 'registry' || (builder === 'buildah' && cache === 'local');
  return env.CHANGE_FORK !== undefined || (stores && env.CHANGE_ID !== undefined);
}

/** Whether this build logs in to the registry of the layers. */
export function usesCacheRegistry(image: RouterImageParameters): boolean {
  return image.cache === 'registry' && env.CHANGE_ID === undefined;
}

function logInToCache(
  { cacheRepo = '', cacheCredentialsId }: RouterImageParameters,
  region: string,
  tool: ToolParameters,
): string {
  const registry = cacheRepo.split('/')[0] ?? '';
  const { login } =
    cacheCredentialsId === undefined
      ? gigEcrLogin({ tool, region, registry })
      : gigEcrLogin({ tool, region, registry, credentialsId: cacheCredentialsId });
  return login;
}
