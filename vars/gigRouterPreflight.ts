import { echo, env } from 'gig-ci/jenkins';
import type { AwsParameters, EcrParameters } from './gigEcrLogin';
import gigEcrState, { type EcrState } from './gigEcrState';
import type { NotifyTarget } from './gigNotify';
import type { OwaspParameters } from './gigOwaspCheck';
import type { PostgresParameters } from './gigPostgres';
import { missing, type MissingThing } from './gigPreflight';
import type { NexusParameters } from './gigPythonPackage';
import type { PythonParameters } from './gigPythonSetup';
import { usesCacheRegistry, type RouterImageParameters } from './gigRouterImageStages';
import { sonarRefusal, type SonarParameters } from './gigRouterQualityStages';
import type { DjangoParameters } from './gigRouterTestStages';
import { findScanner } from './gigSonarAnalysis';
import type { TrivyParameters } from './gigTrivyScan';
import { isBuiltWithoutDocker } from './shared/builders';
import { toolNames, type ToolsParameters } from './shared/images';
import { missingMessage } from './shared/messages';
import { below } from './shared/paths';
import { registryOf, setting, settingsTable, type Setting } from './shared/settings';

/** Parameters of {@link gigRouterPreflight}: the groups of {@link gigRouterPipeline} that need something. */
export interface RouterPreflightParameters {
  /** Folder of the service. */
  backendDir: string;
  /** Why this build publishes nothing; `''`: it may publish. */
  refusal: string;
  /** Name of the ECR repository. */
  ecrRepo: string;
  /** Commit that is built. */
  commit: string;
  /** Tags that name one image for ever. */
  fixedTags: string[];
  /** Tags that move to the newest image. */
  movingTags: string[];
  /** Region and identity for the registry. */
  aws: AwsParameters;
  /** Repository of the image. */
  ecr: EcrParameters;
  /** Database for the tests. */
  database: false | PostgresParameters;
  /** Python and its packages. */
  python: false | PythonParameters;
  /** Migrations and static files. */
  django: false | DjangoParameters;
  /** Quality of the code. */
  sonar: false | SonarParameters;
  /** Vulnerabilities of the dependencies. */
  owasp: false | OwaspParameters;
  /** Where the package goes. */
  nexus: false | NexusParameters;
  /** How the image is built. */
  image: false | RouterImageParameters;
  /** Where the tools come from. */
  tools: ToolsParameters;
  /** Vulnerabilities of the image. */
  trivy: false | TrivyParameters;
  /** Who learns how the build ended. */
  notify: false | NotifyTarget;
}

/** What the registry answers. */
interface Inquiry {
  readonly found: EcrState;
  /** What is wrong, `''` when nothing is. */
  readonly problem: string;
}

/**
 * Looks for everything that the stages of {@link gigRouterPipeline} need, before the first of them begins, and names all that is missing at once.
 * @returns where the image goes and what the registry has already of this commit: `region`, `registry`, `presentTags`, `digest`, `isMissing`
 */
export default function gigRouterPreflight(parameters: RouterPreflightParameters): EcrState {
  const { aws } = parameters;
  const region = setting('aws.region', aws.region, 'AWS_REGION', env.AWS_REGION);
  const account = setting('aws.accountId', aws.accountId, 'AWS_ACCOUNT_ID', env.AWS_ACCOUNT_ID);
  const registry = registryOf(region, account, env.ECR_REGISTRY);
  const needs: RouterPreflightParameters = { ...parameters, aws: { ...aws, region: region.value } };
  const things = missingThings(needs);
  const problems = [...missingSettings(needs), ...things.map(({ sentence }) => sentence)];
  const inquiry = askRegistry(needs, registry.value, things);
  const { found } = inquiry;
  if (inquiry.problem !== '') {
    problems.push(`image registry: ${inquiry.problem.replaceAll('\n', '\n    ')}`);
  }
  const isDiscovered = registry.value === '' && found.registry !== '';
  const place = isDiscovered ? { ...registry, value: found.registry, origin: 'discovered' } : registry;
  echo(settingsTable(derivedSettings(parameters, place)));
  if (problems.length > 0) {
    throw new Error(missingMessage(problems));
  }
  return found;
}

/** What follows from the parameters, of which the log has a table already. */
function derivedSettings(
  { commit, fixedTags, movingTags, refusal, image, nexus }: RouterPreflightParameters,
  registry: Setting,
): Setting[] {
  const mirror = setting('image mirror', undefined, 'GIG_IMAGE_MIRROR', env.GIG_IMAGE_MIRROR);
  const tags = [...fixedTags, ...movingTags].join(', ');
  const reason = image === false && nexus === false ? 'image and nexus are off' : refusal;
  return [
    ...(image === false ? [] : [registry]),
    ...(mirror.value === '' ? [] : [mirror]),
    { name: 'commit', value: commit, origin: 'checkout' },
    ...(image === false ? [] : [{ name: 'tags', value: tags, origin: 'parameter tags' }]),
    {
      name: 'publishes',
      value: reason === '' ? 'yes' : 'no',
      origin: reason === '' ? 'parameter publish' : reason,
    },
  ];
}

/** Values that are set neither in the call nor in the environment of Jenkins. */
function missingSettings({ refusal, aws, nexus, image }: RouterPreflightParameters): string[] {
  const problems: string[] = [];
  const usesRegion = image !== false && (refusal === '' || usesCacheRegistry(image));
  if (usesRegion && (aws.region ?? '') === '') {
    problems.push(
      'AWS region: set aws.region in the call, or AWS_REGION in the environment of Jenkins or of the job',
    );
  }
  if (refusal === '' && nexus !== false && (nexus.url ?? env.NEXUS_URL ?? '') === '') {
    problems.push(
      'Nexus: set nexus.url in the call, or NEXUS_URL in the environment of Jenkins or of the job',
    );
  }
  return problems;
}

function missingThings(parameters: RouterPreflightParameters): MissingThing[] {
  const { refusal, aws, python, django, owasp, nexus, image, notify } = parameters;
  const isFork = env.CHANGE_FORK !== undefined;
  const { nvdCredentialsId = 'NVD_API_KEY' } = owasp === false ? {} : owasp;
  const nvdKeys = owasp === false || nvdCredentialsId === '' ? [] : [nvdCredentialsId];
  const { secretEnv = {} } = django === false ? {} : django;
  const { credentialsId: webhook } = notify === false ? {} : notify;
  const webhooks = webhook === undefined ? [] : [webhook];
  const { credentialsId = 'nexus-cred' } = nexus === false ? {} : nexus;
  const uploads = refusal === '' && nexus !== false && python !== false;
  const { executable = 'python3', indexCredentialsId } = python === false ? {} : python;
  const logins = uploads ? [credentialsId] : [];
  if (indexCredentialsId !== undefined && !isFork) {
    logins.push(indexCredentialsId);
  }
  const awsCredentials: string[] = [];
  if (image !== false && refusal === '' && aws.credentialsId !== undefined) {
    awsCredentials.push(aws.credentialsId);
  }
  if (image !== false && usesCacheRegistry(image) && image.cacheCredentialsId !== undefined) {
    awsCredentials.push(image.cacheCredentialsId);
  }
  const needs = {
    tools: neededTools(parameters),
    files: neededFiles(parameters),
    secretTexts: isFork ? [] : [...nvdKeys, ...Object.values(secretEnv), ...webhooks],
    logins,
    awsCredentials,
  };
  return uploads ? missing({ ...needs, packagingPython: executable }) : missing(needs);
}

function neededTools({
  refusal,
  database,
  python,
  sonar,
  owasp,
  image,
  trivy,
  tools: origins,
  notify,
}: RouterPreflightParameters): string[] {
  const tools = ['bash'];
  const buildsWithoutDocker = isBuiltWithoutDocker(image);
  if ((database !== false && database.host === undefined) || (image !== false && !buildsWithoutDocker)) {
    tools.push('docker');
  }
  if (buildsWithoutDocker) {
    tools.push('buildah');
    // Reads the archive.
    tools.push('python3');
  }
  if (buildsWithoutDocker && image !== false && (refusal === '' || usesCacheRegistry(image))) {
    tools.push('skopeo');
  }
  if (python !== false) {
    const { executable = 'python3' } = python;
    tools.push(executable);
  }
  if (sonar !== false && sonarRefusal(sonar) === '') {
    const { scanner = 'sonar-scanner' } = sonar;
    const origin = origins.sonarScanner ?? {};
    if (origin.run === 'docker' || findScanner(scanner) === '') {
      tools.push(toolNames('sonar-scanner', origin));
    }
    if (sonar.wait !== 'webhook') {
      tools.push('python3');
    }
  }
  if (owasp !== false) {
    tools.push(toolNames('dependency-check|dependency-check.sh', origins.owasp ?? {}));
    tools.push('flock');
    if (owasp.failOnCvss !== undefined) {
      tools.push('python3');
    }
  }
  if (image !== false && trivy !== false) {
    tools.push(toolNames('trivy', origins.trivy ?? {}));
    tools.push('flock');
    tools.push('python3');
  }
  if (image !== false && (refusal === '' || usesCacheRegistry(image))) {
    tools.push(toolNames('aws', origins.aws ?? {}));
    tools.push('python3');
  }
  if (notify !== false && (notify.credentialsId ?? notify.url ?? env.GIG_NOTIFY_URL ?? '') !== '') {
    tools.push('curl');
  }
  return tools;
}

function neededFiles({
  backendDir,
  refusal,
  python,
  django,
  sonar,
  owasp,
  nexus,
  image,
  trivy,
}: RouterPreflightParameters): string[] {
  const files: string[] = [];
  if (python !== false) {
    const { requirements = 'requirements.txt' } = python;
    files.push(below(backendDir, requirements));
  }
  if (python !== false && django !== false) {
    files.push(below(backendDir, 'manage.py'));
  }
  if (sonar !== false && sonarRefusal(sonar) === '') {
    files.push(below(backendDir, 'sonar-project.properties'));
  }
  if (owasp !== false && owasp.suppression !== undefined) {
    files.push(owasp.suppression);
  }
  if (image !== false) {
    const { dockerfile = 'Dockerfile' } = image;
    files.push(below(image.context ?? backendDir, dockerfile));
  }
  if (image !== false && trivy !== false && trivy.ignoreFile !== undefined) {
    files.push(trivy.ignoreFile);
  }
  if (refusal === '' && nexus !== false && python !== false) {
    files.push(`${below(backendDir, 'setup.py')}|${below(backendDir, 'pyproject.toml')}`);
  }
  return files;
}

/** Asks the registry, unless what that takes is missing, and so named already. */
function askRegistry(
  parameters: RouterPreflightParameters,
  registry: string,
  missingHere: readonly MissingThing[],
): Inquiry {
  const { ecrRepo, commit, fixedTags, movingTags, aws, ecr, image, tools, refusal } = parameters;
  const { createRepository = false } = ecr;
  const region = aws.region ?? '';
  const names = ['docker', 'skopeo', 'python3', 'aws', 'aws|docker', aws.credentialsId ?? ''];
  const isBlocked = missingHere.some(({ name }) => names.includes(name));
  const nothing: EcrState = { region, registry, presentTags: [], digest: '', isMissing: false };
  if (image === false || refusal !== '' || region === '' || isBlocked) {
    return { found: nothing, problem: '' };
  }
  try {
    const found = gigEcrState({
      ...aws,
      tool: tools.aws ?? {},
      region,
      registry,
      repository: ecrRepo,
      commit,
      fixedTags,
      movingTags,
      mayLack: createRepository,
    });
    return { found, problem: '' };
  } catch (error) {
    return { found: nothing, problem: error instanceof Error ? error.message : '' };
  }
}
