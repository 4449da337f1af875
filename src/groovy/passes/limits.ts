/** The last assertion before printing: what the engine could not load is a diagnostic, not a failing build. */
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { limitProblems } from '../../diagnostics/catalogue/limits';
import { nodesOf, type Child } from '../children';
import type { Expression, GroovyFile, Method, Origin, Statement } from '../tree';
import { constantBytes, engineLimits as limits, longestConstant, mostMethods } from './engine-limits';
import { tooDeepIn } from './depth';
import { methodLimit, methodSize } from './size';

interface Excess {
  readonly origin: Origin | undefined;
  /** What is too big. */
  readonly text: string;
  readonly remedy: string;
}

const toFunction = 'Move a part of it to a function of its own.';
const toVariable = 'Put parts of it into variables first, and join those.';

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
  const excesses: Excess[] = [];
  const tooDeep = tooDeepIn(method);
  if (tooDeep !== undefined) {
    const text = `code in more than ${limits.levels} levels`;
    return [{ origin: tooDeep.origin ?? method.origin, text, remedy: toFunction }];
  }
  const size = methodSize(method);
  // Plain Groovy code of that size has less bytecode than its CPS form; one measure for both is safe.
  if (size > methodLimit) {
    const text = `about ${Math.ceil(size / 1024)} KiB of bytecode in '${method.name}', more than 64`;
    excesses.push({ origin: method.origin, text, remedy: toFunction });
  }
  const check = (
    origin: Origin | undefined,
    count: number,
    limit: number,
    what: string,
    remedy: string,
  ): void => {
    if (count > limit) {
      excesses.push({
        origin: origin ?? method.origin,
        text: `${count} ${what}, more than ${limit}`,
        remedy,
      });
    }
  };
  const checkBlock = (origin: Origin | undefined, block: readonly Statement[]): void => {
    const statements = block.filter(({ kind }) => kind !== 'comment' && kind !== 'blank');
    check(origin, statements.length, limits.statements, 'statements in one block', toFunction);
  };
  checkBlock(method.origin, method.body);
  for (const node of nodesOf(method)) {
    blocksOf(node).forEach((block) => {
      checkBlock(node.origin, block);
    });
    switch (node.kind) {
      case 'list':
        check(node.origin, node.elements.length, limits.elements, 'elements in one list', toVariable);
        break;
      case 'map':
        check(node.origin, node.entries.length, limits.entries, 'entries in one object', toVariable);
        break;
      case 'call': {
        const { named, positional } = node;
        const remedy = 'Give it a list or an object that is filled before.';
        check(node.origin, named.length, limits.namedArguments, 'named arguments of one call', remedy);
        check(
          node.origin,
          positional.length + Math.min(1, named.length),
          limits.arguments,
          'arguments of one call',
          remedy,
        );
        break;
      }
      case 'switch': {
        const cases = node.cases.reduce((count, { values }) => count + Math.max(1, values.length), 0);
        check(node.origin, cases, limits.cases, 'cases in one switch', 'Look the value up in an object.');
        break;
      }
      case 'binary':
        // The longer chains around this one are the same expression.
        if (chainLength(node) === limits.operators + 1) {
          const text = `more than ${limits.operators} operators in one expression`;
          excesses.push({ origin: node.origin ?? method.origin, text, remedy: toVariable });
        }
        break;
      case 'interpolation': {
        const holes = node.parts.filter((part) => typeof part !== 'string').length;
        check(node.origin, holes, limits.holes, 'values in one text', toVariable);
        break;
      }
      case 'string':
        check(node.origin, constantBytes(node.value), longestConstant, 'bytes in one text', toVariable);
        if (node.value.includes('\uffff')) {
          excesses.push({
            origin: node.origin ?? method.origin,
            text: 'the character U+FFFF has no literal in Groovy',
            remedy: 'It stands for no character: leave it out.',
          });
        }
        break;
      default:
    }
  }
  return excesses;
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
