import { currentBuild, env, script, withAwsCredentials } from 'gig-ci/jenkins';
import { buildLabel, sessionName } from './shared/builds';
import { toolImage, type ToolParameters } from './shared/images';
import { failureMessage } from './shared/messages';

/** Parameters of {@link gigEcrRepository}. */
export interface EcrRepositoryParameters {
  /** Where the AWS command line comes from. */
  tool?: ToolParameters;
  /** Region of the registry. */
  region: string;
  /** Host name of the registry. */
  registry: string;
  /** Name of the repository. */
  repository: string;
  /**
   * Id of AWS credentials (the role of the machine).
   * @credentials aws
   */
  credentialsId?: string;
  /** Role that the identity takes for it; `''`: none. */
  roleArn?: string;
}

/**
 * Creates a repository in Amazon ECR, scanned on push, with tags that may move. One that another build has created meanwhile is as good.
 * @example gigEcrRepository(region: 'eu-west-1', registry: '123456789012.dkr.ecr.eu-west-1.amazonaws.com', repository: 'orders')
 */
export default function gigEcrRepository({
  tool = {},
  region,
  registry,
  repository,
  credentialsId,
  roleArn = '',
}: EcrRepositoryParameters): void {
  if (credentialsId === undefined) {
    create(region, registry, repository, roleArn, tool);
  } else {
    withAwsCredentials(credentialsId, () => create(region, registry, repository, roleArn, tool));
  }
}

function create(
  region: string,
  registry: string,
  repository: string,
  roleArn: string,
  tool: ToolParameters,
): void {
  const { problem } = script('ecr-create-repository.sh', {
    BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
    REGION: region,
    REGISTRY: registry,
    REPOSITORY: repository,
    ROLE: roleArn,
    SESSION: sessionName(env.JOB_NAME, currentBuild.number),
    IMAGE: toolImage('aws', env.GIG_IMAGE_MIRROR, tool.image),
    RUN: tool.run,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigEcrRepository', problem));
  }
}
