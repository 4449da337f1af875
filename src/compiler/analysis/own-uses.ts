/** What each function of a module uses itself: steps, scripts, commands and other functions. */
import ts from 'typescript';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import type { PrimitiveName } from './resolve';

/** A use; `optional`: the step that the `ifInstalled` around it in the same function asks for. */
interface Use {
  readonly name: string;
  readonly optional: string | undefined;
}

/** What one function uses. Nothing in it belongs to a tree, so that it can be kept while other modules change. */
export interface OwnUses {
  readonly steps: readonly Use[];
  /** The functions that it calls or hands over, with the file of their module. */
  readonly functions: readonly (Use & { readonly file: string })[];
  readonly scripts: readonly string[];
  /** Constant commands, as they stand in the Groovy. */
  readonly commands: readonly string[];
}

/** The name of a function in {@link ownUsesOf}: the only one without a name is the default one. */
export function nameOf({ name }: ts.FunctionDeclaration): string {
  return name?.text ?? '';
}

/** The steps and describables that stand in the Groovy of a primitive. */
const stepsOfPrimitive: { readonly [Name in PrimitiveName]: readonly string[] } = {
  sh: ['sh', 'withEnv'],
  'sh.output': ['sh', 'withEnv'],
  'sh.status': ['sh', 'withEnv'],
  script: ['libraryResource', 'sh', 'withEnv'],
  withEnv: ['withEnv'],
  withSecretText: ['withCredentials', 'string'],
  withSecretLogin: ['withCredentials', 'usernamePassword'],
  withSecretFile: ['withCredentials', 'file'],
  withAwsCredentials: ['withCredentials', 'aws'],
  parallel: ['parallel'],
  withOutcome: [],
  withDeadline: ['timeout', 'error'],
  ifInstalled: ['echo'],
  effectiveParameters: [],
  withDryRun: ['withEnv', 'echo'],
};

/** Finds what the functions of a module use, by their names. */
export function ownUsesOf(analysis: Analysis, { sourceFile }: Module): ReadonlyMap<string, OwnUses> {
  const functions = sourceFile.statements.filter(ts.isFunctionDeclaration);
  return new Map(functions.map((each) => [nameOf(each), new Walk(analysis).over(each)]));
}

/** A walk over one function. */
class Walk {
  private readonly steps: Use[] = [];
  private readonly functions: OwnUses['functions'][number][] = [];
  private readonly scripts: string[] = [];
  private readonly commands: string[] = [];

  constructor(private readonly analysis: Analysis) {}

  over(declaration: ts.FunctionDeclaration): OwnUses {
    this.visit(declaration, undefined);
    const { steps, functions, scripts, commands } = this;
    return { steps, functions, scripts, commands };
  }

  private visit(node: ts.Node, optional: string | undefined): void {
    if (ts.isThrowStatement(node)) this.steps.push({ name: 'error', optional });
    const inner =
      ts.isCallExpression(node) || ts.isTaggedTemplateExpression(node) ? this.call(node, optional) : optional;
    ts.forEachChild(node, (child) => {
      this.visit(child, inner);
    });
  }

  /** Notes a call. @returns the optional step for what is inside it */
  private call(
    node: ts.CallExpression | ts.TaggedTemplateExpression,
    optional: string | undefined,
  ): string | undefined {
    if (ts.isCallExpression(node)) this.functionsAmong(node.arguments, optional);
    const callee = this.analysis.calleeOf(node);
    switch (callee.kind) {
      case 'step':
      case 'describable':
        this.steps.push({ name: callee.definition.name, optional });
        return optional;
      case 'primitive':
        this.steps.push(...stepsOfPrimitive[callee.name].map((name) => ({ name, optional })));
        return this.primitive(callee.name, node) ?? optional;
      case 'function':
        this.function(callee, optional);
        return optional;
      case 'builtin':
      case 'value':
      case 'unknown':
        return optional;
    }
  }

  /** Functions that are handed over by name: `names.forEach(push)`. */
  private functionsAmong(values: readonly ts.Expression[], optional: string | undefined): void {
    for (const value of values.filter(ts.isIdentifier)) {
      const reference = this.analysis.referenceOf(value);
      if (reference.kind === 'function') this.function(reference, optional);
    }
  }

  private function(
    { declaration, module }: { readonly declaration: ts.FunctionDeclaration; readonly module: Module },
    optional: string | undefined,
  ): void {
    this.functions.push({ file: module.file, name: nameOf(declaration), optional });
  }

  /** Notes what a primitive runs. @returns the step that `ifInstalled` asks for */
  private primitive(
    name: PrimitiveName,
    node: ts.CallExpression | ts.TaggedTemplateExpression,
  ): string | undefined {
    if (ts.isTaggedTemplateExpression(node)) {
      this.commands.push(this.analysis.shellCommand(node.template).script);
      return undefined;
    }
    const [first] = node.arguments;
    if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
    if (name === 'script') this.scripts.push(first.text);
    return name === 'ifInstalled' ? first.text : undefined;
  }
}
