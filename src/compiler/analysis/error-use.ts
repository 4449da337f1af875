/** Errors stay errors: under an interface of an author one would be a map, which the exception of Java is not. */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import type { Report } from './report';
import { isError, membersOf, typeText } from './types';

/** Reports each Error that is handed on as another object. */
export function checkErrorUse(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  if (!/\bError\b/.test(sourceFile.text)) return;
  const { checker } = analysis.project;
  const visit = (node: ts.Node): void => {
    if (isValue(node)) {
      const expected = checker.getContextualType(node);
      if (expected !== undefined && isOtherObject(expected) && holdsError(analysis.typeOf(node))) {
        report(node, problems.errorAsObject(typeText(expected, checker)));
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(sourceFile);
}

function isValue(node: ts.Node): node is ts.Expression {
  return ts.isIdentifier(node) || ts.isPropertyAccessExpression(node) || ts.isNewExpression(node);
}

function isOtherObject(type: ts.Type): boolean {
  const objects = membersOf(type).filter(({ flags }) => (flags & ts.TypeFlags.Object) !== 0);
  return objects.length > 0 && !objects.some(isError);
}

function holdsError(type: ts.Type): boolean {
  return membersOf(type).some(isError);
}
