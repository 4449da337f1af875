/** No value ever becomes shell text: hostile values arrive byte for byte, in real shells, and nothing else happens. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScript } from '../../src/model/scripts';
import { runnableScript } from '../../src/outputs/scripts';
import { describeInBothWorlds, openSources } from '../support';
import { thorough } from '../support/thorough';
import { canary, hostileValues, positions } from './hostile-values';
import { commandsOf, execute, memoised } from './recorded-commands';

const valuesInACommand = 12;
const valuesInACall = 600;
const values = hostileValues(thorough(5_000, valuesInACall));
const executeOnce = memoised(execute);

/** How a hole may stand in a command, and what arrives. */
const holes: readonly {
  readonly write: (name: string) => string;
  readonly arrives: (value: string) => string;
}[] = [
  { write: (name) => `\${${name}}`, arrives: (value) => value },
  { write: (name) => `"\${${name}}"`, arrives: (value) => value },
  { write: (name) => `"front-\${${name}}-end"`, arrives: (value) => `front-${value}-end` },
  { write: (name) => `"\${${name}}\${${name}}"`, arrives: (value) => value + value },
];
const scalars = Array.from({ length: valuesInACommand }, (_, index) => ({
  name: `value${index + 1}`,
  ...(holes[index % holes.length] ?? { write: String, arrives: String }),
}));

const script = `#!/usr/bin/env bash
# Prints its inputs, a NUL behind each.
# @env ONE       the first
# @env TWO       the second
# @env LIST list the others
set -euo pipefail

printf '%s\\0' "$GIG_ONE" "$GIG_TWO" "\${GIG_LIST[@]}"
`;
const published = runnableScript(readScript('print.sh', script).script);
const sources = {
  'resources/gig-ci/print.sh': script,
  'vars/gigInject.ts': `import { node, script, sh } from 'gig-ci/jenkins';

/** Parameters of {@link gigInject}. */
export interface InjectParameters {
  /** Values, ${valuesInACommand} for each command. */
  groups: string[][];
}

/**
 * Hands every value to commands in every way that there is.
 * @example gigInject(groups: [['a', 'b']])
 */
export default function gigInject({ groups }: InjectParameters): void {
  node('', () => {
    for (const group of groups) {
${scalars.map(({ name }, index) => `      const ${name} = group[${index}] ?? '';`).join('\n')}
      sh\`printf '%s\\\\0' ${scalars.map(({ name, write }) => write(name)).join(' ')}\`;
      sh\`printf '%s\\\\0' first \${group} last\`;
      script('print.sh', { ONE: value1, TWO: value2, LIST: group });
    }
  });
}
`,
};

/** Shells that agents have: bash, dash for Debian, busybox for Alpine and kaniko. */
const shells = [['bash'], ['dash'], ['busybox', 'sh']].filter(
  ([program = '']) => spawnSync(program, ['--help']).error === undefined,
);

function groupsOf(all: readonly string[], size: number): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}

/** A literal of a Jenkinsfile. */
function literal(text: string): string {
  const names: { readonly [character: string]: string } = { '\n': 'n', '\r': 'r', '\t': 't' };
  return `'${text.replace(/[\\'\n\r\t]/g, (character) => `\\${names[character] ?? character}`)}'`;
}

function callOf(groups: readonly (readonly string[])[]): string {
  return `gigInject(groups: [${groups.map((group) => `[${group.map(literal).join(', ')}]`).join(', ')}])`;
}

/** What the three commands of a group print. */
function expectedOf(group: readonly string[]): readonly string[] {
  const [one = '', two = ''] = group;
  return [
    scalars.map(({ arrives }, index) => arrives(group[index] ?? '')),
    ['first', ...group, 'last'],
    [one, two, ...group],
  ].map((printed) => printed.map((text) => `${text}\0`).join(''));
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gig-ci-injection-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

(shells.length === 3 ? test : test.skip)('bash, dash and busybox are there to be asked', () => {
  expect(shells).toHaveLength(3);
});

describeInBothWorlds(
  'hostile values',
  () => openSources(sources),
  (run) => {
    test.each(groupsOf(values, valuesInACall).map((part, index) => [index * valuesInACall, part] as const))(
      'from the %dth on arrive byte for byte in every shell',
      async (_first, part) => {
        const groups = groupsOf(part, valuesInACommand);
        const record = await run(callOf(groups));
        expect(record.failure).toBeUndefined();
        const commands = commandsOf(record, () => published);
        const expected = groups.flatMap(expectedOf);
        for (const shell of shells) {
          const printed = commands.map((command) => executeOnce(command, shell, folder).toString());
          expect(printed).toEqual(expected);
        }
        expect(readdirSync(folder).filter((name) => name !== '.script.sh')).toEqual([]);
      },
      120_000,
    );
  },
  () => [],
);

test('the same values break a command that they are pasted into', () => {
  const naive = positions.map((value) => ({ script: `printf '%s\\0' ${value}`, variables: [], value }));
  const arrived = naive.filter(({ value, ...command }) => {
    try {
      return execute(command, ['bash'], folder).toString() === `${value}\0`;
    } catch {
      return false;
    }
  });
  expect(arrived.length).toBeLessThan(positions.length / 2);
  expect(readdirSync(folder)).not.toContain(canary);
  execute({ script: `printf '%s' $(touch ${canary})`, variables: [] }, ['bash'], folder);
  expect(readdirSync(folder)).toContain(canary);
});
