/** What stands in for an absent value. Groovy's `?:` also replaces what it takes for false, so it is exact for few types. */
import type ts from 'typescript';
import { groovy, type Expression } from '../../groovy';
import { kindOf, membersOf } from '../analysis/types';
import type { Context } from './context';

/**
 * Whether `value ?: otherwise` is `value ?? otherwise`: no value of the type is false in Groovy, or the one that is equals
 * what stands in for it. An empty list or map is false, too, and another one in its place would be another object.
 * @param type of the value; `undefined` may be in it
 */
export function isElvis(context: Context, type: ts.Type, otherwise: Expression): boolean {
  const { checker } = context;
  switch (kindOf(type, checker)) {
    case 'string':
      return (
        isNeverEmpty(checker.getNonNullableType(type)) ||
        (otherwise.kind === 'string' && otherwise.value === '')
      );
    case 'boolean':
      return otherwise.kind === 'boolean' && !otherwise.value;
    default:
      return false;
  }
}

/** A choice of texts, none of which is empty. */
function isNeverEmpty(type: ts.Type): boolean {
  return membersOf(type).every((member) => member.isStringLiteral() && member.value !== '');
}

/**
 * `value != null ? value : otherwise`, or shorter.
 * @param value is printed twice where the longer form is needed
 */
export function orElse(
  context: Context,
  type: ts.Type,
  value: Expression,
  otherwise: Expression,
): Expression {
  return isElvis(context, type, otherwise)
    ? groovy.elvis(value, otherwise)
    : groovy.ternary(groovy.binary(value, '!=', groovy.nullLiteral()), value, otherwise);
}
