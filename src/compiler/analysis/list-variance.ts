/**
 * Lists under a wider type. TypeScript lets a `string[]` pass for a `(string | number)[]`; a number that is added there
 * would be a text for whoever holds the first name, and each world fails in its own way.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import type { Report } from './report';
import { typeText } from './types';

/** Reports each list that is handed on as one that takes more kinds of elements. */
export function checkListVariance(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const { checker } = analysis.project;
  const visit = (node: ts.Node): void => {
    if (isStored(node)) {
      const wider = widerList(node, analysis);
      if (wider !== undefined) report(node, problems.widerList(typeText(wider, checker)));
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
}

/** What names a list that others may hold, too; what is made in place has no other name. */
function isStored(node: ts.Node): node is ts.Expression {
  const isPath = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  if (!isPath && !ts.isIdentifier(node)) return false;
  const { parent } = node;
  // `list.length`, `call()`: what is used in place is handed to nobody.
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return false;
  if (ts.isCallExpression(parent) && parent.expression === node) return false;
  if (isPath) return true;
  const isDeclared = ts.isPropertyAssignment(parent) || ts.isVariableDeclaration(parent);
  if (isDeclared) return parent.initializer === node;
  return ts.isShorthandPropertyAssignment(parent) || ts.isReturnStatement(parent) || ts.isExpression(parent);
}

/** The type that the place demands, when it is a list that may be changed and takes more than this one. */
function widerList(node: ts.Expression, analysis: Analysis): ts.Type | undefined {
  const { checker } = analysis.project;
  // Few places demand a list, and the type of a name is found by following the flow up to it: that comes last.
  const expected = listsIn(checker.getContextualType(node), checker);
  if (expected.length === 0) return undefined;
  const element = elementOf(analysis.typeOf(node), checker);
  if (element === undefined) return undefined;
  return expected.find((list) => {
    const taken = elementOf(list, checker);
    return taken !== undefined && !checker.isTypeAssignableTo(taken, element);
  });
}

function listsIn(type: ts.Type | undefined, checker: ts.TypeChecker): readonly ts.Type[] {
  if (type === undefined) return [];
  const members = type.isUnion() ? type.types : [type];
  return members.filter((member) => elementOf(member, checker) !== undefined);
}

/** The type of the elements of a list that may be changed. */
function elementOf(type: ts.Type, checker: ts.TypeChecker): ts.Type | undefined {
  if (!checker.isArrayType(type) || type.getSymbol()?.name !== 'Array') return undefined;
  return checker.getIndexTypeOfType(type, ts.IndexKind.Number);
}
