/** The controller of examples/real-jenkins, which no test runs: its files fit what the library asks for and each other. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..');
const folder = join(root, 'examples', 'real-jenkins');
const textOf = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

interface Parameter {
  readonly environment?: string;
  readonly defaultValue?: unknown;
  readonly type: { readonly credentials?: string; readonly parameters?: readonly Parameter[] };
}

/** The parameters of the pipeline, and those of its groups. */
function parametersOfPipeline(): readonly Parameter[] {
  const api = JSON.parse(textOf(root, 'groovy-out', 'api.json')) as {
    readonly variables: readonly { readonly name: string; readonly parameters: readonly Parameter[] }[];
  };
  const all = (parameters: readonly Parameter[]): readonly Parameter[] =>
    parameters.flatMap((parameter) => [parameter, ...all(parameter.type.parameters ?? [])]);
  return all(api.variables.find(({ name }) => name === 'gigRouterPipeline')?.parameters ?? []);
}

interface Configuration {
  readonly jenkins: {
    readonly globalNodeProperties: readonly {
      readonly envVars: { readonly env: readonly { readonly key: string; readonly value: string }[] };
    }[];
  };
  readonly credentials: {
    readonly system: {
      readonly domainCredentials: readonly {
        readonly credentials: readonly { readonly [type: string]: { readonly id: string } }[];
      }[];
    };
  };
  readonly unclassified: {
    readonly sonarGlobalConfiguration: { readonly installations: readonly { readonly name: string }[] };
    readonly globalUntrustedLibraries: {
      readonly libraries: readonly { readonly name: string; readonly defaultVersion: string }[];
    };
  };
}

const configuration = parse(textOf(folder, 'jenkins.yaml')) as Configuration;

test('every variable that a parameter is read from has the documented value', () => {
  const set = new Map(
    configuration.jenkins.globalNodeProperties.flatMap(({ envVars }) =>
      envVars.env.map(({ key, value }) => [key, value] as const),
    ),
  );
  const asked = parametersOfPipeline().flatMap(({ environment = [] }) => environment);
  expect(asked).toEqual(
    expect.arrayContaining(['AWS_REGION', 'AWS_ACCOUNT_ID', 'NEXUS_URL', 'GIG_NOTIFY_URL']),
  );
  // What pip reads instead of the public index is one's own affair.
  for (const name of asked.filter((variable) => !variable.startsWith('PIP_')))
    expect([...set.keys()]).toContain(name);
  expect(Object.fromEntries(set)).toEqual({
    AWS_REGION: 'eu-north-1',
    AWS_ACCOUNT_ID: '231056963705',
    ECR_REGISTRY: '231056963705.dkr.ecr.eu-north-1.amazonaws.com',
    NEXUS_URL: 'http://51.20.143.84:8081',
    GIG_NOTIFY_URL: 'http://174.129.167.238:5678/webhook/essam',
  });
});

test('every credential and every server that the pipeline asks for by default is there', () => {
  const ids = configuration.credentials.system.domainCredentials.flatMap(({ credentials }) =>
    credentials.flatMap((credential) => Object.values(credential).map(({ id }) => id)),
  );
  const asked = parametersOfPipeline().flatMap(({ type, defaultValue }) =>
    type.credentials !== undefined && typeof defaultValue === 'string' ? [defaultValue] : [],
  );
  expect(asked).toEqual(expect.arrayContaining(['NVD_API_KEY', 'nexus-cred']));
  expect(ids).toEqual(expect.arrayContaining(asked));
  expect(configuration.unclassified.sonarGlobalConfiguration.installations[0]?.name).toBe('sonarqube');
  expect(configuration.unclassified.globalUntrustedLibraries.libraries[0]?.name).toBe('gig-ci');
});

test('the plugins that the library can do without are there, too', () => {
  const optional = [...textOf(root, 'groovy-out', 'plugins.txt').matchAll(/^# ([a-z0-9-]+)$/gm)].map(
    ([, name]) => name,
  );
  expect(optional).toContain('timestamper');
  expect(textOf(folder, 'plugins.txt').split('\n')).toEqual(expect.arrayContaining(optional));
});

test('the image is of one version, with packages of its Debian, and a view of the stages', () => {
  const [, version] =
    /^FROM jenkins\/jenkins:(\d+\.\d+\.\d+)-lts-jdk21$/m.exec(textOf(folder, 'Dockerfile')) ?? [];
  // From 2.528.1 on its Debian is 13, whose docker.io only recommends the command.
  expect(Number(version?.split('.')[1])).toBeGreaterThanOrEqual(528);
  expect(textOf(folder, 'Dockerfile')).toMatch(/install .* docker-cli /);
  expect(textOf(folder, 'plugins.txt').split('\n')).toContain('pipeline-graph-view');
});

test('the example loads a version that is there before anybody has set a tag', () => {
  const [library] = configuration.unclassified.globalUntrustedLibraries.libraries;
  expect(textOf(root, 'examples', 'gig-route', 'Jenkinsfile')).toContain(
    `@Library('${library?.name}@${library?.defaultVersion}') _`,
  );
});

test('what jenkins.yaml reads from the environment is what jenkins.env.example sets', () => {
  const text = textOf(folder, 'jenkins.yaml');
  const read = new Set(
    [...text.matchAll(/\$\{(\w+)\}|getenv\('(\w+)'\)/g)].map(([, one, other]) => one ?? other),
  );
  const set = textOf(folder, 'jenkins.env.example')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('=', 1)[0]);
  expect([...read].sort()).toEqual([...set].sort());
});

test('the compose file and the Dockerfile name files that exist', () => {
  const compose = parse(textOf(folder, 'compose.yaml')) as {
    readonly services: {
      readonly jenkins: { readonly build: { readonly context: string; readonly dockerfile: string } };
    };
  };
  const { context, dockerfile } = compose.services.jenkins.build;
  expect(join(folder, context)).toBe(root);
  const copied = [...textOf(join(folder, context), dockerfile).matchAll(/^COPY (\S+)/gm)].map(
    ([, path = '']) => path,
  );
  expect(copied.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  expect(copied).toHaveLength(3);
});
