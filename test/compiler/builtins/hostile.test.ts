/** Every member of the language on hostile values: what compiled Groovy gives is what plain Node gives, or both fail. */
import { runInThisContext } from 'node:vm';
import fc from 'fast-check';
import ts from 'typescript';
import { builtins } from '../../../src/compiler/builtins';
import { asResult } from '../../runtime/helpers';
import { GROOVY_TIMEOUT_MILLISECONDS } from '../../support/groovy';
import { describeWithJava } from '../../support/java';
import { functionsFor, operators, type HostileFunction } from './hostile-functions';
import { callModule, type CallResult } from './on-groovy';

const tuples = 150;
const notFinite = 'not finite';

/** Functions by name, as plain JavaScript. */
function inNode(text: string): { readonly [name: string]: (...values: unknown[]) => unknown } {
  const { outputText } = ts.transpileModule(text, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  const names = [...text.matchAll(/^export function (\w+)/gm)].map(([, name]) => name).join(', ');
  const code = outputText.replace(/^export /gm, '');
  return runInThisContext(`(() => { ${code}; return { ${names} }; })()`) as ReturnType<typeof inNode>;
}

/** What is not finite fails in gig-ci: neither NaN nor infinities exist. */
function direct(call: (...values: unknown[]) => unknown, values: readonly unknown[]): CallResult {
  try {
    const value = call(...structuredClone(values));
    if (typeof value === 'number' && !Number.isFinite(value)) return { thrown: notFinite };
    return { value: asResult(value) };
  } catch (thrown) {
    return { thrown: thrown instanceof Error ? thrown.message : String(thrown).replace('RangeError: ', '') };
  }
}

describeWithJava('members of the language on hostile values', () => {
  const functions = [...builtins.flatMap((entry) => functionsFor(entry)), ...operators];

  test('every member has a function', () => {
    const missing = builtins.filter((entry) => functionsFor(entry).length === 0);
    expect(missing.map(({ owner, member }) => `${owner}.${member}`)).toEqual([]);
  });

  test(
    'give what JavaScript gives',
    async () => {
      const text = functions.map(({ source }) => source).join('\n');
      const plain = inNode(text);
      const calls = functions.flatMap(({ name, values }: HostileFunction) =>
        fc.sample(values, { numRuns: tuples, seed: 20 }).map((given) => ({ name, values: given })),
      );
      const expected = calls.map(({ name, values }) => direct(plain[name]!, values));
      const actual = await callModule(text, calls);
      const differences = calls.flatMap(({ name, values }, position) => {
        const [left, right] = [expected[position]!, actual[position]!];
        const areEqual =
          'thrown' in left || 'thrown' in right
            ? 'thrown' in left && 'thrown' in right && [notFinite, right.thrown].includes(left.thrown)
            : JSON.stringify(left.value) === JSON.stringify(right.value);
        return areEqual
          ? []
          : [
              `${name}(${JSON.stringify(values).slice(1, -1)}): ${JSON.stringify([left, right])}`.slice(
                0,
                400,
              ),
            ];
      });
      const firstOfEach = new Map(differences.map((line) => [line.split('(', 1)[0], line] as const));
      expect([...firstOfEach.values()]).toEqual([]);
    },
    GROOVY_TIMEOUT_MILLISECONDS,
  );
});
