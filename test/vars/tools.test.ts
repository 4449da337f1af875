/** Where the tools come from: their versions, and whether they run on the agent or in their images. */
import { describePipeline, documented, inputsOf, lineWith, scriptsOf } from './router-pipeline';
import { runScript, type ScriptResult } from './run-script';

jest.setTimeout(60_000);

const digest = `sha256:${'9b'.repeat(32)}`;
const own = [
  "kaniko: [image: 'r.example.com:5000/kaniko:v1']",
  `trivy: [image: 'r.example.com/trivy@${digest}']`,
  "owasp: [image: 'r.example.com/owasp:12']",
  "sonarScanner: [image: 'r.example.com/sonar:12.2']",
  "aws: [image: 'r.example.com/aws:2']",
].join(', ');

describePipeline('gigRouterPipeline', (pipeline) => {
  test('the images of a call are taken as they are, mirror or not', async () => {
    const environment = { ...documented.environment, GIG_IMAGE_MIRROR: 'mirror.example.com' };
    const record = await pipeline.run(lineWith(`tools: [${own}]`), { environment });
    expect(record.result).toBe('SUCCESS');
    const images = Object.fromEntries(
      [...new Set(scriptsOf(record))].flatMap((script) => {
        const { GIG_IMAGE: image = '' } = inputsOf(record, script);
        return image.startsWith('r.example.com') ? [[script, image]] : [];
      }),
    );
    expect(images).toEqual({
      'ecr-login.sh': 'r.example.com/aws:2',
      'kaniko-build.sh': 'r.example.com:5000/kaniko:v1',
      'owasp-check.sh': 'r.example.com/owasp:12',
      'sonar-scan.sh': 'r.example.com/sonar:12.2',
      'trivy-scan.sh': `r.example.com/trivy@${digest}`,
    });
  });

  test('each tool is told where to come from, and only that is looked for', async () => {
    const all = (run: string): string =>
      ['trivy', 'owasp', 'sonarScanner', 'aws'].map((tool) => `${tool}: [run: '${run}']`).join(', ');
    const has = ['bash', 'curl', 'docker', 'flock', 'git', 'python3'];
    const docker = await pipeline.run(lineWith(`tools: [${all('docker')}]`), { tools: has });
    expect(docker.result).toBe('SUCCESS');
    for (const script of ['trivy-scan.sh', 'owasp-check.sh', 'sonar-scan.sh', 'ecr-login.sh']) {
      expect(inputsOf(docker, script)).toMatchObject({ GIG_RUN: 'docker' });
    }
    const path = await pipeline.run(lineWith(`tools: [${all('path')}]`), { tools: has });
    const message = path.failure?.kind === 'error' ? path.failure.message : '';
    // The scanner is one that Jenkins installs.
    expect(message.split('\n').map((line) => line.replace(/: install it.*/, ''))).toEqual([
      'Not everything that this build needs is there:',
      '  tool dependency-check or dependency-check.sh',
      '  tool trivy',
      '  tool aws',
    ]);
  });

  test('an image without a version, and one that nobody would use, contradict the call', async () => {
    const record = await pipeline.run(
      lineWith(
        "image: [builder: 'docker'], tools: [kaniko: [image: 'kaniko'], trivy: [image: 'r.example.com:5000/trivy'], " +
          "owasp: [image: 'owasp:latest'], sonarScanner: [image: 'sonar@sha256:1'], aws: [run: 'path', image: 'aws:2']]",
      ),
    );
    const reason =
      "names no version: give a tag, which is not 'latest', or a digest, or tomorrow's build may run another program";
    expect(record.failure).toMatchObject({
      message: [
        'gigRouterPipeline: 6 problems',
        `  tools.kaniko.image      'kaniko' ${reason}`,
        `  tools.trivy.image       'r.example.com:5000/trivy' ${reason}`,
        `  tools.owasp.image       'owasp:latest' ${reason}`,
        `  tools.sonarScanner.image 'sonar@sha256:1' ${reason}`,
        "  tools.aws.image         is of no use with run: 'path': leave out one of them",
        '  tools.kaniko            is of no use with this image.builder: leave out one of them',
      ].join('\n'),
    });
    expect(scriptsOf(record)).toEqual([]);
  });

  test('a global variable that is called alone refuses the same', async () => {
    const failureOf = async (call: string): Promise<unknown> =>
      (await pipeline.run(`node { ${call} }`)).failure;
    expect(await failureOf("gigTrivyScan(tool: [image: 'trivy:latest'])")).toMatchObject({
      message: expect.stringMatching(/^tool\.image 'trivy:latest' names no version/),
    });
    expect(
      await failureOf("gigImageBuild(reference: 'shop:1', builder: 'docker', tool: [image: 'kaniko:1'])"),
    ).toMatchObject({ message: "tool.image is of no use with the builder 'docker': leave out one of them." });
  });
});

describe('by the real scripts', () => {
  const inputs: { readonly [script: string]: { readonly [name: string]: string | readonly string[] } } = {
    'trivy-scan.sh': {
      ARCHIVE: 'image.tar',
      REPORTS: 'r',
      SEVERITY: ['HIGH'],
      SCANNERS: ['vuln'],
      IGNORE_UNFIXED: 'false',
      DATABASE: 'offline',
      MINUTES: '1',
    },
    'owasp-check.sh': {
      REPORTS: 'r',
      DIRECTORY: '.',
      PROJECT: 'p',
      FORMATS: ['XML'],
      UPDATE: 'never',
      LOCK_SECONDS: '5',
    },
    'sonar-scan.sh': { DIRECTORY: '.' },
    'ecr-login.sh': { REGION: 'eu-north-1' },
  };
  const names = ['trivy', 'dependency-check', 'dependency-check.sh', 'sonar-scanner', 'aws'];
  const run = (script: string, where: string, there: boolean): ScriptResult =>
    runScript(script, {
      inputs: { BUILD: 'b', IMAGE: 'tool:1', RUN: where, ...inputs[script] },
      tools: {
        docker: '[[ $1 != create ]] || echo 3f2a; [[ $1 != start ]]',
        sleep: '',
        ...(there ? Object.fromEntries(names.map((name) => [name, 'exit 1'])) : {}),
      },
      lacks: names,
      files: { 'image.tar': '', 'sonar-project.properties': '' },
    });
  const usesImage = ({ calls }: ScriptResult): boolean =>
    calls.some((call) => call.startsWith('docker create') && call.includes('tool:1'));
  const usesPath = ({ calls }: ScriptResult): boolean =>
    calls.some((call) => names.includes(call.split(' ')[0] ?? ''));

  test.each(Object.keys(inputs))('%s: from the PATH, from its image, or only so', (script) => {
    expect([usesPath(run(script, 'auto', true)), usesImage(run(script, 'auto', true))]).toEqual([
      true,
      false,
    ]);
    expect([usesPath(run(script, 'auto', false)), usesImage(run(script, 'auto', false))]).toEqual([
      false,
      true,
    ]);
    expect([usesPath(run(script, 'docker', true)), usesImage(run(script, 'docker', true))]).toEqual([
      false,
      true,
    ]);
    expect(usesPath(run(script, 'path', true))).toBe(true);
    const refused = run(script, 'path', false);
    expect(usesImage(refused)).toBe(false);
    expect(refused.problem).toEqual([
      expect.stringMatching(/^[a-z-]+: command not found, and its parameter run is path\.$/),
      expect.stringContaining('let run be auto'),
    ]);
  });
});
