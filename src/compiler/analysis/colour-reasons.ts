/** Why a function is a pipeline function, and how messages say it. */
import type ts from 'typescript';
import { relativePath } from '../../diagnostics/locate';
import type { Project } from '../load';
import { functionName, type FunctionLike } from './functions';
import type { Callee, Resolver } from './resolve';

/** Why a function is a pipeline function. */
export interface ColourReason {
  readonly node: ts.Node;
  /** What happens at the node: "calls step 'echo'". */
  readonly text: string;
  /** The pipeline function that is called or made there, whose own reason goes on. */
  readonly through?: FunctionLike | undefined;
}

/** What alone makes the caller a pipeline function. */
export function directReason(callee: Callee, call: ts.Node, resolver: Resolver): string | undefined {
  switch (callee.kind) {
    case 'step':
      return `calls step '${callee.definition.name}'`;
    case 'describable':
      return `calls '${callee.definition.name}' of Jenkins`;
    case 'primitive':
      return `calls '${callee.name}'`;
    case 'value':
      return 'calls a function value, which may use steps';
    case 'function':
      // Another global variable is another object of the engine, which @NonCPS code must not call.
      return callee.module.kind === 'globalVariable' &&
        callee.module !== resolver.moduleOf(call.getSourceFile())
        ? `calls global variable '${callee.module.name}'`
        : undefined;
    case 'builtin':
    case 'unknown':
      return undefined;
  }
}

/** The chain of reasons from a function to a step, as messages say it. */
export function textOf(node: FunctionLike, reasons: readonly ColourReason[], { folder }: Project): string {
  const last = reasons.at(-1);
  if (last === undefined) return `'${functionName(node)}' uses no step`;
  const sourceFile = last.node.getSourceFile();
  const { line } = sourceFile.getLineAndCharacterOfPosition(last.node.getStart());
  const chain = reasons.map(({ text }) => text).join(', which ');
  return `'${functionName(node)}' ${chain} (${relativePath(sourceFile, folder)}:${line + 1})`;
}
