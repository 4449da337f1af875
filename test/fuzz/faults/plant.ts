/** Planting a fault: something of the compiler is replaced in memory, and put back afterwards. No file is changed. */
import type ts from 'typescript';
import { expressionTable } from '../../../src/compiler/syntax/expressions';
import { statementTable } from '../../../src/compiler/syntax/statements';
import { builtinFor, type Builtin } from '../../../src/compiler/builtins';
import type { Context } from '../../../src/compiler/lower/context';
import type { Edit } from '../run/batch';
import type { Expression, Statement } from '../../../src/groovy';

/** A mistake that a compiler could have. */
export interface Fault {
  /** What is wrong. */
  readonly name: string;
  /** Puts it in. @returns puts back what was there */
  readonly plant: () => () => void;
  /** A mistake in a runtime helper: path in the library, what stands there, what is written instead. */
  readonly helper?: Edit;
}

/** Replaces an exported function of a module; calls from other modules get the faulty one. */
export function inModule<Module extends object, Name extends keyof Module & string>(
  name: string,
  module: Module,
  member: Name,
  change: (original: Module[Name]) => Module[Name],
): Fault {
  return { name, plant: () => replace(module, member, change) };
}

/** Changes what a row of the table of expressions gives. */
export function inExpression(
  name: string,
  kind: ts.SyntaxKind,
  change: (lowered: Expression, node: ts.Node, context: Context) => Expression,
): Fault {
  return {
    name,
    plant: () =>
      replace(rowOf(expressionTable.get(kind)), 'lower', (original) => (context, node) => {
        const lowered = original(context, node);
        return lowered === undefined ? undefined : change(lowered, node, context);
      }),
  };
}

/** Changes what a row of the table of statements gives. */
export function inStatement(
  name: string,
  kind: ts.SyntaxKind,
  change: (lowered: readonly Statement[], node: ts.Node) => readonly Statement[],
): Fault {
  return {
    name,
    plant: () =>
      replace(
        rowOf(statementTable.get(kind)),
        'lower',
        (original) => (context, node) => change(original(context, node) ?? [], node),
      ),
  };
}

/** Replaces the lowering of a member of the language. */
export function inMember(
  name: string,
  [owner, member]: readonly [owner: string, member: string],
  change: (original: Builtin['groovy']) => Builtin['groovy'],
): Fault {
  return {
    name,
    plant: () => {
      const entry = builtinFor(owner, member);
      if (entry === undefined) throw new Error(`no member ${owner}.${member}`);
      return replace(entry, 'groovy', change);
    },
  };
}

/** Changes the text of a runtime helper in the library that is made. */
export function inHelper(name: string, path: string, from: string, to: string): Fault {
  return {
    name,
    plant: () => () => undefined,
    helper: { path: `src/gigci/runtime/${path}.groovy`, from, to },
  };
}

type Lowering<Row> = Row extends { readonly lower: unknown } ? Row : never;

function rowOf<Row extends object>(row: Row | undefined): Lowering<Row> {
  if (row === undefined || !('lower' in row)) throw new Error('no such row');
  return row as Lowering<Row>;
}

function replace<Holder extends object, Name extends keyof Holder & string>(
  holder: Holder,
  name: Name,
  change: (original: Holder[Name]) => Holder[Name],
): () => void {
  const original = holder[name];
  const changed = change(original);
  Reflect.set(holder, name, changed);
  if (holder[name] !== changed) throw new Error(`'${name}' cannot be replaced`);
  return () => {
    Reflect.set(holder, name, original);
  };
}
