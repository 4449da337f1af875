/** What contradicts other arguments of a call: the check says what the call itself would say, where it knows enough. */
import { join } from 'node:path';
import { openLibrary } from '../../src/testing/library';
import { checkFile } from '../../src/check';
import { loadContradictions } from '../../src/check/contradictions';
import { CheckedLibrary } from '../../src/check/library';
import { realLibrary } from './real-library';
import { testLibrary } from './library';

const real = realLibrary();
const library = openLibrary(join(__dirname, '..', '..'));

/** Path and reason of what is found in the arguments of the pipeline. */
function found(parameters: string): readonly string[] {
  const { findings } = checkFile(file(parameters), real);
  return findings
    .filter(({ rule }) => rule === 'contradiction')
    .map(({ path = '', message }) => `${path.padEnd(23)} ${message}`);
}

function file(parameters: string): { readonly path: string; readonly text: string } {
  return { path: 'Jenkinsfile', text: `@Library('gig-ci@v1') _\ngigRouterPipeline(${parameters})` };
}

/** What the call says before it takes an agent. */
function said(parameters: string): readonly string[] {
  const { failure } = library.runDirect(file(parameters), { scenario: {} });
  const [head, ...lines] = failure?.kind === 'error' ? failure.message.split('\n') : [''];
  return /^gigRouterPipeline: \d+ problems?$/.test(head ?? '') ? lines.map((line) => line.trim()) : [];
}

test.each([
  "ecrRepo: '231056963705.dkr.ecr.eu-north-1.amazonaws.com/orders'",
  "ecrRepo: 'orders:1'",
  "ecrRepo: 'orders', tags: ['latest', 'a b']",
  "ecrRepo: 'orders', tags: ['latest', 'branch']",
  "ecrRepo: 'orders', image: [builder: 'docker', cache: 'local']",
  "ecrRepo: 'orders', image: [cache: 'registry']",
  "ecrRepo: 'orders', image: [cache: 'registry', cacheRepo: 'layers'], nexus: [url: 'http://nexus.example.com']",
  "ecrRepo: 'orders', aws: [credentialsId: 'a'], image: [cache: 'registry', cacheRepo: 'r.example.com/l', cacheCredentialsId: 'a']",
  "ecrRepo: 'orders', image: [buildArgs: ['A-B': 'x']], tools: [trivy: [run: 'path', image: 'x:1']]",
  "ecrRepo: 'orders', image: false, ecr: [createRepository: true]",
  "ecrRepo: 'orders', django: [env: [PATH: '/x'], secretEnv: [GIG_X: 'id']]",
  "ecrRepo: 'orders', tools: [kaniko: [image: 'kaniko:latest']], image: [builder: 'buildah']",
])('%s', (parameters) => {
  expect(said(parameters)).not.toEqual([]);
  expect([...found(parameters)].sort()).toEqual([...said(parameters)].sort());
});

test('stands where the argument is written', () => {
  const { findings } = checkFile(
    file("ecrRepo: 'orders',\n  image: [cache: 'registry', builder: 'docker']"),
    real,
  );
  expect(findings.map(({ line, column, path }) => `${line}:${column} ${path}`)).toEqual([
    '2:1 image.cacheRepo',
    '3:11 image.cache',
  ]);
});

test.each([
  ["ecrRepo: 'orders', tags: ['build', 'latest'], image: [cache: 'registry', cacheRepo: 'r.example.com/l']"],
  // Other problems come first, as in the call.
  ["ecrRepo: 'orders', image: [cache: 'registry'], aps: []"],
])('nothing of that is found in %s', (parameters) => {
  expect(found(parameters)).toEqual([]);
});

test.each([
  "ecrRepo: env.X, image: [cache: 'registry']",
  "ecrRepo: 'orders', image: [cache: x ? 'local' : 'registry']",
])('what only a run knows is left to it: %s', (parameters) => {
  expect(found(parameters)).toEqual([]);
  expect(checkFile(file(parameters), real).unchecked.map(({ reason }) => reason)).toContain(
    'whether the arguments of gigRouterPipeline contradict each other is known only at run time',
  );
});

test('what the environment of Jenkins may give is no mistake of the call', () => {
  const [deploy, ...others] = testLibrary().variables.values();
  const [first, ...rest] = deploy!.parameters;
  const inherited = {
    ...deploy!,
    parameters: [{ ...first!, required: false, environment: 'REPOSITORY', examples: ['shop'] }, ...rest],
  };
  const code = `module.exports = {
    checks: { gigDeploy: { file: 'a.ts', name: 'check' } },
    modules: { 'a.ts': (exports) => {
      exports.check = ({ repository, replicas }) => [
        ...(repository === undefined ? ['repository   is needed'] : []),
        ...(replicas === 3 ? ['replicas   is odd'] : []),
      ];
    } },
  };`;
  const checked = new CheckedLibrary(
    'gig-ci',
    [inherited, ...others],
    () => [],
    () => loadContradictions(code, 'x.js'),
  );
  const text = "@Library('gig-ci@v1') _\ngigDeploy(replicas: 3)";
  const { findings } = checkFile({ path: 'Jenkinsfile', text }, checked);
  expect(findings.map(({ path, message }) => `${path} ${message}`)).toEqual(['replicas is odd']);
});
