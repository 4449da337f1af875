/** Reads the scripts of `resources/gig-ci/`: what their headers declare, and whether their bodies keep to it. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { problems } from '../diagnostics/catalogue';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { sorted } from '../diagnostics/locate';
import type { Problem } from '../diagnostics/problem';
import type { ScriptModel } from './model';
import { diagnosticAtLine } from './place';
import { checkBody, codeOf } from './script-body';
import { readHeader, type ScriptTag } from './script-header';
import { lineOfTag, readTags, SINGLE_TAGS, type Declarations } from './script-tags';
import { readSharedScripts, usedScripts, withShared, type SharedScript } from './shared-scripts';

/** Folder of the scripts, relative to the project folder. */
const SCRIPTS_FOLDER = 'resources/gig-ci';
/** Declarations of all scripts, relative to the project folder. */
export const SCRIPT_DECLARATIONS = 'resources/scripts.d.ts';

/** A script with its source. */
export interface Script {
  readonly model: ScriptModel;
  readonly text: string;
  /** Path relative to the project folder. */
  readonly path: string;
  /** What it uses, each behind what that uses itself. */
  readonly shared: readonly SharedScript[];
}

/** A script, and what is wrong with it. */
interface ReadScript {
  readonly script: Script;
  readonly diagnostics: readonly Diagnostic[];
}

/** All scripts of a project, sorted by name, and everything that is wrong with them. */
export interface Scripts {
  readonly scripts: readonly Script[];
  readonly diagnostics: readonly Diagnostic[];
  readonly read: readonly ReadScript[];
  readonly shared: ReadonlyMap<string, SharedScript>;
}

/**
 * Reads the scripts of a project.
 * @param previous the scripts as they were read before: those that have the same text are taken over
 */
export function readScripts(projectFolder: string, previous?: Scripts): Scripts {
  const folder = join(projectFolder, SCRIPTS_FOLDER);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /\.(sh|py)$/.test(name)) : [];
  const { shared, diagnostics: sharedDiagnostics } = readSharedScripts(projectFolder);
  // What a script declares counts with what it uses of the shared ones.
  const isSameBeside = previous !== undefined && isDeepStrictEqual(shared, previous.shared);
  const known = new Map(isSameBeside ? previous.read.map((each) => [each.script.model.name, each]) : []);
  const read = names.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const before = known.get(name);
    return before?.script.text === text ? before : readScript(name, text, shared);
  });
  return {
    read,
    shared,
    scripts: read.map(({ script }) => script),
    diagnostics: sorted([...sharedDiagnostics, ...read.flatMap(({ diagnostics }) => diagnostics)]),
  };
}

/** Reads one script. @param name file name inside `resources/gig-ci/` @param shared what it may use */
export function readScript(
  name: string,
  text: string,
  shared: ReadonlyMap<string, SharedScript> = new Map(),
): ReadScript {
  const file = { path: `${SCRIPTS_FOLDER}/${name}`, lines: text.split(/\r?\n/) };
  const diagnostics: Diagnostic[] = [];
  const report = (line: number, problem: Problem, marked?: string): void => {
    diagnostics.push(diagnosticAtLine(file, line, problem, marked));
  };
  const header = readHeader(file.lines);
  if (header.shell === undefined) report(1, problems.unknownShell(name));
  if (header.summary === '') report(1, problems.scriptWithoutSummary(name));
  const declarations = readTags(header, ({ line }, problem) => report(line, problem));
  const lineOf = (name: string): number => lineOfTag(header.tags, name);
  const used = usedScripts(declarations.uses, shared, (unknown) => {
    report(lineOf(unknown), problems.unknownSharedScript(unknown, [...shared.keys()].join(', ')), unknown);
  });
  const model: ScriptModel = {
    name,
    summary: header.summary,
    shell: header.shell ?? 'bash',
    ...withShared(declarations, used),
  };
  for (const { name, problem } of wrongDeclarations(model, header.tags)) report(lineOf(name), problem, name);
  const sharedCode = used.flatMap(({ text: functions }) => codeOf(functions.split(/\r?\n/)));
  for (const { line, problem, marked } of checkBody(model, file.lines, sharedCode)) {
    report(line ?? lineOf(marked), problem, marked);
  }
  return { script: { model, text, path: file.path, shared: used }, diagnostics };
}

/** What is wrong with names and examples that are well-formed each for itself. */
function* wrongDeclarations(
  model: ScriptModel,
  tags: readonly ScriptTag[],
): Generator<{ readonly name: string; readonly problem: Problem }> {
  const { inputs, secrets, outputs, shell, probes, payload } = model;
  for (const name of repeated([...inputs, ...secrets].map((declared) => declared.name))) {
    yield { name, problem: problems.repeatedScriptName(name) };
  }
  for (const name of repeated(outputs.map((output) => output.name))) {
    yield { name, problem: problems.repeatedScriptName(name) };
  }
  const single = tags.filter(({ name }) => SINGLE_TAGS.has(name));
  for (const name of repeated(single.map((tag) => `@${tag.name}`))) {
    yield { name, problem: problems.repeatedScriptName(name) };
  }
  const lists = inputs.filter(({ list }) => list).map(({ name }) => name);
  for (const name of lists) {
    if (shell === 'sh') yield { name, problem: problems.listNeedsBash(name) };
    // The list travels as NAME_COUNT, NAME_1, NAME_2, …
    const travelling = new RegExp(`^${name}_(COUNT|\\d+)$`);
    for (const other of [...inputs, ...secrets].filter((declared) => travelling.test(declared.name))) {
      yield { name: other.name, problem: problems.repeatedScriptName(other.name) };
    }
  }
  for (const { name, type, example } of outputs) {
    if (!fits(example, type)) yield { name, problem: problems.unfittingExample(example, type) };
  }
  if (probes !== undefined && !lists.includes(probes.input)) {
    yield { name: probes.input, problem: problems.unknownReference('probes', probes.input, 'list input') };
  }
  if (probes !== undefined && !outputs.some(({ name, type }) => name === probes.output && type === 'list')) {
    yield { name: probes.input, problem: problems.unknownReference('probes', probes.output, 'list output') };
  }
  // The record keeps one text.
  if (payload !== undefined && !inputs.some(({ name, list }) => name === payload && !list)) {
    yield { name: payload, problem: problems.unknownReference('payload', payload, 'single input') };
  }
}

function repeated(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

function fits(example: string, type: Declarations['outputs'][number]['type']): boolean {
  if (type === 'integer') return /^-?\d+$/.test(example);
  return type !== 'boolean' || /^(true|false)$/.test(example);
}
