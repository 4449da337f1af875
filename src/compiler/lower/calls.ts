/** Calls: the kind of callee decides the form. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression } from '../../groovy';
import { performName } from '../../model/parameters-class';
import { withoutParentheses } from '../analysis/functions';
import { builtinFor } from '../builtins';
import { sharedClassName } from '../analysis/names';
import type { Callee } from '../analysis/resolve';
import { isOptional, lowerOnReceiver, lowerWhenThere } from './access';
import { isNamespace, lowerMember } from './builtins';
import type { Context } from './context';
import { isStable, keep, lowerInOrder, standAlone } from './order';
import { callOwnMethod } from './own-methods';
import { lowerPrimitiveCall } from './primitives';
import { nestedArguments } from './recursion';
import { withTrailingClosure } from './runtime';
import { lowerDescribable, lowerStep } from './steps';
import { lowerText } from './templates';

/** A call of a step, a primitive, a function, a member of the language, or a closure that something holds. */
export function lowerCall(context: Context, node: ts.CallExpression): Expression {
  const callee = context.analysis.calleeOf(node);
  switch (callee.kind) {
    case 'step':
      return standAlone(context, node, lowerStep(context, node, callee.definition));
    case 'describable':
      return lowerDescribable(context, node, callee.definition);
    case 'primitive':
      return standAlone(context, node, lowerPrimitiveCall(context, node, callee.name));
    case 'builtin':
      return lowerBuiltin(context, node, callee);
    case 'function':
      return lowerFunctionCall(context, node, callee);
    case 'value':
      return lowerValueCall(context, node, callee.expression);
    case 'unknown':
      return context.refuse(node, problems.noSuchGlobal(node.expression.getText()));
  }
}

/** `new Set(…)`; `new Error(…)` stands in `throw` only, which lowers it itself. */
export function lowerNew(context: Context, node: ts.NewExpression): Expression {
  const entry = context.kindOf(node) === 'set' ? builtinFor('SetConstructor', 'new') : undefined;
  if (entry !== undefined) return lowerMember(context, node, entry, undefined, node.arguments ?? []);
  return context.refuse(node, problems.noConstruction());
}

function lowerBuiltin(
  context: Context,
  node: ts.CallExpression,
  { entry, receiver }: Extract<Callee, { kind: 'builtin' }>,
): Expression {
  const access = withoutParentheses(node.expression);
  const callback = entry.callback === undefined ? undefined : node.arguments[entry.callback.parameter];
  const change = callback && receiver && context.analysis.changeOf(receiver, callback);
  if (change !== undefined) return context.refuse(change, problems.loopChangesList());
  if (receiver === undefined || !ts.isPropertyAccessExpression(access) || isNamespace(entry.owner)) {
    return lowerMember(context, node, entry, undefined, node.arguments);
  }
  return lowerOnReceiver(context, access, (value) =>
    lowerMember(context, node, entry, { node: receiver, value }, node.arguments),
  );
}

/**
 * A function of an author:
 *
 *     helper(x)               same file
 *     perform([image: x])     the default function of this file
 *     gigOther.perform([…])   the default function of another global variable
 *     gigOther.stop(x)        a named function of another global variable
 *     Versions.parse(x)       vars/shared/versions.ts
 */
function lowerFunctionCall(
  context: Context,
  node: ts.CallExpression,
  { declaration, module, exported }: Extract<Callee, { kind: 'function' }>,
): Expression {
  const given = lowerInOrder(context, node.arguments, (argument) => {
    const parameter = declaration.parameters[node.arguments.indexOf(argument)];
    // Java makes a String of a GString for a parameter of that type.
    const isText = parameter !== undefined && context.staticTypeOf(parameter) === 'String';
    return isText ? lowerText(context, argument) : context.lower(argument);
  });
  const nested = nestedArguments(context, node, declaration, given);
  const [values, options] = nested === undefined ? withTrailingClosure(given) : ([nested, {}] as const);
  const name = exported === 'default' ? performName : (declaration.name?.text ?? performName);
  if (module === context.file.module) return callOwnMethod(context, node, name, values, options);
  const owner = module.kind === 'shared' ? sharedClassName(module.name) : module.name;
  return groovy.methodCall(groovy.global(owner), name, values, options);
}

/** A closure is called by name, `hooks.before.call(x)`: `hooks.before(x)` would call a method of the map. */
function lowerValueCall(context: Context, node: ts.CallExpression, expression: ts.Expression): Expression {
  const isSafe = isOptional(node);
  // Behind `?.` the engine would evaluate the arguments, too, when there is no closure.
  if (isSafe && !node.arguments.every((argument) => isStable(context, argument))) {
    return lowerWhenThere(context, node, context.lower(expression), (closure) => {
      const { statements, result } = context.capture(() => lowerInOrder(context, node.arguments));
      const kept = statements.length === 0 ? closure : keep(context, expression, closure);
      context.before(...statements);
      return callOfClosure(context, node, kept, result);
    });
  }
  const [closure = groovy.nullLiteral(), ...given] = lowerInOrder(context, [expression, ...node.arguments]);
  return callOfClosure(context, node, closure, given, { safe: isSafe });
}

/** A Groovy closure accepts exactly as many arguments as it has parameters. */
function callOfClosure(
  context: Context,
  node: ts.CallExpression,
  closure: Expression,
  given: readonly Expression[],
  options: { readonly safe?: boolean } = {},
): Expression {
  const arity = context.checker.getResolvedSignature(node)?.parameters.length ?? given.length;
  const missing = Array.from({ length: Math.max(0, arity - given.length) }, () => groovy.nullLiteral());
  return groovy.methodCall(closure, 'call', [...given, ...missing], options);
}
