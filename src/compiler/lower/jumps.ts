/** Statements that leave: `return`, `break`, `continue`. */
import ts from 'typescript';
import { groovy, type Statement } from '../../groovy';
import { enclosingFunction } from '../analysis/functions';
import { resultTypeOf } from '../analysis/types';
import type { Context } from './context';
import { lowerEffect } from './effects';
import { lowerText } from './templates';

/** `return value`. */
export function lowerReturn(context: Context, node: ts.ReturnStatement): readonly Statement[] {
  const { expression } = node;
  if (expression === undefined) return [groovy.returnValue()];
  // A method that gives nothing returns nothing, not even what gives nothing.
  if (isOfNothing(context, node)) return [...lowerEffect(context, expression), groovy.returnValue()];
  const value = makesString(context, node) ? lowerText(context, expression) : context.lower(expression);
  return [groovy.returnValue(value)];
}

function isOfNothing(context: Context, node: ts.ReturnStatement): boolean {
  const method = enclosingFunction(node);
  if (method === undefined || !ts.isFunctionDeclaration(method)) return false;
  return resultTypeOf(context.checker, method) === 'void';
}

/**
 * Whether a GString that is returned becomes a String: Java converts what a method returns to its type. A closure has
 * none, and a method that the engine translates does not return to Java.
 */
function makesString(context: Context, node: ts.ReturnStatement): boolean {
  const method = enclosingFunction(node);
  if (context.colour !== 'pure' || method === undefined || !ts.isFunctionDeclaration(method)) return false;
  return resultTypeOf(context.checker, method) === 'String';
}

/** `break`: of a loop; in a `switch` it ends a clause. */
export function lowerBreak(_context: Context, _node: ts.BreakStatement): readonly Statement[] {
  return [groovy.breakLoop()];
}

/** `continue`. */
export function lowerContinue(_context: Context, _node: ts.ContinueStatement): readonly Statement[] {
  return [groovy.continueLoop()];
}
