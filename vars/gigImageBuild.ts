import { currentBuild, env, script } from 'gig-ci/jenkins';
import { dockerCacheReason } from './shared/builders';
import { buildLabel } from './shared/builds';
import { toolImage, type ToolImageParameters } from './shared/images';
import { failureMessage } from './shared/messages';

/** How the image is built; the group `image` of a pipeline. */
export interface ImageParameters {
  /**
   * What builds: `kaniko` in a container of its own; `docker`, the daemon of the machine; `buildah`, without any daemon. Commands of the
   * Dockerfile then run as the user of the agent, with no container around them. A machine without Docker has buildah, skopeo, which pushes,
   * and the other tools on its PATH, and gets its database by `database.host`.
   */
  builder?: 'kaniko' | 'docker' | 'buildah';
  /** Folder that is sent as the build context (in a pipeline the folder of the service, else the workspace). `.git` and what gig-ci makes are left out. */
  context?: string;
  /** Dockerfile, relative to the context. */
  dockerfile?: string;
  /** Stage of the Dockerfile to build (the last). */
  target?: string;
  /** Build arguments. No secrets: the history of the image shows them. */
  buildArgs?: { readonly [name: string]: string };
  /** Labels of the image, besides those that gig-ci sets. */
  labels?: { readonly [name: string]: string };
  /**
   * Where layers are kept for the next build: `local` on the machine, `registry` in `cacheRepo`. While the Dockerfile runs, its
   * commands could read the login that `registry` needs; builds of pull requests therefore get none. With the builder `docker` only `none`.
   */
  cache?: 'none' | 'local' | 'registry';
  /** Repository for layers, with the name of its registry. */
  cacheRepo?: string;
}

/** Parameters of {@link gigImageBuild}. */
export interface ImageBuildParameters extends ImageParameters {
  /** Where Kaniko comes from. */
  tool?: ToolImageParameters;
  /** Name of the image, registry/repository:tag. */
  reference: string;
  /** File that takes the image. */
  archive?: string;
  /** Stores layers for later builds, too. */
  writeCache?: boolean;
  /** Folder with the login for `cacheRepo`, as {@link gigEcrLogin} returns it. */
  login?: string;
}

/**
 * Builds an image and leaves it as a tar archive. Nothing is pushed. The builder `docker` also leaves it in the Docker of the machine: whoever
 * calls it so calls `gigImageLoad.remove(…)` in a `finally`.
 * @returns path of the archive, relative to the workspace
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', context: 'backend', cache: 'local')
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', builder: 'buildah')
 */
export default function gigImageBuild({
  tool = {},
  reference,
  builder = 'kaniko',
  archive = '.gig-ci/image.tar',
  context = '.',
  dockerfile = 'Dockerfile',
  target,
  buildArgs = {},
  labels = {},
  cache = 'none',
  cacheRepo,
  writeCache = true,
  login,
}: ImageBuildParameters): string {
  if (cache === 'registry' && cacheRepo === undefined) {
    throw new Error("image.cache is 'registry': image.cacheRepo must name the repository for layers.");
  }
  if (builder !== 'kaniko' && tool.image !== undefined) {
    throw new Error(`tool.image is of no use with the builder '${builder}': leave out one of them.`);
  }
  if (builder === 'docker' && cache !== 'none') {
    throw new Error(`image.cache is '${cache}': ${dockerCacheReason}.`);
  }
  if (builder === 'buildah' && cache === 'local' && !writeCache) {
    throw new Error(
      "image.cache is 'local': buildah cannot read layers without storing others; give cache: 'none'.",
    );
  }
  const build = buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number);
  const buildArguments = assignments(buildArgs);
  const imageLabels = assignments(labels);
  const localCache = cache === 'local' ? cacheName(builder, reference) : undefined;
  const remoteCache = cache === 'registry' ? cacheRepo : undefined;
  let problem: readonly string[] = [];
  if (builder === 'kaniko') {
    const answer = script('kaniko-build.sh', {
      BUILD: build,
      IMAGE: toolImage('kaniko', env.GIG_IMAGE_MIRROR, tool.image),
      DESTINATION: reference,
      CONTEXT: context,
      DOCKERFILE: dockerfile,
      TARGET: target,
      ARGUMENTS: buildArguments,
      LABELS: imageLabels,
      ARCHIVE: archive,
      CACHE_VOLUME: localCache,
      CACHE_REPOSITORY: remoteCache,
      CACHE_WRITE: writeCache,
      LOGIN: login,
    });
    problem = answer.problem;
  } else if (builder === 'docker') {
    const answer = script('docker-build.sh', {
      BUILD: build,
      DESTINATION: reference,
      CONTEXT: context,
      DOCKERFILE: dockerfile,
      TARGET: target,
      ARGUMENTS: buildArguments,
      LABELS: imageLabels,
      ARCHIVE: archive,
    });
    problem = answer.problem;
  } else {
    const answer = script('buildah-build.sh', {
      DESTINATION: reference,
      CONTEXT: context,
      DOCKERFILE: dockerfile,
      TARGET: target,
      ARGUMENTS: buildArguments,
      LABELS: imageLabels,
      ARCHIVE: archive,
      CACHE_FOLDER: localCache,
      CACHE_REPOSITORY: remoteCache,
      CACHE_WRITE: writeCache,
      LOGIN: login,
    });
    problem = answer.problem;
  }
  if (problem.length > 0) {
    throw new Error(failureMessage('gigImageBuild', problem));
  }
  return archive;
}

function assignments(values: { readonly [name: string]: string }): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

/** One volume or folder for each repository: layers of one service are of no use to another. */
function cacheName(builder: string, reference: string): string {
  const repository = reference.slice(0, reference.lastIndexOf(':'));
  return `gig-ci-${builder}-${repository.replaceAll(/[^A-Za-z0-9_.-]/g, '-')}`;
}
