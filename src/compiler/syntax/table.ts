/** Rows of the dispatch tables: what becomes of a kind of node. */
import type ts from 'typescript';
import type { Problem } from '../../diagnostics/problem';
import type { Context } from '../lower/context';

/** What the reference says about a construct. */
export interface Reference {
  readonly name: string;
  /** Statements of a function whose parameters are `names`, a list of texts, and `options`, `{ name?, count?, hook? }`. */
  readonly example: string;
  /** What is special about it; whole sentences. */
  readonly note?: string;
}

/** What becomes of a kind of node: it is lowered, and the reference shows it, or it is refused. */
export type Row<Result> =
  | {
      readonly kind: ts.SyntaxKind;
      readonly reference: Reference;
      /** The lowered node; nothing when the node is of another kind. */
      readonly lower: (context: Context, node: ts.Node) => Result | undefined;
    }
  | { readonly kind: ts.SyntaxKind; readonly refusal: Problem };

/**
 * A kind that is lowered. `Node` is inferred from the function, so a kind that does not belong to it fails to compile:
 * `lowered(ts.SyntaxKind.IfStatement, lowerWhile)` is an error.
 */
export function lowered<Node extends ts.Node, Result>(
  kind: Node['kind'],
  lower: (context: Context, node: Node) => Result,
  reference: Reference,
): Row<Result> {
  const isNode = (node: ts.Node): node is Node => node.kind === kind;
  return { kind, reference, lower: (context, node) => (isNode(node) ? lower(context, node) : undefined) };
}

/** A kind that is refused with a message. */
export function refused(kind: ts.SyntaxKind, refusal: Problem): Row<never> {
  return { kind, refusal };
}

/** The rows by kind. @throws RangeError when a kind stands twice */
export function table<Result>(rows: readonly Row<Result>[]): ReadonlyMap<ts.SyntaxKind, Row<Result>> {
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  if (byKind.size < rows.length) throw new RangeError('a kind of node stands twice in a table');
  return byKind;
}
