/** `options.dryRun`: what it prints is what a run does, in the same order, and nothing of it happens. */
import type { RunRecord, StepEvent } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { describePipeline, documented, lineWith } from './router-pipeline';

jest.setTimeout(60_000);

/** A command with its stage and the names of its variables, e.g. `[Checkout] preflight.sh with GIG_TOOLS_COUNT`. */
type PlannedCommand = string;

/** The steps that a dry run may ask Jenkins for. */
const harmless = ['echo', 'libraryResource', 'retry', 'stage', 'timeout', 'timestamps', 'withEnv'];

const credentials: Scenario['credentials'] = {
  ...documented.credentials,
  stripe: { type: 'text' },
  maps: { type: 'text' },
  hook: { type: 'text' },
  git: { type: 'usernamePassword' },
  pypi: { type: 'usernamePassword' },
  aws: { type: 'aws' },
  cache: { type: 'aws' },
};

/** Arguments of the pipeline, what surrounds the run, and the answers that make a run go the way of the plan. */
const runs: readonly (readonly [name: string, parameters: string, scenario: Scenario])[] = [
  ['as it is', 'tests: [:]', {}],
  ['of a branch that does not publish', 'tests: [:]', { branch: 'feature/x' }],
  ['of a tag', "tags: ['semver', 'build', 'latest']", { tag: 'v1.2.3', branch: 'v1.2.3' }],
  [
    'of a pull request from a fork',
    "django: [secretEnv: [STRIPE_KEY: 'stripe']]",
    { branch: 'PR-7', pullRequest: { id: 7, target: 'main', fork: true } },
  ],
  [
    'with secrets for the tests, AWS credentials and a cache',
    `django: [secretEnv: [STRIPE_KEY: 'stripe', MAPS_KEY: 'maps'], env: [SHOP: 'a']], aws: [credentialsId: 'aws'],
     image: [cache: 'registry', cacheRepo: '231056963705.dkr.ecr.eu-north-1.amazonaws.com/cache', cacheCredentialsId: 'cache', labels: [a: 'b']],
     python: [indexUrl: 'https://pypi.example.com/simple', indexCredentialsId: 'pypi'], notify: [credentialsId: 'hook']`,
    { credentials },
  ],
  ['with most of it off', 'sonar: false, owasp: false, nexus: false, trivy: false, notify: false', {}],
  ['without an image', 'image: false, database: false, django: [collectStatic: false]', {}],
  [
    'with another repository, database and gate',
    `checkout: [url: 'https://git.example.com/orders.git', branch: 'v2', credentialsId: 'git'],
     database: [host: 'db.example.com'], sonar: [wait: 'webhook'], tests: [workers: 2, arguments: ['-x', '--lf']],
     trivy: [gate: 'fail'], owasp: [failOnCvss: 7.5]`,
    { credentials, commands: [{ command: 'trivy-scan.sh', outputs: { findings: 0 } }] },
  ],
  ['where plugins are missing', 'tests: [:]', { missingSteps: ['recordCoverage', 'timestamps'] }],
];

describePipeline('a dry run of gigRouterPipeline', (pipeline) => {
  test.each(runs)('prints the commands of a run %s', async (_name, parameters, scenario) => {
    const real = pipeline.runDirect(lineWith(parameters), scenario);
    expect(real.failure).toBeUndefined();
    const dry = await pipeline.run(lineWith(`${parameters}, options: [dryRun: true]`), scenario);
    expect(dry.result).toBe('SUCCESS');
    expect(planned(dry, real)).toEqual(commandsOf(real));
    expect(commandsOf(real).length).toBeGreaterThan(10);
  });

  test.each(runs)('does nothing else: a run %s', async (_name, parameters, scenario) => {
    const dry = await pipeline.run(lineWith(`${parameters}, options: [dryRun: true]`), scenario);
    expect([...new Set(dry.events.map(({ operation }) => operation))].sort()).toEqual(
      harmless.filter((name) => scenario.missingSteps?.includes(name) !== true || name === 'timestamps'),
    );
    expect(dry.sent).toEqual([]);
    expect(dry.events.flatMap(({ effects }) => effects ?? [])).toEqual([]);
    expect(dry.stages).toHaveLength(16);
  });

  test('says which credentials a run binds, and shows no value of a variable that it sets', async () => {
    const { log } = await pipeline.run(
      lineWith(
        "options: [dryRun: true], aws: [credentialsId: 'publisher'], database: [password: 'pa55'], notify: [url: 'https://hooks.example.com/secret']",
      ),
    );
    expect(log).toContain("[Push to ECR] would run withCredentials 'publisher'");
    expect(log.join('\n')).not.toMatch(/pa55|hooks.example.com/);
  });

  test('a stage that is off is skipped as in a run', async () => {
    const dry = await pipeline.run(lineWith('sonar: false, options: [dryRun: true]'));
    expect(dry.stages.filter(({ skipped }) => skipped !== undefined).map(({ name }) => name)).toEqual([
      'SonarQube Analysis',
      'SonarQube Quality Gate',
    ]);
  });

  test('needs no agent, and no answer of one: neither the tools nor the credentials are there', async () => {
    const nothing: Scenario = {
      tools: [],
      credentials: {},
      files: {},
      commands: [{ command: '.sh', exit: 1 }],
    };
    expect((await pipeline.run(lineWith('options: [dryRun: true]'), nothing)).result).toBe('SUCCESS');
  });

  test('goes on without the addresses that a run needs, with others that it says are made up', async () => {
    const nowhere: Scenario = { environment: {} };
    const call = (options: string): string => `gigRouterPipeline(ecrRepo: 'orders'${options})`;
    const { result, log } = await pipeline.run(call(', options: [dryRun: true]'), nowhere);
    expect(result).toBe('SUCCESS');
    const said =
      'AWS_REGION=made-up-region, AWS_ACCOUNT_ID=000000000000, NEXUS_URL=https://nexus.made-up.invalid';
    expect(log.filter((line) => line.includes('made up'))).toEqual([
      `Set neither in the call nor in Jenkins, so made up for this dry run: ${said}`,
    ]);
    expect(log.join('\n')).toContain('000000000000.dkr.ecr.made-up-region.amazonaws.com');
    expect(log.join('\n')).toMatch(/\[Push to ECR\] would run ecr-push\.sh/);
    expect((await pipeline.run(call(''), nowhere)).result).toBe('FAILURE');
  });

  test('makes up only what is set nowhere, and what it needs', async () => {
    const linesOf = async (
      parameters: string,
      environment: { readonly [name: string]: string },
    ): Promise<readonly string[]> => {
      const call = `gigRouterPipeline(ecrRepo: 'orders', ${parameters}, options: [dryRun: true])`;
      const { result, log } = await pipeline.run(call, { environment });
      expect(result).toBe('SUCCESS');
      return log.flatMap((line) => /made up for this dry run: (.*)$/.exec(line)?.slice(1) ?? []);
    };
    expect(await linesOf("nexus: [url: 'https://nexus.example.com']", { AWS_REGION: 'eu-west-1' })).toEqual(
      [],
    );
    expect(await linesOf('nexus: false, image: false, trivy: false', {})).toEqual([]);
    const registry = { ECR_REGISTRY: '231056963705.dkr.ecr.eu-north-1.amazonaws.com' };
    expect(await linesOf('nexus: false', registry)).toEqual(['AWS_REGION=made-up-region']);
  });

  test.each([{ parameters: { GIG_DRY_RUN: false } }, { parameters: { GIG_DRY_RUN: 'yes' } }])(
    'is nothing that somebody else begins: %j',
    async (surroundings) => {
      const { result, failure } = await pipeline.run(undefined, surroundings);
      expect(result).toBe('FAILURE');
      expect(failure?.message).toContain('GIG_DRY_RUN             is set in the environment of this build');
    },
  );

  test('a wrong call fails as always', async () => {
    const { result, log } = await pipeline.run(lineWith("options: [dryRun: 'yes']"));
    expect(result).toBe('FAILURE');
    expect(log.join('\n')).toContain("options.dryRun          is not true or false: 'yes'");
  });
});

/** What the log of a dry run says of commands. Steps other than commands are no part of it. */
function planned({ log }: RunRecord, real: RunRecord): readonly PlannedCommand[] {
  const names = new Set(real.events.flatMap(({ operation }) => (operation === 'sh' ? [] : [operation])));
  return log
    .flatMap((line) => /^(\[.*\]) would run (.*)$/.exec(line)?.slice(1) ?? [])
    .reduce<string[][]>((lines, part, index) => {
      if (index % 2 === 0) lines.push([part]);
      else lines.at(-1)?.push(part);
      return lines;
    }, [])
    .filter(([, what = '']) => !names.has(what.replace(/ '.*$/, '')))
    .map((parts) => parts.join(' '));
}

/** The commands of a run, as a dry run prints them. */
function commandsOf(record: RunRecord): readonly PlannedCommand[] {
  return record.events
    .filter(({ operation }) => operation === 'sh')
    .map((event) => {
      const { label, script } = event.arguments;
      const names = event.environment ?? [];
      const variables = names.length === 0 ? '' : ` with ${names.join(', ')}`;
      return `[${stageOf(record, event)}] ${textOf(label ?? script)}${variables}`;
    });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function stageOf({ stages }: RunRecord, { thread }: StepEvent): string {
  const around = stages.filter((stage) => `${thread}/`.startsWith(`${stage.thread}/`));
  return around.sort((one, other) => other.thread.length - one.thread.length)[0]?.name ?? '-';
}
