import { currentBuild, env, script } from 'gig-ci/jenkins';
import { buildLabel } from './shared/builds';
import { toolImage } from './shared/images';
import { failureMessage } from './shared/messages';

/** How the image is built; the group `image` of a pipeline. */
export interface ImageParameters {
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
   * Where layers are kept for the next build: `local` in a volume of the machine, `registry` in `cacheRepo`. While the
   * Dockerfile runs, its commands could read the login that `registry` needs; builds of pull requests therefore get none.
   */
  cache?: 'none' | 'local' | 'registry';
  /** Repository for layers, with the name of its registry. */
  cacheRepo?: string;
}

/** Parameters of {@link gigImageBuild}. */
export interface ImageBuildParameters extends ImageParameters {
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
 * Builds an image with Kaniko, without a Docker daemon in the build, and leaves it as a tar archive. Nothing is pushed.
 * @returns path of the archive, relative to the workspace
 * @example gigImageBuild(reference: 'registry.example.com/orders:42-a3f5c21', context: 'backend', cache: 'local')
 */
export default function gigImageBuild({
  reference,
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
  const { problem } = script('kaniko-build.sh', {
    BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
    IMAGE: toolImage('kaniko', env.GIG_IMAGE_MIRROR),
    DESTINATION: reference,
    CONTEXT: context,
    DOCKERFILE: dockerfile,
    TARGET: target,
    ARGUMENTS: assignments(buildArgs),
    LABELS: assignments(labels),
    CACHE_VOLUME: cache === 'local' ? cacheVolume(reference) : undefined,
    CACHE_REPOSITORY: cache === 'registry' ? cacheRepo : undefined,
    CACHE_WRITE: writeCache,
    LOGIN: login,
    ARCHIVE: archive,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigImageBuild', problem));
  }
  return archive;
}

function assignments(values: { readonly [name: string]: string }): string[] {
  return Object.entries(values).map(([name, value]) => `${name}=${value}`);
}

/** One volume for each repository: layers of one service are of no use to another. */
function cacheVolume(reference: string): string {
  const repository = reference.slice(0, reference.lastIndexOf(':'));
  return `gig-ci-kaniko-${repository.replaceAll(/[^A-Za-z0-9_.-]/g, '-')}`;
}
