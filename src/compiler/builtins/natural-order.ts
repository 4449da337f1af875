/** Recognises a comparison that says nothing but the order of its operands. */
import type { Closure, Expression } from '../../groovy/tree';

/**
 * Whether a comparison is the order of the texts themselves, the smaller first: `a < b ? -1 : 1`, where the texts may
 * also be found equal, `a < b ? -1 : a > b ? 1 : 0`. Texts that the first calls different although they are equal cannot
 * be told apart. JavaScript and Java compare UTF-16 units.
 */
export function isNaturalOrder({ parameters, body: [only, ...others] }: Closure): boolean {
  const [left, right] = parameters;
  if (left === undefined || right === undefined || others.length > 0 || only?.kind !== 'return') return false;
  const choice = only.value;
  if (choice?.kind !== 'ternary' || !compares(choice.condition, left.name, '<', right.name)) return false;
  if (!isNumber(choice.whenTrue, -1)) return false;
  const rest = choice.whenFalse;
  if (rest.kind !== 'ternary') return isNumber(rest, 1);
  return (
    compares(rest.condition, left.name, '>', right.name) &&
    isNumber(rest.whenTrue, 1) &&
    isNumber(rest.whenFalse, 0)
  );
}

function compares(value: Expression, left: string, operator: '<' | '>', right: string): boolean {
  return (
    value.kind === 'binary' &&
    value.operator === operator &&
    isParameter(value.left, left) &&
    isParameter(value.right, right)
  );
}

function isParameter(value: Expression, name: string): boolean {
  return value.kind === 'identifier' && value.name === name;
}

function isNumber(value: Expression, expected: number): boolean {
  return value.kind === 'number' && value.value === expected;
}
