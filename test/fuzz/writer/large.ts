/** Large programs: the compiler moves parts of them to methods of their own. */
import type { Choices } from '../choices';

type Part = (index: number, body: string) => string;

/** So much text is more than a method of the engine holds. */
const largeText = 40_000;

/** More statements than a block of the engine has. */
const manySteps = "said.push('one of many');\n".repeat(210);

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
      [1, (index, body) => `stage('l${index}', () => {\n${manySteps}\n${body}\n});`],
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
  const count = Math.min(16, Math.ceil(largeText / body.length));
  const written = Array.from(
    { length: count },
    (_part, index) => parts[index % parts.length]?.(index, body) ?? '',
  );
  return ['let parts = 0;', ...written, "echo('parts ' + parts);"].join('\n');
}
