/** Reads what the global variables in `vars/` take, return and say. */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { unknownTag } from './constraints';
import { ModelContext, type DefinitionModule, type DefinitionSources } from './context';
import { Defaults } from './defaults';
import { documentationOf, type Documentation } from './documentation';
import type { GlobalVariableModel, ParameterModel } from './model';
import { ParameterReader } from './types';

const TAGS = ['returns', 'example'];

/** The global variables of a project, in the order of its modules, and what is wrong with their definitions. */
export function readGlobalVariables(sources: DefinitionSources): {
  /** Of one that has methods only, or no usable `call`, there is none. */
  readonly models: readonly GlobalVariableModel[];
  readonly diagnostics: readonly Diagnostic[];
} {
  const context = new ModelContext(sources.folder, sources.checker);
  const reader = new ParameterReader(context, new Defaults(context, sources.modules));
  const globalVariables = sources.modules.filter(({ kind }) => kind === 'globalVariable');
  const models = globalVariables.flatMap((module) => readGlobalVariable(context, reader, module) ?? []);
  return { models, diagnostics: context.diagnostics() };
}

function readGlobalVariable(
  context: ModelContext,
  reader: ParameterReader,
  module: DefinitionModule,
): GlobalVariableModel | undefined {
  const definition = defaultExport(context.checker, module.sourceFile);
  if (definition === undefined) return undefined;
  const { name } = module;
  const definedName = definition.name?.text ?? '';
  // That it has none is said by the compiler.
  if (definition.name !== undefined && definedName !== name)
    context.report(definition.name, problems.defaultExportName(definedName, name));
  const place = definition.name ?? definition;
  const documentation = documentationOf(definition);
  reportDocumentation(context, place, name, documentation);
  const returns = readReturns(context, definition, place, name, documentation);
  return {
    name,
    source: module.file,
    summary: documentation.summary,
    parameters: readParameters(context, reader, definition, place, name),
    ...(returns === undefined ? {} : { returns }),
    examples: textsOf(documentation, 'example').map(withoutFence),
  };
}

function defaultExport(
  checker: ts.TypeChecker,
  sourceFile: ts.SourceFile,
): ts.FunctionDeclaration | undefined {
  const module = checker.getSymbolAtLocation(sourceFile);
  const declaration = module?.exports?.get(ts.InternalSymbolName.Default)?.valueDeclaration;
  return declaration !== undefined && ts.isFunctionDeclaration(declaration) ? declaration : undefined;
}

function readParameters(
  context: ModelContext,
  reader: ParameterReader,
  definition: ts.FunctionDeclaration,
  place: ts.Node,
  name: string,
): readonly ParameterModel[] {
  const [parameter, another] = definition.parameters;
  if (parameter === undefined) return [];
  const type = context.checker.getTypeAtLocation(parameter);
  const isGroup =
    (type.flags & ts.TypeFlags.Object) !== 0 && context.checker.getIndexInfosOfType(type).length === 0;
  if (isGroup && another === undefined && parameter.dotDotDotToken === undefined)
    return reader.parameters(type);
  context.report(place, problems.parameterObject(name));
  return [];
}

function readReturns(
  context: ModelContext,
  definition: ts.FunctionDeclaration,
  place: ts.Node,
  name: string,
  documentation: Documentation,
): string | undefined {
  const [returns] = textsOf(documentation, 'returns');
  const signature = context.checker.getSignatureFromDeclaration(definition);
  const result = signature && context.checker.getReturnTypeOfSignature(signature);
  const isVoid = result === undefined || (result.flags & (ts.TypeFlags.Void | ts.TypeFlags.Never)) !== 0;
  if (!isVoid && (returns ?? '') === '') context.report(place, problems.undocumentedResult(name));
  return returns?.replace(/\s+/g, ' ');
}

function reportDocumentation(
  context: ModelContext,
  place: ts.Node,
  name: string,
  documentation: Documentation,
): void {
  if (documentation.summary === '') context.report(place, problems.undocumentedGlobalVariable(name));
  for (const tag of documentation.tags) {
    if (TAGS.includes(tag.name)) continue;
    context.report(tag.node, unknownTag(tag.name, TAGS));
  }
}

function textsOf({ tags }: Documentation, name: string): readonly string[] {
  return tags.filter((tag) => tag.name === name).map(({ text }) => text);
}

/** An example may stand in a Markdown fence, which editors colour. */
function withoutFence(example: string): string {
  return example.replace(/^```\w*\n/, '').replace(/\n?```$/, '');
}
