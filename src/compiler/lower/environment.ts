/** Lists of `NAME=value` for `withEnv`, made of constant names and values of the program. */
import type ts from 'typescript';
import { groovy, type Call, type Expression, type Statement } from '../../groovy';
import { mayBeAbsent } from '../analysis/types';
import type { Context } from './context';
import { lowerInOrder } from './order';
import { shellEnvironment } from './runtime';
import { joinParts, lowerHole } from './templates';

/** A variable for the shell. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly expression: ts.Expression;
}

/**
 * The argument of `withEnv`: `["GIG_IMAGE=${image}"]`. Where there are lists, which become several variables, or values
 * that may be absent, which are left out, a helper makes it: `Shell.environment([GIG_IMAGE: image, GIG_APPS: apps])`.
 */
export function environmentList(context: Context, entries: readonly EnvironmentEntry[]): Expression {
  const expressions = entries.map(({ expression }) => expression);
  if (expressions.every((expression) => isText(context, expression))) {
    const values = lowerInOrder(context, expressions, (expression) => lowerHole(context, expression));
    return groovy.list(...entries.map(({ name }, index) => joinParts([`${name}=`, values[index] ?? ''])));
  }
  const values = lowerInOrder(context, expressions);
  const variables = entries.map(({ name }, index) =>
    groovy.entry(name, values[index] ?? groovy.nullLiteral()),
  );
  return shellEnvironment(groovy.map(...variables));
}

/** `withEnv([…]) { … }` around statements. */
export function withEnvironment(list: Expression, body: readonly Statement[]): Call {
  return groovy.call('withEnv', [list], { trailing: groovy.closure([], body) });
}

/** A string, number or boolean that is there. */
function isText(context: Context, expression: ts.Expression): boolean {
  return (
    !mayBeAbsent(context.typeOf(expression)) &&
    ['string', 'number', 'boolean'].includes(context.kindOf(expression))
  );
}
