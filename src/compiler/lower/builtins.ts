/** Members of the language: each use is lowered by the entry of its declaration. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import { groovy, type Expression, type Statement } from '../../groovy';
import { withoutParentheses } from '../analysis/functions';
import { isString, kindOf, mayBeAbsent, membersOf } from '../analysis/types';
import type { Builtin, OperandKind } from '../builtins';
import type { Context } from './context';
import { isStable, keep, lowerInOrder } from './order';

/** What stands in front of the dot; nothing for `Object.keys` and global functions. */
export interface Receiver {
  readonly node: ts.Expression;
  readonly value: Expression;
}

/** Lowers a use of a member; `argumentNodes` are not lowered yet. */
export function lowerMember(
  context: Context,
  use: ts.Expression,
  entry: Builtin,
  receiver: Receiver | undefined,
  argumentNodes: readonly ts.Expression[],
): Expression {
  const callback = entry.callback === undefined ? undefined : argumentNodes[entry.callback.parameter];
  // A helper that calls nothing back runs anywhere.
  const isLeftOut = entry.callback !== undefined && callback === undefined;
  if (entry.colour === 'pure' && context.colour === 'pipeline' && !isLeftOut) {
    return context.refuse(
      use,
      problems.pureMember(entry.member, context.analysis.reasonText(context.enclosing)),
    );
  }
  if (callback !== undefined && !ts.isArrowFunction(withoutParentheses(callback))) {
    return context.refuse(callback, problems.callbackNotInline());
  }
  const { statements, result: args } = context.capture(() => lowerInOrder(context, argumentNodes));
  if (receiver === undefined) context.before(...statements);
  const lowered = entry.groovy({
    receiver: receiver === undefined ? groovy.nullLiteral() : receiverBefore(context, receiver, statements),
    receiverKind: receiver === undefined ? 'other' : receiverKind(context, receiver.node),
    args,
    argKinds: argumentNodes.map((node) => operandKind(context, node)),
  });
  return lowered.kind === 'refusal' ? context.refuse(use, problems.builtinUse(lowered.reason)) : lowered;
}

/** The receiver is evaluated before what the arguments need. */
function receiverBefore(context: Context, receiver: Receiver, statements: readonly Statement[]): Expression {
  const isSame = statements.length === 0 || isStable(context, receiver.node);
  const value = isSame ? receiver.value : keep(context, receiver.node, receiver.value);
  context.before(...statements);
  return value;
}

/** A member is used only of a receiver that is there, also behind `?.`. */
function receiverKind(context: Context, receiver: ts.Expression): OperandKind {
  return operandKind(context, receiver, context.checker.getNonNullableType(context.typeOf(receiver)));
}

/** What an entry may rely on to print shorter Groovy. */
function operandKind(
  context: Context,
  operand: ts.Expression,
  type: ts.Type = context.typeOf(withoutParentheses(operand)),
): OperandKind {
  const { checker } = context;
  const node = withoutParentheses(operand);
  if (ts.isRegularExpressionLiteral(node)) {
    return node.text.slice(node.text.lastIndexOf('/')).includes('g') ? 'globalPattern' : 'pattern';
  }
  if (mayBeAbsent(type)) return 'other';
  switch (kindOf(type, checker)) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'list':
      if (isTextList(type, checker)) return 'textList';
      return holdsObject(type, checker) ? 'objectList' : 'other';
    default:
      return 'other';
  }
}

function isTextList(type: ts.Type, checker: ts.TypeChecker): boolean {
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return element !== undefined && isString(element, checker);
}

/** Whether objects stand in a list, or in the lists in it. */
function holdsObject(type: ts.Type, checker: ts.TypeChecker): boolean {
  const element = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  if (element === undefined) return false;
  return membersOf(element).some((member) => {
    const kind = kindOf(member, checker);
    return kind === 'object' || (kind === 'list' && holdsObject(member, checker));
  });
}

/** `Object`, `Math`, `JSON`: the receiver is no value. */
export function isNamespace(owner: string): boolean {
  return owner.endsWith('Constructor') || owner === 'Math' || owner === 'JSON';
}
