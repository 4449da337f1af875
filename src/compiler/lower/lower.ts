/**
 * Modules as Groovy files. Every other file makes the Groovy of one construct; `context` is what they share, and `order`
 * keeps the order of evaluation. Which file a kind of node belongs to is said in `syntax/`.
 */
import ts from 'typescript';
import type { Diagnostic } from '../../diagnostics/diagnostic';
import { nodesOf, type GroovyFile, type Method } from '../../groovy';
import { parametersClassName, parametersPackage } from '../../model/parameters-class';
import type { Analysis } from '../analysis/analyse';
import type { FunctionLike } from '../analysis/functions';
import { sharedClassName } from '../analysis/names';
import type { Module } from '../load';
import { constantMethods } from './constants';
import { dryRunMethods } from './dry-run';
import { Context, type Dispatch, type FileState } from './context';
import { interruptionClass } from './errors';
import { lowerFunction } from './functions';
import { moduleComments, type Paragraph } from './module-comments';

/**
 * Lowers the functions of a module.
 * @param diagnostics gets what cannot be lowered
 * @param isSound whether a function has a meaning at all; the others are left out
 */
export function lowerModule(
  dispatch: Dispatch,
  analysis: Analysis,
  module: Module,
  diagnostics: Diagnostic[],
  isSound: (node: ts.FunctionDeclaration) => boolean,
): GroovyFile {
  const functions = module.sourceFile.statements.filter(ts.isFunctionDeclaration);
  const file: FileState = {
    analysis,
    module,
    diagnostics,
    constants: new Map(),
    methodNames: new Set(functions.flatMap(({ name }) => (name === undefined ? [] : [name.text]))),
  };
  const makeContext = (enclosing: FunctionLike): Context => new Context(dispatch, file, enclosing);
  const methods = functions.filter(isSound).flatMap((node) => lowerFunction(makeContext(node), node));
  const [anyFunction] = functions;
  const constants = anyFunction === undefined ? [] : constantMethods(file, () => makeContext(anyFunction));
  const own = [...methods, ...constants];
  return toFile(analysis, module, analysis.mentionsDryRun ? [...own, ...dryRunMethods(own)] : own);
}

function toFile(analysis: Analysis, module: Module, methods: readonly Method[]): GroovyFile {
  const imports = importsOf(analysis, module, methods);
  const { atTop, onImports, atEnd } = moduleComments(module.sourceFile);
  const common = { source: module.file, imports, methods, atEnd };
  if (module.kind === 'globalVariable') {
    const remarks = asLines([...atTop, ...onImports]);
    return { kind: 'script', path: `vars/${module.name}.groovy`, remarks, ...common };
  }
  const name = sharedClassName(module.name);
  return {
    kind: 'class',
    path: `src/gigci/shared/${name}.groovy`,
    packageName: 'gigci.shared',
    name,
    remarks: asLines(onImports),
    documentation: atTop.length > 0 ? asLines(atTop) : [`Helpers of ${module.file}.`],
    ...common,
  };
}

/** Paragraphs as lines, with an empty one between each two. */
function asLines(paragraphs: readonly Paragraph[]): readonly string[] {
  return paragraphs.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** The classes that the methods name. Every global that begins with a capital is one. */
function importsOf({ project }: Analysis, module: Module, methods: readonly Method[]): readonly string[] {
  const shared = new Set(
    project.modules.filter(({ kind }) => kind === 'shared').map(({ name }) => sharedClassName(name)),
  );
  const imports = new Set<string>();
  for (const method of methods) {
    for (const node of nodesOf(method)) {
      if (node.kind === 'try' && node.catches.some(({ type }) => interruptionClass.endsWith(`.${type}`))) {
        imports.add(interruptionClass);
      }
      if (node.kind !== 'identifier' || node.global !== true || !/^[A-Z]/.test(node.name)) continue;
      if (shared.has(node.name)) {
        // Classes of one package know each other.
        if (module.kind === 'globalVariable') imports.add(`gigci.shared.${node.name}`);
      } else if (node.name === parametersClassName(module.name)) {
        imports.add(`${parametersPackage}.${node.name}`);
      } else {
        imports.add(`gigci.runtime.${node.name}`);
      }
    }
  }
  return [...imports].sort();
}
