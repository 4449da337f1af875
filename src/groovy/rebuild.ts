/** Makes a node anew with changed children: what the passes that rewrite the tree have in common. */
import type { Assignment, Closure, Expression, Statement } from './tree';

/** What to make of the parts of a node. */
export interface Rebuilder {
  expression(expression: Expression): Expression;
  /** The statements of one block, which is one scope. */
  block(statements: readonly Statement[]): readonly Statement[];
  closure(closure: Closure): Closure;
}

/** The expression with its children rebuilt. A closure itself is the business of `closure`. */
export function rebuildExpression(node: Expression, rebuilder: Rebuilder): Expression {
  const expression = (child: Expression): Expression => rebuilder.expression(child);
  switch (node.kind) {
    case 'identifier':
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return node;
    case 'interpolation':
      return {
        ...node,
        parts: node.parts.map((part) => (typeof part === 'string' ? part : expression(part))),
      };
    case 'list':
      return { ...node, elements: node.elements.map(expression) };
    case 'map':
      return {
        ...node,
        entries: node.entries.map(({ key, value }) => ({
          key: typeof key === 'string' ? key : expression(key),
          value: expression(value),
        })),
      };
    case 'property':
      return { ...node, object: expression(node.object) };
    case 'index':
      return { ...node, object: expression(node.object), index: expression(node.index) };
    case 'call':
      return {
        ...node,
        receiver: node.receiver === undefined ? undefined : expression(node.receiver),
        named: node.named.map(({ name, value }) => ({ name, value: expression(value) })),
        positional: node.positional.map(expression),
        trailing: node.trailing === undefined ? undefined : rebuilder.closure(node.trailing),
      };
    case 'new':
      return { ...node, arguments: node.arguments.map(expression) };
    case 'closure':
      return rebuilder.closure(node);
    case 'binary':
      return { ...node, left: expression(node.left), right: expression(node.right) };
    case 'unary':
      return { ...node, operand: expression(node.operand) };
    case 'ternary':
      return {
        ...node,
        condition: expression(node.condition),
        whenTrue: expression(node.whenTrue),
        whenFalse: expression(node.whenFalse),
      };
    case 'elvis':
      return { ...node, value: expression(node.value), otherwise: expression(node.otherwise) };
  }
}

/** The statement with its children rebuilt. Variables that it declares keep their names. */
export function rebuildStatement(node: Statement, rebuilder: Rebuilder): Statement {
  const expression = (child: Expression): Expression => rebuilder.expression(child);
  const block = (statements: readonly Statement[]): readonly Statement[] => rebuilder.block(statements);
  switch (node.kind) {
    case 'break':
    case 'continue':
    case 'comment':
    case 'blank':
      return node;
    case 'expression':
      return { ...node, expression: expression(node.expression) };
    case 'variable':
    case 'return':
      return { ...node, value: node.value === undefined ? undefined : expression(node.value) };
    case 'assignment':
      return { ...node, target: rebuildTarget(node.target, rebuilder), value: expression(node.value) };
    case 'if':
      return {
        ...node,
        condition: expression(node.condition),
        whenTrue: block(node.whenTrue),
        whenFalse: node.whenFalse === undefined ? undefined : block(node.whenFalse),
      };
    case 'forIn':
      return { ...node, iterable: expression(node.iterable), body: block(node.body) };
    case 'forIndex':
      return { ...node, from: expression(node.from), to: expression(node.to), body: block(node.body) };
    case 'while':
      return { ...node, condition: expression(node.condition), body: block(node.body) };
    case 'switch':
      return {
        ...node,
        subject: expression(node.subject),
        cases: node.cases.map(({ values, body }) => ({ values: values.map(expression), body: block(body) })),
      };
    case 'try':
      return {
        ...node,
        body: block(node.body),
        catches: node.catches.map((clause) => ({ ...clause, body: block(clause.body) })),
        finalizer: node.finalizer === undefined ? undefined : block(node.finalizer),
      };
    case 'throw':
      return { ...node, value: expression(node.value) };
  }
}

/** The target of an assignment stays a target. */
function rebuildTarget(target: Assignment['target'], rebuilder: Rebuilder): Assignment['target'] {
  const rebuilt = rebuilder.expression(target);
  if (rebuilt.kind !== 'identifier' && rebuilt.kind !== 'property') {
    throw new RangeError(`${rebuilt.kind} cannot be assigned to`);
  }
  return rebuilt;
}
