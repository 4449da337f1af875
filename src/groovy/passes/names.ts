/**
 * Allocates the names of locals. Groovy reads a local named like a step as that step's replacement (`def error = …` then
 * `error('…')` calls the variable), and refuses a local that shadows an outer one. The step keeps its name, the local
 * gets another: `errorValue`, `innerName`. Names depend only on their own method, so that a change elsewhere moves none.
 */
import { nodesOf } from '../children';
import { implicitNames, keywords } from '../keywords';
import { rebuildExpression, rebuildStatement, type Rebuilder } from '../rebuild';
import type { Closure, Expression, GroovyFile, Identifier, Method, Parameter, Statement } from '../tree';

/**
 * The same file with its locals renamed where Groovy demands it.
 * @param freeNames names that no local of the file may have, besides those that its own method emits
 */
export function allocateNames<File extends GroovyFile>(file: File, freeNames: ReadonlySet<string>): File {
  return { ...file, methods: file.methods.map((method) => allocateInMethod(method, freeNames)) };
}

function allocateInMethod(method: Method, freeNames: ReadonlySet<string>): Method {
  const allocator = new Allocator(reservedIn(method, freeNames), declaredIn(method));
  const scope = new Scope(undefined);
  const parameters = method.parameters.map((parameter) => allocator.parameter(parameter, scope));
  return { ...method, parameters, body: allocator.block(method.body, scope) };
}

/** Names that mean something else than a local somewhere in the method. */
function reservedIn(method: Method, freeNames: ReadonlySet<string>): ReadonlySet<string> {
  const reserved = new Set([...keywords, ...implicitNames, ...freeNames]);
  for (const node of nodesOf(method)) {
    if (node.kind === 'call' && node.receiver === undefined) {
      reserved.add(node.name);
    } else if (node.kind === 'identifier' && node.global === true) {
      reserved.add(node.name);
    } else if (node.kind === 'new') {
      reserved.add(node.className);
    }
  }
  return reserved;
}

/** All names that the author gave, so that a new name is none of them. */
function declaredIn(method: Method): Set<string> {
  const declared = new Set(method.parameters.map(({ name }) => name));
  for (const node of nodesOf(method)) {
    switch (node.kind) {
      case 'identifier':
      case 'variable':
        declared.add(node.name);
        break;
      case 'forIn':
      case 'forIndex':
        declared.add(node.variable);
        break;
      case 'closure':
        node.parameters.forEach(({ name }) => declared.add(name));
        break;
      case 'try':
        node.catches.forEach(({ variable }) => declared.add(variable));
        break;
      default:
    }
  }
  return declared;
}

/** The names of one block: what the author called a local, and what it is called in Groovy. */
class Scope {
  private readonly names = new Map<string, string>();

  constructor(private readonly outer: Scope | undefined) {}

  declare(name: string, allocated: string): void {
    this.names.set(name, allocated);
  }

  lookUp(name: string): string | undefined {
    return this.names.get(name) ?? this.outer?.lookUp(name);
  }

  /** Whether a local of this or an outer block is called so in Groovy. */
  uses(allocated: string): boolean {
    return [...this.names.values()].includes(allocated) || (this.outer?.uses(allocated) ?? false);
  }
}

class Allocator {
  constructor(
    private readonly reserved: ReadonlySet<string>,
    private readonly declared: Set<string>,
  ) {}

  parameter(parameter: Parameter, scope: Scope): Parameter {
    return { ...parameter, name: this.declare(parameter.name, scope) };
  }

  /** The statements of a block that is a scope of its own. */
  block(statements: readonly Statement[], scope: Scope): readonly Statement[] {
    return statements.map((statement) => this.statement(statement, scope));
  }

  private declare(name: string, scope: Scope): string {
    const candidates = this.reserved.has(name)
      ? [`${name}Value`]
      : [name, `inner${name[0]?.toUpperCase()}${name.slice(1)}`];
    const isFree = (candidate: string): boolean =>
      !this.reserved.has(candidate) &&
      !scope.uses(candidate) &&
      (candidate === name || !this.declared.has(candidate));
    let allocated = candidates.find(isFree);
    for (let count = 2; allocated === undefined; count++) {
      allocated = [`${candidates.at(-1)}${count}`].find(isFree);
    }
    scope.declare(name, allocated);
    return allocated;
  }

  private statement(statement: Statement, scope: Scope): Statement {
    const inner = (
      statements: readonly Statement[],
      ...variables: readonly string[]
    ): readonly Statement[] => {
      const block = new Scope(scope);
      variables.forEach((variable) => this.declare(variable, block));
      return this.block(statements, block);
    };
    const rebuilder = this.rebuilder(scope, inner);
    switch (statement.kind) {
      case 'variable': {
        const value = statement.value === undefined ? undefined : rebuilder.expression(statement.value);
        return { ...statement, name: this.declare(statement.name, scope), value };
      }
      case 'forIn': {
        // The variable belongs to the loop: the list is evaluated outside, the body inside.
        const loop = new Scope(scope);
        const variable = this.declare(statement.variable, loop);
        const iterable = rebuilder.expression(statement.iterable);
        return { ...statement, variable, iterable, body: this.block(statement.body, new Scope(loop)) };
      }
      case 'forIndex': {
        const loop = new Scope(scope);
        const variable = this.declare(statement.variable, loop);
        const bounds = { from: rebuilder.expression(statement.from), to: rebuilder.expression(statement.to) };
        return { ...statement, ...bounds, variable, body: this.block(statement.body, new Scope(loop)) };
      }
      case 'try': {
        const catches = statement.catches.map((clause) => {
          const block = new Scope(scope);
          const variable = this.declare(clause.variable, block);
          return { ...clause, variable, body: this.block(clause.body, block) };
        });
        return {
          ...statement,
          body: inner(statement.body),
          catches,
          finalizer: statement.finalizer === undefined ? undefined : inner(statement.finalizer),
        };
      }
      default:
        return rebuildStatement(statement, rebuilder);
    }
  }

  private rebuilder(scope: Scope, block: Rebuilder['block']): Rebuilder {
    const rebuilder: Rebuilder = {
      block,
      closure: (closure) => this.closure(closure, scope),
      expression: (expression): Expression =>
        expression.kind === 'identifier'
          ? this.identifier(expression, scope)
          : rebuildExpression(expression, rebuilder),
    };
    return rebuilder;
  }

  private closure(closure: Closure, outer: Scope): Closure {
    const scope = new Scope(outer);
    const parameters = closure.parameters.map((parameter) => this.parameter(parameter, scope));
    return { ...closure, parameters, body: this.block(closure.body, scope) };
  }

  private identifier(identifier: Identifier, scope: Scope): Identifier {
    const allocated = identifier.global === true ? undefined : scope.lookUp(identifier.name);
    return allocated === undefined ? identifier : { ...identifier, name: allocated };
  }
}
