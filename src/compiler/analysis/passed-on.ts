/**
 * Values that would not be the same under another type. An Error is an exception of Java, what a step returns may be an
 * object of Jenkins: under an interface of an author either would be a map, and so would a text or a list. A function that
 * gives nothing hands out something all the same, and something else in each language: where its type says so, nobody looks
 * at that.
 */
import ts from 'typescript';
import { problems } from '../../diagnostics/catalogue';
import type { Problem } from '../../diagnostics/problem';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { withParentheses } from './functions';
import { objectPlaceFinder, problemOfKind } from './passed-as-object';
import type { Report } from './report';
import { firstProblem, partsOf, type Judge } from './type-walk';
import { isAnything, isError, isNothing, isObjectOfJenkins, kindOf, membersOf, typeText } from './types';

/** Reports each value that is handed on as something else. */
export function checkPassedOn(analysis: Analysis, { sourceFile }: Module, report: Report): void {
  const { checker } = analysis.project;
  const mayDiffer = differenceFinder(checker);
  // TypeScript finds the type of a literal anew each time it is asked: its parts are asked first.
  const mayHoldDifference = (node: ts.Expression): boolean => {
    const parts = partsOfLiteral(node);
    return parts === undefined ? mayDiffer(analysis.typeOf(node)) : parts.some(mayHoldDifference);
  };
  const takesOthers = objectPlaceFinder(checker);
  const places = new Map<ts.Node, boolean>();
  // Few places take what is no object: a place is asked first, and for all that a literal holds the place of the literal.
  const mayBeNoObject = (node: ts.Expression): boolean => {
    const outermost = outermostLiteral(node);
    const known = places.get(outermost);
    if (known !== undefined) return known;
    const expected = expectedAt(analysis, outermost);
    const result = expected !== undefined && takesOthers(expected);
    places.set(outermost, result);
    return result;
  };
  /** @returns whether something in the node was reported: a literal is judged by its parts first */
  const visit = (node: ts.Node): boolean => {
    const children: ts.Node[] = [];
    ts.forEachChild(node, (child) => void children.push(child));
    const isReported = children.map(visit).includes(true);
    if (isReported || !isHandedOn(node)) return isReported;
    const mayBeOther = isHolder(node) && takesMore(analysis, node) && mayHoldDifference(node);
    if (!mayBeOther && !mayBeNoObject(node)) return false;
    const problem = problemOf(analysis, node);
    if (problem !== undefined) report(node, problem);
    return problem !== undefined;
  };
  visit(sourceFile);
}

/** What may hold an Error, an object of Jenkins or a function: operators and literals of other kinds hold none. */
function isHolder(node: ts.Expression): boolean {
  return (
    ts.isIdentifier(node) ||
    ts.isPropertyAccessExpression(node) ||
    ts.isElementAccessExpression(node) ||
    ts.isCallExpression(node) ||
    ts.isNewExpression(node) ||
    ts.isObjectLiteralExpression(node) ||
    ts.isArrayLiteralExpression(node) ||
    ts.isArrowFunction(node)
  );
}

/**
 * Whether the place of a value takes more than texts, numbers and booleans. Most do not, and to ask for the type of a value takes
 * longer. What TypeScript expects of an operand or a default may be what stands beside it: that is no place yet.
 */
function takesMore(analysis: Analysis, node: ts.Expression): boolean {
  const { parent } = withParentheses(node);
  if (ts.isSpreadAssignment(parent) || ts.isBinaryExpression(parent) || ts.isBindingElement(parent))
    return true;
  const expected = expectedAt(analysis, node);
  return expected !== undefined && !membersOf(expected).every(({ flags }) => (flags & PRIMITIVE) !== 0);
}

const PRIMITIVE =
  ts.TypeFlags.StringLike |
  ts.TypeFlags.NumberLike |
  ts.TypeFlags.BooleanLike |
  ts.TypeFlags.Undefined |
  ts.TypeFlags.Null;

/** A value in a place that keeps it, gives it or passes it; what is used in place is handed to nobody. */
function isHandedOn(node: ts.Node): node is ts.Expression {
  // Of a choice each side is handed on.
  if (!ts.isExpression(node) || ts.isParenthesizedExpression(node) || ts.isConditionalExpression(node))
    return false;
  const value = withParentheses(node);
  const { parent } = value;
  // The outermost literal is judged with all it holds: TypeScript finds the type of each one inside anew, which takes minutes
  // where hundreds stand in each other.
  if (isLiteral(node) && (ts.isArrayLiteralExpression(parent) || ts.isPropertyAssignment(parent)))
    return false;
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return parent.expression !== value;
  if (ts.isPropertyAssignment(parent) || ts.isBindingElement(parent)) return parent.initializer === value;
  if (ts.isVariableDeclaration(parent) || ts.isParameter(parent)) return parent.initializer === value;
  if (ts.isConditionalExpression(parent)) return parent.condition !== value;
  return (
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isReturnStatement(parent) ||
    ts.isArrowFunction(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent) ||
    ts.isArrayLiteralExpression(parent) ||
    ts.isBinaryExpression(parent) ||
    ts.isSatisfiesExpression(parent)
  );
}

/** The literal that a value stands in, and none around that: what it is handed on with. */
function outermostLiteral(node: ts.Node): ts.Node {
  const value = withParentheses(node);
  const { parent } = value;
  const isPart =
    ts.isArrayLiteralExpression(parent) ||
    ts.isObjectLiteralExpression(parent) ||
    ts.isPropertyAssignment(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isSpreadAssignment(parent) ||
    ts.isSpreadElement(parent);
  return isPart ? outermostLiteral(parent) : node;
}

function isLiteral(node: ts.Node): boolean {
  return ts.isObjectLiteralExpression(node) || ts.isArrayLiteralExpression(node);
}

/** The expressions whose values a literal holds. */
function partsOfLiteral(node: ts.Expression): readonly ts.Expression[] | undefined {
  if (ts.isArrayLiteralExpression(node))
    return node.elements.map((element) => (ts.isSpreadElement(element) ? element.expression : element));
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.flatMap((property) => {
    if (ts.isPropertyAssignment(property)) return [property.initializer];
    if (ts.isShorthandPropertyAssignment(property)) return [property.name];
    return ts.isSpreadAssignment(property) ? [property.expression] : [];
  });
}

function problemOf(analysis: Analysis, node: ts.Expression): Problem | undefined {
  const { checker } = analysis.project;
  const given = analysis.typeOf(node);
  const { parent } = withParentheses(node);
  if (ts.isSpreadAssignment(parent)) {
    const expected = checker.getContextualType(parent.parent);
    return problemOfSpread(given) ?? (expected && firstProblem(checker, given, [expected], judgeOf(checker)));
  }
  const expected = expectedAt(analysis, node);
  if (expected === undefined) return undefined;
  // The lowering lets a function that is written in place give nothing: it ends in `return`. What else it gives is judged
  // where it stands in its body.
  const isWrittenHere = ts.isArrowFunction(node) || isLiteral(node);
  const isResultSure = isWrittenHere && genericParameter(analysis, node) === undefined;
  return firstProblem(checker, given, [expected], judgeOf(checker, isResultSure));
}

/** What the place of a value takes; none where it takes whatever comes. */
function expectedAt(analysis: Analysis, node: ts.Node): ts.Type | undefined {
  const { checker } = analysis.project;
  const { parent } = withParentheses(node);
  // A pattern takes properties out of it; what it expects is only what it names.
  const isDeclared = ts.isVariableDeclaration(parent) || ts.isParameter(parent);
  if (isDeclared && !ts.isIdentifier(parent.name) && parent.type === undefined) return undefined;
  // Operands are no such place, and TypeScript would look at a whole chain of them anew for each.
  if (ts.isBinaryExpression(parent) && !KEEPING.has(parent.operatorToken.kind)) return undefined;
  const place = ts.isSpreadElement(parent) ? parent.parent : node;
  const generic = genericParameter(analysis, node);
  const expected = generic ?? (ts.isExpression(place) ? checker.getContextualType(place) : undefined);
  // What no value fits is refused by TypeScript.
  return expected === undefined || (expected.flags & ts.TypeFlags.Never) !== 0 ? undefined : expected;
}

/** Operators that keep or give an operand as it is, for what is no boolean. */
const KEEPING: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.QuestionQuestionEqualsToken,
]);

/** The properties of another object are taken out of an object of Java. */
function problemOfSpread(given: ts.Type): Problem | undefined {
  const found = membersOf(given).find((member) => isError(member) || isObjectOfJenkins(member));
  if (found === undefined) return undefined;
  const copy = '`{ ...object }`';
  return isError(found) ? problems.errorAsObject(copy) : problems.objectOfJenkins(copy);
}

/** What a function or a function value declares with a type parameter: TypeScript puts the type of the argument there. */
function genericParameter(analysis: Analysis, node: ts.Node): ts.Type | undefined {
  const value = withParentheses(node);
  const { parent } = value;
  if (!ts.isCallExpression(parent)) return undefined;
  const callee = analysis.calleeOf(parent);
  if (callee.kind !== 'function' && callee.kind !== 'value') return undefined;
  const declaration =
    callee.kind === 'function'
      ? callee.declaration
      : analysis.project.checker.getResolvedSignature(parent)?.getDeclaration();
  if (declaration?.typeParameters === undefined) return undefined;
  const parameter = declaration.parameters[parent.arguments.findIndex((each) => each === value)];
  return parameter === undefined ? undefined : analysis.typeOf(parameter);
}

/** @param isResultSure whether the results of functions need no look */
function judgeOf(checker: ts.TypeChecker, isResultSure = false): Judge {
  const judge: Judge = (given, expected) => {
    // Whoever takes an unknown value asks whether it is an Error, or prints it.
    if (isError(given))
      return expected.some((type) => isError(type) || isUnknown(type)) || expected.length === 0
        ? undefined
        : problems.errorAsObject(placeText(expected, checker));
    if (isObjectOfJenkins(given))
      return expected.some(isObjectOfJenkins)
        ? undefined
        : problems.objectOfJenkins(placeText(expected, checker));
    const other = problemOfKind(checker, given, expected);
    if (other !== undefined) return other;
    for (const held of given.getCallSignatures()) {
      for (const taken of expected.flatMap((type) => type.getCallSignatures())) {
        const problem =
          (isResultSure ? undefined : problemOfResult(held, taken)) ?? problemOfParameters(held, taken);
        if (problem !== undefined) return problem;
      }
    }
    return undefined;
  };
  const problemOfResult = (held: ts.Signature, taken: ts.Signature): Problem | undefined => {
    const [gives, expects] = [held, taken].map((each) => checker.getReturnTypeOfSignature(each));
    if (gives === undefined || expects === undefined) return undefined;
    if (isNothing(gives) && !isNothing(expects))
      return problems.functionOfNothing(typeText(expects, checker));
    return firstProblem(checker, gives, [expects], judge);
  };
  // What the place passes is what the function takes.
  const problemOfParameters = (held: ts.Signature, taken: ts.Signature): Problem | undefined => {
    for (const [index, parameter] of held.parameters.entries()) {
      const passed = taken.parameters[index];
      const problem =
        passed &&
        firstProblem(checker, checker.getTypeOfSymbol(passed), [checker.getTypeOfSymbol(parameter)], judge);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
  return judge;
}

/** What a message calls a place that knows those types. */
function placeText(expected: readonly ts.Type[], checker: ts.TypeChecker): string {
  const first = expected.find((type) => kindOf(type, checker) !== 'absent');
  return first === undefined ? "'unknown'" : typeText(first, checker);
}

/** Finds out whether a type holds something that could differ; most do not. */
function differenceFinder(checker: ts.TypeChecker): (type: ts.Type) => boolean {
  const known = new Map<ts.Type, boolean>();
  const mayDiffer = (type: ts.Type): boolean => {
    const found = known.get(type);
    if (found !== undefined) return found;
    // A type that contains itself holds no more than its other parts.
    known.set(type, false);
    const result = membersOf(type).some(
      (member) =>
        isError(member) ||
        isObjectOfJenkins(member) ||
        isFunction(member) ||
        isAnything(member) ||
        partsOf(member, checker).some((part) => mayDiffer(part.type)),
    );
    known.set(type, result);
    return result;
  };
  return mayDiffer;
}

function isFunction(type: ts.Type): boolean {
  return type.getCallSignatures().length > 0;
}

function isUnknown({ flags }: ts.Type): boolean {
  return (flags & ts.TypeFlags.Unknown) !== 0;
}
