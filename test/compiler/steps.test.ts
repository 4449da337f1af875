/** Steps and primitives ask for the same in both worlds: what the simulator was asked, written down. */
import type { Library } from '../../src/testing/library';
import { engineMissing, openSources, runBoth } from '../support/two-worlds';

const sources = {
  'vars/gigShell.ts': `
import { echo, node, sh, withEnv, withSecretLogin, withSecretText } from 'gig-ci/jenkins';

/** Parameters of {@link gigShell}. */
export interface ShellParameters {
  /** Image. */
  image: string;
  /** Words. */
  words?: readonly string[];
  /** Port. */
  port?: number;
}

/** Runs commands. */
export default function gigShell({ image, words = [], port = 80 }: ShellParameters): void {
  node('linux', () => {
    sh\`docker pull \${image} && docker pull "\${image}"\`;
    sh\`
      run --port=\${port} \\
        \${words}
    \`;
    const digest = sh.output\`docker inspect \${image}\`;
    echo(digest);
    echo(\`\${sh.status\`test -e \${image}\`}\`);
    sh\`true\`;
    withEnv({ DB_PORT: \`\${port}\`, EMPTY: '' }, () => { sh\`env\`; });
    withSecretText('token', (token) => { sh\`curl -H "X: \${token}" \${image}\`; });
    withSecretLogin('login', (username, password) => { sh\`login "\${username}" "\${password}"\`; });
  });
}
`,
  'vars/gigFlow.ts': `
import { agent, echo, error_, parallel, retry, stage, timestamps, withDeadline, withOutcome } from 'gig-ci/jenkins';

/** Flow. */
export default function gigFlow(): void {
  timestamps(() => {
    const results = parallel({ one: () => 'first', 'number two': () => stage('inner', () => 'second') }, { failFast: true });
    echo(\`\${results['one'] ?? ''} \${results['number two'] ?? ''}\`);
  });
  const branches: { [name: string]: () => string } = {};
  for (const name of ['a', 'b']) branches[name] = () => \`\${name}!\`;
  const computed = parallel(branches);
  echo(Object.values(computed).join(' '));
  const kept = retry({ count: 2, conditions: [agent()] }, () => 7);
  echo(\`\${kept + 1}\`);
  withDeadline(5, 'This', () => { echo('in time'); });
  withOutcome(
    () => { echo('work'); },
    (outcome) => { echo(outcome); },
  );
  try {
    withOutcome(
      () => { throw new Error('broken'); },
      (outcome) => { echo(outcome); },
    );
  } catch (failure) {
    echo(failure instanceof Error ? failure.message : '');
  }
}
`.replace(' error_,', ''),
  'vars/gigCaller.ts': `
import { echo } from 'gig-ci/jenkins';
import gigCallee, { stop } from './gigCallee';
import { twice } from './shared/numbers';

/** Calls. */
export default function gigCaller(): void {
  echo(gigCallee({ name: 'x', size: { width: twice(2) } }));
  echo(gigCallee({ name: 'y' }));
  stop('z');
}
`,
  'vars/gigCallee.ts': `
import { echo } from 'gig-ci/jenkins';

/** Parameters of {@link gigCallee}. */
export interface CalleeParameters {
  /** Name. */
  name: string;
  /** Size. */
  size?: {
    /** Width. */
    width?: number;
    /** Height. */
    height?: number;
  };
}

/**
 * Describes.
 * @returns the description
 */
export default function gigCallee({ name, size: { width = 1, height = 2.5 } = {} }: CalleeParameters): string {
  return \`\${name} \${width}x\${height}\`;
}

/** Stops. */
export function stop(name: string, reason?: string): void {
  echo(\`\${name} stopped: \${reason ?? 'done'}\`);
}
`,
  'vars/shared/numbers.ts': `
export function twice(n: number): number {
  return n * 2;
}
`,
};

describe('steps in both worlds', () => {
  let library: Library;

  beforeAll(async () => {
    library = openSources(sources);
    const missing = await engineMissing(library);
    if (missing !== undefined) throw new Error(missing);
  }, 120_000);
  afterAll(() => library.close());

  async function asked(call: string, ...operations: readonly string[]): Promise<readonly unknown[]> {
    const record = await runBoth(library, call);
    expect(record.failure).toBeUndefined();
    return record.events
      .filter(({ operation }) => operations.includes(operation))
      .map(({ operation, arguments: given }) => [operation, given]);
  }

  test('values travel as environment, never as text of the command', async () => {
    console.log(JSON.stringify(await asked("gigShell(image: 'a b', words: ['x', 'y z', ''])", 'sh', 'withEnv', 'withCredentials', 'echo'), undefined, 1));
  });
  test('flow', async () => {
    console.log(JSON.stringify(await asked('gigFlow()', 'echo', 'retry', 'parallel'), undefined, 1));
  });
  test('calls', async () => {
    console.log(JSON.stringify(await asked('gigCaller()', 'echo'), undefined, 1));
  });
});
