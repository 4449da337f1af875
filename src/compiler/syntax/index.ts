/**
 * The subset of TypeScript: tables whose rows say, for each kind of node, what it becomes or why it is refused. Here any
 * statement or expression is lowered through them; `subset` finds what has no row before anything is lowered.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { internalError } from '../../diagnostics/internal-error';
import { groovy, type Expression, type Statement } from '../../groovy';
import { placeComments } from '../lower/comment-places';
import { blankLineBefore } from '../lower/comments';
import type { Context, Dispatch } from '../lower/context';
import { expressionTable } from './expressions';
import { statementTable } from './statements';

/**
 * What the subset table has refused becomes `null` or nothing: its diagnostic is there already, and no output is
 * written when there is one.
 */
export const dispatch: Dispatch = {
  expression: lowerExpression,
  statements: lowerStatements,
  statement: lowerStatement,
};

function lowerExpression(context: Context, node: ts.Expression): Expression {
  const row = expressionTable.get(node.kind);
  if (row === undefined) return context.refuse(node, problems.unsupported(kindName(node)));
  const lowered = 'lower' in row ? guarded(context, node, () => row.lower(context, node)) : undefined;
  return groovy.at(context.origin(node), lowered ?? groovy.nullLiteral());
}

/** What a defect of ours throws becomes a diagnostic at the innermost node, so that everything else is reported, too. */
function guarded<Result>(context: Context, node: ts.Node, lower: () => Result): Result | undefined {
  try {
    return lower();
  } catch (thrown) {
    context.report(node, internalError(thrown));
    return undefined;
  }
}

function lowerStatements(context: Context, nodes: ts.NodeArray<ts.Statement>): readonly Statement[] {
  const { above, atEnd } = placeComments(context.file.module.sourceFile, nodes);
  const statements: Statement[] = [];
  nodes.forEach((node, index) => {
    if (index > 0 && blankLineBefore(node)) statements.push(groovy.blankLine());
    const { remarks, result } = context.withRemarks(() => lowerStatement(context, node));
    const comments = [...(above[index] ?? []), ...remarks];
    statements.push(...comments.map(groovy.comment), ...result);
  });
  return [...statements, ...atEnd.map(groovy.comment)];
}

/** One statement, preceded by what must run before it. */
function lowerStatement(context: Context, node: ts.Statement): readonly Statement[] {
  const row = statementTable.get(node.kind);
  if (row === undefined) context.report(node, problems.unsupported(kindName(node)));
  if (row === undefined || !('lower' in row)) return [];
  const { statements, result } = context.capture(
    () => guarded(context, node, () => row.lower(context, node)) ?? [],
  );
  const origin = context.origin(node);
  return [...statements, ...result].map((statement) =>
    statement.origin === undefined ? groovy.at(origin, statement) : statement,
  );
}

function kindName({ kind }: ts.Node): string {
  return `\`${ts.SyntaxKind[kind]}\``;
}
