import { echo, env } from 'gig-ci/jenkins';
import gigEcrInspect from './gigEcrInspect';
import gigEcrLogin, { logout, type AwsParameters } from './gigEcrLogin';
import type { ImageParameters } from './gigImageBuild';
import type { OwaspParameters } from './gigOwaspCheck';
import type { PostgresParameters } from './gigPostgres';
import { missing } from './gigPreflight';
import type { NexusParameters } from './gigPythonPackage';
import type { PythonParameters } from './gigPythonSetup';
import { sonarRefusal, type SonarParameters } from './gigRouterScanStages';
import type { DjangoParameters } from './gigRouterTestStages';
import { findScanner } from './gigSonarAnalysis';
import type { TrivyParameters } from './gigTrivyScan';
import { registryOf, setting, settingsTable } from './shared/settings';

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
  image: false | ImageParameters;
  /** Vulnerabilities of the image. */
  trivy: false | TrivyParameters;
}

/** What the registry has already: an earlier build of the same commit got that far. */
export interface Rerun {
  /** Host name of the registry; `''` when nobody had to ask. */
  readonly registry: string;
  /** Fixed tags that name an image of this commit. */
  readonly presentTags: string[];
  /** Digest of that image; `''` when there is none. */
  readonly digest: string;
}

/**
 * Looks for everything that the stages of {@link gigRouterPipeline} need, before the first of them begins, and names all that is missing at once.
 * @returns what the registry has already of this commit: `registry`, `presentTags`, `digest`
 */
export default function gigRouterPreflight(parameters: RouterPreflightParameters): Rerun {
  const { aws, image, nexus, commit, fixedTags, movingTags, refusal } = parameters;
  const region = setting('aws.region', aws.region, 'AWS_REGION', env.AWS_REGION);
  const account = setting('aws.accountId', aws.accountId, 'AWS_ACCOUNT_ID', env.AWS_ACCOUNT_ID);
  const registry = registryOf(region, account, env.ECR_REGISTRY);
  echo(
    settingsTable([
      registry,
      region,
      account,
      setting('nexus.url', nexus === false ? 'off' : nexus.url, 'NEXUS_URL', env.NEXUS_URL),
      { name: 'commit', value: commit, origin: 'checkout' },
      { name: 'tags', value: [...fixedTags, ...movingTags].join(', '), origin: 'parameter tags' },
      {
        name: 'publishes',
        value: refusal === '' ? 'yes' : 'no',
        origin: refusal === '' ? 'parameter publish' : refusal,
      },
    ]),
  );
  const needs = { ...parameters, aws: { ...aws, region: region.value } };
  const problems = [...missingSettings(needs), ...missingThings(needs)];
  let rerun: Rerun = { registry: '', presentTags: [], digest: '' };
  // The registry cannot be asked while tools or credentials for that are missing.
  if (problems.length === 0 && refusal === '' && image !== false) {
    try {
      rerun = askRegistry(needs, registry.value);
    } catch (error) {
      if (error instanceof Error) {
        problems.push(`image registry: ${error.message}`);
      }
    }
  }
  if (problems.length > 0) {
    throw new Error(`Not everything that this build needs is there:\n  ${problems.join('\n  ')}`);
  }
  return rerun;
}

/** Values that are set neither in the call nor in the environment of Jenkins. */
function missingSettings({ refusal, aws, nexus, image }: RouterPreflightParameters): string[] {
  const problems: string[] = [];
  const usesRegion = image !== false && (refusal === '' || image.cache === 'registry');
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

function missingThings(parameters: RouterPreflightParameters): string[] {
  const { refusal, aws, python, django, owasp, nexus, image } = parameters;
  const isFork = env.CHANGE_FORK !== undefined;
  const usesAws = image !== false && !isFork && (refusal === '' || image.cache === 'registry');
  const { nvdCredentialsId = 'NVD_API_KEY' } = owasp === false ? {} : owasp;
  const nvdKeys = owasp === false || nvdCredentialsId === '' ? [] : [nvdCredentialsId];
  const { secretEnv = {} } = django === false ? {} : django;
  const { credentialsId = 'nexus-cred' } = nexus === false ? {} : nexus;
  const logins = refusal === '' && nexus !== false ? [credentialsId] : [];
  if (python !== false && python.indexCredentialsId !== undefined && !isFork) {
    logins.push(python.indexCredentialsId);
  }
  return missing({
    tools: neededTools(parameters, usesAws),
    files: neededFiles(parameters),
    secretTexts: isFork ? [] : [...nvdKeys, ...Object.values(secretEnv)],
    logins,
    awsCredentials: usesAws && aws.credentialsId !== undefined ? [aws.credentialsId] : [],
  });
}

function neededTools(
  { database, python, sonar, owasp, image, trivy }: RouterPreflightParameters,
  usesAws: boolean,
): string[] {
  const tools: string[] = [];
  if ((database !== false && database.host === undefined) || image !== false) {
    tools.push('docker');
  }
  if (python !== false) {
    const { executable = 'python3' } = python;
    tools.push(executable);
  }
  if (sonar !== false && sonarRefusal(sonar) === '') {
    const { scanner = 'sonar-scanner' } = sonar;
    if (findScanner(scanner) === '') {
      tools.push('sonar-scanner|docker');
    }
    if (sonar.wait !== 'webhook') {
      tools.push('python3');
    }
  }
  if (owasp !== false) {
    tools.push('dependency-check|dependency-check.sh|docker');
  }
  if (image !== false && trivy !== false) {
    tools.push('trivy|docker');
    tools.push('python3');
  }
  if (usesAws) {
    tools.push('aws|docker');
    tools.push('python3');
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
    files.push(`${backendDir}/${requirements}`);
  }
  if (python !== false && django !== false) {
    files.push(`${backendDir}/manage.py`);
  }
  if (sonar !== false && sonarRefusal(sonar) === '') {
    files.push(`${backendDir}/sonar-project.properties`);
  }
  if (owasp !== false && owasp.suppression !== undefined) {
    files.push(owasp.suppression);
  }
  if (image !== false) {
    const { dockerfile = 'Dockerfile' } = image;
    files.push(`${image.context ?? backendDir}/${dockerfile}`);
  }
  if (image !== false && trivy !== false && trivy.ignoreFile !== undefined) {
    files.push(trivy.ignoreFile);
  }
  if (refusal === '' && nexus !== false && python !== false) {
    files.push(`${backendDir}/setup.py|${backendDir}/pyproject.toml`);
  }
  return files;
}

/** What the fixed tags name in the registry; another commit's image under one of them is an error. */
function askRegistry(
  { ecrRepo, commit, fixedTags, aws }: RouterPreflightParameters,
  registry: string,
): Rerun {
  try {
    const { registry: host, login } = gigEcrLogin({ ...aws, region: aws.region ?? '', registry });
    const presentTags: string[] = [];
    let digest = '';
    for (const tag of fixedTags) {
      const found = gigEcrInspect({ registry: host, repository: ecrRepo, tag, login });
      if (found.present && found.revision !== commit) {
        throw new Error(
          `the tag ${tag} of ${ecrRepo} names the image of another commit (${found.revision}) for ever: ` +
            'tags are used once; change the parameter tags, or start a new build',
        );
      }
      if (found.present) {
        presentTags.push(tag);
        digest = found.digest;
      }
    }
    return { registry: host, presentTags, digest };
  } finally {
    logout();
  }
}
