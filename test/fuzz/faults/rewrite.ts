/** Changes parts of a lowered tree, wherever they stand in it. */
import { rebuildExpression, rebuildStatement, type Rebuilder } from '../../../src/groovy/rebuild';
import type { Closure, Expression, Statement } from '../../../src/groovy';

/** The expression with each part changed, from the inside out. */
export function everywhere(change: (expression: Expression) => Expression): (root: Expression) => Expression {
  return rebuilderOf(change).expression;
}

/** The statements with each expression in them changed. */
export function inStatements(
  change: (expression: Expression) => Expression,
): (statements: readonly Statement[]) => readonly Statement[] {
  return rebuilderOf(change).block;
}

function rebuilderOf(change: (expression: Expression) => Expression): Rebuilder {
  const rebuilder: Rebuilder = {
    expression: (expression) => change(rebuildExpression(expression, rebuilder)),
    block: (statements) => statements.map((statement) => rebuildStatement(statement, rebuilder)),
    closure: (closure): Closure => ({ ...closure, body: rebuilder.block(closure.body) }),
  };
  return rebuilder;
}
