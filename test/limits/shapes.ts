/** Shapes of code that grow. */

/** Functions that shapes call. */
const helpers: { readonly [name: string]: (size: number) => string } = {
  wrap: () => "function wrap(text: string): string { return '(' + text + ')'; }",
  many: (size) =>
    `function many(${times(size, (i) => `p${i}: string`, ', ')}): void { echo(String([${times(size, (i) => `p${i}`, ', ')}].length)); }`,
  entries: () =>
    "function entries(all: { readonly [key: string]: string }): void { echo(Object.keys(all).join('')); }",
};

function times(length: number, part: (index: number) => string, between = '\n'): string {
  return Array.from({ length }, (_each, index) => part(index)).join(between);
}

/** The body of a function of a number `n` and a text `t`, for a size. */
const shapes: { readonly [name: string]: (size: number) => string } = {
  'statements in a condition': (size) => `if (n === 1) {\n${times(size, (i) => `echo('${i}');`)}\n}`,
  'statements in a loop': (size) =>
    `for (const each of ['a']) {\n${times(size, (i) => `echo(each + '${i}');`)}\n}`,
  'statements in a handler': (size) =>
    `try {\n${times(size, (i) => `echo('${i}');`)}\n} catch {\n${times(size, (i) => `echo('${i}');`)}\n}`,
  'statements that closures share': (size) =>
    `let x = 0; const add = (): void => { x = x + 1; };\n${times(size, () => 'add();')}\necho(\`\${x}\`);`,
  cases: (size) =>
    `switch (n) {\n${times(size, (i) => `case ${i}: echo('${i}'); break;`)}\ndefault: echo('x');\n}`,
  'values of one case': (size) => `switch (n) {\n${times(size, (i) => `case ${i}:`)}\necho('x'); break;\n}`,
  'choices behind each other': (size) =>
    `${times(size, (i) => `if (n === ${i}) { echo('${i}'); }`, ' else ')} else { echo('x'); }`,
  'operators of a text': (size) => `echo(${times(size, () => 't', ' + ')});`,
  'operators of numbers': (size) => `echo(String(${times(size, () => 'n', ' + ')}));`,
  'operators of conditions': (size) => `if (${times(size, (i) => `n !== ${i + 5}`, ' && ')}) echo('x');`,
  'choices in each other': (size) => `echo(${times(size, (i) => `n === ${i} ? '${i}' : `, '')}'x');`,
  'defaults behind each other': (size) =>
    `const o: { [key: string]: string } = {}; echo(${times(size, (i) => `o['${i}'] ?? `, '')}'x');`,
  'holes of a text': (size) => `echo(\`${times(size, (i) => `\${t}${i}`, '')}\`);`,
  'holes of a command': (size) => `node('x', () => { sh\`print ${times(size, () => '${t}', ' ')}\`; });`,
  arguments: (size) => `many(${times(size, () => 't', ', ')});`,
  'entries that a call takes': (size) => `entries({ ${times(size, (i) => `k${i}: t`, ', ')} });`,
  'branches of parallel': (size) => `parallel({ ${times(size, (i) => `b${i}: () => { echo(t); }`, ', ')} });`,
  'variables of withEnv': (size) =>
    `withEnv({ ${times(size, (i) => `GIG_V${i}: t`, ', ')} }, () => { echo('x'); });`,
  'calls in each other': (size) => `echo(${'wrap('.repeat(size)}t${')'.repeat(size)});`,
  'links of a chain': (size) => `echo(t${'.trim()'.repeat(size)});`,
  'lists in each other': (size) => `echo(JSON.stringify(${'['.repeat(size)}n${']'.repeat(size)}));`,
  'objects in each other': (size) => `echo(JSON.stringify(${'{ a: '.repeat(size)}n${' }'.repeat(size)}));`,
  'parentheses in each other': (size) => `echo(${'(t + '.repeat(size)}t${')'.repeat(size)});`,
  'negations of each other': (size) => `if (${'!('.repeat(size)}n === 1${')'.repeat(size)}) echo('x');`,
  'conditions in each other': (size) => `${'if (n === 1) {\n'.repeat(size)}echo('x');\n${'}'.repeat(size)}`,
  'loops in each other': (size) =>
    `${times(size, (i) => `for (const e${i} of [${i === 0 ? 't' : `e${i - 1}`}]) {`)}\necho(e${size - 1});\n${'}'.repeat(size)}`,
  'handlers in each other': (size) =>
    `${'try {\n'.repeat(size)}echo('x');\n${"} catch { echo('no'); }".repeat(size)}`,
  'stages in each other': (size) =>
    `${times(size, (i) => `stage('${i}', () => {`)}\necho('x');\n${'});'.repeat(size)}`,
  'callbacks in each other': (size) =>
    `echo(String(${times(size, (i) => `[${i === 0 ? 't' : `e${i - 1}`}].map((e${i}) => `, '')}e${size - 1}${')'.repeat(size)}.length));`,
  'texts in each other': (size) => `echo(${'`a${'.repeat(size)}t${'}`'.repeat(size)});`,
  'spreads of a list': (size) => `const l = [t]; echo(String([${times(size, () => '...l', ', ')}].length));`,
  'spreads of an object': (size) =>
    `const o = { a: t }; echo(JSON.stringify({ ${times(size, () => '...o', ', ')} }));`,
  'elements with steps': (size) =>
    `node('x', () => { echo(String([${times(size, () => 'sh.output`print`', ', ')}].length)); });`,
  'elements in a closure that changes what they read': (size) =>
    `let x = 0; stage('a', () => { x = 1; const l = [${times(size, () => 'x', ', ')}]; echo(String(l.length)); });`,
  'parameters of a closure': (size) =>
    `const f = (${times(size, (i) => `p${i}: string`, ', ')}): void => { echo(String([${times(size, (i) => `p${i}`, ', ')}].length)); };\nf(${times(size, () => 't', ', ')});`,
  'closures in a list': (size) =>
    `const l = [${times(size, (i) => `() => { echo('${i}'); }`, ', ')}]; for (const f of l) f();`,
};

export const shapeNames: readonly string[] = Object.keys(shapes);

/** The module of a global variable that runs a shape of a size. */
export function moduleOfShape(name: string, shape: string, size: number): string {
  const body = shapes[shape]?.(size) ?? '';
  const used = Object.keys(helpers).filter((helper) => body.includes(`${helper}(`));
  const steps = ['sh', 'stage', 'parallel', 'withEnv', 'node'].filter((step) =>
    new RegExp(`\\b${step}[(\`.]`).test(body),
  );
  return [
    `import { ${['echo', ...steps].join(', ')} } from 'gig-ci/jenkins';`,
    ...used.map((helper) => helpers[helper]?.(size) ?? ''),
    `function program(n: number, t: string): void {\n  echo(String(n) + t);\n${body}\n}`,
    `/** Probe. */\nexport default function ${name}(): void {\n  program(1, 'text');\n}\n`,
  ].join('\n');
}
