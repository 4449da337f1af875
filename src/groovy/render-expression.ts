/** The Groovy text of each kind of expression. */
import {
  block,
  choice,
  from,
  group,
  indent,
  joined,
  type Layout,
  line,
  newline,
  sequence,
  softLine,
  unbroken,
} from './layout';
import { claimedProperties, isPlainName } from './keywords';
import { beginsWithBrace, levelOf, operandLevels, tightness } from './precedence';
import { renderParameters, renderStatements } from './render-statement';
import { constantString, interpolatedText, multiLineString, numberLiteral } from './strings';
import type {
  Binary,
  Call,
  Closure,
  Expression,
  ListLiteral,
  MapLiteral,
  NamedArgument,
  StringLiteral,
} from './tree';

type Kind = Expression['kind'];
type ExpressionOf<K extends Kind> = Extract<Expression, { kind: K }>;
type Renderers = { readonly [K in Kind]: (expression: ExpressionOf<K>) => Layout };

const renderers: Renderers = {
  identifier: ({ name }) => name,
  string: renderString,
  interpolation: ({ parts }) =>
    sequence(
      '"',
      ...parts.map((part) =>
        typeof part === 'string'
          ? interpolatedText(part)
          : sequence('${', unbroken(renderExpression(part)), '}'),
      ),
      '"',
    ),
  number: ({ value }) => numberLiteral(value),
  boolean: ({ value }) => String(value),
  null: () => 'null',
  list: renderList,
  map: renderMap,
  property: ({ object, name, safe }) => {
    if (isPlainName(name) && !claimedProperties.has(name)) {
      return sequence(receiverOf(object), safe === true ? '?.' : '.', name);
    }
    const key = constantString(name);
    const accessed = receiverOf(object);
    return safe === true ? sequence(accessed, '?.get(', key, ')') : sequence(accessed, '[', key, ']');
  },
  index: ({ object, index }) => sequence(receiverOf(object), '[', renderExpression(index), ']'),
  call: renderCall,
  new: ({ className, arguments: values }) => sequence('new ', className, renderArguments([], values)),
  closure: renderClosure,
  binary: renderBinary,
  unary: ({ operator, operand: value }) => sequence(operator, operand(value, tightness.postfix)),
  ternary: ({ condition, whenTrue, whenFalse }) =>
    group(
      operand(condition, tightness.ternary + 1),
      indent(line, '? ', operand(whenTrue, tightness.ternary + 1), line, ': ', renderExpression(whenFalse)),
    ),
  elvis: ({ value, otherwise }) =>
    group(operand(value, tightness.ternary + 1), indent(' ?:', line, renderExpression(otherwise))),
};

/** The text of an expression, without parentheses around it. */
export function renderExpression(expression: Expression): Layout {
  return from(expression.origin, renderKind(expression));
}

function renderKind<K extends Kind>(expression: ExpressionOf<K>): Layout {
  const renderer: Renderers[K] = renderers[expression.kind];
  return renderer(expression);
}

/** An operand, in parentheses when it binds more loosely than its place demands. */
export function operand(expression: Expression, level: number): Layout {
  const rendered = renderExpression(expression);
  return levelOf(expression) < level ? parenthesised(rendered) : rendered;
}

/** What stands in front of `.` or `[`. */
function receiverOf(expression: Expression): Layout {
  return expression.kind === 'closure' || expression.kind === 'number'
    ? parenthesised(renderExpression(expression))
    : operand(expression, tightness.postfix);
}

function parenthesised(content: Layout): Layout {
  return sequence('(', content, ')');
}

/** An expression where a statement begins. */
export function renderLeadingExpression(expression: Expression): Layout {
  const rendered = renderExpression(expression);
  return beginsWithBrace(expression) ? parenthesised(rendered) : rendered;
}

function renderString({ value }: StringLiteral): Layout {
  const escaped = constantString(value);
  const lines = multiLineString(value);
  return lines === undefined ? escaped : { kind: 'constant', lines, escaped };
}

function renderList({ elements }: ListLiteral): Layout {
  return elements.length === 0 ? '[]' : bracketed(elements.map(renderExpression));
}

function renderMap({ entries }: MapLiteral): Layout {
  if (entries.length === 0) {
    return '[:]';
  }
  return bracketed(
    entries.map(({ key, value }) => {
      const label = typeof key === 'string' ? renderName(key) : parenthesised(renderExpression(key));
      return sequence(label, ': ', renderExpression(value));
    }),
  );
}

/** Elements in one line, or one a line with a comma behind each, so that a new one changes one line. */
function bracketed(elements: readonly Layout[]): Layout {
  return group('[', indent(softLine, joined(elements, sequence(',', line)), choice(',', '')), softLine, ']');
}

/** The name of an argument or a constant key. */
function renderName(name: string): Layout {
  return isPlainName(name) ? name : constantString(name);
}

function renderNamed({ name, value }: NamedArgument): Layout {
  return sequence(renderName(name), ': ', renderExpression(value));
}

function renderArguments(named: readonly NamedArgument[], positional: readonly Expression[]): Layout {
  const values = [...named.map(renderNamed), ...positional.map(renderExpression)];
  const [only] = values;
  if (only === undefined) {
    return '()';
  }
  if (values.length === 1) {
    // A single argument breaks inside itself: `withEnv([` … `])`.
    return parenthesised(only);
  }
  return group('(', indent(softLine, joined(values, sequence(',', line))), softLine, ')');
}

function renderCall({ receiver, safe, name, named, positional, trailing }: Call): Layout {
  if (!isPlainName(name)) {
    throw new RangeError(`no method can be called ${name}`);
  }
  const target =
    receiver === undefined ? name : sequence(receiverOf(receiver), safe === true ? '?.' : '.', name);
  if (trailing === undefined) {
    return sequence(target, renderArguments(named, positional));
  }
  const argumentList = named.length + positional.length === 0 ? '' : renderArguments(named, positional);
  return sequence(target, argumentList, ' ', renderTrailing(trailing));
}

/** The block of a step has its statements below each other; a callback, which names what it gets, is a value. */
function renderTrailing(closure: Closure): Layout {
  const [statement] = closure.body;
  // A line of Groovy stands for one line of TypeScript.
  const isOneLine = statement?.origin?.line === closure.origin?.line;
  return closure.parameters.length > 0 && isOneLine ? renderClosure(closure) : renderBody(closure);
}

/** A closure as an argument or value; one that only returns a value stands on one line when it fits. */
function renderClosure(closure: Closure): Layout {
  const [statement, ...others] = closure.body;
  if (statement?.kind !== 'return' || others.length > 0) {
    return renderBody(closure);
  }
  if (statement.value === undefined || beginsWithBrace(statement.value)) {
    return renderBody(closure);
  }
  const value = from(statement.origin, renderExpression(statement.value));
  return group(closureHead(closure), indent(line, choice('return ', ''), value), line, '}');
}

/** A closure with its statements below each other. */
function renderBody(closure: Closure): Layout {
  if (closure.body.length === 0) {
    return sequence(closureHead(closure), ' }');
  }
  return sequence(closureHead(closure), block(newline, renderStatements(closure.body)), newline, '}');
}

function closureHead({ parameters }: Closure): Layout {
  if (parameters.length === 0) {
    return '{';
  }
  return sequence('{ ', joined(renderParameters(parameters), ', '), ' ->');
}

/** `a + b + c`, broken behind an operator: Groovy ends a statement at a line that begins with one. */
function renderBinary(binary: Binary): Layout {
  const { operator } = binary;
  const levels = operandLevels(operator);
  const operands: Expression[] = [binary.right];
  let left = binary.left;
  while (left.kind === 'binary' && left.operator === operator && levels.left < levels.right) {
    operands.unshift(left.right);
    left = left.left;
  }
  return group(
    operand(left, levels.left),
    indent(...operands.map((next) => sequence(` ${operator}`, line, operand(next, levels.right)))),
  );
}
