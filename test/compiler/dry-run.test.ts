/** `withDryRun` and `effectiveParameters`: the same in both worlds, for whatever a program does inside. */
import { describeInBothWorlds, openSources } from '../support';

const sources = {
  'vars/gigPlan.ts': `
    import { echo, effectiveParameters, fileExists, ifInstalled, junit, lock, node, parallel, readFile, recordCoverage, sh, sleep, stage, withDryRun, withEnv, withSecretLogin } from 'gig-ci/jenkins';
    import { tag } from './gigTag';
    /** Parameters of {@link gigPlan}. */
    export interface PlanParameters {
      /** What is run. */
      words?: string[];
      /** A closure of the Jenkinsfile. */
      hook?: () => void;
      /** Fails. */
      fails?: boolean;
    }
    /** Plans. */
    export default function gigPlan(given: PlanParameters): void {
      echo(effectiveParameters(given));
      node('', () => { sh\`before\`; });
      withDryRun(() => work(given));
      node('', () => { sh\`after\`; });
    }
    function work({ words = ['a', 'b c'], hook, fails = false }: PlanParameters): void {
      stage('Outer', () => {
        node('linux', () => {
          echo(\`\${sh.output\`date\`}|\${sh.status\`test -e x\`}|\${readFile('x')}|\${fileExists('y')}\`);
          withEnv({ GIG_A: '1', DB_HOST: 'x', 'PATH+TOOLS': '/t' }, () => {
            withEnv({ gig_a: '2', DB_HOST: '' }, () => { sh\`run \${words}\`; });
          });
          withSecretLogin('nexus', (username, password) => { sh\`login \${username} \${password}\`; });
          stage('Inner', () => { ifInstalled('recordCoverage', () => { recordCoverage({ tools: [{ parser: 'COBERTURA', pattern: 'x.xml' }] }); }); });
          parallel({ one: () => { sh\`one\`; }, two: () => { lock('door', () => { sh\`two\`; }); } });
          echo(\`Skipped: \${junit({ testResults: 'x.xml' }).totalCount} \${tag('1')}\`);
          sleep(words.length);
          hook?.();
          try {
            if (fails) {
              throw new Error('failed on purpose');
            }
          } finally {
            sh\`clean\`;
          }
        });
      });
    }`,
  'vars/gigTag.ts': `
    import { milestone, sh, sleep } from 'gig-ci/jenkins';
    /** Tags. */
    export default function gigTag(): void { tag('x'); }
    /** Tags, too. */
    export function tag(name: string): string {
      milestone({});
      sleep(5);
      sh\`tag \${name}\`;
      return \`tag-\${name}\`;
    }`,
};

describeInBothWorlds(
  'a dry run',
  () => openSources(sources),
  (run) => {
    test('prints each command with the names of what surrounds it, and runs the rest', async () => {
      const { failure, events, log } = await run('gigPlan(words: [])', { missingSteps: ['recordCoverage'] });
      expect(failure).toBeUndefined();
      expect(log.filter((line) => line.startsWith('[') || line.startsWith('Skipped'))).toEqual([
        "[Outer] would run node 'linux'",
        '[Outer] would run date',
        '[Outer] would run test -e x',
        '[Outer] would print: |0||true',
        expect.stringMatching(/^\[Outer\] would run set --$/),
        "[Outer] would run withCredentials 'nexus'",
        '[Outer] would run login "${GIG_USERNAME-}" "${GIG_PASSWORD-}" with GIG_PASSWORD, GIG_USERNAME',
        '[Inner] would run recordCoverage',
        '[Outer] would run one',
        "[Outer] would run lock 'door'",
        '[Outer] would run two',
        '[Outer] would run junit',
        '[Outer] would run milestone',
        '[Outer] would run sleep',
        '[Outer] would run tag "${GIG_NAME-}" with GIG_NAME',
        'Skipped: 0 tag-1',
        '[Outer] would run sleep',
        '[Outer] would run clean',
      ]);
      expect(log).toContain('run "$@" with GIG_A, GIG_WORDS_COUNT, PATH');
      expect(
        events.filter(({ operation }) => operation === 'sh').map(({ arguments: { script } }) => script),
      ).toEqual(['before', 'after']);
    });

    test('fails as a run does', async () => {
      const { failure, log } = await run('gigPlan(fails: true)');
      expect(failure).toEqual({ kind: 'error', message: 'failed on purpose' });
      expect(log).toContain('[Outer] would run clean');
    });

    test('what applies is said with its origin', async () => {
      const { log } = await run("gigPlan(words: ['x'])");
      expect(log.slice(0, 3)).toEqual([
        'Parameters of gigPlan, with the origin of what is not the default:',
        "  words    ['x'] [call]",
        '  fails    false',
      ]);
      expect(log[3]).toBe('  not set  hook');
    });
  },
  () => ['restart at every step'],
);
