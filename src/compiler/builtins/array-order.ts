/** Members that sort lists. The comparison cannot use steps: the engine does not translate the sorting of Java. */
import * as groovy from '../../groovy/factory';
import type { Closure, Expression } from '../../groovy/tree';
import type { Builtin } from './builtin';
import { builtin, helper, listBuiltin, refuse, withParameters } from './builtin';

/** What both say. */
const order = 'equal elements keep their order. A list of texts needs no comparison: capitals come first.';
const differs = "Groovy cuts the result of the comparison to an int, so that 0.5 is 'equal'";
const narrower = 'the comparison is left out for texts only';

export const arrayOrderBuiltins = [
  listBuiltin('toSorted(compare?: (left: T, right: T) => number): T[]', {
    summary: `A sorted copy; ${order}`,
    colour: 'pure',
    callback: { parameter: 0, arity: 2, result: 'number' },
    groovy: bySorting('toSorted', 'Lists.toSorted'),
    differs,
    narrower,
    examples: [
      ['[3, 1, 2].toSorted((a, b) => a - b)', [1, 2, 3]],
      ['[0.2, 0.1].toSorted((a, b) => a - b)', [0.1, 0.2]],
      [
        "Array.from({ length: 64 }).map((_, index) => index % 2).toSorted((a, b) => (a < b ? -1 : 1)).join('')",
        '0'.repeat(32) + '1'.repeat(32),
      ],
      ["['b', 'B', 'a', 'b'].toSorted((a, b) => (a < b ? -1 : 1))", ['B', 'a', 'b', 'b']],
      [
        "[{ id: 'b', rank: 1 }, { id: 'a', rank: 1 }, { id: 'c', rank: 0 }].toSorted((x, y) => x.rank - y.rank).map((x) => x.id)",
        ['c', 'b', 'a'],
      ],
      [
        "['b', 'B', 'a10', 'a9', '', '\\u{1F600}', '\\ufb01'].toSorted()",
        ['', 'B', 'a10', 'a9', 'b', '\u{1F600}', '\ufb01'],
      ],
    ],
    refused: [
      ['[10, 9].toSorted()', 'GIG2050'],
      ["['a', undefined].toSorted()", 'GIG2050'],
      ["[['a']].toSorted()", 'GIG2050'],
    ],
    domain: { receiver: 'list', args: [] },
  }),
  builtin('Array', 'sort(compare?: (left: T, right: T) => number): T[]', {
    summary: `Sorts the list in place; ${order}`,
    colour: 'pure',
    changes: true,
    callback: { parameter: 0, arity: 2, result: 'number' },
    groovy: bySorting('sort', 'Lists.sort'),
    differs,
    narrower,
    examples: [
      ['const list = [2, 1]; list.sort((a, b) => a - b); return list;', [1, 2]],
      ["['b', 'a', 'c'].sort((x, y) => (x < y ? 1 : -1))", ['c', 'b', 'a']],
      [
        "const list = ['b', 'a', 'b']; list.sort((x, y) => (x < y ? -1 : x > y ? 1 : 0)); return list;",
        ['a', 'b', 'b'],
      ],
      ["const list = ['b', 'a']; list.sort(); return list;", ['a', 'b']],
    ],
    refused: [['[10, 9].sort()', 'GIG2050']],
    domain: { receiver: 'list', args: [] },
  }),
];

/**
 * Sorting by a comparison written in place; Groovy's own method of the same name sorts texts by their order. Without a
 * comparison JavaScript compares the texts of all elements.
 */
function bySorting(method: 'sort' | 'toSorted', name: string): Builtin['groovy'] {
  return ({ receiver, receiverKind, args: [compare] }) => {
    if (compare === undefined) {
      return receiverKind === 'textList'
        ? helper(name, receiver)
        : refuse('without a comparison only a list of texts is sorted: give one, such as `(a, b) => a - b`');
    }
    if (compare.kind !== 'closure') return refuse('its callback is not written in place');
    return receiverKind === 'textList' && isNaturalOrder(compare)
      ? groovy.methodCall(receiver, method)
      : helper(name, receiver, withParameters(compare, 2));
  };
}

/**
 * Whether a comparison is the order of the texts themselves, the smaller first: `a < b ? -1 : 1`, where the texts may
 * also be found equal, `a < b ? -1 : a > b ? 1 : 0`. Texts that the first calls different although they are equal cannot
 * be told apart. JavaScript and Java compare UTF-16 units.
 */
function isNaturalOrder({ parameters, body: [only, ...others] }: Closure): boolean {
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
