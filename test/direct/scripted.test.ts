/** Scripted Jenkinsfiles that Node reads do the same there as on the engine. */
import type { RunRecord } from '../../src/simulator/record';
import type { Scenario } from '../../src/simulator/scenario';
import { describeInBothWorlds, openSources } from '../support';

const library = {
  'vars/gigSay.ts': `
    import { echo, sh } from 'gig-ci/jenkins';
    /** Parameters of {@link gigSay}. */
    export interface SayParameters {
      /** What is said. */
      text: string;
      /** How often. */
      count?: number;
      /** In which words. */
      words?: string[];
      /** To whom. */
      names?: { readonly [name: string]: string };
    }
    /** Says something. */
    export default function gigSay({ text, count = 1, words = [], names = {} }: SayParameters): void {
      sh\`say \${text}\`;
      echo(\`\${text} \${count} \${words.join('+')} \${JSON.stringify(names)}\`);
    }`,
};

const scenario: Scenario = {
  branch: 'feature/x',
  environment: { REGION: 'eu-west-1' },
  parameters: { TARGET: 'prod', DRY: true, COUNT: 3 },
};

/** Jenkinsfiles, and what they say. */
const forms: readonly (readonly [form: string, text: string, said: readonly string[]])[] = [
  ['a call in a node', "node('linux') { gigSay(text: 'a') }", ['a 1  {}']],
  ['named arguments of a step', "node(label: 'linux') {\n  gigSay text: 'a', count: 2\n}", ['a 2  {}']],
  [
    'variables with values',
    "def text = 'a'\ndef words = ['x', text]\n" +
      'node {\n  def count = 4\n  gigSay(text: text, words: words, count: count)\n}',
    ['a 4 x+a {}'],
  ],
  [
    'a map variable',
    "def given = [text: 'a', names: [one: 'b', two: null]]\nnode { gigSay(given) }\nnode { gigSay given }",
    ['a 1  {"one":"b"}', 'a 1  {"one":"b"}'],
  ],
  [
    'GStrings',
    'def name = \'svc\'\nString tag = "${name}-$name"\nnode {\n' +
      '  gigSay(text: "${tag}: ${env.REGION} $env.NOTHING ${params.TARGET}\\t\\$x", words: ["${name}s"], names: [a: """b $name"""])\n}',
    ['svc-svc: eu-west-1 null prod\t$x 1 svcs {"a":"b svc"}'],
  ],
  [
    'params and env',
    'node { gigSay(text: params.TARGET, count: params.COUNT, words: [env.BRANCH_NAME], names: [a: params.MISSING]) }',
    ['prod 3 feature/x {}'],
  ],
  [
    'what changes inside a block',
    'echo "${env.NODE_NAME}"\nnode {\n  def where = env.NODE_NAME\n  stage(\'Say\') { gigSay(text: "${where} in ${env.STAGE_NAME}") }\n}',
    ['null', 'agent-1 in Say 1  {}'],
  ],
  [
    'steps of the catalogue',
    "timeout(time: 5, unit: 'MINUTES') {\n  node('') {\n    dir('sub') { sh 'make'; sh(script: 'true', label: 'yes') }\n    withEnv(['A=1']) { gigSay(text: 'a') }\n    writeFile file: 'x', text: 'y'\n    deleteDir()\n  }\n}\necho 'done'",
    ['a 1  {}', 'done'],
  ],
  [
    'several calls',
    "node { gigSay(text: 'a'); gigSay(text: 'b') }\nnode {\n  gigSay(text: 'c')\n}\n",
    ['a 1  {}', 'b 1  {}', 'c 1  {}'],
  ],
];

describeInBothWorlds(
  'scripted Jenkinsfiles',
  () => openSources(library),
  (run) => {
    test.each(forms)('%s', async (_form, text, said) => {
      const record = await run(text, scenario);
      expect(record.failure).toBeUndefined();
      expect(saidIn(record)).toEqual(said);
    });

    test('a wrong call in a block fails there, and what follows does not run', async () => {
      const record = await run("node { gigSay(txt: 'a') }\necho 'never'", scenario);
      expect(record.failure).toMatchObject({ kind: 'error' });
      expect(record.log.join('\n')).toContain(
        "txt                     is not a parameter; did you mean 'text'?",
      );
      expect(saidIn(record)).toEqual([]);
    });

    test('a step that nobody has fails as in Jenkins', async () => {
      const { failure } = await run("node { echoo message: 'a' }", scenario);
      expect(failure?.message).toContain("No such DSL method 'echoo' found among steps");
    });
  },
  () => ['restart at every step'],
);

function saidIn({ events }: RunRecord): readonly unknown[] {
  return events.filter(({ operation }) => operation === 'echo').map(({ arguments: { message } }) => message);
}
