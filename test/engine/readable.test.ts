/** The functions of examples/readable say the same whether they were compiled or written by hand. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../src/build/build';
import { runSteps, value } from './run-steps';
import { describeWithEngine } from './with-engine';

const examples = join(__dirname, '..', '..', 'examples', 'readable');

/** A call, and texts that are among what it says. */
const calls: readonly (readonly [call: string, ...said: readonly string[]])[] = [
  [
    `gigReleaseNotes(version: '1.2', changes: [[subject: 'feat: sign in', author: 'Grace'],
      [subject: 'fix: names', author: 'Ada'], [subject: 'feat: export', author: 'Ada']])`,
    'Release 1.2\\n+ sign in\\n+ export\\n! names\\n2 new, 1 corrected\\nThanks to Ada, Ada, Grace',
  ],
  ["gigReleaseNotes(version: '1.3', changes: [])", 'Nothing is new.'],
  [
    "gigDeployPlan(service: 'orders', target: 'production', registry: 'example.com')",
    '#orders: orders goes to production with 2 instances',
    '[image:example.com/orders, replicas:2, channel:#orders]',
  ],
  ["gigDeployPlan(service: 'orders', dryRun: true, notify: false)", 'orders would go to staging'],
  [
    "gigDeployPlan(service: 'orders', replicas: 3, notify: [channel: '#ops'])",
    '#ops: orders goes to staging with 3',
  ],
  ["gigImagePush(image: 'example.com/orders', tag: '42')", 'example.com/orders:42 is sha256:1'],
  ["gigSmokeTest(image: 'orders:42', pages: ['/', '/health'])", '/ answers', '/health answers'],
  [
    "gigNextVersion(version: '1.4.2', changes: ['fix', 'feature', 'other', 'fix'])",
    '1.4.2 -> 1.5.0',
    '[version:1.5.0, counts:[fix:2, feature:1, other:1]]',
  ],
  ["gigNextVersion(version: '1.4.2', changes: ['breaking', 'feature'])", '1.4.2 -> 2.0.0'],
  ["gigNextVersion(version: '1.4.2', changes: ['other'])", '1.4.2 -> 1.4.2'],
];

describeWithEngine('examples/readable', (load) => {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-readable-'));
  beforeAll(() => {
    cpSync(examples, folder, { recursive: true });
    expect(build(folder).diagnostics).toEqual([]);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** What a person sees: what is said, the stages, and which commands ran, whatever their variables are called. */
  async function seen(libraryFolder: string, call: string): Promise<readonly string[]> {
    const program = await load(`def result = ${call}\necho("result: \${result}")\n`, { libraryFolder });
    const answer = (step: { readonly arguments: unknown }) =>
      value(JSON.stringify(step.arguments).includes('returnStatus') ? 1 : 'sha256:1\n');
    const { steps, outcome } = await runSteps(program, { sh: answer });
    expect(outcome.kind).toBe('value');
    return steps
      .map((step) => step.replace(/^\S*\/\d+ /, ''))
      .filter((step) => /^(echo|stage|sh|archiveArtifacts) /.test(step))
      .map((step) => step.replace(/\$(?:\{GIG_(\w+)-\}|(\w+))/g, '$1$2'));
  }

  test.each(calls)('%s', async (call, ...said) => {
    const ours = await seen(join(folder, 'groovy-out'), call);
    expect(ours).toEqual(await seen(join(examples, 'hand-written'), call));
    for (const text of said) expect(ours.join('\n')).toContain(text);
  });
});
