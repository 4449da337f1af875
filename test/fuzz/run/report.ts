/** What a person needs to see of a difference. */
import { parseLineMap } from '../../../src/groovy';
import type { Finding } from './examine';

/** The report of a difference; `again`: how to run it once more. */
export function report(finding: Finding, again: string): string {
  const { program, saving } = finding;
  const places = placesOf(finding);
  return [
    `Difference in ${program.name} (saved: ${saving})`,
    ...valuesOf(finding),
    ...places.flatMap(({ world, location }) => [`${world}: ${location}`, ...linesOf(finding, location)]),
    'Program:',
    ...[...program.files].flatMap(([path, text]) => [`// --- ${path}`, text.trimEnd()]),
    `Again: ${again}`,
  ].join('\n');
}

function valuesOf({ difference }: Finding): readonly string[] {
  switch (difference.kind) {
    case 'crash':
      return [difference.message];
    case 'plain':
      return [`plain Node:   ${difference.plain}`, `direct world: ${difference.direct}`];
    default: {
      const what = 'field' in difference ? difference.field : difference.kind;
      return [
        `first difference: ${what}`,
        `direct world: ${JSON.stringify(difference.left)}`,
        `engine:       ${JSON.stringify(difference.right)}`,
      ];
    }
  }
}

function placesOf({
  difference,
  directLocations,
  engineLocations,
}: Finding): readonly { readonly world: string; readonly location: string }[] {
  if (difference.kind !== 'event') return [];
  const key = `${difference.thread}#${difference.sequence}`;
  return [
    { world: 'direct world', location: directLocations?.get(key) },
    { world: 'engine', location: engineLocations?.get(key) },
  ].flatMap(({ world, location }) => (location === undefined ? [] : [{ world, location }]));
}

/** Five lines of TypeScript, and the Groovy that was made of the one in the middle. */
function linesOf({ program, library }: Finding, location: string): readonly string[] {
  const [file = '', lineText = '1'] = location.split(/:(?=\d+$)/);
  const line = Number(lineText);
  const typescript = around(program.files.get(file) ?? '', line);
  const name = file.replace(/^vars\//, '').replace(/\.ts$/, '');
  const map = library?.texts.get(`maps/${name}.json`);
  const groovy = library?.texts.get(`vars/${name}.groovy`);
  if (map === undefined || groovy === undefined) return typescript;
  const first = [...parseLineMap(map).origins].find(([, origin]) => origin.line === line)?.[0];
  return first === undefined ? typescript : [...typescript, '  in Groovy:', ...around(groovy, first)];
}

function around(text: string, line: number): readonly string[] {
  return text
    .split('\n')
    .map((each, index) => `  ${index + 1 === line ? '>' : ' '} ${index + 1}: ${each}`)
    .slice(Math.max(0, line - 3), line + 2);
}
