/** The last assertion before printing: what the engine could not load is a diagnostic, not a failing build. */
import { limitProblems } from '../../diagnostics/catalogue/limits';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { isStatement, nodesOf, type Child } from '../children';
import type { Expression, GroovyFile, Method, Origin, Statement } from '../tree';
import { tooDeepIn } from './depth';
import { engineLimits as limits, mostMethods } from './engine-limits';
import { constantBytes, longestConstant } from './java-constants';
import { methodLimit, methodSize } from './size';

interface Finding {
  /** What is too big. */
  readonly text: string;
  readonly remedy: string;
}

interface Excess extends Finding {
  readonly origin: Origin | undefined;
}

const toFunction = 'Move a part of it to a function of its own.';
const toArgument = 'Give it a list or an object that is filled before.';
const toVariable = 'Put parts of it into variables first, and join those.';

const noLiteral: Finding = {
  text: 'the character U+FFFF has no literal in Groovy',
  remedy: 'It stands for no character: leave it out.',
};

/** Every limit that a file exceeds; empty when the engine can load it. */
export function checkLimits(file: GroovyFile): Diagnostic[] {
  const whole: Origin = { file: file.source, line: 1, column: 1 };
  const excesses = file.methods.flatMap(excessesOfMethod);
  if (file.methods.length > mostMethods) {
    excesses.push({
      origin: whole,
      text: `${file.methods.length} methods in one file, more than ${mostMethods}`,
      remedy: 'Move some of them to another file.',
    });
  }
  return excesses.map(({ origin = whole, text, remedy }) => ({
    ...limitProblems.limit(text, remedy),
    ...origin,
    length: 1,
    sourceLine: '',
  }));
}

function excessesOfMethod(method: Method): readonly Excess[] {
  const tooDeep = tooDeepIn(method);
  if (tooDeep !== undefined) {
    const text = `code in more than ${limits.levels} levels`;
    return [{ origin: tooDeep.origin ?? method.origin, text, remedy: toFunction }];
  }
  const placed = (found: readonly (Finding | undefined)[], origin = method.origin): readonly Excess[] =>
    found.filter((each) => each !== undefined).map((each) => ({ ...each, origin }));
  return [
    ...placed([excessOfSize(method), excessOfBlock(method.body)]),
    ...nodesOf(method).flatMap((node) =>
      placed([...blocksOf(node).map(excessOfBlock), ...excessesOfNode(node)], node.origin),
    ),
  ];
}

/** A count that is too large; nothing when it is not. */
function over(count: number, limit: number, what: string, remedy: string): Finding | undefined {
  return count > limit ? { text: `${count} ${what}, more than ${limit}`, remedy } : undefined;
}

/** Plain Groovy code of that size has less bytecode than its CPS form; one measure for both is safe. */
function excessOfSize(method: Method): Finding | undefined {
  const size = methodSize(method);
  if (size <= methodLimit) return undefined;
  const text = `about ${Math.ceil(size / 1024)} KiB of bytecode in '${method.name}', more than 64`;
  return { text, remedy: toFunction };
}

function excessOfBlock(block: readonly Statement[]): Finding | undefined {
  return over(block.filter(isStatement).length, limits.statements, 'statements in one block', toFunction);
}

function excessesOfNode(node: Child): readonly (Finding | undefined)[] {
  switch (node.kind) {
    case 'list':
      return [over(node.elements.length, limits.elements, 'elements in one list', toVariable)];
    case 'map':
      return [over(node.entries.length, limits.entries, 'entries in one object', toVariable)];
    case 'call': {
      const { named, positional } = node;
      const count = positional.length + Math.min(1, named.length);
      return [
        over(named.length, limits.namedArguments, 'named arguments of one call', toArgument),
        over(count, limits.arguments, 'arguments of one call', toArgument),
      ];
    }
    case 'switch': {
      const cases = node.cases.reduce((count, { values }) => count + Math.max(1, values.length), 0);
      return [over(cases, limits.cases, 'cases in one switch', 'Look the value up in an object.')];
    }
    case 'binary': {
      const text = `more than ${limits.operators} operators in one expression`;
      // The longer chains around this one are the same expression.
      return chainLength(node) === limits.operators + 1 ? [{ text, remedy: toVariable }] : [];
    }
    case 'interpolation': {
      const holes = node.parts.filter((part) => typeof part !== 'string').length;
      return [over(holes, limits.holes, 'values in one text', toVariable)];
    }
    case 'string':
      return [
        over(constantBytes(node.value), longestConstant, 'bytes in one text', toVariable),
        node.value.includes('\uffff') ? noLiteral : undefined,
      ];
    default:
      return [];
  }
}

/** The blocks that a node holds directly. */
function blocksOf(node: Child): readonly (readonly Statement[])[] {
  switch (node.kind) {
    case 'closure':
    case 'forIn':
    case 'forIndex':
    case 'while':
      return [node.body];
    case 'if':
      return [node.whenTrue, node.whenFalse ?? []];
    case 'switch':
      return node.cases.map(({ body }) => body);
    case 'try':
      return [node.body, ...node.catches.map(({ body }) => body), node.finalizer ?? []];
    default:
      return [];
  }
}

/** How many operators follow each other on the left side: the compiler of Groovy recurses over them. */
function chainLength(expression: Expression): number {
  let length = 0;
  for (let node = expression; node.kind === 'binary'; node = node.left) {
    length++;
  }
  return length;
}
