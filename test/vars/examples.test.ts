/** Every example that the help and the reference show, run on the engine as somebody would who copies it into a `node`. */
import { join } from 'node:path';
import { compileLibrary } from '../../src/build/compile-library';
import type { Scenario } from '../../src/simulator/scenario';
import { openLibrary, type Library } from '../../src/testing/library';
import { describeWithJava } from '../support/java';
import { documented } from './router-pipeline';

const root = join(__dirname, '..', '..');
const examples = compileLibrary(root).definitions.models.flatMap(({ examples: calls }) => calls);

/** What opens a `node` itself. */
const pipelines = /^gigRouterPipeline\b/;

/** What the examples take from the calls before them. */
const made = `def host = '123456789012.dkr.ecr.eu-west-1.amazonaws.com'
def folder = '.gig-ci/login'
def id = 'sha256:0f4b'
def digest = 'sha256:0f4b'
`;

/** The documented scenario, with the credentials that the examples name. */
const scenario: Scenario = {
  ...documented,
  environment: { ...documented.environment, GIT_COMMIT: 'a3f5c21d9b7e4f60812c3d5a6b7e8f9012345678' },
  credentials: { ...documented.credentials, 'aws-publisher': { type: 'aws' } },
  tools: [...(documented.tools ?? []), 'buildah'],
};

describeWithJava('the examples', () => {
  jest.setTimeout(60_000);
  let library: Library;
  beforeAll(async () => {
    library = openLibrary(root);
    await library.startEngine();
  }, 300_000);
  afterAll(() => library.close());

  test.each(examples)('%s', async (example) => {
    const before = example.startsWith('gigSonarGate') ? "gigSonarAnalysis(directory: 'backend')\n" : '';
    const text = pipelines.test(example) ? example : `${made}node {\n${before}${example}\n}`;
    const { result, failure } = await library.runEngine(
      { path: 'Jenkinsfile', text: `@Library('gig-ci@v1') _\n${text}\n` },
      { scenario },
    );
    if (example.includes("gate: 'fail'")) expect(failure?.message).toContain('Trivy found 3 problems');
    else expect({ result, failure }).toEqual({ result: 'SUCCESS', failure: undefined });
  });
});
