/** Large programs: the compiler moves parts of them to methods of their own. */
import type { Choices } from '../choices';

type Part = (index: number, body: string) => string;

/** So much text is more than a method of the engine holds: a character of usual code becomes three bytes or more. */
const largeText = 24_000;
/** So many parts at most, where the body is short. */
const mostParts = 16;
/** Parts share a counter, and may share the title of a stage. */
const fewestParts = 2;

/** More statements than a block of the engine has: one step says whether each did its work, and in its place. */
const manyStatements = [
  ...Array.from({ length: 210 }, (_line, index) => `many.sum = (many.sum * 3 + ${index}) % 1000;\n`),
  "echo('many ' + many.sum);\n",
].join('');

/** The parts of a large program, which the compiler moves to methods of their own; some of them must stay. */
export function partsOf(choices: Choices): readonly Part[] {
  return Array.from({ length: 4 }, () => {
    const title = (index: number): string => [`part ${index}`, `${index}. part`, 'the part'][kind] ?? '';
    const kind = choices.below(3);
    return choices.weighted<Part>([
      [4, (index, body) => `stage('${title(index)}', () => {\n${body}\n});`],
      [1, (index, body) => `stage('${title(index)}', () => {\nparts += 1;\n${body}\n});`],
      [1, (index, body) => `stage('${title(index)}', () => {\necho('parts ' + parts);\n${body}\n});`],
      [
        1,
        (index, body) => `for (let part = 0; part < 2; part++) { stage('p${index}', () => {\n${body}\n}); }`,
      ],
      [1, (index, body) => `try { stage('t${index}', () => {\n${body}\n}); } finally { echo('done'); }`],
      [1, (index, body) => `if (parts < 2) { withEnv({ GIG_PART: '${index}' }, () => {\n${body}\n}); }`],
      [1, (index, body) => `parallel({ one: () => {\n${body}\n}, 'two 2': () => { echo('${index}'); } });`],
      [3, withValue],
      [1, (index, body) => `stage('l${index}', () => {\n${manyStatements}${body}\n});`],
    ]);
  });
}

/** A part that returns a value, also before its end. */
function withValue(index: number, body: string): string {
  if (/\breturn;/.test(body)) return `stage('v${index}', () => {\n${body}\n});`;
  const leave = `if (parts > 1) { return 'early'; } else { echo('goes on'); }`;
  return `echo(stage('v${index}', () => {\n${leave}\n${body}\nreturn 'value ${index}';\n}));`;
}

/** The body again and again, until it is large. */
export function manyTimes(parts: readonly Part[], body: string): string {
  const written: string[] = [];
  while (
    written.length < fewestParts ||
    (written.length < mostParts && written.join('').length < largeText)
  ) {
    written.push(parts[written.length % parts.length]?.(written.length, body) ?? '');
  }
  const text = ['let parts = 0;', ...written, "echo('parts ' + parts);"].join('\n');
  return text.includes(manyStatements) ? `const many = { sum: 1 };\n${text}` : text;
}
