/** `docs/language.md`: the subset of TypeScript, from the tables that the compiler itself works with. */
import { builtins, type Builtin } from '../compiler/builtins';
import { expressionTable } from '../compiler/syntax/expressions';
import { statementTable } from '../compiler/syntax/statements';
import type { Row } from '../compiler/syntax/table';
import type { Problem } from '../diagnostics/problem';
import { groovyOf } from './example';
import { code, codeBlock } from '../outputs/markdown';
import { diagnosticLink, generatedPage } from './markdown';

const introduction = [
  'What stands here means the same in Node and in Jenkins, for every value; everything else is refused with a code and what to write instead. ' +
    'All codes stand in [diagnostics.md](diagnostics.md). Steps of Jenkins are imported from `gig-ci/jenkins`; the editor shows what they take.',
  'A function that uses no step, directly or through others, is _pure_; the compiler finds out. Both kinds take everything below, unless it says otherwise. ' +
    'A function may call itself: at most 50 calls inside each other where steps are used, 256 in pure functions, then it fails.',
  'Comments and blank lines stay where they are. On a constant of a module a comment stands above the statements that its value is printed in, or above the method that makes its list or object. ' +
    'A comment on a type, in it or in the list of an import has no place in Groovy; one that a blank line parts from the declaration below it keeps its place in the file.',
  'In the examples `names` is a list of texts, and `options` is `{ name?: string; count?: number; hook?: (text: string) => void }`.',
];

/** Sections of members; the others are called as their owner. */
const headings: ReadonlyMap<string, string> = new Map([
  ['String', 'Texts'],
  ['Array', 'Lists'],
  ['Set', 'Sets'],
  ['Number', 'Numbers'],
  ['RegExp', 'Regular expressions'],
  ['global', 'Functions'],
]);

/** The text of the page. */
export function languageReference(): string {
  return generatedPage(
    'The language',
    'src/compiler/syntax and src/compiler/builtins',
    ...introduction,
    '## Statements',
    ...rowsOf(statementTable),
    '## Expressions',
    ...rowsOf(expressionTable),
    '## Members',
    ...memberSections(),
    '## What is refused',
    'By its syntax; the messages about types, members, steps and secrets stand in [diagnostics.md](diagnostics.md).',
    refusedTable(),
  );
}

function rowsOf(table: ReadonlyMap<number, Row<unknown>>): readonly string[] {
  return [...table.values()].flatMap((row) => {
    if (!('reference' in row)) return [];
    const { name, example, note } = row.reference;
    const blocks = [codeBlock('ts', example), codeBlock('groovy', groovyOf(example))];
    return [`### ${name}`, ...(note === undefined ? [] : [note]), ...blocks];
  });
}

function memberSections(): readonly string[] {
  const owners = [...new Set(builtins.map(({ owner }) => owner))];
  return owners.flatMap((owner) => [
    `### ${ownerName(owner)}`,
    ...builtins.filter((entry) => entry.owner === owner).map(memberEntry),
  ]);
}

function ownerName(owner: string): string {
  return headings.get(owner) ?? owner.replace(/Constructor$/, '');
}

function memberEntry({
  signature,
  summary,
  colour,
  differs,
  narrower,
  examples,
  refused = [],
}: Builtin): string {
  const remarks = [
    summary,
    ...(colour === 'pure' ? [pureFunctionsOnly(signature)] : []),
    ...(narrower === undefined ? [] : [`Unlike in JavaScript: ${narrower}.`]),
    ...(differs === undefined ? [] : [`Not simply Groovy's: ${differs}.`]),
  ];
  const shown = examples.map(
    ([source, result]) => `${source} // ${result === undefined ? 'undefined' : JSON.stringify(result)}`,
  );
  const refusals = refused.map(
    ([source, reason]) => `  Refused: ${code(source)} (${diagnosticLink(reason)}).`,
  );
  return [
    `#### ${code(signature)}`,
    remarks.join(' '),
    codeBlock('ts', shown.join('\n')),
    ...refusals.map((line) => line.trim()),
  ].join('\n\n');
}

/** A callback that is left out cannot use steps. */
function pureFunctionsOnly(signature: string): string {
  const callback = /(\w+)\?: \(/.exec(signature)?.[1];
  return callback === undefined
    ? 'Only in pure functions.'
    : `With ${code(callback)} only in pure functions.`;
}

function refusedTable(): string {
  const refusals = [...statementTable.values(), ...expressionTable.values()].flatMap((row) =>
    'refusal' in row ? [row.refusal] : [],
  );
  const unique = new Map<string, Problem>(
    refusals.map((problem) => [problem.code + problem.message, problem]),
  );
  const lines = [...unique.values()].map(
    ({ code: number, message, suggestion = '' }) =>
      `| ${diagnosticLink(number)} | ${cell(message)} | ${cell(suggestion)} |`,
  );
  return ['| code | what | instead |', '| --- | --- | --- |', ...lines].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
