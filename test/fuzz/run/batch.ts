/** Compiles many programs at once, as variables of one library with one more that calls them all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compile, type Compilation } from '../../../src/compiler/compile';
import { loadSources, type Project } from '../../../src/compiler/load';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic';
import { readGlobalVariables } from '../../../src/model/global-variables';
import type { GlobalVariableModel } from '../../../src/model/model';
import { SCRIPT_DECLARATIONS } from '../../../src/model/scripts';
import { outputFiles } from '../../../src/outputs';
import { OUTPUT_FOLDER } from '../../../src/outputs/header';
import { scriptDeclarations } from '../../../src/outputs/scripts';
import type { Program } from '../writer/program';
import { scripts } from './scripts';

/** The variable that calls all programs. */
export const driver = 'gigAll';

export interface Batch {
  /** What the compiler takes, in the order of their calls. */
  readonly programs: readonly Program[];
  readonly refused: readonly Refused[];
  readonly models: readonly GlobalVariableModel[];
  /** What the compiler made of it. */
  readonly compilation: Compilation;
}

/** A program that the compiler does not take: the writer does not know the subset well enough. */
interface Refused {
  readonly program: Program;
  readonly diagnostics: readonly Diagnostic[];
}

/** A library that is written to a temporary folder; remove it with {@link removeLibrary}. */
export interface GeneratedLibrary {
  readonly folder: string;
  /** Path in the library -> text. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A change of the text of a generated file. */
export interface Edit {
  readonly path: string;
  readonly from: string;
  readonly to: string;
}

/** The file has changed, and there is nothing to edit any more. */
export class NoSuchText extends Error {}

/** Loads the programs and leaves out what the compiler refuses. @throws what the compiler throws: its crash */
export function openBatch(programs: readonly Program[]): Batch {
  return open(programs, new Set());
}

/** @param before the compilation in which those that are left out now were refused: the others do not change */
function open(all: readonly Program[], leftOut: ReadonlySet<Program>, before?: Compilation): Batch {
  const programs = all.filter((program) => !leftOut.has(program));
  const project = load(all, leftOut, before?.analysis.project);
  const compilation = compile(project, before);
  const { models, diagnostics: ofModels } = readGlobalVariables(project);
  const diagnostics = [...compilation.diagnostics, ...ofModels];
  const refused = programs.flatMap((program) => {
    const own = diagnostics.filter(({ file }) => program.files.has(file));
    return own.length === 0 ? [] : [{ program, diagnostics: own }];
  });
  if (refused.length > 0) {
    const rest = open(all, new Set([...leftOut, ...refused.map(({ program }) => program)]), compilation);
    return { ...rest, refused: [...refused, ...rest.refused] };
  }
  if (diagnostics.length > 0) throw new Error(`the library is refused: ${JSON.stringify(diagnostics[0])}`);
  return { programs, refused, models, compilation };
}

/**
 * Writes the library of a batch for the engine.
 * @param compiled what another compiler made of it
 * @param edit what one of its files is to have in place of something
 */
export function generate(
  { models, compilation }: Batch,
  compiled: Compilation['files'] = compilation.files,
  edit?: Edit,
): GeneratedLibrary {
  const folder = mkdtempSync(join(tmpdir(), 'gig-ci-fuzz-'));
  const texts = new Map<string, string>();
  for (const [path, original] of outputFiles(compiled, models, [], new Map())) {
    if (!path.startsWith(`${OUTPUT_FOLDER}/`) || path.endsWith('.txt')) continue;
    const name = path.slice(OUTPUT_FOLDER.length + 1);
    const text = name === edit?.path ? edited(original, edit) : original;
    texts.set(name, text);
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return { folder, texts };
}

function edited(text: string, { path, from, to }: Edit): string {
  if (!text.includes(from)) throw new NoSuchText(`${path} does not contain: ${from}`);
  return text.replaceAll(from, () => to);
}

export function removeLibrary({ folder }: GeneratedLibrary): void {
  rmSync(folder, { recursive: true, force: true });
}

/** @param leftOut something empty stands in the place of each of their files, so that nothing changes for the others */
function load(all: readonly Program[], leftOut: ReadonlySet<Program>, before?: Project): Project {
  const texts = new Map(
    all.flatMap((program) => (leftOut.has(program) ? emptyFiles(program) : [...program.files])),
  );
  texts.set(SCRIPT_DECLARATIONS, scriptDeclarations(scripts));
  texts.set('vars/gigDryRun.ts', dryRun);
  const taken = all.filter((program) => !leftOut.has(program));
  return loadSources('/fuzz', texts.set(`vars/${driver}.ts`, driverText(taken)), before);
}

function emptyFiles({ name, files }: Program): readonly (readonly [path: string, text: string])[] {
  const variable = `/** Nothing. */\nexport default function ${name}(): void {}\n`;
  return [...files.keys()].map((path) => [
    path,
    path.startsWith('vars/shared/') ? 'export type Nothing = string;\n' : variable,
  ]);
}

/**
 * Nobody calls it, and both compilers take it: a library that knows dry runs makes each step of its variables one that a dry
 * run could answer. Beside that, comments in places where no program has one.
 */
const dryRun = `// What stands above the imports.
import { echo, effectiveParameters, fileExists, junit, node, readFile, sh, withDryRun } from 'gig-ci/jenkins';

// What stands alone.

/** How many lines are shown. */
const LINES = 3;

/** Parameters of {@link gigDryRun}. */
export interface DryRunParameters {
  /** Texts. */
  texts?: string[];
}
/** Says what applies, without doing anything. */
export default function gigDryRun(given: DryRunParameters): void {
  withDryRun(() => {
    echo(effectiveParameters(given));
    node('agent', () => { work(given); });
  });
}

function work({ texts = [] }: DryRunParameters): void {
  // Each kind of value that a step gives.
  echo(\`\${readFile('a')} \${fileExists('b')} \${junit({ testResults: '*.xml' }).failCount} \${LINES}\`);
  if (texts.length === 0) {
    echo(sh.output\`date\`);
  }
  if (texts.length > 0) {
    echo(String(sh.status\`true\`));
  }
}

// What stands at the end.
`;

/** Says which program comes, so that each event has its program. */
function driverText(programs: readonly Program[]): string {
  const imports = programs.map(({ name }) => `import ${name} from './${name}';`);
  const calls = programs.map(({ name, call }) => `    echo('program ${name}');\n    ${call};`);
  return `import { echo, node } from 'gig-ci/jenkins';
${imports.join('\n')}
/** Calls all programs. */
export default function ${driver}(): void {
  node('agent', () => {
${calls.join('\n')}
  });
}
`;
}
