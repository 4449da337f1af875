/** Local variables. */
import ts from 'typescript';
import { groovy, type Statement } from '../../groovy';
import { findUses } from '../analysis/capture';
import type { Context } from './context';
import { lowerPattern } from './destructuring';
import { isPath, keep } from './order';
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
    // An identifier is a variable, or a local that was made for the value.
    const isRepeatable = isPath(initializer) || value.kind === 'identifier';
    return lowerPattern(context, name, isRepeatable ? value : keep(context, initializer, value));
  }
  const type = context.staticTypeOf(name);
  const local = name.text;
  if (initializer === undefined) return [groovy.variable(local, undefined, type)];
  const symbol = context.analysis.symbolOf(name);
  if (symbol !== undefined && findUses(symbol, declaration, context.analysis).captured) {
    // A closure that calls itself: Groovy knows the variable only behind its declaration.
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
