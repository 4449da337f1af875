/**
 * Moves texts that no constant of Java can hold to methods that join them from parts. A library resource would be read by a
 * step, which pure functions cannot use.
 *
 *     echo(licenceText())
 *
 *     @NonCPS
 *     private String licenceText() {
 *         return '…' +
 *             '…'
 *     }
 */
import { nodesOf } from '../children';
import * as groovy from '../factory';
import { rebuildExpression } from '../rebuild';
import type { Expression, Method, Statement } from '../tree';
import { constantBytes, constantsOf, longestConstant } from './java-constants';
import { modifiersOf, subjectOf, type Home } from './method-names';
import { rebuildMethod } from './rebuild-method';

/** The method with calls in the place of its long texts, and the methods that give them. */
export function moveLongTexts(
  method: Method,
  home: Home,
): { readonly method: Method; readonly methods: readonly Method[] } {
  const methods: Method[] = [];
  if (!nodesOf(method).some(holdsLongText)) return { method, methods };
  const known = new Map<string, string>();

  const textOf = (text: string, { origin }: Expression, subject: string): Expression => {
    const name = known.get(text) ?? home.reserve(`${subject}Text`, method);
    if (!known.has(text)) {
      known.set(text, name);
      const parts = constantsOf(text).map((part): Expression => groovy.string(part));
      const joined = parts.reduce((left, right) => groovy.binary(left, '+', right));
      const body = [groovy.at(origin, groovy.returnValue(joined))];
      const options = { annotations: ['NonCPS'], returnType: 'String', origin } as const;
      methods.push(groovy.method(name, body, { ...options, modifiers: modifiersOf(method) }));
    }
    return groovy.at(origin, home.call(name, []));
  };

  const rebuilt = rebuildMethod(method, subjectOf(method), (expression, subject, rebuilder) => {
    const short = (part: string): string | Expression =>
      isLong(part) ? textOf(part, expression, subject) : part;
    if (expression.kind === 'string' && isLong(expression.value)) {
      return textOf(expression.value, expression, subject);
    }
    const node = rebuildExpression(expression, rebuilder);
    if (node.kind === 'interpolation') {
      return { ...node, parts: node.parts.map((part) => (typeof part === 'string' ? short(part) : part)) };
    }
    if (node.kind !== 'map') return node;
    const entries = node.entries.map(({ key, value }) => ({
      key: typeof key === 'string' ? short(key) : key,
      value,
    }));
    return { ...node, entries };
  });
  return { method: rebuilt, methods };
}

function isLong(text: string): boolean {
  return text.length > longestConstant / 3 && constantBytes(text) > longestConstant;
}

function holdsLongText(node: Expression | Statement): boolean {
  switch (node.kind) {
    case 'string':
      return isLong(node.value);
    case 'interpolation':
      return node.parts.some((part) => typeof part === 'string' && isLong(part));
    case 'map':
      return node.entries.some(({ key }) => typeof key === 'string' && isLong(key));
    default:
      return false;
  }
}
