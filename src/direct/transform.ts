/**
 * Turns an author's module into pipeline code for Node: pipeline functions become generators, their calls `yield*`, and
 * steps become requests. Pure functions stay as they are. The colours are the compiler's own.
 *
 *     stage('Test', () => { echo('go'); })
 *     yield* $gig.step("stage", ["Test", function* () { yield* $gig.step("echo", ["go"], "vars/x.ts:2"); }], "vars/x.ts:1")
 */
import ts from 'typescript';
import type { Analysis } from '../compiler/analysis/analyse';
import { isBuiltinCallback } from '../compiler/analysis/colour';
import { enclosingFunction } from '../compiler/analysis/functions';
import type { Module } from '../compiler/load';
import { lowerPrimitive } from './lower-primitives';
import { lowerElement, lowerIncrement, lowerNegation, lowerOperation } from './lower-values';
import { countNesting, nestedArguments } from './recursion';
import { createSyntax } from './syntax';
import type { TransformState } from './transform-state';
import { isNumberReader } from './values';

/** The transformer of one module. */
export function directTransformer(analysis: Analysis, module: Module): ts.TransformerFactory<ts.SourceFile> {
  return (context) => {
    const syntax = createSyntax(context.factory);
    const state: TransformState = {
      analysis,
      syntax,
      module,
      visit: <Node extends ts.Node>(node: Node) => ts.visitNode(node, visitor) as Node,
      location(node) {
        const { line } = module.sourceFile.getLineAndCharacterOfPosition(node.getStart(module.sourceFile));
        return context.factory.createStringLiteral(`${module.file}:${line + 1}`);
      },
    };
    const visitor = (node: ts.Node): ts.VisitResult<ts.Node> => {
      const children = (): ts.Node => ts.visitEachChild(node, visitor, context);
      if (ts.isFunctionDeclaration(node)) return visitFunction(state, node, children);
      if (ts.isArrowFunction(node)) return visitArrow(state, node, children);
      if (ts.isTaggedTemplateExpression(node) || ts.isCallExpression(node))
        return visitCall(state, node, children);
      if (ts.isThrowStatement(node)) return visitThrow(state, node, children);
      if (ts.isTryStatement(node)) return visitTry(state, node);
      if (isErrorTest(node)) return syntax.runtime('isError', [state.visit(node.left)]);
      return visitValue(state, node) ?? visitLink(state, children());
    };
    return (sourceFile) => ts.visitEachChild(sourceFile, visitor, context);
  };
}

function visitValue(state: TransformState, node: ts.Node): ts.Node | undefined {
  if (ts.isBinaryExpression(node)) return lowerOperation(state, node);
  if (ts.isPostfixUnaryExpression(node)) return lowerIncrement(state, node);
  if (ts.isPrefixUnaryExpression(node)) return lowerNegation(state, node) ?? lowerIncrement(state, node);
  return ts.isElementAccessExpression(node) ? lowerElement(state, node) : undefined;
}

/** `list?.map(step).length`: what stands for the first link ends the chain, so the next one is optional itself. */
function visitLink({ syntax: { factory } }: TransformState, node: ts.Node): ts.Node {
  const isCut =
    ts.isPropertyAccessChain(node) &&
    node.questionDotToken === undefined &&
    ts.isParenthesizedExpression(node.expression);
  if (!isCut) return node;
  const token = factory.createToken(ts.SyntaxKind.QuestionDotToken);
  return factory.createPropertyAccessChain(node.expression, token, node.name);
}

function visitFunction(
  state: TransformState,
  node: ts.FunctionDeclaration,
  children: () => ts.Node,
): ts.Node {
  const visited = children();
  if (!ts.isFunctionDeclaration(visited)) return visited;
  const counted = countNesting(state, node, visited);
  return state.analysis.colourOf(node) === 'pure' ? counted : state.syntax.asGenerator(counted);
}

/** A callback of a builtin runs at once and stays plain while it is pure; every other arrow may be given to a step. */
function visitArrow(
  { analysis, syntax }: TransformState,
  node: ts.ArrowFunction,
  children: () => ts.Node,
): ts.Node {
  const visited = children();
  if (!ts.isArrowFunction(visited)) return visited;
  const plain = isBuiltinCallback(node, analysis) && analysis.colourOf(node) === 'pure';
  if (plain) return visited;
  return syntax.generatorFromArrow(visited, syntax.blockOf(visited.body));
}

function visitCall(
  state: TransformState,
  node: ts.CallExpression | ts.TaggedTemplateExpression,
  children: () => ts.Node,
): ts.Node {
  const { analysis, syntax } = state;
  const callee = analysis.calleeOf(node);
  if (callee.kind === 'primitive') return lowerPrimitive(state, callee.name, node);
  if (!ts.isCallExpression(node)) return children();
  const { factory } = syntax;
  const parameters = (): ts.Expression[] => node.arguments.map((argument) => state.visit(argument));
  switch (callee.kind) {
    case 'step': {
      const list = factory.createArrayLiteralExpression(parameters());
      return syntax.delegate('step', [
        factory.createStringLiteral(callee.definition.name),
        list,
        state.location(node),
      ]);
    }
    case 'describable':
      return syntax.runtime('describable', [
        factory.createStringLiteral(callee.definition.name),
        ...parameters(),
      ]);
    case 'value':
      return syntax.yieldAll(optionally(state, visitedCall(children())));
    case 'function': {
      const call = nestedArguments(state, node, callee.declaration, visitedCall(children()));
      return analysis.colourOf(callee.declaration) === 'pure' ? call : syntax.yieldAll(call);
    }
    case 'builtin': {
      const callback = node.arguments[0];
      const needsSteps =
        callback !== undefined &&
        ts.isArrowFunction(callback) &&
        isBuiltinCallback(callback, analysis) &&
        analysis.colourOf(callback) === 'pipeline';
      const { owner, member } = callee.entry;
      if (owner === 'global' && isNumberReader(member)) {
        return syntax.runtime('readNumber', [
          factory.createStringLiteral(member),
          ...parameters().slice(0, 1),
        ]);
      }
      if (owner === 'Math') return syntax.runtime('finite', [visitedCall(children())]);
      if (member === 'repeat') return withCheckedCount(state, children());
      if (!needsSteps || callee.receiver === undefined) return children();
      const [visited, ...rest] = parameters();
      const name = factory.createStringLiteral(member);
      const receiver = state.visit(callee.receiver);
      return syntax.delegate('iterate', [
        name,
        receiver,
        ...(visited ? [visited] : []),
        ...rest.map(syntax.later),
      ]);
    }
    case 'unknown':
      return children();
  }
}

/** `text.repeat(n)` -> `text.repeat($gig.count(n))`, whose failure a `catch` of an author sees. */
function withCheckedCount({ syntax: { factory, runtime } }: TransformState, call: ts.Node): ts.Node {
  if (!ts.isCallExpression(call)) return call;
  const { expression, typeArguments } = call;
  const count = [runtime('count', call.arguments)];
  return ts.isCallChain(call)
    ? factory.updateCallChain(call, expression, call.questionDotToken, typeArguments, count)
    : factory.updateCallExpression(call, expression, typeArguments, count);
}

/** `hooks.after?.()` gives no generator when there is no closure: `hooks.after?.() ?? []` yields nothing then. */
function optionally({ syntax: { factory } }: TransformState, call: ts.Expression): ts.Expression {
  if (!ts.isCallChain(call)) return call;
  const nothing = factory.createArrayLiteralExpression();
  return factory.createBinaryExpression(call, ts.SyntaxKind.QuestionQuestionToken, nothing);
}

function visitedCall(node: ts.Node): ts.CallExpression {
  if (!ts.isCallExpression(node)) throw new Error('a call stays a call');
  return node;
}

/** In pipeline code `throw new Error(m)` is the step `error`; in pure code an exception that a `catch` of ours knows. */
function visitThrow(state: TransformState, node: ts.ThrowStatement, children: () => ts.Node): ts.Node {
  const { analysis, syntax } = state;
  const { factory } = syntax;
  if (!ts.isNewExpression(node.expression)) return children();
  const message = state.visit(node.expression.arguments?.[0] ?? factory.createStringLiteral(''));
  const enclosing = enclosingFunction(node);
  if (enclosing === undefined || analysis.colourOf(enclosing) === 'pure') {
    return factory.createThrowStatement(syntax.runtime('ordinaryError', [message]));
  }
  // The return statement tells nothing to JavaScript, but ends the path as `throw` does.
  return factory.createReturnStatement(syntax.error(message, state.location(node)));
}

/**
 * `catch` lets through what is no ordinary error; a failing `finally` cannot mask the first failure:
 *
 *     let $first; try { … } catch ($thrown) { $first = { thrown: $thrown }; throw $thrown; }
 *     finally { try { … } catch ($later) { yield* $gig.inFinally($first, $later, "file:line"); } }
 */
function visitTry(state: TransformState, node: ts.TryStatement): ts.Node {
  const { analysis, syntax } = state;
  const enclosing = enclosingFunction(node);
  const pipeline = enclosing !== undefined && analysis.colourOf(enclosing) === 'pipeline';
  const body = state.visit(node.tryBlock);
  const clause = node.catchClause === undefined ? undefined : visitCatch(state, node.catchClause);
  if (node.finallyBlock === undefined || !pipeline) {
    const cleanUp = node.finallyBlock === undefined ? undefined : state.visit(node.finallyBlock);
    return syntax.factory.updateTryStatement(node, body, clause, cleanUp);
  }
  const guarded = clause === undefined ? body : syntax.tryStatement(body, clause);
  return syntax.unmaskedTry(guarded, state.visit(node.finallyBlock), state.location(node.finallyBlock));
}

function visitCatch(state: TransformState, clause: ts.CatchClause): ts.CatchClause {
  const { factory, runtime } = state.syntax;
  const name = clause.variableDeclaration?.name;
  const variable = name !== undefined && ts.isIdentifier(name) ? name : factory.createIdentifier('$caught');
  const prologue = factory.createExpressionStatement(runtime('letPass', [variable]));
  const block = state.visit(clause.block);
  return factory.updateCatchClause(
    clause,
    clause.variableDeclaration ?? factory.createVariableDeclaration(variable),
    factory.updateBlock(block, [prologue, ...block.statements]),
  );
}

function isErrorTest(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword;
}
