/** `docs/diagnostics.md`: every message about an author's file, with an example of the problem and one without it. */
import { diagnosticsOf, type Fixture, type ProjectFiles } from './fixtures';
import { codeBlock } from '../outputs/markdown';
import { generatedPage } from './markdown';

const introduction =
  'Codes are stable and never reused: `GIG1xxx` syntax, `GIG2xxx` types and members, `GIG3xxx` steps, commands and secrets, `GIG4xxx` what a step and a script say about themselves, `GIG5xxx` limits of the engine. ' +
  'Errors of TypeScript come as `TSnnnn` in the same form. One run reports everything in all files. What the language offers stands in [language.md](language.md).';
/** Longer examples say no more. */
const longestExample = 40;

/** The text of the page. */
export function diagnosticsReference(fixtures: readonly Fixture[]): string {
  return generatedPage(
    'Diagnostics',
    'src/diagnostics/catalogue and test/diagnostics/fixtures',
    introduction,
    ...fixtures.flatMap(section),
  );
}

function section({ code, broken, fixed }: Fixture): readonly string[] {
  const found = diagnosticsOf(code, broken).find((each) => each.code === code);
  if (found === undefined) throw new Error(`fixture ${code} does not yield its code`);
  return [
    `## ${code}`,
    found.message,
    `_${found.suggestion ?? ''}_`,
    `\`${found.file}:${found.line}:${found.column}\``,
    ...shown(broken),
    ...(fixed === undefined ? [] : ['Instead:', ...shown(fixed)]),
  ];
}

function shown(files: ProjectFiles): readonly string[] {
  return [...files].flatMap(([path, text]) => {
    const lines = text.trim().split('\n');
    if (text.trim() === '' || lines.length > longestExample) return [];
    return [codeBlock(path.endsWith('.sh') ? 'bash' : 'ts', files.size > 1 ? `// ${path}\n${text}` : text)];
  });
}
