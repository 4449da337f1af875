/** Local variables. */
import ts from 'typescript';
import { groovy, type Statement } from '../../groovy';
import { isCapturedInItself } from '../analysis/capture';
import type { Context } from './context';
import { lowerPattern } from './destructuring';
import { keptOnce } from './order';
import { lowerText } from './templates';

/** `const` and `let`: typed where every value has one Groovy type, else `def`. */
export function lowerVariableStatement(context: Context, node: ts.VariableStatement): readonly Statement[] {
  return node.declarationList.declarations.flatMap((declaration) => {
    const { statements, result } = context.capture(() => lowerDeclaration(context, declaration));
    return [...statements, ...result];
  });
}

function lowerDeclaration(context: Context, declaration: ts.VariableDeclaration): readonly Statement[] {
  const { name, initializer } = declaration;
  if (!ts.isIdentifier(name)) {
    if (initializer === undefined) return [];
    const value = context.lower(initializer);
    return lowerPattern(context, name, keptOnce(context, initializer, value));
  }
  const type = context.staticTypeOf(name);
  const local = name.text;
  if (initializer === undefined) return [groovy.variable(local, undefined, type)];
  if (isCapturedInItself(declaration, context.analysis)) {
    return [
      groovy.variable(local, undefined, type),
      groovy.assign(groovy.identifier(local), context.lower(initializer)),
    ];
  }
  const value = type === 'String' ? lowerText(context, initializer) : context.lower(initializer);
  // The value was built up in the variable itself.
  if (value.kind === 'identifier' && value.name === local) return [];
  return [groovy.variable(local, value, type)];
}
