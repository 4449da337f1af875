import { archiveArtifacts, currentBuild, dir, echo, env, sh, stage, writeFile } from 'gig-ci/jenkins';
import gigEcrInspect from './gigEcrInspect';
import gigEcrLogin, { logout, type AwsParameters } from './gigEcrLogin';
import gigEcrPush from './gigEcrPush';
import gigEcrRepository from './gigEcrRepository';
import { presentImage } from './gigEcrState';
import gigEcrTag from './gigEcrTag';
import gigPythonPackage, { type NexusParameters } from './gigPythonPackage';
import type { PythonParameters } from './gigPythonSetup';
import type { ToolParameters, ToolsParameters } from './shared/images';

/** An image that is ready to be published. */
export interface Publication {
  /** Id or name of the image on this machine, or registry/repository@digest. */
  image: string;
  /** Archive that holds the image, which is pushed without Docker; `''`: Docker has the image. */
  archive?: string;
  /** Commit that it was built from. */
  commit: string;
  /** Name of the ECR repository. */
  repository: string;
  /** Host name of the registry; `''` is that of the identity's account. */
  registry: string;
  /** Tags that name this image for ever. */
  fixedTags: string[];
  /** Tags that move to the newest image; they come last. */
  movingTags: string[];
  /** Whether the repository is created first. */
  createRepository?: boolean;
}

/** Parameters of {@link gigRouterPublishStages}. */
export interface RouterPublishStagesParameters {
  /** Where the tools come from. */
  tools?: ToolsParameters;
  /** Why nothing is published; `''`: everything is. */
  refusal?: string;
  /** Folder of the service. */
  backendDir?: string;
  /** Where the package goes. */
  nexus?: false | NexusParameters;
  /** Python that builds the package. */
  python?: false | PythonParameters;
  /** The image; `false`: none was built. */
  image?: false | Publication;
  /** Region and identity for the registry. */
  aws?: AwsParameters;
}

/**
 * The stages of {@link gigRouterPipeline} that publish: the package, then the image under its fixed tags, then the moving tags.
 * @example gigRouterPublishStages(backendDir: 'backend', image: false)
 */
export default function gigRouterPublishStages({
  tools = {},
  refusal = '',
  backendDir = 'backend',
  nexus = {},
  python = {},
  image = false,
  aws = {},
}: RouterPublishStagesParameters): void {
  stage('Build & Upload Python Package to Nexus', () => {
    if (nexus === false) {
      echo('Skipped: nexus is off');
    } else if (python === false) {
      echo('Skipped: python is off');
    } else if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else {
      uploadPackage(nexus, python, backendDir);
    }
  });
  stage('Push to ECR', () => {
    if (image === false) {
      echo('Skipped: image is off');
    } else if (refusal !== '') {
      echo(`Skipped: ${refusal}`);
    } else if (image.fixedTags.length === 0) {
      echo('Skipped: none of the fixed tags applies to this build');
    } else {
      publishImage(image, aws, tools.aws ?? {});
    }
  });
}

function uploadPackage(nexus: NexusParameters, python: PythonParameters, directory: string): void {
  // Interpreter and package index are those of the service.
  gigPythonPackage({ ...python, ...nexus, directory });
}

function publishImage(publication: Publication, aws: AwsParameters, tool: ToolParameters): void {
  const {
    image,
    archive = '',
    commit,
    repository,
    fixedTags,
    movingTags,
    createRepository = false,
  } = publication;
  try {
    const { registry, login } = gigEcrLogin({
      ...aws,
      tool,
      region: aws.region ?? '',
      registry: publication.registry,
    });
    if (createRepository) {
      gigEcrRepository({ ...aws, tool, region: aws.region ?? '', registry, repository });
    }
    // Once more: minutes have passed since the preflight, and a fixed tag names what came first.
    const present = presentImage({ registry, repository, commit, fixedTags, login });
    const pending = fixedTags.filter((tag) => !present.presentTags.includes(tag));
    let { digest } = present;
    let id = `${registry}/${repository}@${digest}`;
    if (digest === '') {
      digest = gigEcrPush({ image, archive, registry, repository, tags: pending, login });
      id = image;
    } else if (pending.length > 0) {
      gigEcrTag({ digest, registry, repository, tags: pending, login });
    }
    const moved: string[] = [];
    for (const tag of movingTags) {
      const reason = stayReason(tag, publication, registry, login);
      if (reason === '') {
        gigEcrTag({ digest, registry, repository, tags: [tag], login });
        moved.push(tag);
      } else {
        echo(`${tag} stays: ${reason}.`);
      }
    }
    const release = {
      image: `${registry}/${repository}`,
      tags: [...fixedTags, ...moved],
      digest,
      // What was scanned; the registry knows the image by its digest, because a push compresses anew.
      id,
      commit,
      job: env.JOB_NAME ?? '',
      build: currentBuild.number,
    };
    dir('.gig-ci', () => {
      writeFile({ file: 'release.json', text: JSON.stringify(release, undefined, 2) });
      archiveArtifacts('release.json');
    });
    echo(`Published ${registry}/${repository}:${fixedTags.join(', ')} (${digest}).`);
  } finally {
    logout();
  }
}

/** Why a moving tag does not come to this image; `''` when it does. */
function stayReason(
  tag: string,
  { commit, repository }: Publication,
  registry: string,
  login: string,
): string {
  if (tag === 'latest' && env.CHANGE_ID !== undefined) {
    return 'this is a pull request';
  }
  const current = gigEcrInspect({ registry, repository, tag, login });
  // What no pipeline of this library has built says nothing about its age.
  if (!current.present || current.job === 'none') {
    return '';
  }
  if (current.job === env.JOB_NAME) {
    return current.number > currentBuild.number
      ? `it names the image of build ${current.number}, which is newer`
      : '';
  }
  // Numbers of different jobs do not compare, e.g. of a branch and of a git tag; the history of the repository does.
  const isOlder = sh.status`git merge-base --is-ancestor ${current.revision} ${commit}` === 0;
  return isOlder
    ? ''
    : `it names the image of ${current.job}, whose commit ${current.revision} is not part of the history of this one`;
}
