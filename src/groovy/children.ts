/** The expressions and statements directly inside a node, in the order of their evaluation. */
import type { Expression, Method, Statement } from './tree';

/** What stands inside a node. */
export type Child = Expression | Statement;

type Maybe = Child | undefined;

function present(...nodes: readonly Maybe[]): readonly Child[] {
  return nodes.filter((node) => node !== undefined);
}

/** Children of an expression or a statement. */
export function childrenOf(node: Child): readonly Child[] {
  switch (node.kind) {
    case 'identifier':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
    case 'break':
    case 'continue':
    case 'comment':
    case 'blank':
      return [];
    case 'interpolation':
      return node.parts.filter((part) => typeof part !== 'string');
    case 'list':
      return node.elements;
    case 'map':
      return node.entries.flatMap(({ key, value }) => (typeof key === 'string' ? [value] : [key, value]));
    case 'property':
      return [node.object];
    case 'index':
      return [node.object, node.index];
    case 'call':
      return present(
        node.receiver,
        ...node.named.map(({ value }) => value),
        ...node.positional,
        node.trailing,
      );
    case 'new':
      return node.arguments;
    case 'closure':
      return node.body;
    case 'binary':
      return [node.left, node.right];
    case 'unary':
      return [node.operand];
    case 'ternary':
      return [node.condition, node.whenTrue, node.whenFalse];
    case 'elvis':
      return [node.value, node.otherwise];
    case 'expression':
      return [node.expression];
    case 'variable':
    case 'return':
      return present(node.value);
    case 'assignment':
      return [node.target, node.value];
    case 'if':
      return [node.condition, ...node.whenTrue, ...(node.whenFalse ?? [])];
    case 'forIn':
      return [node.iterable, ...node.body];
    case 'forIndex':
      return [node.from, node.to, ...node.body];
    case 'while':
      return [node.condition, ...node.body];
    case 'switch':
      return [node.subject, ...node.cases.flatMap(({ values, body }) => [...values, ...body])];
    case 'try':
      return [...node.body, ...node.catches.flatMap(({ body }) => body), ...(node.finalizer ?? [])];
    case 'throw':
      return [node.value];
  }
}

/** Whether a statement does something: a comment and a blank line stand among them. */
export function isStatement({ kind }: Statement): boolean {
  return kind !== 'comment' && kind !== 'blank';
}

/** A node with everything inside it, outer nodes first. */
export function descendantsOf(node: Child): readonly Child[] {
  return collect(node, []);
}

/** A method never changes, and nearly every pass looks at all of it. */
const nodesOfMethods = new WeakMap<Method, readonly Child[]>();

/** Everything in a method, outer nodes first. */
export function nodesOf(method: Method): readonly Child[] {
  const known = nodesOfMethods.get(method);
  if (known !== undefined) return known;
  const nodes: Child[] = [];
  for (const { defaultValue } of method.parameters) {
    if (defaultValue !== undefined) collect(defaultValue, nodes);
  }
  for (const statement of method.body) collect(statement, nodes);
  nodesOfMethods.set(method, nodes);
  return nodes;
}

function collect(node: Child, nodes: Child[]): readonly Child[] {
  nodes.push(node);
  for (const child of childrenOf(node)) collect(child, nodes);
  return nodes;
}
