/** Reads what the global variables in `vars/` take, return and say. */
import ts from 'typescript';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { sorted } from '../diagnostics/locate';
import { unknownTag } from './constraints';
import { ModelContext, type DefinitionModule, type DefinitionSources } from './context';
import { Defaults, writtenDefaults, type WrittenDefault } from './defaults';
import { documentationOf, type Documentation } from './documentation';
import type { GlobalVariableModel, ParameterModel } from './model';
import { ParameterReader } from './types';

const TAGS = ['returns', 'example', 'deprecated', 'since'];

/** What the files of a project define. */
export interface Definitions {
  /** In the order of the modules. Of one that has methods only, or no usable `call`, there is none. */
  readonly models: readonly GlobalVariableModel[];
  readonly diagnostics: readonly Diagnostic[];
  readonly byFile: ReadonlyMap<ts.SourceFile, Definition>;
  readonly defaults: ReadonlyMap<ts.SourceFile, readonly WrittenDefault[]>;
}

interface Definition {
  readonly model: GlobalVariableModel | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** What was read before, and the files that neither changed nor import one that did. */
export interface PreviousDefinitions {
  readonly definitions: Definitions;
  readonly unaffected: ReadonlySet<ts.SourceFile>;
}

/** Reads the global variables of a project, and what is wrong with their definitions. */
export function readGlobalVariables(sources: DefinitionSources, previous?: PreviousDefinitions): Definitions {
  const defaults = readDefaults(sources, previous);
  const reusable = previous === undefined ? undefined : definitionsToReuse(previous, defaults);
  const all = new Defaults([...defaults.values()].flat());
  const byFile = new Map<ts.SourceFile, Definition>();
  for (const module of sources.modules) {
    if (module.kind !== 'globalVariable') continue;
    const known = reusable?.get(module.sourceFile);
    byFile.set(module.sourceFile, known ?? readDefinition(sources, module, all, previous));
  }
  const definitions = [...byFile.values()];
  return {
    models: definitions.flatMap(({ model }) => model ?? []),
    diagnostics: sorted(definitions.flatMap(({ diagnostics }) => diagnostics)),
    byFile,
    defaults,
  };
}

function readDefaults(
  { checker, modules }: DefinitionSources,
  previous: PreviousDefinitions | undefined,
): Definitions['defaults'] {
  return new Map(
    modules.map(({ sourceFile }) => {
      const known =
        previous?.unaffected.has(sourceFile) === true
          ? previous.definitions.defaults.get(sourceFile)
          : undefined;
      return [sourceFile, known ?? writtenDefaults(checker, sourceFile)] as const;
    }),
  );
}

/** A message may name a line of another file, so that only definitions without any are taken over. */
function definitionsToReuse(
  { definitions, unaffected }: PreviousDefinitions,
  defaults: Definitions['defaults'],
): ReadonlyMap<ts.SourceFile, Definition> {
  if (defaultsForOthers(defaults, unaffected) !== defaultsForOthers(definitions.defaults, unaffected))
    return new Map();
  return new Map(
    [...definitions.byFile].filter(
      ([sourceFile, { diagnostics }]) => unaffected.has(sourceFile) && diagnostics.length === 0,
    ),
  );
}

/** The defaults that the affected files give to properties of the others. */
function defaultsForOthers(
  defaults: Definitions['defaults'],
  unaffected: ReadonlySet<ts.SourceFile>,
): string {
  return [...defaults]
    .filter(([sourceFile]) => !unaffected.has(sourceFile))
    .flatMap(([, written]) => written)
    .filter(({ property }) => unaffected.has(property.getSourceFile()))
    .map(({ property, initializer }) => {
      const { fileName } = property.getSourceFile();
      return `${fileName}:${property.pos} = ${initializer.getText()}`;
    })
    .join('\n');
}

function readDefinition(
  { folder, checker }: DefinitionSources,
  module: DefinitionModule,
  defaults: Defaults,
  previous: PreviousDefinitions | undefined,
): Definition {
  const context = new ModelContext(folder, checker);
  const model = readGlobalVariable(context, new ParameterReader(context, defaults), module);
  // What was made from the model is kept as long as the model.
  const before = previous?.definitions.models.find(({ name }) => name === module.name);
  // Of a default value the order of the keys counts, too.
  const isSame = JSON.stringify(model) === JSON.stringify(before);
  return { model: isSame ? before : model, diagnostics: context.diagnostics() };
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
  const [deprecated] = textsOf(documentation, 'deprecated');
  const [since] = textsOf(documentation, 'since');
  return {
    name,
    source: module.file,
    summary: documentation.summary,
    parameters: readParameters(context, reader, definition, place, name),
    ...(returns === undefined ? {} : { returns }),
    examples: textsOf(documentation, 'example').map(withoutFence),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(since === undefined ? {} : { since }),
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
