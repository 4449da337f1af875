/**
 * Everything that the build writes, as text. Here it is put together; every other file makes one kind of output, or says
 * what several of them need: the check of a call, its schema, all calls as data, help, reference pages, what a controller must bring and
 * grant, the scripts and their declarations.
 */
import { print, serialiseLineMap, type GroovyFile, type PrintedFile } from '../groovy';
import type { GlobalVariableModel } from '../model/model';
import { parametersClassName, parametersPackage } from '../model/parameters-class';
import { SCRIPT_DECLARATIONS, type Script } from '../model/scripts';
import { runtimeFiles, type RuntimeFile } from '../runtime';
import { API_PATH, apiText, CONTRADICTIONS_PATH } from './api';
import { generatedFrom, OUTPUT_FOLDER } from './header';
import { gdslFile } from './gdsl';
import { helpText } from './help';
import { iamPolicyFile } from './iam-policy';
import type { LibraryModel } from './library';
import { definitionClass } from './parameter-definition';
import { memoized } from './memoized';
import { pluginsFile } from './plugins';
import { referencePages } from './reference';
import { schemaFile } from './schema';
import { securityPage } from './security';
import { runnableScript, scriptDeclarations } from './scripts';

/** Path relative to the project folder, with forward slashes -> content. */
export type OutputFiles = ReadonlyMap<string, string>;

/** A text of the library and its path in it. */
type LibraryFile = readonly [path: string, text: string];

/**
 * The outputs of a project without errors, sorted by path.
 * @param contradictions the code of {@link CONTRADICTIONS_PATH}, where there is any
 */
export function outputFiles(
  compiled: readonly GroovyFile[],
  models: readonly GlobalVariableModel[],
  scripts: readonly Script[],
  uses: LibraryModel['uses'],
  contradictions?: string,
): OutputFiles {
  const whole = { globalVariables: models, scripts: scripts.map(({ model }) => model), uses };
  const imported = new Set(compiled.flatMap(({ imports }) => imports));
  const definitions = models.filter(({ name }) =>
    imported.has(`${parametersPackage}.${parametersClassName(name)}`),
  );
  const library: readonly LibraryFile[] = [
    ...compiled.flatMap(groovyAndMap),
    ...definitions.map(definition),
    ...runtimeFiles(runtimeClasses(imported)).map(withHeader),
    ...models.map(help),
    ...models.map(schema),
    pluginsFile(whole),
    gdslFile(models),
    ...iamPolicyFile(whole),
    [API_PATH, apiText(models)] as const,
    ...(contradictions === undefined ? [] : [contradictionsFile(contradictions)]),
    ...scripts.map(runnable),
  ];
  return new Map([
    ...library.map(([path, text]) => [`${OUTPUT_FOLDER}/${path}`, text] as const).sort(byPath),
    ...referencePages(whole),
    securityPage(whole),
    ...(scripts.length === 0 ? [] : [[SCRIPT_DECLARATIONS, scriptDeclarations(scripts)] as const]),
  ]);
}

const groovyAndMap = memoized((file: GroovyFile): readonly LibraryFile[] => {
  const { text, lines } = print(file);
  return [
    [file.path, text],
    [mapPath(file.path), lineMap(lines)],
  ];
});

const definition = memoized((model: GlobalVariableModel): LibraryFile => {
  const file = definitionClass(model);
  return [file.path, print(file).text];
});

const help = memoized((model: GlobalVariableModel): LibraryFile => [
  `vars/${model.name}.txt`,
  helpText(model),
]);

const schema = memoized(schemaFile);

const runnable = memoized((script: Script): LibraryFile => [script.path, runnableScript(script)]);

function contradictionsFile(code: string): LibraryFile {
  return [CONTRADICTIONS_PATH, `// ${generatedFrom('vars/')}\n${code}`];
}

function runtimeClasses(imported: Iterable<string>): readonly string[] {
  return [...imported].flatMap((name) => /^gigci\.runtime\.(\w+)$/.exec(name)?.[1] ?? []);
}

function withHeader({ path, source, text }: RuntimeFile): readonly [path: string, text: string] {
  return [path, `// ${generatedFrom(source)}\n${text}`];
}

/** `vars/gigPush.groovy` -> `maps/gigPush.json`, `src/gigci/shared/Tags.groovy` -> `maps/shared/Tags.json`. */
function mapPath(groovyPath: string): string {
  return groovyPath.replace(/^(vars|src\/gigci)\//, 'maps/').replace(/\.groovy$/, '.json');
}

/** JSON has no comments, so our line is a value. */
function lineMap(lines: PrintedFile['lines']): string {
  return serialiseLineMap(lines).replace(
    '{',
    `{\n  "generated": ${JSON.stringify(generatedFrom(lines.source))},`,
  );
}

function byPath([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}
