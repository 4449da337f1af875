/** Whether operands and operators of a value take turns, which tells where a comma or a bracket is missing. */
import { isEmptyBrackets, isGroup, isName, isSymbol, type Group, type Node } from './brackets';
import { skipType, type Slice } from './slice';
import type { SyntaxProblem } from './tokens';

/** A value that ends too early or goes on too long. */
export interface OperandProblem extends SyntaxProblem {
  /** The index up to which it can be read. */
  readonly readable: number;
}

const PREFIXES: ReadonlySet<string> = new Set(['-', '+', '!', '~', '++', '--', '*', '@']);
const WORD_OPERATORS: ReadonlySet<string> = new Set(['in', 'as', 'instanceof']);

/**
 * The first place where a value is no value.
 * @param closing what is expected behind it, in words
 */
export function operandProblem(slice: Slice, closing: string): OperandProblem | undefined {
  const { nodes, from, to } = slice;
  let isOperandNext = true;
  let index = from;
  for (let node = nodes[index]; index < to && node !== undefined; node = nodes[index]) {
    if (isOperandNext) {
      if (isName(node, 'new')) {
        index = skipType(nodes, index + 1, to);
        isOperandNext = false;
      } else if (node.kind !== 'symbol') {
        index++;
        isOperandNext = false;
      } else if (PREFIXES.has(node.text)) index++;
      else
        return problemAt(
          node,
          index,
          `a value is expected, not '${node.text}'`,
          'Write the value, or delete what is too much.',
        );
    } else if (isName(node, 'as') || isName(node, 'instanceof')) index = skipType(nodes, index + 1, to);
    else if (node.kind === 'symbol' && node.text !== ';' && node.text !== '->') {
      isOperandNext = node.text !== '++' && node.text !== '--';
      index++;
    } else if (node.kind === 'name' && WORD_OPERATORS.has(node.text)) {
      isOperandNext = true;
      index++;
    } else if (node.kind === 'group') index++;
    else if (isCast(nodes[index - 1]) && node.kind !== 'symbol') index++;
    else return missingComma(node, index, closing);
  }
  if (!isOperandNext) return undefined;
  const last = nodes[to - 1];
  const behind = nodes[to] ?? last;
  const place = behind ?? { start: 0, end: 0 };
  const reason =
    to > from && last?.kind === 'symbol'
      ? `a value is expected behind '${last.text}'`
      : 'a value is expected here';
  return problemAt(place, to, reason, 'Write the value, or delete what is too much.');
}

function missingComma(node: Node, index: number, closing: string): OperandProblem {
  return problemAt(node, index, `',' or ${closing} is expected before ${textOf(node)}`, 'Write it there.');
}

function problemAt(
  { start, end }: { readonly start: number; readonly end: number },
  readable: number,
  reason: string,
  remedy: string,
): OperandProblem {
  return { start, end, reason, remedy, readable };
}

function textOf(node: Node): string {
  switch (node.kind) {
    case 'string':
      return 'the string';
    case 'group':
      return `'${node.open}'`;
    case 'name':
    case 'number':
    case 'symbol':
      return `'${node.text}'`;
  }
}

/** `(String) value`: a type in parentheses. */
function isCast(node: Node | undefined): boolean {
  if (!isGroup(node, '(')) return false;
  const { nodes }: Group = node;
  return (
    nodes.length > 0 &&
    nodes.every(
      (each) =>
        each.kind === 'name' ||
        (each.kind === 'symbol' && /^[.<>,?]$/.test(each.text)) ||
        isEmptyBrackets(each),
    )
  );
}

/** Whether a node is a symbol behind which an expression goes on in the next line. */
export function continues(node: Node | undefined): boolean {
  return node?.kind === 'symbol' && !isSymbol(node, ';') && node.text !== '++' && node.text !== '--';
}
