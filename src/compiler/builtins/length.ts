/** Lengths as they stand in Groovy: `text.length()`, `list.size()`. */
import type { Call, Expression } from '../../groovy/tree';

/** Whether a call gives how long its receiver is, always as an `int` of Java. */
export function isLengthCall({ receiver, name, safe, positional }: Call): boolean {
  // An author may call a function of another file `size`.
  const isOfValue = receiver !== undefined && !(receiver.kind === 'identifier' && receiver.global === true);
  return isOfValue && (name === 'length' || name === 'size') && safe !== true && positional.length === 0;
}

/** Whether an expression is an `int` of Java that is not negative: a literal, or how long something is. */
export function isCount(expression: Expression): boolean {
  if (expression.kind === 'number') {
    return Number.isInteger(expression.value) && expression.value >= 0 && expression.value < 2 ** 31;
  }
  return expression.kind === 'call' && isLengthCall(expression);
}
