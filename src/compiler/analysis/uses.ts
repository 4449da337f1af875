/** What functions reach: steps, scripts, commands and other global variables, through all that they call. */
import ts from 'typescript';
import type { Uses } from '../../model/uses';
import type { Module } from '../load';
import type { Analysis } from './analyse';
import { defaultFunctionOf, type PrimitiveName } from './resolve';

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
};

/** What the default function of each global variable reaches, by the name of the variable. */
export function usesOf(analysis: Analysis): ReadonlyMap<string, Uses> {
  return new Map(
    analysis.project.modules.flatMap((module) => {
      const isCalled = module.kind === 'globalVariable';
      const start = isCalled ? defaultFunctionOf(module.sourceFile) : undefined;
      return start === undefined ? [] : [[module.name, new Reach(analysis, module).from(start)] as const];
    }),
  );
}

/** A walk over a function and all that it calls. */
class Reach {
  private readonly seen = new Set<ts.Node>();
  private readonly steps = new Map<string, 'required' | 'optional'>();
  private readonly scripts = new Set<string>();
  private readonly commands = new Set<string>();
  private readonly globalVariables = new Set<string>();

  constructor(
    private readonly analysis: Analysis,
    private readonly home: Module,
  ) {}

  from(start: ts.FunctionDeclaration): Uses {
    this.visit(start, undefined);
    return {
      steps: new Map([...this.steps].sort(([one], [other]) => (one < other ? -1 : 1))),
      scripts: [...this.scripts].sort(),
      commands: [...this.commands].sort(),
      globalVariables: [...this.globalVariables].sort(),
    };
  }

  /** @param optional the step that `ifInstalled` around the node asks for */
  private visit(node: ts.Node, optional: string | undefined): void {
    if (ts.isThrowStatement(node)) this.use('error', optional);
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
        this.use(callee.definition.name, optional);
        return optional;
      case 'primitive':
        for (const step of stepsOfPrimitive[callee.name]) this.use(step, optional);
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
    if (module.kind === 'globalVariable' && module !== this.home) this.globalVariables.add(module.name);
    if (this.seen.has(declaration)) return;
    this.seen.add(declaration);
    this.visit(declaration, optional);
  }

  /** Notes what a primitive runs. @returns the step that `ifInstalled` asks for */
  private primitive(
    name: PrimitiveName,
    node: ts.CallExpression | ts.TaggedTemplateExpression,
  ): string | undefined {
    if (ts.isTaggedTemplateExpression(node)) {
      this.commands.add(this.analysis.shellCommand(node.template).script);
      return undefined;
    }
    const [first] = node.arguments;
    if (first === undefined || !ts.isStringLiteralLike(first)) return undefined;
    if (name === 'script') this.scripts.add(first.text);
    return name === 'ifInstalled' ? first.text : undefined;
  }

  private use(step: string, optional: string | undefined): void {
    const isOptional = step === optional && this.steps.get(step) !== 'required';
    this.steps.set(step, isOptional ? 'optional' : 'required');
  }
}
