/**
 * The third oracle: what TypeScript itself makes of a program, run by Node, with steps that only record. Nothing of the
 * compiler and nothing of the direct world takes part.
 */
import { posix } from 'node:path';
import { createContext, runInContext } from 'node:vm';
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

/** What a program echoes in Node. */
export interface PlainTrace {
  readonly said: readonly string[];
  /** Whether all numbers were finite, as those of the language always are: others fail there, and go on in JavaScript. */
  readonly isFinite: boolean;
}

/** Runs a program in Node. */
export function plainTrace(program: Program): PlainTrace {
  const said: string[] = [];
  let allFinite = true;
  const watch = (value: unknown): unknown => {
    if (typeof value === 'number' && !Number.isFinite(value)) allFinite = false;
    return value;
  };
  // One realm for all modules: an error of another one would be no Error.
  const realm = createContext({ [watcher]: watch, echo: (message: string) => said.push(message) });
  runInContext(withoutInheritance, realm);
  const loaded = new Map<string, Exports>();
  const load = (path: string): Exports => {
    const known = loaded.get(path);
    if (known !== undefined) return known;
    const exports = {};
    loaded.set(path, exports);
    const { outputText } = ts.transpileModule(program.files.get(path) ?? '', {
      compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS },
      transformers: { before: [watchNumbers] },
    });
    const resolve = (request: string): object =>
      request === 'gig-ci/jenkins' ? recorder(said) : load(`${posix.join(posix.dirname(path), request)}.ts`);
    const module = runInContext(`(exports, require) => {${outputText}\n}`, realm) as (
      exports: object,
      require: (request: string) => object,
    ) => void;
    module(exports, resolve);
    return exports;
  };
  const { default: main } = load(`vars/${program.name}.ts`);
  // A call has no types.
  runInContext(program.call, Object.assign(realm, { [program.name]: main }));
  return { said, isFinite: allFinite };
}

const watcher = '__watched';

/** Hands what operators and calls give to the watcher; what is only skipped behind `?.` must stay in one piece. */
function watchNumbers(context: ts.TransformationContext): ts.Transformer<ts.SourceFile> {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    const inner = ts.visitEachChild(node, visit, context);
    const isWatched =
      ts.isBinaryExpression(inner) || (ts.isCallExpression(inner) && !ts.isOptionalChain(inner));
    return isWatched
      ? factory.createCallExpression(factory.createIdentifier(watcher), undefined, [inner])
      : inner;
  };
  return (file) => ts.visitEachChild(file, visit, context);
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
  { said, isFinite }: PlainTrace,
  direct: readonly string[],
):
  | { readonly index: number; readonly plain: string | undefined; readonly direct: string | undefined }
  | undefined {
  const length = Math.max(said.length, direct.length);
  const index = Array.from({ length }).findIndex((_line, at) => said[at] !== direct[at]);
  return index < 0 || !isFinite ? undefined : { index, plain: said[index], direct: direct[index] };
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
