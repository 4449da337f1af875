/**
 * Estimates the bytecode of a CPS method on the tree. The engine turns a method into one builder method that holds its
 * whole tree, nested closures too, and Java limits that to 64 KiB. The weights are measured.
 */
import { childrenOf, type Child } from '../children';
import type { Method } from '../tree';

/** Bytes that Java allows in one method. */
export const methodLimit = 65_535;
/** Where the compiler splits, below half of the limit: estimates are rough, and a method grows. */
export const methodTarget = 30_000;

/** Bytes of each kind of node, without its children: the larger of groovy-cps 1.31 and the engine of 2026. */
const weights: { readonly [Kind in Child['kind']]: number } = {
  identifier: 18,
  string: 15,
  number: 15,
  boolean: 15,
  null: 12,
  interpolation: 65,
  list: 20,
  map: 20,
  property: 35,
  index: 20,
  call: 50,
  new: 25,
  closure: 150,
  binary: 20,
  unary: 20,
  ternary: 20,
  elvis: 30,
  expression: 5,
  variable: 25,
  assignment: 20,
  forIn: 80,
  forIndex: 160,
  while: 60,
  switch: 100,
  try: 150,
  throw: 20,
  return: 15,
  break: 10,
  continue: 10,
  comment: 0,
  blank: 0,
  if: 120,
};
/** A key of a map literal or the name of a named argument is a constant of its own. */
const namedWeight = 20;

/** Estimated bytes of a node with everything in it. */
export function sizeOf(node: Child): number {
  const names = node.kind === 'call' ? node.named.length : node.kind === 'map' ? node.entries.length : 0;
  return childrenOf(node).reduce(
    (size, child) => size + sizeOf(child),
    weights[node.kind] + names * namedWeight,
  );
}

/** Estimated bytes of a method. */
export function methodSize({ body }: Method): number {
  return body.reduce((size, statement) => size + sizeOf(statement), 100);
}
