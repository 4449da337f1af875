/**
 * The third oracle: what TypeScript itself makes of a program, run by Node, with steps that only record. Nothing of the
 * compiler and nothing of the direct world takes part.
 */
import { posix } from 'node:path';
import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import type { RunRecord } from '../../../src/simulator/record';
import type { Program } from '../writer/program';

/** An object of the language has the entries that the program gave it, and no others; `join` needs the way to text. */
const withoutInheritance = `for (const name of Object.getOwnPropertyNames(Object.prototype)) {
  if (name !== 'toString') delete Object.prototype[name];
}
`;

interface Exports {
  readonly default?: unknown;
}

/** What a program echoes; it ends where JavaScript's numbers leave those of the language, which are always finite. */
export function plainTrace(program: Program): readonly string[] {
  const said: string[] = [];
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const exports = {};
    loaded.set(path, exports);
    const { outputText } = ts.transpileModule(program.files.get(path) ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
    });
    const resolve = (request: string): object =>
      request === 'gig-ci/jenkins' ? recorder(said) : load(`${posix.join(posix.dirname(path), request)}.ts`);
    const code = `${withoutInheritance}(exports, require) => {${outputText}\n}`;
    const module = runInNewContext(code, {}) as (
      exports: object,
      require: (request: string) => object,
    ) => void;
    module(exports, resolve);
    return exports;
  };
  const { default: main } = load(`vars/${program.name}.ts`);
  const call = ts.transpileModule(program.call, { compilerOptions: { target: ts.ScriptTarget.ES2022 } });
  runInNewContext(call.outputText, { [program.name]: main, echo: (message: string) => said.push(message) });
  return said;
}

/** What a program echoed in a run of its batch. */
export function traceOf(record: RunRecord, { name }: Program): readonly string[] {
  const messages = record.events.flatMap(({ operation, arguments: { message } }) =>
    operation === 'echo' && typeof message === 'string' ? [message] : [],
  );
  const begin = messages.indexOf(`program ${name}`) + 1;
  const end = messages.findIndex((message, index) => index >= begin && message.startsWith('program '));
  return messages.slice(begin, end < 0 ? undefined : end);
}

/** The first place at which the traces differ. */
export function traceDifference(
  plain: readonly string[],
  direct: readonly string[],
):
  | { readonly index: number; readonly plain: string | undefined; readonly direct: string | undefined }
  | undefined {
  for (let index = 0; index < Math.max(plain.length, direct.length); index++) {
    if (/not a (finite )?number/.test(direct[index] ?? '')) return undefined;
    if (plain[index] !== direct[index]) return { index, plain: plain[index], direct: direct[index] };
  }
  return undefined;
}

/** Steps that run their body and do nothing else. */
function recorder(said: string[]): object {
  const runLast = (...parameters: readonly unknown[]): unknown => {
    const body = parameters.at(-1);
    return typeof body === 'function' ? (body as () => unknown)() : undefined;
  };
  return {
    echo: (message: string) => said.push(message),
    ...Object.fromEntries(
      ['stage', 'withEnv', 'withAwsCredentials', 'timestamps', 'dir', 'lock', 'withDeadline'].map((name) => [
        name,
        runLast,
      ]),
    ),
  };
}
