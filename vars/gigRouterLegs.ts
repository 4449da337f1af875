import { parallel } from 'gig-ci/jenkins';
import type { OwaspParameters } from './gigOwaspCheck';
import gigRouterImageStages, { type RouterImageParameters } from './gigRouterImageStages';
import gigRouterQualityStages, {
  owaspStage,
  sonarStages,
  type SonarParameters,
} from './gigRouterQualityStages';
import type { TrivyParameters } from './gigTrivyScan';
import type { ToolsParameters } from './shared/images';

/** Parameters of {@link gigRouterLegs}. */
export interface RouterLegsParameters {
  /** Where the tools come from. */
  tools?: ToolsParameters;
  /** Name of the service in the reports. */
  project: string;
  /** Folder of the service. */
  backendDir?: string;
  /** Quality of the code. */
  sonar?: false | SonarParameters;
  /** Vulnerabilities of the dependencies. */
  owasp?: false | OwaspParameters;
  /** Name of the image, registry/repository:tag. */
  reference: string;
  /** Commit that the image is built from. */
  commit: string;
  /** Why no image is needed; `''`: it is built. */
  needless?: string;
  /** How the image is built. */
  image?: false | RouterImageParameters;
  /** How it is scanned. */
  trivy?: false | TrivyParameters;
  /** Region of the registry for `image.cache: 'registry'`. */
  region?: string;
  /** Runs the legs side by side instead of one after the other. */
  parallel?: boolean;
}

/** Why legs failed, in the order of time. */
interface Failures {
  count: number;
  /** One below the other. */
  messages: string;
}

/** Reports are made here, so that no leg writes into the source, which the other ones read. */
const reportRoot = '.gig-ci/reports';

/**
 * The stages of {@link gigRouterPipeline} between the tests and the first thing that is published, in three legs: SonarQube with its gate;
 * OWASP; build, load and scan of the image. Side by side, a leg that fails lets the others end; then the message names each that failed.
 * Whoever calls it removes the image in a `finally` (`gigImageLoad.remove`).
 * @returns id of the image; `''` when none was built
 * @example gigRouterLegs(project: 'orders', reference: 'registry.example.com/orders:42-a3f5c21', commit: env.GIT_COMMIT, parallel: true)
 */
export default function gigRouterLegs({
  tools = {},
  project,
  backendDir = 'backend',
  sonar = {},
  owasp = {},
  reference,
  commit,
  needless = '',
  image = {},
  trivy = {},
  region = '',
  parallel: isParallel = false,
}: RouterLegsParameters): string {
  const buildImage = (): string =>
    gigRouterImageStages({
      tools,
      reference,
      commit,
      needless,
      backendDir,
      image,
      trivy,
      region,
      reportRoot,
    });
  if (!isParallel) {
    gigRouterQualityStages({ tools, project, backendDir, sonar, owasp, reportRoot });
    return buildImage();
  }
  const analyse = (): string => {
    sonarStages(sonar, backendDir, tools);
    return '';
  };
  const checkDependencies = (): string => {
    owaspStage(owasp, project, backendDir, reportRoot, tools);
    return '';
  };
  const failures: Failures = { count: 0, messages: '' };
  try {
    const results = parallel({
      SonarQube: () => remembered(failures, analyse),
      OWASP: () => remembered(failures, checkDependencies),
      Image: () => remembered(failures, buildImage),
    });
    return results['Image'] ?? '';
  } catch (error) {
    // Jenkins throws the first of them alone.
    if (failures.count > 1) {
      throw new Error(failures.messages);
    }
    throw error;
  }
}

/** Runs a leg; why it fails comes to the other reasons. */
function remembered(failures: Failures, leg: () => string): string {
  try {
    return leg();
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    failures.messages = failures.count === 0 ? message : `${failures.messages}\n${message}`;
    failures.count += 1;
    throw error;
  }
}
