import { archiveArtifacts, currentBuild, dir, echo, env, stage, writeFile } from 'gig-ci/jenkins';
import gigEcrInspect from './gigEcrInspect';
import gigEcrLogin, { logout, type AwsParameters } from './gigEcrLogin';
import gigEcrPush from './gigEcrPush';
import gigPythonPackage, { type NexusParameters } from './gigPythonPackage';
import type { PythonParameters } from './gigPythonSetup';

/** An image that is ready to be published. */
export interface Publication {
  /** Id or name of the image on this machine, or registry/repository@digest. */
  image: string;
  /** Commit that it was built from. */
  commit: string;
  /** Name of the ECR repository. */
  repository: string;
  /** Host name of the registry; `''` is that of the identity's account. */
  registry: string;
  /** Tags that name this image for ever. */
  fixedTags: string[];
  /** Those of them that the registry has already, from this commit. */
  presentTags?: string[];
  /** Tags that move to the newest image; they come last. */
  movingTags: string[];
  /** Digest of what `presentTags` name; `''` when there are none. */
  digest?: string;
}

/** Parameters of {@link gigRouterPublishStages}. */
export interface RouterPublishStagesParameters {
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
      publishImage(image, aws);
    }
  });
}

function uploadPackage(nexus: NexusParameters, python: PythonParameters, directory: string): void {
  if (python.executable === undefined) {
    gigPythonPackage({ ...nexus, directory });
  } else {
    gigPythonPackage({ ...nexus, directory, executable: python.executable });
  }
}

function publishImage(publication: Publication, aws: AwsParameters): void {
  const {
    image,
    commit,
    repository,
    fixedTags,
    movingTags,
    presentTags = [],
    digest: present = '',
  } = publication;
  try {
    const { registry, login } = gigEcrLogin({
      ...aws,
      region: aws.region ?? '',
      registry: publication.registry,
    });
    const pending = fixedTags.filter((tag) => !presentTags.includes(tag));
    const pushed =
      pending.length === 0 ? '' : gigEcrPush({ image, registry, repository, tags: pending, login });
    const digest = present === '' ? pushed : present;
    for (const tag of movingTags) {
      moveTag(tag, publication, registry, login);
    }
    const release = {
      image: `${registry}/${repository}`,
      tags: [...fixedTags, ...movingTags],
      digest,
      // What was scanned; the registry knows the image by its digest, because a push compresses anew.
      id: image,
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

/** Lets a tag name this image, unless it names that of a newer build of this job. */
function moveTag(tag: string, { image, repository }: Publication, registry: string, login: string): void {
  const current = gigEcrInspect({ registry, repository, tag, login });
  if (current.present && current.job === env.JOB_NAME && current.number > currentBuild.number) {
    echo(`${tag} stays: it names the image of build ${current.number}, which is newer.`);
  } else {
    gigEcrPush({ image, registry, repository, tags: [tag], login });
  }
}
