/** Which operand needs parentheses. Levels follow the grammar of Groovy 2.4; a higher level binds more tightly. */
import type { BinaryOperator, Expression } from './tree';

export const tightness = {
  ternary: 1,
  or: 2,
  and: 3,
  equality: 4,
  /** `<` and `in` share a level and do not chain. */
  relation: 5,
  addition: 6,
  multiplication: 7,
  unary: 8,
  postfix: 9,
} as const;

const operatorLevels: { readonly [operator in BinaryOperator]: number } = {
  '||': tightness.or,
  '&&': tightness.and,
  '==': tightness.equality,
  '!=': tightness.equality,
  '<': tightness.relation,
  '<=': tightness.relation,
  '>': tightness.relation,
  '>=': tightness.relation,
  in: tightness.relation,
  '+': tightness.addition,
  '-': tightness.addition,
  '*': tightness.multiplication,
};

/** How tightly an expression holds together. */
export function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case 'ternary':
    case 'elvis':
      return tightness.ternary;
    case 'binary':
      return operatorLevels[expression.operator];
    case 'unary':
      return tightness.unary;
    case 'number':
      // `-5.abs()` is `-(5.abs())`.
      return expression.value < 0 || Object.is(expression.value, -0) ? tightness.unary : tightness.postfix;
    default:
      return tightness.postfix;
  }
}

/** Whether the operands of a binary operator need parentheses: `a - (b - c)`, `(a < b) in c`. */
export function operandLevels(operator: BinaryOperator): { readonly left: number; readonly right: number } {
  const level = operatorLevels[operator];
  return { left: level === tightness.relation ? level + 1 : level, right: level + 1 };
}

/** Whether the printed expression would begin with `{`, which reads as a block where a statement is expected. */
export function beginsWithBrace(expression: Expression): boolean {
  switch (expression.kind) {
    case 'closure':
      return true;
    case 'binary':
      return beginsWithBrace(expression.left);
    case 'ternary':
      return beginsWithBrace(expression.condition);
    case 'elvis':
      return beginsWithBrace(expression.value);
    default:
      // A closure in front of `.`, `[` or `(` stands in parentheses.
      return false;
  }
}
