/**
 * TypeScript's own errors in our format. Where its advice would mislead (it tells authors to change the target library)
 * the message is ours.
 */
import ts from 'typescript';
import { problems } from './catalogue';
import type { Diagnostic } from './diagnostic';
import { diagnosticBetween } from './locate';
import type { Problem } from './problem';

/** "Property 'x' does not exist on type 'y'", with its variants that name a library or a similar member. */
const missingMember: readonly number[] = [2339, 2550, 2551];
/** "Cannot find name 'x'", with its variants. */
const missingName: readonly number[] = [2304, 2552, 2580, 2581, 2582, 2583, 2584, 2585, 2591, 2592, 2593];

/** "Cannot find module 'x'", with its variants for a path that has an extension. */
const missingModule: readonly number[] = [2307, 2691, 5097];

const handleAbsence = 'Write `??` with a default, `?.`, or compare it with `undefined` first.';
const passArguments =
  'Pass what the signature names; the reference of the language has those of its members.';
const deleteUnused = 'Delete it.';

/** What to do about errors of TypeScript whose text does not say it. */
const suggestions: ReadonlyMap<number, string> = new Map([
  [2344, 'Name a type that the signature takes.'],
  [2345, 'Pass what the signature names; where only the absence is missing, write `??` with a default.'],
  [2366, 'Return a value at the end, or throw.'],
  [2367, 'The two can never be equal: correct the literal or the type.'],
  [2375, 'Leave the key out where there is no value, or add `| undefined` to its type.'],
  [2379, 'Leave the key out where there is no value, or add `| undefined` to its type.'],
  [2353, 'Correct the name, or add it to the interface.'],
  [2532, handleAbsence],
  [2540, 'Make a new one: `{ ...object, name: value }`, `[...list, value]`.'],
  [2542, 'Make a new one: `{ ...object, name: value }`, `[...list, value]`.'],
  [2554, passArguments],
  [2555, passArguments],
  [2588, 'Declare it with `let`.'],
  [2684, 'Call it on what the signature names: the reference of the language has those of its members.'],
  [2722, 'Call it with `?.(…)`.'],
  [2739, 'Give them, or put `?` behind their names in the interface.'],
  [2741, 'Give it, or put `?` behind its name in the interface.'],
  [2769, 'Look at what the step takes: the editor lists its forms.'],
  [6133, deleteUnused],
  [6192, deleteUnused],
  [6196, deleteUnused],
  [6198, deleteUnused],
  [7006, 'Write its type.'],
  [7030, 'Return a value on every path, or on none.'],
  [18048, handleAbsence],
]);

/** What is wrong with a project as a whole, such as a global type that is missing. */
export function globalDiagnostics(program: ts.Program, folder: string): readonly Diagnostic[] {
  return [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()]
    .filter(isOurs)
    .map((diagnostic) => fromTypescript(diagnostic, program, folder));
}

/** Errors and unused names of a file. */
export function fileDiagnostics(
  program: ts.Program,
  sourceFile: ts.SourceFile,
  folder: string,
): readonly Diagnostic[] {
  const syntactic = program.getSyntacticDiagnostics(sourceFile);
  const diagnostics = [...syntactic, ...program.getSemanticDiagnostics(sourceFile)]
    .filter(isOurs)
    // What the checker makes of a tree that the parser guessed follows from the error of syntax.
    .filter(({ code }) => code < 2000 || syntactic.length === 0)
    .map((diagnostic) => fromTypescript(diagnostic, program, folder));
  const places = new Set(
    diagnostics.filter(({ code }) => code === problems.twoDefaultExports.code).map(placeOf),
  );
  // "Duplicate function implementation" is said of each of them, too.
  return diagnostics.filter((each) => each.code !== 'TS2393' || !places.has(placeOf(each)));
}

/** "File name differs only in casing": we name the two files ourselves. */
function isOurs({ code }: ts.Diagnostic): boolean {
  return code !== 1149;
}

function placeOf({ file, line }: Diagnostic): string {
  return `${file}:${line}`;
}

function fromTypescript(diagnostic: ts.Diagnostic, program: ts.Program, folder: string): Diagnostic {
  const { file, start = 0, length = 1 } = diagnostic;
  const problem = translate(diagnostic, program);
  if (file !== undefined) return diagnosticBetween(file, start, length, problem, folder);
  return { ...problem, file: folder, line: 1, column: 1, length: 1, sourceLine: '' };
}

function translate({ code, messageText }: ts.Diagnostic, program: ts.Program): Problem {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  const [first, second] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  if (
    missingMember.includes(code) &&
    first !== undefined &&
    second !== undefined &&
    isOfTheLanguage(second, program)
  ) {
    return problems.noSuchMember(first, second);
  }
  if (code === 2488 && first !== undefined && isText(first)) return problems.textAsList();
  if (code === 7053 && message.includes("'String'")) return problems.elementOfText();
  if (code === 2528 || (code === 2323 && first === 'default')) return problems.twoDefaultExports();
  if (missingModule.includes(code) && first !== undefined) return problems.importPath(first);
  if (missingName.includes(code) && first !== undefined) return problems.noSuchGlobal(first);
  return { code: `TS${code}`, message, suggestion: suggestions.get(code) };
}

function isText(type: string): boolean {
  return type === 'string' || type.startsWith('"');
}

/** Whether the members of a type come from the library of the language: text, numbers, lists and its interfaces. */
function isOfTheLanguage(type: string, program: ts.Program): boolean {
  if (/^(string|number|boolean|true|false|"|\d|\[|readonly )|\[\]$/.test(type)) return true;
  const name = /^\w+/.exec(type)?.[0];
  // The library is the one declaration file that is no module.
  return program
    .getSourceFiles()
    .filter((file) => file.isDeclarationFile && !ts.isExternalModule(file))
    .some(({ statements }) =>
      statements.some((each) => ts.isInterfaceDeclaration(each) && each.name.text === name),
    );
}
