/** Rewriting a method by its expressions, for the passes that name what they move after the variable that it is for. */
import { rebuildStatement, type Rebuilder } from '../rebuild';
import type { Expression, Method, Statement } from '../tree';

/**
 * The method with its expressions rebuilt.
 * @param name of what the method is about, for what is no variable's value
 * @param rebuild makes an expression anew. `subject` is the variable whose value it is part of, else `name`
 */
export function rebuildMethod(
  method: Method,
  name: string,
  rebuild: (expression: Expression, subject: string, rebuilder: Rebuilder) => Expression,
): Method {
  let subject = name;
  const rebuilder: Rebuilder = {
    expression: (expression) => rebuild(expression, subject, rebuilder),
    block: (block) => block.map(statement),
    closure: (closure) => ({ ...closure, body: rebuilder.block(closure.body) }),
  };
  function statement(node: Statement): Statement {
    const outer = subject;
    if (node.kind === 'variable') subject = node.name;
    const rebuilt = rebuildStatement(node, rebuilder);
    subject = outer;
    return rebuilt;
  }
  return { ...method, body: rebuilder.block(method.body) };
}
