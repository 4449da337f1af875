/** What leaves a block. */
import type { Statement } from '../tree';

/** Whether a `return` of the statements themselves, not of a closure in them, gives a value. */
export function returnsValue(statements: readonly Statement[]): boolean {
  return statements.some((statement) => {
    switch (statement.kind) {
      case 'return':
        return statement.value !== undefined;
      case 'if':
        return returnsValue(statement.whenTrue) || returnsValue(statement.whenFalse ?? []);
      case 'forIn':
      case 'forIndex':
      case 'while':
        return returnsValue(statement.body);
      case 'switch':
        return statement.cases.some(({ body }) => returnsValue(body));
      case 'try':
        return [statement.body, ...statement.catches.map(({ body }) => body), statement.finalizer ?? []].some(
          returnsValue,
        );
      default:
        return false;
    }
  });
}
