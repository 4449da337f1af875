/**
 * TypeScript's own errors in our format. Where its advice would mislead (it tells authors to change the target library)
 * the message is ours.
 */
import { ts } from 'ts-morph';
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

/** Errors and unused names of the whole project; errors in our own declaration files would be defects of gig-ci. */
export function typescriptDiagnostics(program: ts.Program, folder: string): readonly Diagnostic[] {
  const diagnostics = ts
    .getPreEmitDiagnostics(program)
    // "File name differs only in casing": we name the two files ourselves.
    .filter(({ code }) => code !== 1149)
    .map((diagnostic) => fromTypescript(diagnostic, folder));
  const places = new Set(
    diagnostics.filter(({ code }) => code === problems.twoDefaultExports.code).map(placeOf),
  );
  // "Duplicate function implementation" is said of each of them, too.
  return diagnostics.filter((each) => each.code !== 'TS2393' || !places.has(placeOf(each)));
}

function placeOf({ file, line }: Diagnostic): string {
  return `${file}:${line}`;
}

function fromTypescript(diagnostic: ts.Diagnostic, folder: string): Diagnostic {
  const { file, start = 0, length = 1 } = diagnostic;
  const problem = translate(diagnostic);
  if (file !== undefined) return diagnosticBetween(file, start, length, problem, folder);
  return { ...problem, file: folder, line: 1, column: 1, length: 1, sourceLine: '' };
}

function translate({ code, messageText }: ts.Diagnostic): Problem {
  const message = ts.flattenDiagnosticMessageText(messageText, '\n');
  const [first, second] = [...message.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  if (
    missingMember.includes(code) &&
    first !== undefined &&
    second !== undefined &&
    isOfTheLanguage(second)
  ) {
    return problems.noSuchMember(first, second);
  }
  if (code === 2488 && first !== undefined && isText(first)) return problems.loopOverText();
  if (code === 7053 && message.includes("'String'")) return problems.elementOfText();
  if (code === 2528 || (code === 2323 && first === 'default')) return problems.twoDefaultExports();
  if (missingModule.includes(code) && first !== undefined) return problems.importPath(first);
  if (missingName.includes(code) && first !== undefined) return problems.noSuchGlobal(first);
  return { code: `TS${code}`, message };
}

function isText(type: string): boolean {
  return type === 'string' || type.startsWith('"');
}

/** Types whose members come from the library of the language: text, numbers, lists, patterns, namespaces. */
function isOfTheLanguage(type: string): boolean {
  return /^(string|number|boolean|RegExp\b|"|\d|.*\[\]$|readonly |\w+Constructor$|Math$|JSON$|Error$)/.test(
    type,
  );
}
