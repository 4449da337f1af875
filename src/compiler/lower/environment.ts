/** Lists of `NAME=value` for `withEnv`, made of constant names and values of the program. */
import type { ts } from 'ts-morph';
import { groovy, type Closure, type Expression, type Statement } from '../../groovy';
import { kindOf, mayBeAbsent } from '../analysis/types';
import type { Context } from './context';
import { lowerInOrder } from './order';
import { shellEnvironment, shellList } from './runtime';
import { joinParts, lowerAsText } from './templates';

/** A variable for the shell. */
export interface EnvironmentEntry {
  readonly name: string;
  readonly expression: ts.Expression;
}

/**
 * The argument of `withEnv`, in the order of the entries:
 *
 *     ["GIG_IMAGE=${image}"] + Shell.list('GIG_APPS', apps)
 *
 * What may be absent goes through a helper that leaves it out: `Shell.environment([GIG_TARGET: target])`.
 */
export function environmentList(context: Context, entries: readonly EnvironmentEntry[]): Expression {
  const kinds = new Map(entries.map((entry) => [entry.expression, formOf(context, entry.expression)]));
  const values = lowerInOrder(
    context,
    entries.map(({ expression }) => expression),
    (expression) => (kinds.get(expression) === 'text' ? lowerAsText(context, expression) : context.lower(expression)),
  );
  const segments: Expression[] = [];
  let open: Expression[] = [];
  const close = (): void => {
    if (open.length > 0) segments.push(groovy.list(...open));
    open = [];
  };
  entries.forEach(({ name, expression }, index) => {
    const value = values[index] ?? groovy.nullLiteral();
    const form = kinds.get(expression);
    if (form === 'text') {
      open.push(joinParts([`${name}=`, value]));
      return;
    }
    close();
    segments.push(form === 'list' ? shellList(name, value) : shellEnvironment(groovy.map(groovy.entry(name, value))));
  });
  close();
  const [first = groovy.list(), ...rest] = segments;
  return rest.reduce((left, right) => groovy.binary(left, '+', right), first);
}

/** `withEnv([…]) { … }` around statements; without entries just the call inside. */
export function withEnvironment(list: Expression, body: readonly Statement[]): Expression {
  return groovy.call('withEnv', [list], { trailing: bodyClosure(body) });
}

/** A closure without parameters. */
export function bodyClosure(body: readonly Statement[]): Closure {
  return groovy.closure([], body);
}

function formOf({ checker }: Context, expression: ts.Expression): 'text' | 'list' | 'optional' {
  const type = checker.getTypeAtLocation(expression);
  if (mayBeAbsent(type)) return 'optional';
  return kindOf(type, checker) === 'list' ? 'list' : 'text';
}
