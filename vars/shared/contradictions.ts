/** What is wrong with a call although each parameter is well-formed for itself. */
import { dockerCacheReason } from './builders';
import { toolImageProblem, type ToolParameters, type ToolsParameters } from './images';
import { isValidTag } from './tags';

/** The parameters that may contradict each other, or that a pattern cannot check. */
export interface PipelineCall {
  readonly ecrRepo: string;
  readonly tags?: readonly string[];
  readonly image?: false | ImagePart;
  readonly aws?: AwsPart;
  readonly ecr?: EcrPart;
  readonly django?: false | DjangoPart;
  readonly nexus?: false | NexusPart;
  readonly tools?: ToolsParameters;
}

interface AwsPart {
  readonly credentialsId?: string;
}

interface NexusPart {
  readonly url?: string;
  readonly allowHttp?: boolean;
}

interface EcrPart {
  readonly createRepository?: boolean;
}

interface ImagePart {
  readonly builder?: string;
  readonly cache?: string;
  readonly cacheRepo?: string;
  readonly cacheCredentialsId?: string;
  readonly buildArgs?: { readonly [name: string]: string };
}

/** The variables of the group `django`. */
export interface DjangoPart {
  readonly env?: { readonly [name: string]: string };
  readonly secretEnv?: { readonly [name: string]: string };
}

/** One line for each contradiction; path and reason in two columns, as the check of a call shows them. */
export function contradictions({
  ecrRepo,
  // What is left out contradicts nothing.
  tags = ['build'],
  image = {},
  aws = {},
  ecr = {},
  django = {},
  nexus = {},
  tools = {},
}: PipelineCall): string[] {
  return [
    ...repositoryProblems(ecrRepo),
    ...tagProblems(tags),
    ...(image === false ? needlessRepository(ecr) : imageProblems(image, aws)),
    ...(django === false ? [] : variableProblems(django)),
    ...(nexus === false ? [] : addressProblems(nexus)),
    ...toolProblems(tools, image),
  ];
}

function repositoryProblems(ecrRepo: string): string[] {
  const isAddress = ecrRepo.includes('.amazonaws.com');
  if (!isAddress && !ecrRepo.includes(':')) {
    return [];
  }
  const path = isAddress
    ? ecrRepo.slice(ecrRepo.indexOf('.amazonaws.com')).split('/').slice(1).join('/')
    : ecrRepo;
  const more = isAddress
    ? 'the address of a registry; that comes from the group aws'
    : 'a tag; those come from tags';
  return [problem('ecrRepo', `holds ${more}: give the name alone, '${path.split(':')[0] ?? ''}'`)];
}

function tagProblems(tags: readonly string[]): string[] {
  const problems = tags
    .filter((word) => !isValidTag(word))
    .map((word) => problem('tags', `'${word}' is no tag: letters, digits, '_', '.' and '-', at most 128`));
  if (tags.every((word) => word === 'latest' || word === 'branch')) {
    problems.push(
      problem('tags', "all of them move: add one that names the image for ever, e.g. 'build-commit'"),
    );
  }
  return problems;
}

function addressProblems({ url = '', allowHttp = false }: NexusPart): string[] {
  return url.startsWith('http:') && !allowHttp
    ? [
        problem(
          'nexus.url',
          'is without https, so the password is readable on the way: nexus.allowHttp accepts that',
        ),
      ]
    : [];
}

function needlessRepository({ createRepository = false }: EcrPart): string[] {
  return createRepository
    ? [problem('ecr.createRepository', 'creates nothing while image is false: leave it out')]
    : [];
}

function imageProblems(
  { builder, cache, cacheRepo, cacheCredentialsId, buildArgs = {} }: ImagePart,
  { credentialsId }: AwsPart,
): string[] {
  const problems = Object.keys(buildArgs)
    .filter((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
    .map((name) => problem(`image.buildArgs.${name}`, 'is no name of a build argument'));
  if (builder === 'docker' && cache !== undefined && cache !== 'none') {
    problems.push(problem('image.cache', dockerCacheReason));
  }
  if (cache === 'registry' && cacheRepo === undefined) {
    problems.push(
      problem(
        'image.cacheRepo',
        "is required with image.cache: 'registry': registry and name of a repository for layers",
      ),
    );
  }
  if (cacheRepo !== undefined && !cacheRepo.includes('/')) {
    problems.push(problem('image.cacheRepo', 'lacks the host name of its registry: <registry>/<repository>'));
  }
  if (cacheCredentialsId !== undefined && cacheCredentialsId === credentialsId) {
    problems.push(
      problem(
        'image.cacheCredentialsId',
        'are the credentials that publish: commands of the Dockerfile could read them; give those of an identity for cacheRepo',
      ),
    );
  }
  return problems;
}

function toolProblems(
  { kaniko, trivy, owasp, sonarScanner, aws }: ToolsParameters,
  image: false | ImagePart,
): string[] {
  const isUnused = image !== false && image.builder !== undefined && image.builder !== 'kaniko';
  const problems = [
    ...toolProblem('kaniko', kaniko),
    ...toolProblem('trivy', trivy),
    ...toolProblem('owasp', owasp),
    ...toolProblem('sonarScanner', sonarScanner),
    ...toolProblem('aws', aws),
  ];
  if (isUnused && kaniko !== undefined) {
    problems.push(problem('tools.kaniko', 'is of no use with this image.builder: leave out one of them'));
  }
  return problems;
}

function toolProblem(tool: string, origin: ToolParameters | undefined): string[] {
  const { image, run } = origin ?? {};
  if (image !== undefined && run === 'path') {
    return [problem(`tools.${tool}.image`, "is of no use with run: 'path': leave out one of them")];
  }
  const reason = image === undefined ? '' : toolImageProblem(image);
  return reason === '' ? [] : [problem(`tools.${tool}.image`, reason)];
}

/** Variables that a service may not define. */
export function variableProblems({ env = {}, secretEnv = {} }: DjangoPart): string[] {
  const reason = 'may not be set: the tools of the agent or of gig-ci depend on it';
  const open = Object.keys(env).filter((name) => !isAllowedVariable(name));
  const secret = Object.keys(secretEnv).filter((name) => !isAllowedVariable(name));
  return [
    ...open.map((name) => problem(`django.env.${name}`, reason)),
    ...secret.map((name) => problem(`django.secretEnv.${name}`, reason)),
  ];
}

/** Path and reason in two columns. */
function problem(path: string, reason: string): string {
  return `${path.padEnd(23)} ${reason}`;
}

/** Whether a service may define a variable: none that leads a tool of the agent astray. */
function isAllowedVariable(name: string): boolean {
  const reserved = ['PATH', 'HOME', 'SHELL', 'IFS', 'ENV', 'BASH_ENV', 'WORKSPACE', 'WORKSPACE_TMP'];
  const prefixes = ['LD_', 'GIT_', 'DOCKER_', 'AWS_', 'GIG_', 'JENKINS_'];
  const upper = name.toUpperCase();
  return (
    /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) &&
    !reserved.includes(upper) &&
    !prefixes.some((prefix) => upper.startsWith(prefix))
  );
}
