/** What a part of a method takes from the method around it. */
import { childrenOf, descendantsOf, nodesOf, type Child } from '../children';
import * as groovy from '../factory';
import type { Method, Parameter, Statement } from '../tree';
import { engineLimits } from './engine-limits';

/**
 * The locals of a method that a part of it reads, in the order in which it first does.
 * @param part nodes of the method that stand side by side: the body of a closure, elements of a list
 * @returns `undefined` when the part cannot become a method, because it assigns one of them
 */
export function localsReadBy(part: readonly Child[], method: Method): readonly string[] | undefined {
  const outer = localsOf(method);
  const captures = new Set<string>();
  /** What keeps the part in its place: names that it assigns. */
  const assigned = new Set<string>();
  const visit = (node: Child, own: ReadonlySet<string>): void => {
    if (node.kind === 'identifier' && node.global !== true && !own.has(node.name)) {
      if (outer.has(node.name)) {
        captures.add(node.name);
      }
    }
    if (node.kind === 'assignment' && node.target.kind === 'identifier' && !own.has(node.target.name)) {
      assigned.add(node.target.name);
    }
    const inner = new Set([...own, ...declaredBy(node)]);
    visitBlock(childrenOf(node), inner);
  };
  // A local is known from its declaration to the end of its block; blocks of one node share a set, which errs nowhere:
  // TypeScript has refused a use before the declaration.
  const visitBlock = (nodes: readonly Child[], own: Set<string>): void => {
    for (const node of nodes) {
      visit(node, own);
      if (node.kind === 'variable') {
        own.add(node.name);
      }
    }
  };
  visitBlock(part, new Set());
  const changing = assignedElsewhere(part, method.body);
  const isMovable = assigned.size === 0 && ![...captures].some((name) => changing.has(name));
  return isMovable ? [...captures] : undefined;
}

/**
 * Locals that closures beside the part assign: a parallel branch may change them while this one runs, and a parameter
 * would keep the old value.
 */
function assignedElsewhere(part: readonly Child[], body: readonly Child[]): ReadonlySet<string> {
  const assigned = new Set<string>();
  const own = new Set(part);
  const [first] = part;
  const visit = (node: Child, beside: boolean): void => {
    if (own.has(node)) {
      return;
    }
    if (beside && node.kind === 'assignment' && node.target.kind === 'identifier') {
      assigned.add(node.target.name);
    }
    const inside = beside || (node.kind === 'closure' && !(first !== undefined && contains(node, first)));
    childrenOf(node).forEach((child) => {
      visit(child, inside);
    });
  };
  body.forEach((node) => {
    visit(node, false);
  });
  return assigned;
}

/** The locals of the beginning that the rest uses; nothing when one of them is shared with a closure and changes. */
export function localsCarriedOver(
  method: Method,
  beginning: readonly Statement[],
  rest: readonly Statement[],
): readonly Parameter[] | undefined {
  const declared = new Map<string, Parameter>(
    method.parameters.map((parameter) => [parameter.name, groovy.parameter(parameter.name, parameter.type)]),
  );
  for (const statement of beginning) {
    if (statement.kind === 'variable') {
      declared.set(statement.name, groovy.parameter(statement.name, statement.type));
    }
  }
  const used = namesOf(rest);
  const captured = capturedBy(beginning);
  const assigned = assignedIn(method.body);
  const parameters = [...declared.values()].filter(({ name }) => used.has(name));
  const isShared = parameters.some(({ name }) => captured.has(name) && assigned.has(name));
  return isShared || parameters.length > engineLimits.arguments ? undefined : parameters;
}

function namesOf(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'identifier' && node.global !== true) names.add(node.name);
  }
  return names;
}

function capturedBy(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'closure') namesOf(node.body).forEach((name) => names.add(name));
  }
  return names;
}

function assignedIn(statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const node of statements.flatMap((statement) => descendantsOf(statement))) {
    if (node.kind === 'assignment' && node.target.kind === 'identifier') names.add(node.target.name);
  }
  return names;
}

/** Whether a node stands somewhere inside another. */
export function contains(node: Child, inner: Child): boolean {
  return descendantsOf(node).includes(inner);
}

/** Names that a node declares for what is inside it. */
function declaredBy(node: Child): readonly string[] {
  switch (node.kind) {
    case 'closure':
      return node.parameters.map(({ name }) => name);
    case 'forIn':
    case 'forIndex':
      return [node.variable];
    case 'try':
      return node.catches.map(({ variable }) => variable);
    default:
      return [];
  }
}

function localsOf(method: Method): ReadonlySet<string> {
  const locals = new Set(method.parameters.map(({ name }) => name));
  for (const node of nodesOf(method)) {
    if (node.kind === 'variable') {
      locals.add(node.name);
    }
    declaredBy(node).forEach((name) => locals.add(name));
  }
  return locals;
}
