/** `throw` and `try`. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type CatchClause, type Statement } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import type { Context } from './context';
import { lowerText } from './templates';
import { flow } from './runtime';

/** What an abort, a timeout and a superseded build throw. */
export const interruptionClass = 'org.jenkinsci.plugins.workflow.steps.FlowInterruptedException';
const interruption = 'FlowInterruptedException';

/** `throw new Error(m)` -> `error(m)`, in a pure function `throw new Exception(m)`; a caught failure is thrown as it is. */
export function lowerThrow(context: Context, node: ts.ThrowStatement): readonly Statement[] {
  const thrown = withoutParentheses(node.expression);
  const message = messageOfError(thrown);
  if (message !== undefined) {
    return context.colour === 'pure'
      ? [groovy.throwValue(groovy.construct('Exception', context.lower(message)))]
      : [groovy.statement(groovy.call('error', [lowerText(context, message)]))];
  }
  if (!isCaught(context, thrown)) context.report(node.expression, problems.throwForm());
  return [groovy.throwValue(context.lower(thrown))];
}

/** `m` of `new Error(m)`. */
function messageOfError(thrown: ts.Expression): ts.Expression | undefined {
  const isError = ts.isNewExpression(thrown) && thrown.expression.getText() === 'Error';
  return isError ? thrown.arguments?.[0] : undefined;
}

function isCaught(context: Context, node: ts.Expression): boolean {
  const declaration = context.analysis.symbolOf(node)?.valueDeclaration;
  return declaration !== undefined && ts.isCatchClause(declaration.parent);
}

/** `try`: an interruption passes through `catch`, and in a pipeline function `finally` cannot mask the first failure. */
export function lowerTry(context: Context, node: ts.TryStatement): readonly Statement[] {
  const body = context.lowerStatements(node.tryBlock.statements);
  const catches = node.catchClause === undefined ? [] : lowerCatch(context, node.catchClause);
  if (node.finallyBlock === undefined) return [groovy.tryCatch(body, catches)];
  checkFinally(context, node.finallyBlock);
  const cleanUp = context.lowerStatements(node.finallyBlock.statements);
  if (context.colour === 'pure') return [groovy.tryCatch(body, catches, cleanUp)];
  return unmasked(context, catches.length === 0 ? body : [groovy.tryCatch(body, catches)], cleanUp);
}

/** An interruption (an abort, a timeout) passes through every `catch` of an author. */
function lowerCatch(context: Context, clause: ts.CatchClause): readonly CatchClause[] {
  const name = clause.variableDeclaration?.name;
  const variable = name === undefined ? context.freshName('failure') : name.getText();
  const caught = groovy.catchClause('Exception', variable, context.lowerStatements(clause.block.statements));
  if (context.colour === 'pure') return [caught];
  return [interruptionPasses(context), caught];
}

function interruptionPasses(context: Context): CatchClause {
  const passing = groovy.identifier(context.freshName('interruption'));
  return groovy.catchClause(interruption, passing.name, [groovy.throwValue(passing)]);
}

/**
 * `finally` whose own failure cannot mask the first one; an interruption in it does win:
 *
 *     def failed = null
 *     try { … } catch (Throwable thrown) { failed = thrown; throw thrown } finally {
 *         try { … } catch (FlowInterruptedException interruption) { throw interruption }
 *         catch (Exception later) { Flow.failedWhileCleaningUp(this, failed, later) }
 *     }
 */
function unmasked(
  context: Context,
  body: readonly Statement[],
  cleanUp: readonly Statement[],
): readonly Statement[] {
  const failed = groovy.identifier(context.freshName('failed'));
  const thrown = groovy.identifier(context.freshName('thrown'));
  const later = groovy.identifier(context.freshName('later'));
  const remember = groovy.catchClause('Throwable', thrown.name, [
    groovy.assign(failed, thrown),
    groovy.throwValue(thrown),
  ]);
  const guarded = groovy.tryCatch(cleanUp, [
    interruptionPasses(context),
    groovy.catchClause('Exception', later.name, [
      groovy.statement(flow('failedWhileCleaningUp', failed, later)),
    ]),
  ]);
  return [groovy.variable(failed.name, groovy.nullLiteral()), groovy.tryCatch(body, [remember], [guarded])];
}

function checkFinally(context: Context, block: ts.Block): void {
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node)) return;
    if (ts.isReturnStatement(node)) context.report(node, problems.returnInFinally());
    ts.forEachChild(node, visit);
  };
  visit(block);
}
