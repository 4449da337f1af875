/** A small library that uses every kind of step and primitive. */

export const sources = {
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
      run --port=\${port} \\\\
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
import { agent, echo, parallel, retry, stage, timestamps, withDeadline, withOutcome } from 'gig-ci/jenkins';

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
`,
  'vars/gigCaller.ts': `
import { echo } from 'gig-ci/jenkins';
import gigCallee, { stop } from './gigCallee';
import { twice } from './shared/sums';

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
  'vars/shared/sums.ts': `
export function twice(n: number): number {
  return n * 2;
}
`,
  'resources/gig-ci/start.sh': `#!/usr/bin/env bash
# Starts a container.
# @env      IMAGE             image to run
# @env      NAME?             name of the container
# @env      ARGUMENTS list    arguments of the command
# @secret   PASSWORD          password of the user
# @out      port integer 4915 port on the host
# @out      names list a,b    names
set -euo pipefail
exec 3>&1 1>&2
docker run --name "$GIG_NAME" -e PASSWORD "$GIG_IMAGE" "\${GIG_ARGUMENTS[@]}"
printf '%s\\n' "$GIG_PASSWORD" > password
echo "port=4915" >&3
echo "names=a" >&3
`,
  'vars/gigScript.ts': `
import { echo, node, script, withSecretText } from 'gig-ci/jenkins';

/** Runs a script. */
export default function gigScript(): void {
  node(() => {
    withSecretText('secret', (password) => {
      for (const name of [undefined, 'db']) {
        const started = script('start.sh', { IMAGE: 'postgres:15', NAME: name, ARGUMENTS: ['-c', 'x y'], PASSWORD: password });
        echo(\`\${started.port + 1} \${started.names.join(',')}\`);
      }
    });
  });
}
`,
};
