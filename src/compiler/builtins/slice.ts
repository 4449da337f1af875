/** The lowering of `slice`, of texts and of lists. */
import * as groovy from '../../groovy/factory';
import type { Expression } from '../../groovy/tree';
import { helper, type BuiltinCall } from './builtin';
import { isCount } from './length';

/**
 * The part up to an end that is a count: `commit.take(7)`. Groovy's method clips it as JavaScript does; all other parts
 * are made by the helper, which takes positions from the end, too.
 */
export function byTextSlice(call: BuiltinCall): Expression {
  return taken(call) ?? helper('Text.slice', call.receiver, ...call.args);
}

/** The same of a list, and the part from a start that is a count: `names.drop(1)`. The sandbox refuses `drop` of a text. */
export function byListSlice(call: BuiltinCall): Expression {
  const [start, end] = call.args;
  const isRest = start !== undefined && end === undefined && isCount(start);
  if (isRest) return groovy.methodCall(call.receiver, 'drop', [start]);
  return taken(call) ?? helper('Lists.slice', call.receiver, ...call.args);
}

function taken({ receiver, args: [start, end] }: BuiltinCall): Expression | undefined {
  const isFromStart = start?.kind === 'number' && start.value === 0;
  return isFromStart && end !== undefined && isCount(end)
    ? groovy.methodCall(receiver, 'take', [end])
    : undefined;
}
