/** The Groovy text of each kind of statement. */
import { from, group, indent, joined, line, newline, sequence, softLine, block, type Layout } from './layout';
import { operand, renderExpression, renderLeadingExpression } from './render-expression';
import { tightness } from './precedence';
import { commentText } from './strings';
import type { CatchClause, If, Parameter, Statement, Switch, Try } from './tree';

type Kind = Statement['kind'];
type StatementOf<K extends Kind> = Extract<Statement, { kind: K }>;
type Renderers = { readonly [K in Kind]: (statement: StatementOf<K>) => Layout };

const renderers: Renderers = {
  expression: ({ expression }) => renderLeadingExpression(expression),
  variable: ({ type, name, value }) =>
    sequence(type ?? 'def', ' ', name, ...(value === undefined ? [] : [' = ', renderExpression(value)])),
  assignment: ({ target, operator, value }) =>
    sequence(renderLeadingExpression(target), ` ${operator} `, renderExpression(value)),
  if: renderIf,
  forIn: ({ type, variable, iterable, body }) =>
    sequence(
      ...['for (', type === undefined ? '' : `${type} `, variable, ' in '],
      // The grammar wants no comparison and no choice here.
      ...[operand(iterable, tightness.addition), ') '],
      renderBlock(body),
    ),
  forIndex: ({ variable, from: first, to, body }) =>
    sequence(
      ...[`for (int ${variable} = `, renderExpression(first), `; ${variable} < `],
      ...[operand(to, tightness.addition), '; '],
      ...[`${variable}++) `, renderBlock(body)],
    ),
  while: ({ condition, body }) => sequence('while (', renderExpression(condition), ') ', renderBlock(body)),
  switch: renderSwitch,
  try: renderTry,
  throw: ({ value }) => sequence('throw ', renderExpression(value)),
  return: ({ value }) => (value === undefined ? 'return' : sequence('return ', renderExpression(value))),
  break: () => 'break',
  continue: () => 'continue',
  comment: ({ text }) =>
    joined(
      commentText(text)
        .split('\n')
        .map((text) => `// ${text}`.trimEnd()),
      newline,
    ),
  blank: () => '',
};

function renderStatement(statement: Statement): Layout {
  return from(statement.origin, renderKind(statement));
}

function renderKind<K extends Kind>(statement: StatementOf<K>): Layout {
  const renderer: Renderers[K] = renderers[statement.kind];
  return renderer(statement);
}

/** Statements below each other, without blank lines at the ends and with one at most between two. */
export function renderStatements(statements: readonly Statement[]): Layout {
  const kept = statements.filter(
    (statement, index) =>
      statement.kind !== 'blank' ||
      (index > 0 &&
        statements[index - 1]?.kind !== 'blank' &&
        statements.slice(index).some(({ kind }) => kind !== 'blank')),
  );
  return joined(kept.map(renderStatement), newline);
}

/** `{`, the statements one level deeper, `}`. */
export function renderBlock(statements: readonly Statement[]): Layout {
  return statements.length === 0
    ? sequence('{', newline, '}')
    : sequence('{', block(newline, renderStatements(statements)), newline, '}');
}

/** Each parameter as `String name` or `name = value`. */
export function renderParameters(parameters: readonly Parameter[]): readonly Layout[] {
  return parameters.map(({ type, name, defaultValue }) =>
    sequence(
      type === undefined ? '' : `${type} `,
      name,
      ...(defaultValue === undefined ? [] : [' = ', renderExpression(defaultValue)]),
    ),
  );
}

/** The parameters of a method in their parentheses. */
export function renderParameterList(parameters: readonly Parameter[]): Layout {
  return parameters.length === 0
    ? '()'
    : group('(', indent(softLine, joined(renderParameters(parameters), sequence(',', line))), softLine, ')');
}

function renderIf({ condition, whenTrue, whenFalse }: If): Layout {
  const head = sequence('if (', renderExpression(condition), ') ', renderBlock(whenTrue));
  if (whenFalse === undefined || whenFalse.length === 0) {
    return head;
  }
  const [only, ...others] = whenFalse;
  const rest = only?.kind === 'if' && others.length === 0 ? renderStatement(only) : renderBlock(whenFalse);
  return sequence(head, ' else ', rest);
}

function renderSwitch({ subject, cases }: Switch): Layout {
  const sections = cases.flatMap(({ values, body }) => {
    const labels =
      values.length === 0
        ? ['default:']
        : values.map((value) => sequence('case ', renderExpression(value), ':'));
    const statements = body.length === 0 ? [] : [block(newline, renderStatements(body))];
    return [newline, joined(labels, newline), ...statements];
  });
  return sequence('switch (', renderExpression(subject), ') {', block(...sections), newline, '}');
}

function renderTry({ body, catches, finalizer }: Try): Layout {
  const last = finalizer === undefined ? [] : [' finally ', renderBlock(finalizer)];
  return sequence('try ', renderBlock(body), ...catches.map(renderCatch), ...last);
}

function renderCatch({ type, variable, body }: CatchClause): Layout {
  return sequence(` catch (${type} ${variable}) `, renderBlock(body));
}
