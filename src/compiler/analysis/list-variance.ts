/**
 * Lists and objects under a wider type. TypeScript lets a `string[]` pass for a `(string | number)[]`, and an object with
 * one for an object with the other; a number that is put there would be a text for whoever holds the first name, and each
 * world fails in its own way.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Module } from '../load';
import { nodesOf } from '../nodes';
import type { Analysis } from './analyse';
import { isDeclaredReadOnly, readOnlyNames } from './constants';
import { mayBeAbsent, membersOf, typeText } from './types';
import type { Report } from './report';

/** Reports each list and each object that is handed on as one that takes more than it holds. */
export function checkListVariance(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const { checker } = analysis.project;
  for (const node of nodesOf(sourceFile)) {
    if (isStored(node) || isOfWrittenTypes(node)) {
      const wider = widerThan(node, analysis);
      if (wider !== undefined) report(node, problems.widerList(typeText(wider, checker)));
    }
  }
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
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === node;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === node;
  return ts.isShorthandPropertyAssignment(parent) || ts.isReturnStatement(parent) || ts.isExpression(parent);
}

/** A function written in place that says itself what it takes. */
function isOfWrittenTypes(node: ts.Node): node is ts.ArrowFunction {
  return ts.isArrowFunction(node) && node.parameters.some(({ type }) => type !== undefined);
}

/** The type that the place demands, or a part of it, when it may be changed and takes more than this one. */
function widerThan(node: ts.Expression, analysis: Analysis): ts.Type | undefined {
  const { checker } = analysis.project;
  // Few places demand a list or an object, and the type of a name is found by following the flow up to it.
  const expected = checker.getContextualType(node);
  const mayDemand = (type: ts.Type): boolean => isChangeable(type) || type.getCallSignatures().length > 0;
  if (expected === undefined || !membersOf(expected).some(mayDemand)) return undefined;
  return widerPart(expected, analysis.typeOf(node), checker, []);
}

/** @param around the types that these are a part of: a type may contain itself */
function widerPart(
  expected: ts.Type,
  given: ts.Type,
  checker: ts.TypeChecker,
  around: readonly ts.Type[],
): ts.Type | undefined {
  if (expected === given || around.includes(expected)) return undefined;
  const wider = widerParameter(expected, given, checker, [...around, expected]);
  if (wider !== undefined) return wider;
  for (const target of membersOf(expected).filter(isChangeable)) {
    for (const source of membersOf(given).filter(isChangeable)) {
      if (!checker.isTypeAssignableTo(source, target)) continue;
      for (const { taken, held, isReadonly } of partsOf(target, source, checker)) {
        if (!isReadonly && !checker.isTypeAssignableTo(taken, held)) return target;
        const wider = widerPart(taken, held, checker, [...around, expected]);
        if (wider !== undefined) return wider;
      }
    }
  }
  return undefined;
}

/** What a function takes, where the place passes something that holds less. */
function widerParameter(
  expected: ts.Type,
  given: ts.Type,
  checker: ts.TypeChecker,
  around: readonly ts.Type[],
): ts.Type | undefined {
  for (const target of membersOf(expected).flatMap((type) => type.getCallSignatures())) {
    for (const source of membersOf(given).flatMap((type) => type.getCallSignatures())) {
      for (const [index, parameter] of source.parameters.entries()) {
        const passed = target.parameters[index];
        if (passed === undefined) break;
        const [taken, held] = [parameter, passed].map((each) => checker.getTypeOfSymbol(each));
        const wider = taken && held && widerPart(taken, held, checker, around);
        if (wider !== undefined) return wider;
      }
    }
  }
  return undefined;
}

function isChangeable(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 && type.getCallSignatures().length === 0;
}

/** What a place takes for an element or a property, and what the value holds there. */
interface Part {
  readonly taken: ts.Type;
  readonly held: ts.Type;
  readonly isReadonly: boolean;
}

function partsOf(target: ts.Type, source: ts.Type, checker: ts.TypeChecker): readonly Part[] {
  if (checker.isArrayType(target) || checker.isTupleType(target)) {
    const [taken, held] = [target, source].map((type) =>
      checker.getIndexTypeOfType(type, ts.IndexKind.Number),
    );
    const isReadonly = target.getSymbol()?.name !== 'Array';
    return taken === undefined || held === undefined ? [] : [{ taken, held, isReadonly }];
  }
  const entry = checker.getIndexInfoOfType(target, ts.IndexKind.String);
  if (entry !== undefined) {
    const held = checker.getIndexTypeOfType(source, ts.IndexKind.String);
    const types = [
      ...(held === undefined ? [] : [held]),
      ...source.getProperties().map((property) => checker.getTypeOfSymbol(property)),
    ];
    return types.map((each) => ({ taken: entry.type, held: each, isReadonly: entry.isReadonly }));
  }
  return target.getProperties().flatMap((property): readonly Part[] => {
    const same = source.getProperty(property.name);
    if (same === undefined) return [];
    const [taken, held] = [writtenType(property, checker), checker.getTypeOfSymbol(same)];
    const isReadonly =
      isDeclaredReadOnly(property) ||
      (!checker.isTypeAssignableTo(taken, held) && readOnlyNames(target, checker).has(property.name));
    return [{ taken, held, isReadonly }];
  });
}

/** What may be assigned to a property: of an optional one the absence only where its type says so. */
function writtenType(property: ts.Symbol, checker: ts.TypeChecker): ts.Type {
  const type = checker.getTypeOfSymbol(property);
  if ((property.flags & ts.SymbolFlags.Optional) === 0) return type;
  const declaration = property.valueDeclaration;
  const written = declaration && ts.isPropertySignature(declaration) ? declaration.type : undefined;
  const isAbsenceWritten = written !== undefined && mayBeAbsent(checker.getTypeFromTypeNode(written));
  return isAbsenceWritten ? type : checker.getNonNullableType(type);
}
