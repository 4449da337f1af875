/** What the compiler knows about one function: `gig-ci build --explain`. */
import ts from 'typescript';
import type { Analysis } from '../compiler/analysis/analyse';
import { capturesOf, type Capture } from '../compiler/analysis/capture';
import type { Module, Project } from '../compiler/load';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { nearestName } from '../diagnostics/nearest-name';
import { UnusableInput } from '../diagnostics/unusable-input';
import { nodesOf, print, type GroovyFile, type Method } from '../groovy';
import { OUTPUT_FOLDER } from '../outputs/header';
import { compileLibrary } from './compile-library';

/** A place in the TypeScript, `vars/gigPush.ts:12`. */
type Place = string;

/** Everything about one function. */
export interface Explanation {
  /** `variable.function`; the default function has the name of its variable. */
  readonly name: string;
  readonly place: Place;
  readonly colour: 'CPS' | 'NonCPS';
  /** From the function to a step: what happens, and where. Empty for NonCPS: it reaches no step. */
  readonly reasons: readonly { readonly text: string; readonly place: Place }[];
  /** The closures that are written in it, with what each uses of the code around it. */
  readonly closures: readonly { readonly place: Place; readonly captures: readonly Capture[] }[];
  /** Methods of the runtime that its Groovy calls: `Text.split`. */
  readonly helpers: readonly string[];
  /** The methods that it became: the Groovy file in the project, first and last line. */
  readonly groovy: readonly {
    readonly method: string;
    readonly file: string;
    readonly firstLine: number;
    readonly lastLine: number;
  }[];
}

interface Candidate {
  readonly module: Module;
  readonly declaration: ts.FunctionDeclaration;
  readonly name: string;
}

/**
 * Explains a function.
 * @param wanted its name, `variable.function`, or `vars/variable.ts:function`
 * @returns the explanation, or what is wrong with the sources
 * @throws UnusableInput when no function or more than one has that name
 */
export function explain(projectFolder: string, wanted: string): Explanation | readonly Diagnostic[] {
  const { diagnostics, compilation } = compileLibrary(projectFolder);
  if (diagnostics.length > 0) return diagnostics;
  const { analysis } = compilation;
  const found = find(analysis.project, wanted);
  const reasons = analysis.reasonsOf(found.declaration);
  const file = compilation.files.find(({ source }) => source === found.module.file);
  const methods = file === undefined ? [] : methodsOf(file, found);
  return {
    name: found.name,
    place: placeOf(found.declaration.name ?? found.declaration, found.module),
    colour: analysis.colourOf(found.declaration) === 'pure' ? 'NonCPS' : 'CPS',
    reasons: reasons.map(({ text, node }) => ({ text, place: placeIn(analysis, node) })),
    closures: arrowsIn(found.declaration).map((arrow) => ({
      place: placeOf(arrow, found.module),
      captures: capturesOf(arrow, analysis),
    })),
    helpers: file === undefined ? [] : helpersOf(file, methods),
    groovy: file === undefined ? [] : placesOf(file, methods),
  };
}

function find({ modules }: Project, wanted: string): Candidate {
  const candidates = modules.flatMap((module) =>
    module.sourceFile.statements.filter(ts.isFunctionDeclaration).map((declaration) => {
      const own = declaration.name?.text ?? module.name;
      return { module, declaration, name: own === module.name ? own : `${module.name}.${own}` };
    }),
  );
  const found = candidates.filter((candidate) => namesOf(candidate).includes(wanted));
  const [only, another] = found;
  if (only !== undefined && another === undefined) return only;
  if (only !== undefined) {
    const remedy = `Say which: ${found.map(({ name }) => name).join(', ')}.`;
    throw new UnusableInput([{ place: wanted, reason: `names ${found.length} functions`, remedy }]);
  }
  const nearest = nearestName(wanted, candidates.flatMap(namesOf));
  const remedy =
    nearest === undefined
      ? 'Name a function of vars/: push, gigPush.push or vars/gigPush.ts:push.'
      : `Did you mean ${nearest}?`;
  throw new UnusableInput([{ place: wanted, reason: 'names no function of the library', remedy }]);
}

/** The ways to name a function, the shortest first. */
function namesOf({ module, declaration, name }: Candidate): readonly string[] {
  const own = declaration.name?.text ?? module.name;
  return [own, name, `${module.name}.${own}`, `${module.file}:${own}`];
}

function arrowsIn(declaration: ts.FunctionDeclaration): readonly ts.ArrowFunction[] {
  const arrows: ts.ArrowFunction[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isArrowFunction(node)) arrows.push(node);
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  return arrows;
}

/** The methods that come from a function; a large one was divided. */
function methodsOf({ methods }: GroovyFile, { declaration, module }: Candidate): readonly Method[] {
  const lineAt = (position: number): number =>
    ts.getLineAndCharacterOfPosition(module.sourceFile, position).line + 1;
  const first = lineAt(declaration.getStart(module.sourceFile));
  const last = lineAt(declaration.end);
  return methods.filter(({ origin }) => origin !== undefined && origin.line >= first && origin.line <= last);
}

/** What the methods call of the classes that the file imports from the runtime. */
function helpersOf({ imports }: GroovyFile, methods: readonly Method[]): readonly string[] {
  const helpers = methods.flatMap((method) =>
    nodesOf(method).flatMap((node) =>
      node.kind === 'call' &&
      node.receiver?.kind === 'identifier' &&
      imports.includes(`gigci.runtime.${node.receiver.name}`)
        ? [`${node.receiver.name}.${node.name}`]
        : [],
    ),
  );
  return [...new Set(helpers)].sort();
}

/** Where methods stand in the printed file. */
function placesOf(file: GroovyFile, methods: readonly Method[]): Explanation['groovy'] {
  const places = print(file).methods;
  return methods.flatMap(({ name }) => {
    const lines = places.get(name);
    if (lines === undefined) return [];
    const place = { firstLine: lines.first, lastLine: lines.last };
    return [{ method: name, file: `${OUTPUT_FOLDER}/${file.path}`, ...place }];
  });
}

function placeIn(analysis: Analysis, node: ts.Node): Place {
  const module = analysis.moduleOf(node.getSourceFile());
  return module === undefined ? '' : placeOf(node, module);
}

function placeOf(node: ts.Node, { file, sourceFile }: Module): Place {
  return `${file}:${ts.getLineAndCharacterOfPosition(sourceFile, node.getStart(sourceFile)).line + 1}`;
}
