/** Statements that leave: `return`, `break`, `continue`. */
import type ts from 'typescript';
import { groovy, type Statement } from '../../groovy';
import type { Context } from './context';

export function lowerReturn(context: Context, node: ts.ReturnStatement): readonly Statement[] {
  return [groovy.returnValue(node.expression === undefined ? undefined : context.lower(node.expression))];
}

export function lowerBreak(_context: Context, _node: ts.BreakStatement): readonly Statement[] {
  return [groovy.breakLoop()];
}

export function lowerContinue(_context: Context, _node: ts.ContinueStatement): readonly Statement[] {
  return [groovy.continueLoop()];
}
