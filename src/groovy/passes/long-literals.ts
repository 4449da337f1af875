/**
 * Moves the parts of lists and maps that are too long for one literal to methods.
 *
 *     List names = namesPart() + namesPart2()
 *
 * What the elements read of the method around becomes parameters; a literal whose elements assign such a variable stays.
 */
import { childrenOf, descendantsOf, nodesOf } from '../children';
import * as groovy from '../factory';
import { rebuildExpression } from '../rebuild';
import type { Expression, ListLiteral, MapLiteral, Method, Statement } from '../tree';
import { localsReadBy } from './captures';
import { engineLimits } from './engine-limits';
import { modifiersOf, subjectOf, type Home } from './method-names';
import { rebuildMethod } from './rebuild-method';
import { sizeOf } from './size';

type Literal = ListLiteral | MapLiteral;

/** Estimated bytes above which a literal is cut, whatever its length; it stays one where its method is small anyway. */
const largestLiteral = 15_000;
/** Estimated bytes of a part. */
const largestPart = 10_000;

/** The method with its long literals joined from parts, and the methods that give the parts. */
export function moveLongLiterals(
  method: Method,
  home: Home,
): { readonly method: Method; readonly methods: readonly Method[] } {
  const methods: Method[] = [];
  if (!nodesOf(method).some(isLongLiteral)) return { method, methods };

  const joined = (literal: Literal, subject: string): Expression | undefined => {
    const parts = partsOf(literal);
    const captures = parts.map((part) => localsReadBy(childrenOf(part), method));
    // One part alone is the literal itself.
    if (parts.length < 2 || parts.length > engineLimits.operators || captures.includes(undefined))
      return undefined;
    const calls = parts.map((part, index): Expression => {
      const name = home.reserve(`${subject}Part`, method);
      const read = captures[index] ?? [];
      methods.push(
        groovy.method(name, [groovy.at(part.origin, groovy.returnValue(part))], {
          annotations: isConstant(part) ? ['NonCPS'] : method.annotations,
          modifiers: modifiersOf(method),
          parameters: read.map((capture) => groovy.parameter(capture)),
          returnType: literal.kind === 'list' ? 'List' : 'Map',
          origin: part.origin,
          splitFrom: subject,
        }),
      );
      return home.call(name, read.map(groovy.identifier));
    });
    return groovy.at(
      literal.origin,
      calls.reduce((left, right) => groovy.binary(left, '+', right)),
    );
  };

  const rebuilt = rebuildMethod(method, subjectOf(method), (expression, subject, rebuilder) => {
    const moved = isLongLiteral(expression) ? joined(expression, subject) : undefined;
    return moved ?? rebuildExpression(expression, rebuilder);
  });
  return { method: rebuilt, methods };
}

function isLongLiteral(node: Expression | Statement): node is Literal {
  if (node.kind !== 'list' && node.kind !== 'map') return false;
  const [length, limit] =
    node.kind === 'list'
      ? [node.elements.length, engineLimits.elements]
      : [node.entries.length, engineLimits.entries];
  return length > limit || (length > 1 && sizeOf(node) > largestLiteral);
}

/** The literal cut into literals that the engine takes. */
function partsOf(literal: Literal): readonly Literal[] {
  return literal.kind === 'list'
    ? cut(literal.elements, engineLimits.elements, sizeOf).map((elements) =>
        groovy.at(elements[0]?.origin ?? literal.origin, groovy.list(...elements)),
      )
    : cut(literal.entries, engineLimits.entries, ({ value }) => sizeOf(value)).map((entries) =>
        groovy.at(entries[0]?.value.origin ?? literal.origin, groovy.map(...entries)),
      );
}

function cut<Item>(
  items: readonly Item[],
  limit: number,
  sizeOfItem: (item: Item) => number,
): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  let open: Item[] = [];
  let size = 0;
  for (const item of items) {
    const itemSize = sizeOfItem(item);
    if (open.length > 0 && (open.length === limit || size + itemSize > largestPart)) {
      parts.push(open);
      [open, size] = [[], 0];
    }
    open.push(item);
    size += itemSize;
  }
  return [...parts, open];
}

/** Whether nothing in a literal is evaluated. */
function isConstant(literal: Literal): boolean {
  return descendantsOf(literal).every(({ kind }) =>
    ['list', 'map', 'string', 'number', 'boolean', 'null'].includes(kind),
  );
}
