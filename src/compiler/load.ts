/**
 * Pass 1: reads an author's project. The compiler options, the library of the language and the module `gig-ci/jenkins`
 * are ours, so that every project means the same and no `lib.d.ts` is read.
 */
import { existsSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';
import ts from 'typescript';
import { jenkinsDeclarations } from '../jenkins/declarations';
import { SCRIPT_DECLARATIONS } from '../model/scripts';
import { languageDeclarations } from './builtins/library';
import { tooDeepStart, type TooDeep } from './nesting';
import { isMisplaced, programFiles, readTexts } from './sources';

/** A TypeScript file of the author. */
export interface Module {
  /** `globalVariable`: `vars/<name>.ts`, a global variable of Jenkins. `shared`: pure helpers, `vars/shared/<name>.ts`. */
  readonly kind: 'globalVariable' | 'shared';
  /** File name without extension. */
  readonly name: string;
  /** Path relative to the project folder, with forward slashes. */
  readonly file: string;
  readonly sourceFile: ts.SourceFile;
}

/** A checked program and where its files are. */
export interface Project {
  /** Absolute path of the project folder. */
  readonly folder: string;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** Global variables and shared modules, each sorted by name. */
  readonly modules: readonly Module[];
  /** Other program files in `vars/`, which no output is made of: tests, TSX, JavaScript. */
  readonly misplaced: readonly ts.SourceFile[];
  /** Files that are nested too deeply; an empty one stands for each among the modules. */
  readonly tooDeep: readonly TooDeep[];
  /** Path of a module -> the paths of the files that it imports, both absolute. */
  readonly imports: ReadonlyMap<string, readonly string[]>;
}

/** Virtual file that `import … from 'gig-ci/jenkins'` resolves to. */
export const jenkinsFile = '/gig-ci/jenkins.d.ts';
/** Virtual file with the library of the language: the members that have an exact Groovy counterpart. */
export const languageFile = '/gig-ci/language.d.ts';

/** What `vars/` is checked with; `vars/tsconfig.json` repeats it for editors. */
const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  noLib: true,
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  noImplicitReturns: true,
  noUnusedLocals: true,
  noUnusedParameters: true,
  forceConsistentCasingInFileNames: true,
  skipLibCheck: true,
  sourceMap: true,
};

/**
 * Reads and parses `vars/*.ts`, `vars/shared/*.ts` and, where it exists, `resources/scripts.d.ts` of a project.
 * @param generated files whose text is about to be written, path relative to the project folder -> content
 * @param previous the project as it was read before
 * @throws UnusableInput when a folder or a file is something else, or no text in UTF-8
 */
export function loadProject(
  projectFolder: string,
  generated: ReadonlyMap<string, string> = new Map(),
  previous?: Project,
): Project {
  const files = ['vars', 'vars/shared'].flatMap((folder) => programFiles(projectFolder, folder));
  if (existsSync(join(projectFolder, SCRIPT_DECLARATIONS))) files.push(SCRIPT_DECLARATIONS);
  const texts = readTexts(
    projectFolder,
    files.filter((file) => !generated.has(file)),
  );
  return loadSources(projectFolder, new Map([...texts, ...generated]), previous);
}

/**
 * Parses a project whose files are given by their text.
 * @param texts path relative to the project folder -> content
 * @param previous the project as it was; its trees stand for the files that have the same text
 */
export function loadSources(
  projectFolder: string,
  texts: ReadonlyMap<string, string>,
  previous?: Project,
): Project {
  const folder = resolve(projectFolder).replace(/\\/g, '/');
  const tooDeep: TooDeep[] = [];
  const all = [...texts].map(([file, text]) => {
    const path = `${folder}/${file}`;
    const known = previous?.program.getSourceFile(path);
    return [file, known?.text === text ? known : parseUnlessTooDeep(path, text, tooDeep)] as const;
  });
  const misplaced = all.filter(([file]) => isMisplaced(file)).map(([, sourceFile]) => sourceFile);
  const parsed = new Map(
    all.filter(([file]) => !isMisplaced(file)).map(([file, sourceFile]) => [`${folder}/${file}`, sourceFile]),
  );
  const rootNames = [languageFile, ...parsed.keys()];
  const imports = new Map(previous?.imports);
  const program = ts.createProgram({
    rootNames,
    options: compilerOptions,
    host: memoryHost(folder, parsed, imports),
    ...(previous && { oldProgram: previous.program }),
  });
  const modules = [...texts.keys()].flatMap((file) => {
    const sourceFile = parsed.get(`${folder}/${file}`);
    const place = /^vars\/(shared\/)?([^/]+)\.ts$/.exec(file);
    if (sourceFile === undefined || place?.[2] === undefined) return [];
    const kind = place[1] === undefined ? ('globalVariable' as const) : ('shared' as const);
    return [{ kind, name: place[2], file, sourceFile }];
  });
  return { folder, program, checker: program.getTypeChecker(), modules, misplaced, tooDeep, imports };
}

/**
 * A host without a file system: the author's files from memory, ours from their makers.
 * @param imports is told what each file imports
 */
function memoryHost(
  folder: string,
  parsed: ReadonlyMap<string, ts.SourceFile>,
  imports: Map<string, readonly string[]>,
): ts.CompilerHost {
  const find = (file: string): ts.SourceFile | undefined => parsed.get(file) ?? ownFile(file);
  return {
    getSourceFile: find,
    fileExists: (file) => find(file) !== undefined,
    readFile: (file) => find(file)?.text,
    getDefaultLibFileName: () => languageFile,
    getCurrentDirectory: () => folder,
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
    writeFile: () => undefined,
    resolveModuleNameLiterals: (literals, containingFile) => {
      const resolved = literals.map(({ text }) => resolveModule(text, containingFile, parsed));
      imports.set(
        containingFile,
        resolved.flatMap((module) => module?.resolvedFileName ?? []),
      );
      return resolved.map((resolvedModule) => ({ resolvedModule }));
    },
  };
}

function resolveModule(
  name: string,
  containingFile: string,
  parsed: ReadonlyMap<string, ts.SourceFile>,
): ts.ResolvedModuleFull | undefined {
  if (name === 'gig-ci/jenkins') {
    return { resolvedFileName: jenkinsFile, extension: ts.Extension.Dts, isExternalLibraryImport: true };
  }
  if (!name.startsWith('.')) return undefined;
  const resolvedFileName = posix.join(posix.dirname(containingFile), `${name}.ts`);
  return parsed.has(resolvedFileName) ? { resolvedFileName, extension: ts.Extension.Ts } : undefined;
}

const ownFiles = new Map<string, ts.SourceFile>();

/** Our two declaration files, parsed once per process: several programs may share them. */
function ownFile(file: string): ts.SourceFile | undefined {
  const known = ownFiles.get(file);
  if (known !== undefined) return known;
  const text =
    file === languageFile ? languageDeclarations() : file === jenkinsFile ? jenkinsDeclarations() : undefined;
  if (text === undefined) return undefined;
  const sourceFile = parse(file, text);
  ownFiles.set(file, sourceFile);
  return sourceFile;
}

/** An empty file stands for one that is nested too deeply, so that the others can be checked. */
function parseUnlessTooDeep(file: string, text: string, tooDeep: TooDeep[]): ts.SourceFile {
  try {
    const sourceFile = parse(file, text);
    const start = tooDeepStart(sourceFile);
    if (start === undefined) return sourceFile;
    tooDeep.push({ sourceFile, start });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    tooDeep.push({ sourceFile: parse(file, ''), start: 0 });
  }
  return parse(file, 'export {};');
}

/** The parents of the nodes are set when the checker is made; nobody reads the documentation of our own files here. */
function parse(file: string, text: string): ts.SourceFile {
  const jsDocParsingMode = file.endsWith('.d.ts')
    ? ts.JSDocParsingMode.ParseNone
    : ts.JSDocParsingMode.ParseAll;
  return ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.ES2022, jsDocParsingMode });
}
