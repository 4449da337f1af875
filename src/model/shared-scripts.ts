/**
 * Functions that several scripts share: `resources/gig-ci/shared/<name>.sh`. The build puts them into each script whose
 * header says `@uses <name>`, and what their own header declares counts as declared by that script.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Problem } from '../diagnostics/problem';
import { diagnosticAtLine } from './place';
import { checkVariables, codeOf } from './script-body';
import { readHeader } from './script-header';
import { lineOfTag, readTags, type Declarations } from './script-tags';

const FOLDER = 'resources/gig-ci/shared';

/** Functions that several scripts share. */
export interface SharedScript {
  /** What `@uses` says. */
  readonly name: string;
  /** Path relative to the project folder. */
  readonly path: string;
  readonly text: string;
  readonly declarations: Declarations;
}

/** Shared scripts by name, and everything that is wrong with them. */
export function readSharedScripts(projectFolder: string): {
  readonly shared: ReadonlyMap<string, SharedScript>;
  readonly diagnostics: readonly Diagnostic[];
} {
  const folder = join(projectFolder, FOLDER);
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.sh')) : [];
  const read = files
    .sort()
    .map((file) => readSharedScript(file.slice(0, -'.sh'.length), readFileSync(join(folder, file), 'utf8')));
  return {
    shared: new Map(read.map(({ script }) => [script.name, script])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}

/** Reads one shared script. @param name without the folder and `.sh` */
export function readSharedScript(
  name: string,
  text: string,
): { readonly script: SharedScript; readonly diagnostics: readonly Diagnostic[] } {
  const file = { path: `${FOLDER}/${name}.sh`, lines: text.split(/\r?\n/) };
  const diagnostics: Diagnostic[] = [];
  const report = (line: number, problem: Problem, marked?: string): void => {
    diagnostics.push(diagnosticAtLine(file, line, problem, marked));
  };
  const header = readHeader(file.lines);
  if (header.summary === '') report(1, problems.scriptWithoutSummary(file.path));
  const declarations = readTags(header, ({ line }, problem) => report(line, problem), 'shared');
  for (const { line, problem, marked } of checkVariables(declarations, codeOf(file.lines), [])) {
    report(line ?? lineOfTag(header.tags, marked), problem, marked);
  }
  return { script: { name, path: file.path, text, declarations }, diagnostics };
}

/**
 * The shared scripts that a script needs, each once, behind those that it uses itself.
 * @param report called for each name that does not exist
 */
export function usedScripts(
  uses: readonly string[],
  shared: ReadonlyMap<string, SharedScript>,
  report: (name: string) => void,
): readonly SharedScript[] {
  const found = new Map<string, SharedScript>();
  const visit = (name: string, path: readonly string[]): void => {
    const script = shared.get(name);
    if (script === undefined) report(name);
    if (script === undefined || path.includes(name)) return;
    for (const used of script.declarations.uses) visit(used, [...path, name]);
    found.set(name, script);
  };
  for (const name of uses) visit(name, []);
  return [...found.values()];
}

/** What a script declares itself and through what it uses. */
export function withShared(
  { uses: _uses, ...own }: Declarations,
  used: readonly SharedScript[],
): Omit<Declarations, 'uses'> {
  const all = [own, ...used.map(({ declarations }) => declarations)];
  return {
    ...own,
    inputs: all.flatMap(({ inputs }) => inputs),
    secrets: all.flatMap(({ secrets }) => secrets),
    outputs: all.flatMap(({ outputs }) => outputs),
    acquires: all.flatMap(({ acquires }) => acquires),
    releases: all.flatMap(({ releases }) => releases),
    publishes: all.flatMap(({ publishes }) => publishes),
    aws: all.flatMap(({ aws }) => aws),
    needs: all.flatMap(({ needs }) => needs),
    sends: all.flatMap(({ sends }) => sends),
  };
}
