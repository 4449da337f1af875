/** Calls of methods of the file itself. */
import ts from 'typescript';
import { groovy, type Call, type Closure, type Expression } from '../../groovy';
import { sharedClassName } from '../analysis/names';
import type { Context } from './context';

/**
 * `helper(x)`; in a closure of a shared helper `Versions.helper(x)`, because in a closure of a static method the sandbox
 * looks for the method in the closure, not in the class.
 */
export function callOwnMethod(
  context: Context,
  node: ts.Node,
  name: string,
  values: readonly Expression[] = [],
  options: { readonly trailing?: Closure } = {},
): Call {
  const { module } = context.file;
  const isInStaticClosure =
    module.kind === 'shared' && ts.findAncestor(node, ts.isArrowFunction) !== undefined;
  return isInStaticClosure
    ? groovy.methodCall(groovy.global(sharedClassName(module.name)), name, values, options)
    : groovy.call(name, values, options);
}
