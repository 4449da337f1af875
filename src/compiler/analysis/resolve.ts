/**
 * Pass 3: what a name means. Everything is decided by the declaration that the checker found, never by the spelling: a
 * local function called `stage` is not the step.
 */
import ts from 'typescript';
import { describables, steps } from '../../jenkins';
import type { DescribableDefinition, StepDefinition } from '../../jenkins/steps/step';
import { builtinFor, globalFunction, type Builtin } from '../builtins';
import { jenkinsFile, languageFile, type Module, type Project } from '../load';
import { withoutParentheses } from './functions';

/** The typed forms of `gig-ci/jenkins` that are no steps of Jenkins. */
const primitives = [
  'sh',
  'sh.output',
  'sh.status',
  'script',
  'withEnv',
  'withSecretText',
  'withSecretLogin',
  'withSecretFile',
  'withAwsCredentials',
  'parallel',
  'withOutcome',
  'withDeadline',
  'ifInstalled',
  'effectiveParameters',
  'withDryRun',
] as const;
/** What an author imports from `gig-ci/jenkins` that is no step: `sh.output`, `withOutcome`. */
export type PrimitiveName = (typeof primitives)[number];

/** The globals of a build that authors may read. */
const buildGlobals = ['env', 'currentBuild', 'scm'] as const;
type BuildGlobal = (typeof buildGlobals)[number];

/** How a function of an author can be reached from outside its module. */
export type Export = 'default' | 'named' | 'none';

/** What a call calls. */
export type Callee =
  | { readonly kind: 'step'; readonly definition: StepDefinition }
  | { readonly kind: 'describable'; readonly definition: DescribableDefinition }
  | { readonly kind: 'primitive'; readonly name: PrimitiveName }
  /** `receiver` is absent for a global function and the name of the namespace for `Object.keys` and its like. */
  | { readonly kind: 'builtin'; readonly entry: Builtin; readonly receiver: ts.Expression | undefined }
  | {
      readonly kind: 'function';
      readonly declaration: ts.FunctionDeclaration;
      readonly module: Module;
      readonly exported: Export;
    }
  /** A closure that is held by a parameter, a local or a property. */
  | { readonly kind: 'value'; readonly expression: ts.Expression }
  | { readonly kind: 'unknown' };

/** What an identifier or a property access that is not called means. */
type Reference =
  | { readonly kind: 'global'; readonly name: BuildGlobal }
  | { readonly kind: 'builtin'; readonly entry: Builtin }
  | { readonly kind: 'undefined' }
  | {
      readonly kind: 'function';
      readonly declaration: ts.FunctionDeclaration;
      readonly module: Module;
      readonly exported: Export;
    }
  /** A `const` at module level. */
  | { readonly kind: 'constant'; readonly declaration: ts.VariableDeclaration; readonly module: Module }
  /** A local variable or a parameter. */
  | { readonly kind: 'local'; readonly symbol: ts.Symbol }
  /** A step, describable or primitive of `gig-ci/jenkins`. */
  | { readonly kind: 'jenkins'; readonly name: string }
  | { readonly kind: 'unknown' };

/** What the names and calls of a project mean. */
export interface Resolver {
  calleeOf(call: ts.CallExpression | ts.TaggedTemplateExpression): Callee;
  referenceOf(name: ts.Identifier | ts.PropertyAccessExpression): Reference;
  /** The symbol behind a name, with import aliases followed. */
  symbolOf(node: ts.Node): ts.Symbol | undefined;
  moduleOf(sourceFile: ts.SourceFile): Module | undefined;
}

/** Makes the resolver of a project. */
export function createResolver({ checker, modules }: Project): Resolver {
  const moduleByFile = new Map(modules.map((module) => [module.sourceFile, module]));
  const callees = new Map<ts.Node, Callee>();
  const symbols = new Map<ts.Node, ts.Symbol | undefined>();

  function symbolOf(node: ts.Node): ts.Symbol | undefined {
    if (!symbols.has(node)) symbols.set(node, findSymbol(node));
    return symbols.get(node);
  }

  function findSymbol(node: ts.Node): ts.Symbol | undefined {
    // `{ image }` names a property and the variable whose value it gets: the variable is meant.
    const symbol = ts.isShorthandPropertyAssignment(node.parent)
      ? checker.getShorthandAssignmentValueSymbol(node.parent)
      : checker.getSymbolAtLocation(node);
    return symbol !== undefined && symbol.flags & ts.SymbolFlags.Alias
      ? checker.getAliasedSymbol(symbol)
      : symbol;
  }

  function functionOf(declaration: ts.Declaration): Extract<Callee, { kind: 'function' }> | undefined {
    if (!ts.isFunctionDeclaration(declaration)) return undefined;
    const module = moduleByFile.get(declaration.getSourceFile());
    if (module === undefined) return undefined;
    return { kind: 'function', declaration, module, exported: exportOf(declaration) };
  }

  function calledExpression(call: ts.CallExpression | ts.TaggedTemplateExpression): ts.Expression {
    return withoutParentheses(ts.isCallExpression(call) ? call.expression : call.tag);
  }

  function resolveCallee(call: ts.CallExpression | ts.TaggedTemplateExpression): Callee {
    const expression = calledExpression(call);
    const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    const symbol = symbolOf(name);
    const declaration = symbol?.declarations?.[0];
    if (symbol === undefined || declaration === undefined) {
      const type = checker.getTypeAtLocation(expression).getNonNullableType();
      return type.getCallSignatures().length > 0 ? { kind: 'value', expression } : { kind: 'unknown' };
    }
    switch (declaration.getSourceFile().fileName) {
      case jenkinsFile:
        return jenkinsCallee(symbol, declaration) ?? { kind: 'value', expression };
      case languageFile: {
        const entry = builtinOf(declaration);
        const receiver = ts.isPropertyAccessExpression(expression) ? expression.expression : undefined;
        return entry === undefined ? { kind: 'unknown' } : { kind: 'builtin', entry, receiver };
      }
      default:
        return functionOf(declaration) ?? { kind: 'value', expression };
    }
  }

  return {
    symbolOf,
    moduleOf: (sourceFile) => moduleByFile.get(sourceFile),
    calleeOf(call) {
      const known = callees.get(call);
      if (known !== undefined) return known;
      const callee = resolveCallee(call);
      callees.set(call, callee);
      return callee;
    },
    referenceOf(node) {
      const name = ts.isIdentifier(node) ? node : node.name;
      const symbol = symbolOf(name);
      if (symbol === undefined) return { kind: 'unknown' };
      if (checker.isUndefinedSymbol(symbol)) return { kind: 'undefined' };
      const declaration = symbol.declarations?.[0];
      if (declaration === undefined) return { kind: 'unknown' };
      const sourceFile = declaration.getSourceFile();
      if (sourceFile.fileName === jenkinsFile) {
        const global = buildGlobals.find((candidate) => candidate === symbol.name);
        if (global !== undefined && ts.isVariableDeclaration(declaration))
          return { kind: 'global', name: global };
        return ts.isPropertyAccessExpression(node)
          ? { kind: 'unknown' }
          : { kind: 'jenkins', name: symbol.name };
      }
      if (sourceFile.fileName === languageFile) {
        const entry = builtinOf(declaration);
        return entry === undefined ? { kind: 'unknown' } : { kind: 'builtin', entry };
      }
      const called = functionOf(declaration);
      if (called !== undefined) return called;
      const module = moduleByFile.get(sourceFile);
      if (module !== undefined && ts.isVariableDeclaration(declaration) && isAtModuleLevel(declaration)) {
        return { kind: 'constant', declaration, module };
      }
      return ts.isIdentifier(node) ? { kind: 'local', symbol } : { kind: 'unknown' };
    },
  };
}

/** `default` and `named` as the module says it with modifiers; other export forms are refused. */
export function exportOf(declaration: ts.FunctionDeclaration): Export {
  const flags = ts.getCombinedModifierFlags(declaration);
  if (flags & ts.ModifierFlags.Default) return 'default';
  return flags & ts.ModifierFlags.Export ? 'named' : 'none';
}

/** What `call` of a global variable runs. */
export function defaultFunctionOf({ statements }: ts.SourceFile): ts.FunctionDeclaration | undefined {
  return statements
    .filter(ts.isFunctionDeclaration)
    .find((declaration) => exportOf(declaration) === 'default');
}

function isAtModuleLevel(declaration: ts.VariableDeclaration): boolean {
  return (
    ts.isVariableStatement(declaration.parent.parent) && ts.isSourceFile(declaration.parent.parent.parent)
  );
}

function jenkinsCallee(symbol: ts.Symbol, declaration: ts.Declaration): Callee | undefined {
  const { name } = symbol;
  const { parent } = declaration;
  const isMemberOfShell = ts.isInterfaceDeclaration(parent) && parent.name.text === 'Shell';
  const full = isMemberOfShell ? `sh.${name}` : name;
  const primitive = primitives.find((candidate) => candidate === full);
  if (primitive !== undefined) return { kind: 'primitive', name: primitive };
  if (!ts.isFunctionDeclaration(declaration)) return undefined;
  const step = steps.get(name);
  if (step !== undefined) return { kind: 'step', definition: step };
  const describable = describables.get(name);
  return describable === undefined ? undefined : { kind: 'describable', definition: describable };
}

/** The entry of a member (`String.split`), of a member of a namespace (`Object.keys`) or of a global (`parseInt`). */
function builtinOf(declaration: ts.Declaration): Builtin | undefined {
  const name = ts.getNameOfDeclaration(declaration);
  if (name === undefined) return undefined;
  const { parent } = declaration;
  return ts.isInterfaceDeclaration(parent)
    ? builtinFor(parent.name.text, name.getText())
    : globalFunction(name.getText());
}
