/** Mistakes in the lowering of expressions, in the order of evaluation, in the printer. */
import ts from 'typescript';
import * as order from '../../../src/compiler/lower/order';
import * as runtime from '../../../src/compiler/lower/runtime';
import * as templates from '../../../src/compiler/lower/templates';
import * as environment from '../../../src/compiler/lower/environment';
import { groovy } from '../../../src/groovy';
import * as names from '../../../src/groovy/passes/names';
import * as precedence from '../../../src/groovy/precedence';
import * as strings from '../../../src/groovy/strings';
import { inExpression, inModule, type Fault } from './plant';
import { everywhere } from './rewrite';

const { SyntaxKind } = ts;

export const expressionFaults: readonly Fault[] = [
  inModule(
    'operands: swapped order of evaluation',
    order,
    'lowerInOrder',
    (original) => (context, nodes, lower) => original(context, nodes.toReversed(), lower).toReversed(),
  ),
  inModule(
    'operands: what changes meanwhile is not kept',
    order,
    'lowerInOrder',
    () =>
      (context, nodes, ...[lower]) =>
        nodes.map((node) => (lower === undefined ? context.lower(node) : lower(node))),
  ),
  inExpression('template: missing toString', SyntaxKind.TemplateExpression, (lowered) =>
    lowered.kind === 'call' && lowered.name === 'toString' && lowered.receiver !== undefined
      ? lowered.receiver
      : lowered,
  ),
  inModule(
    'template: a number is printed as Groovy does',
    templates,
    'lowerAsText',
    () => (context, node) => context.lower(node),
  ),
  inExpression('??: also for what is false', SyntaxKind.BinaryExpression, (lowered, node) =>
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === SyntaxKind.QuestionQuestionToken &&
    lowered.kind === 'ternary'
      ? { ...lowered, condition: lowered.whenTrue }
      : lowered,
  ),
  inExpression('!== becomes ===', SyntaxKind.BinaryExpression, (lowered, node) =>
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === SyntaxKind.ExclamationEqualsEqualsToken &&
    lowered.kind === 'binary'
      ? { ...lowered, operator: '==' }
      : lowered,
  ),
  inExpression('<= becomes <', SyntaxKind.BinaryExpression, (lowered) =>
    lowered.kind === 'binary' && lowered.operator === '<=' ? { ...lowered, operator: '<' } : lowered,
  ),
  inExpression('&& becomes ||', SyntaxKind.BinaryExpression, (lowered) =>
    lowered.kind === 'binary' && lowered.operator === '&&' ? { ...lowered, operator: '||' } : lowered,
  ),
  inExpression('!: lost', SyntaxKind.PrefixUnaryExpression, (lowered) =>
    lowered.kind === 'unary' && lowered.operator === '!' ? groovy.not(lowered) : lowered,
  ),
  inExpression('-: lost', SyntaxKind.PrefixUnaryExpression, (lowered) =>
    lowered.kind === 'unary' && lowered.operator === '-' ? lowered.operand : lowered,
  ),
  inExpression('?: swapped', SyntaxKind.ConditionalExpression, (lowered) =>
    lowered.kind === 'ternary'
      ? { ...lowered, whenTrue: lowered.whenFalse, whenFalse: lowered.whenTrue }
      : lowered,
  ),
  inExpression('spread: a list is not copied', SyntaxKind.ArrayLiteralExpression, (lowered) =>
    lowered.kind === 'binary' && lowered.left.kind === 'list' && lowered.left.elements.length === 0
      ? lowered.right
      : lowered,
  ),
  inExpression('spread: an object in the wrong order', SyntaxKind.ObjectLiteralExpression, (lowered) =>
    lowered.kind === 'binary' ? { ...lowered, left: lowered.right, right: lowered.left } : lowered,
  ),
  inExpression(
    '?.: the link is not safe',
    SyntaxKind.PropertyAccessExpression,
    everywhere((each) => (each.kind === 'property' ? { ...each, safe: false } : each)),
  ),
  inExpression('arrow: shared closure result', SyntaxKind.ArrowFunction, (lowered) =>
    lowered.kind === 'closure' && lowered.parameters.length > 1
      ? { ...lowered, parameters: lowered.parameters.toReversed() }
      : lowered,
  ),
  inModule(
    'element: not absent outside the list',
    runtime,
    'elementAt',
    () => (list, index) => groovy.methodCall(list, 'getAt', [index]),
  ),
  inModule(
    'arithmetic: operands swapped',
    runtime,
    'arithmetic',
    (original) => (operation, left, right) => original(operation, right, left),
  ),
  inModule(
    'arithmetic: remainder becomes divide',
    runtime,
    'arithmetic',
    (original) => (operation, left, right) =>
      original(operation === 'remainder' ? 'divide' : operation, left, right),
  ),
  inModule('commands: trailing newlines stay', runtime, 'withoutTrailingNewlines', (original) => (text) => {
    const call = original(text);
    return text.kind === 'call' ? text : call;
  }),
  inModule(
    'environment: values mixed up',
    environment,
    'environmentList',
    (original) => (context, entries) =>
      original(
        context,
        entries.map((entry, index) => ({
          ...entry,
          expression: entries.at(-1 - index)?.expression ?? entry.expression,
        })),
      ),
  ),
  inModule(
    'printer: lost parentheses',
    precedence,
    'levelOf',
    (original) => (expression) =>
      expression.kind === 'ternary' ? precedence.tightness.postfix : original(expression),
  ),
  inModule(
    'printer: lost parentheses on the right',
    precedence,
    'operandLevels',
    (original) => (operator) => {
      const levels = original(operator);
      return { ...levels, right: levels.left };
    },
  ),
  inModule(
    'printer: wrong escape of the backslash',
    strings,
    'constantString',
    (original) => (text) => original(text).replaceAll('\\\\', '\\'),
  ),
  inModule(
    'printer: a dollar is not escaped',
    strings,
    'interpolatedText',
    (original) => (text) => original(text).replaceAll('\\$', '$'),
  ),
  inModule(
    'printer: a large number wraps',
    strings,
    'numberLiteral',
    (original) => (value) =>
      Number.isSafeInteger(value) && Math.abs(value) > 2 ** 31
        ? `((int) ${original(value)})`
        : original(value),
  ),
  inModule(
    'printer: a fraction is a BigDecimal',
    strings,
    'numberLiteral',
    (original) => (value) => original(value).replace(/d$/, ''),
  ),
  inModule('names: nothing is renamed', names, 'allocateNames', () => (file) => file),
];
