import { currentBuild, env, script, withAwsCredentials } from 'gig-ci/jenkins';
import { buildLabel, sessionName } from './shared/builds';
import { toolImage, type ToolParameters } from './shared/images';
import { failureMessage } from './shared/messages';

/** Which AWS account and region; the group `aws` of a pipeline. */
export interface AwsParameters {
  /**
   * Region.
   * @environment AWS_REGION
   * @example eu-west-1
   */
  region?: string;
  /**
   * Account of the registry (the account of the identity). Where the call names neither region nor account,
   * ECR_REGISTRY in the environment of Jenkins names the registry itself.
   * @pattern ^\d{12}$
   * @environment AWS_ACCOUNT_ID
   * @example 123456789012
   */
  accountId?: string;
  /**
   * Id of AWS credentials (the role of the machine).
   * @credentials aws
   */
  credentialsId?: string;
  /**
   * Role that the identity takes to ask the registry and to publish (none). Its session is named after job and build.
   * @pattern ^arn:aws[a-z-]*:iam::\d{12}:role\/[A-Za-z0-9+=,.@_\/-]+$
   * @example arn:aws:iam::123456789012:role/publisher
   */
  roleArn?: string;
}

/** What the repository of a pipeline is; its group `ecr`. */
export interface EcrParameters {
  /**
   * Creates the repository where it is missing, just before the first push to it: scanned on push, with tags that may move, as `latest`
   * does; the pipeline moves no other. The identity needs ecr:CreateRepository.
   */
  createRepository?: boolean;
}

/** Parameters of {@link gigEcrLogin}. */
export interface EcrLoginParameters {
  /** Where the AWS command line comes from. */
  tool?: ToolParameters;
  /** Region of the registry. */
  region: string;
  /** Host name of the registry; `''` is that of the identity's account in the region. */
  registry?: string;
  /**
   * Id of AWS credentials (the role of the machine).
   * @credentials aws
   */
  credentialsId?: string;
  /** Role that the identity takes for the login; `''`: none. */
  roleArn?: string;
}

/** A registry that this build is logged in to. */
export interface EcrLogin {
  /** Host name of the registry. */
  readonly registry: string;
  /** Folder that holds the login, as {@link gigEcrPush} and the like take it. */
  readonly login: string;
}

/**
 * Logs Docker, or skopeo where no Docker answers, in to Amazon ECR for this build only. The AWS credentials are bound no longer than that takes. Whoever calls it calls
 * `gigEcrLogin.logout()` in a `finally`.
 * @returns `registry`, its host name, and `login`, the folder that holds the login
 * @example gigEcrLogin(region: 'eu-west-1', credentialsId: 'aws-publisher')
 */
export default function gigEcrLogin({
  tool = {},
  region,
  registry = '',
  credentialsId,
  roleArn = '',
}: EcrLoginParameters): EcrLogin {
  if (credentialsId === undefined) {
    return logIn(region, registry, roleArn, tool);
  }
  return withAwsCredentials(credentialsId, () => logIn(region, registry, roleArn, tool));
}

/** Removes the login of this build. Does nothing when there is none. */
export function logout(): void {
  script('ecr-logout.sh', {});
}

function logIn(region: string, registry: string, roleArn: string, tool: ToolParameters): EcrLogin {
  const {
    registry: host,
    login,
    problem,
  } = script('ecr-login.sh', {
    BUILD: buildLabel(env.BUILD_URL, env.JOB_NAME, currentBuild.number),
    REGION: region,
    REGISTRY: registry,
    ROLE: roleArn,
    SESSION: sessionName(env.JOB_NAME, currentBuild.number),
    IMAGE: toolImage('aws', env.GIG_IMAGE_MIRROR, tool.image),
    RUN: tool.run,
  });
  if (problem.length > 0) {
    throw new Error(failureMessage('gigEcrLogin', problem));
  }
  return { registry: registry === '' ? host : registry, login };
}
