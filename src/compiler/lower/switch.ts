/** `switch` on literals; several labels may share a body, and no body runs into the next. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, isStatement, type Expression, type Statement, type SwitchCase } from '../../groovy';
import { commentTexts } from './comment-places';
import type { Context } from './context';

/** `switch (subject) { case 'a': case 'b': … break; default: … }`. */
export function lowerSwitch(context: Context, node: ts.SwitchStatement): readonly Statement[] {
  const subject = context.lower(node.expression);
  checkSubject(context, node.expression);
  const cases: SwitchCase[] = [];
  let labels: Expression[] = [];
  let sharesDefault = false;
  const clauses = node.caseBlock.clauses;
  let comments: readonly string[] = [];
  clauses.forEach((clause, index) => {
    comments = [...comments, ...commentsOfLabel(context, clause)];
    if (ts.isDefaultClause(clause)) sharesDefault = true;
    else labels.push(lowerLabel(context, clause.expression));
    const isLast = index === clauses.length - 1;
    if (clause.statements.length === 0 && !isLast) return;
    if (!isLast && !leaves(clause.statements)) context.report(clause, problems.switchFallsThrough());
    // `default` includes every label that shares its body.
    const body = [...comments.map(groovy.comment), ...lowerClause(context, clause.statements)];
    // Groovy wants a statement behind a label, and runs on from the last body to `default`, wherever that stands.
    const runsOn = isLast && clauses.slice(0, index).some(ts.isDefaultClause) && !leaves(clause.statements);
    const statements = body.some(isStatement) && !runsOn ? body : [...body, groovy.breakLoop()];
    cases.push(groovy.switchCase(sharesDefault ? [] : labels, statements));
    labels = [];
    comments = [];
    sharesDefault = false;
  });
  return [groovy.switchOf(subject, cases)];
}

/** Comments above a label, and between it and the braces around its body: Groovy has them in the body. */
function commentsOfLabel({ file }: Context, clause: ts.CaseOrDefaultClause): readonly string[] {
  const { sourceFile } = file.module;
  const { pos, statements, parent } = clause;
  const [first, another] = statements;
  const isInBraces = first !== undefined && another === undefined && ts.isBlock(first);
  const end = isInBraces ? first.getStart(sourceFile) : statements.pos;
  // What stands on the last line of a body belongs to that body.
  const previous = parent.clauses[parent.clauses.indexOf(clause) - 1];
  const rest = sourceFile.text.slice(pos, end);
  const isBehindBody = previous !== undefined && previous.statements.length > 0;
  return commentTexts(sourceFile, isBehindBody ? pos + Math.max(rest.indexOf('\n'), 0) : pos, end);
}

function checkSubject(context: Context, node: ts.Expression): void {
  const kind = context.kindOf(node);
  if (kind !== 'string' && kind !== 'number' && kind !== 'boolean') {
    context.report(node, problems.equalityOfObjects('this value'));
  }
}

function lowerLabel(context: Context, expression: ts.Expression): Expression {
  const label = context.lower(expression);
  const isLiteral = label.kind === 'string' || label.kind === 'number' || label.kind === 'boolean';
  return isLiteral ? label : context.refuse(expression, problems.caseNotLiteral());
}

/** The body may stand in braces of its own. */
function lowerClause(context: Context, statements: ts.NodeArray<ts.Statement>): readonly Statement[] {
  const [only, another] = statements;
  return only !== undefined && another === undefined && ts.isBlock(only)
    ? context.lowerStatements(only.statements)
    : context.lowerStatements(statements);
}

/** Whether the last statement leaves the switch on every path. */
function leaves(statements: readonly ts.Statement[]): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  if (ts.isBlock(last)) return leaves(last.statements);
  if (ts.isIfStatement(last)) {
    return last.elseStatement !== undefined && leaves([last.thenStatement]) && leaves([last.elseStatement]);
  }
  return (
    ts.isBreakStatement(last) ||
    ts.isContinueStatement(last) ||
    ts.isReturnStatement(last) ||
    ts.isThrowStatement(last)
  );
}
