/** What an example of the reference becomes in Groovy: the compiler's own answer. */
import { compile } from '../compiler/compile';
import { loadSources } from '../compiler/load';
import { formatDiagnostics } from '../diagnostics/format';
import { print } from '../groovy';

/** Names and imports that are never used: an example need not use what stands around it. */
const unused: readonly string[] = ['TS6133', 'TS6192'];

/**
 * The body of the method that statements become.
 * @param statements of a function with the parameters `names` and `options`
 * @throws Error when they do not compile
 */
export function groovyOf(statements: string): string {
  const text = `import { echo, node, sh, stage } from 'gig-ci/jenkins';
interface Options { name?: string; count?: number; hook?: (text: string) => void }
/** Example. */
export function example(names: readonly string[], options: Options): void {
  ${statements}
}
`;
  const { files, diagnostics } = compile(loadSources('/project', new Map([['vars/gigExample.ts', text]])));
  const problems = diagnostics.filter(({ code }) => !unused.includes(code));
  const [file] = files;
  if (problems.length > 0 || file === undefined) {
    throw new Error(
      `an example of the reference does not compile:\n${statements}\n${formatDiagnostics(problems, false)}`,
    );
  }
  const { text: printed, methods } = print(file);
  const { first, last } = methods.get('example') ?? { first: 0, last: 0 };
  return withoutIndentation(printed.split('\n').slice(first, last - 1)).trim();
}

/** One level less, but for the lines of a text of several lines. */
function withoutIndentation(lines: readonly string[]): string {
  let isText = false;
  const shifted = lines.map((line) => {
    const shown = isText ? line : line.replace(/^ {4}/, '');
    if (line.split("'''").length % 2 === 0) isText = !isText;
    return shown;
  });
  return shifted.join('\n');
}
