/**
 * Pass 4: which functions are *pure* and which are *pipeline* functions. A pure function becomes `@NonCPS` Groovy and a
 * plain JavaScript function; everything else becomes CPS code and a generator. The colour is inferred for the whole
 * program at once, because calls cross files.
 */
import ts from 'typescript';
import {
  functionName,
  isFunctionLike,
  enclosingFunction,
  withParentheses,
  type FunctionLike,
} from './functions';
import type { Project } from '../load';
import { nodesOf } from '../nodes';
import type { PreviousAnalysis } from './analyse';
import { directReason, textOf, type ColourReason } from './colour-reasons';
import type { Resolver } from './resolve';

/** Whether a function uses no step (`pure`, which becomes `@NonCPS`) or may use some (`pipeline`, CPS code). */
export type Colour = 'pure' | 'pipeline';

/** A function that becomes a pipeline function, and why. */
interface Dependent {
  readonly caller: FunctionLike;
  readonly node: ts.Node;
  readonly text: string;
}

/** The colour of each function of a project, and why it has it. */
export interface Colours {
  colourOf(node: FunctionLike): Colour;
  /** The chain of reasons from a function to a step: `'release' calls 'push', which calls step 'sh' (vars/gigPush.ts:12)`. */
  reasonText(node: FunctionLike): string;
  /** Every function of each module, in source order. */
  readonly functions: ReadonlyMap<ts.SourceFile, readonly FunctionLike[]>;
  /** Why a function is a pipeline function, from the call in it to the step; empty for a pure one. */
  reasonsOf(node: FunctionLike): readonly ColourReason[];
}

/**
 * The functions that are known to be pipeline functions, by the number of calls that lead from them to a step: the chain
 * that is named is a shortest one, of the first call.
 */
class PipelineFunctions {
  private readonly reasons = new Map<FunctionLike, ColourReason>();
  /** Function -> those that are pipeline functions when it is one: its callers, with the call. */
  private readonly callers = new Map<FunctionLike, Dependent[]>();
  private readonly levels: FunctionLike[][] = [];
  private readonly levelOf = new Map<FunctionLike, number>();

  has(node: FunctionLike): boolean {
    return this.reasons.has(node);
  }

  mark(node: FunctionLike | undefined, reason: ColourReason, level = 0): void {
    if (node === undefined || this.reasons.has(node)) return;
    this.reasons.set(node, reason);
    this.levelOf.set(node, level);
    (this.levels[level] ??= []).push(node);
  }

  addDependent(callee: FunctionLike, dependent: Dependent): void {
    const known = this.callers.get(callee);
    if (known === undefined) this.callers.set(callee, [dependent]);
    else known.push(dependent);
  }

  /** Marks whoever depends on a marked function, when all calls are known. */
  markDependents(): void {
    for (let level = 0; level < this.levels.length; level++) this.markCallers(level);
  }

  reasonsOf(node: FunctionLike): readonly ColourReason[] {
    const reason = this.reasons.get(node);
    if (reason === undefined) return [];
    return [reason, ...(reason.through === undefined ? [] : this.reasonsOf(reason.through))];
  }

  /** The callers of a level are those of the next one. */
  private markCallers(level: number): void {
    for (const callee of this.levels[level] ?? []) {
      for (const { caller, node, text } of this.callers.get(callee) ?? []) {
        const reason = { node, text, through: callee };
        const known = this.levelOf.get(caller) === level + 1 ? this.reasons.get(caller) : undefined;
        if (known !== undefined && node.pos < known.node.pos) this.reasons.set(caller, reason);
        else this.mark(caller, reason, level + 1);
      }
    }
  }
}

/** Infers the colours of all functions of a project. */
export function inferColours(project: Project, resolver: Resolver, previous?: PreviousAnalysis): Colours {
  const functions = new Map<ts.SourceFile, readonly FunctionLike[]>();
  const pipeline = new PipelineFunctions();

  function addCaller(callee: FunctionLike, node: ts.Node): void {
    const caller = enclosingFunction(node);
    if (caller === undefined) return;
    const text = callee === node ? 'uses a callback with steps' : `calls '${functionName(callee)}'`;
    pipeline.addDependent(callee, { caller, node, text });
  }

  /** `throw` and `try` follow the method around, because the engine translates all of it or nothing. */
  function visitFailure(node: ts.ThrowStatement | ts.TryStatement): void {
    const caller = enclosingFunction(node);
    const method = ts.findAncestor(node, ts.isFunctionDeclaration);
    if (caller === undefined || method === undefined || caller === method) return;
    pipeline.addDependent(method, { caller, node, text: 'throws or catches in a pipeline function' });
  }

  function visitCall(call: ts.CallExpression | ts.TaggedTemplateExpression): void {
    const callee = resolver.calleeOf(call);
    const caller = enclosingFunction(call);
    const direct = directReason(callee, call, resolver);
    if (direct !== undefined) pipeline.mark(caller, { node: call, text: direct });
    else if (callee.kind === 'function') addCaller(callee.declaration, call);
  }

  function visitArrow(arrow: ts.ArrowFunction): void {
    if (isBuiltinCallback(arrow, resolver)) {
      addCaller(arrow, arrow);
      return;
    }
    pipeline.mark(arrow, { node: arrow, text: 'is a function value, which may use steps' });
    pipeline.mark(enclosingFunction(arrow), {
      node: arrow,
      text: 'makes a function value, which may use steps',
    });
  }

  function visitModule(sourceFile: ts.SourceFile): void {
    const found: FunctionLike[] = [];
    for (const node of nodesOf(sourceFile)) {
      if (isFunctionLike(node)) found.push(node);
      if (ts.isArrowFunction(node)) visitArrow(node);
      if (ts.isThrowStatement(node) || ts.isTryStatement(node)) visitFailure(node);
      if (ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node)) visitCall(node);
      if (ts.isIdentifier(node)) {
        const reference = isBuildGlobalName(node) ? resolver.referenceOf(node) : undefined;
        if (reference?.kind === 'global')
          pipeline.mark(enclosingFunction(node), { node, text: `reads '${reference.name}' of the build` });
      }
    }
    functions.set(sourceFile, found);
  }

  /** Takes over what the analysis before found; the pipeline functions are marked for the sake of their callers. */
  function takeOver({ analysis }: PreviousAnalysis, sourceFile: ts.SourceFile): void {
    const known = analysis.functions.get(sourceFile) ?? [];
    for (const node of known) {
      const [reason, ...rest] = analysis.reasonsOf(node);
      if (reason !== undefined) pipeline.mark(node, reason, rest.length);
    }
    functions.set(sourceFile, known);
  }

  for (const { sourceFile } of project.modules) {
    if (previous?.unaffected.has(sourceFile) === true) takeOver(previous, sourceFile);
    else visitModule(sourceFile);
  }
  pipeline.markDependents();

  return {
    functions,
    reasonsOf: (node) => pipeline.reasonsOf(node),
    colourOf: (node) => (pipeline.has(node) ? 'pipeline' : 'pure'),
    reasonText: (node) => textOf(node, pipeline.reasonsOf(node), project),
  };
}

/** Whether an arrow is written in place as the callback of a builtin, which calls it at once. */
export function isBuiltinCallback(arrow: ts.ArrowFunction, resolver: Resolver): boolean {
  const argument = withParentheses(arrow);
  const call = argument.parent;
  if (!ts.isCallExpression(call)) return false;
  const callee = resolver.calleeOf(call);
  const parameter = callee.kind === 'builtin' ? callee.entry.callback?.parameter : undefined;
  return parameter !== undefined && call.arguments[parameter] === argument;
}

/** A cheap test before the checker is asked. */
function isBuildGlobalName(node: ts.Identifier): boolean {
  return node.text === 'env' || node.text === 'currentBuild' || node.text === 'scm';
}
