/** Generated programs of the sizes that a library may have: the body of a global variable, with what stands before it. */

interface LargeProgram {
  readonly title: string;
  readonly steps: string;
  readonly declarations?: string;
  readonly body: string;
  /** What it echoes last. */
  readonly says: string;
}

const count = (length: number): readonly number[] => Array.from({ length }, (_each, index) => index);
const lines = (length: number, line: (index: number) => string): string => count(length).map(line).join('\n');

/** 200 kB that no escape and no table can shorten. */
const words = (characters: number, word: string): string => word.repeat(Math.ceil(characters / word.length));
const longText = words(200_000, 'lorem ipsum $x ${y} \\ "quoted" ');
const longEmoji = words(40_000, 'ä🚀');

const chain = (length: number): string =>
  lines(
    length,
    (index) =>
      `  const v${index} = ${index === 0 ? "'0'" : `v${index - 1}.length > 3 ? '0' : \`\${v${index - 1}}${index % 10}\``};`,
  );

const deep = (depth: number, open: (level: number) => string, inner: string, close: string): string =>
  `${lines(depth, open)}\n${inner}\n${close.repeat(depth)}`;

export const largePrograms: readonly LargeProgram[] = [
  {
    title: '100 stages',
    steps: 'echo, sh, stage',
    declarations: "function parse(): string { return 'x'; }",
    body: `  const image = parse();\n${lines(
      100,
      (index) => `  stage('Stage ${index}', () => {
    sh\`build \${image} ${index}\`;
    if (image !== 'y') {
      echo(\`built ${index} \${image}\`);
    }
    sh\`push \${image}\`;
  });`,
    )}\n  echo('end');`,
    says: 'end',
  },
  {
    title: '2,000 statements with steps',
    steps: 'echo',
    body: `  let total = 0;\n${lines(1000, (index) => `  total = total + ${index};\n  echo(\`\${total}\`);`)}`,
    says: '499500',
  },
  {
    title: '2,000 statements that return early',
    steps: 'echo',
    declarations: `function early(limit: number): number {
  let total = 0;
${lines(1000, (index) => `  total = total + 1;\n  if (total > limit) return ${index};`)}
  return -1;
}`,
    body: '  echo(`${early(10)} ${early(990)} ${early(5000)}`);',
    says: '10 990 -1',
  },
  {
    title: '2,000 statements that declare what the next ones read',
    steps: 'echo',
    declarations: `function chained(): string {\n${chain(1999)}\n  return v1998;\n}`,
    body: `${chain(1000)}\n  echo(v999);\n  echo(chained());`,
    says: '078',
  },
  {
    title: '2,000 statements in a stage',
    steps: 'echo, stage',
    body: `  const image = 'x';
  const answer = stage('Long', () => {
    let total = 0;
${lines(999, (index) => `    total = total + ${index};\n    echo(\`\${image} \${total}\`);`)}
    return total;
  });
  echo(\`\${answer}\`);`,
    says: '498501',
  },
  {
    title: 'a list of 3,000 texts, numbers and lists',
    steps: 'echo',
    declarations: `const NAMES = [${count(3000)
      .map((index) => `'name ${index}'`)
      .join(', ')}] as const;`,
    body: `  const step = 2;
  const numbers = [${count(3000)
    .map((index) => (index % 3 === 0 ? `${index} * step` : String(index)))
    .join(', ')}];
  const pairs = [${count(3000)
    .map((index) => `['${index}', 'b']`)
    .join(', ')}];
  echo([NAMES.length, NAMES[2999], numbers.length, numbers[2997], numbers[2998], pairs.length, pairs[2999]?.join('')].join(' '));`,
    says: '3000 name 2999 3000 5994 2998 3000 2999b',
  },
  {
    title: 'a list with a step in every element',
    steps: 'echo, sh',
    body: `  const said = [${count(300)
      .map((index) => `sh.output\`print ${index}\``)
      .join(', ')}];
  echo(\`\${said.length}\`);`,
    says: '300',
  },
  {
    title: 'a map of 1,000 entries',
    steps: 'echo',
    declarations: `const PORTS: { readonly [name: string]: number } = {\n${lines(1000, (index) => `  port${index}: ${index},`)}\n};`,
    body: `  const suffix = 'x';
  const names: { readonly [name: string]: string } = {\n${lines(1000, (index) => `    'key ${index}': \`${index} \${suffix}\`,`)}\n  };
  const objects = { ${count(1000)
    .map((index) => `k${index}: { left: ${index}, right: [suffix] }`)
    .join(', ')} };
  echo([Object.keys(PORTS).length, PORTS['port999'], Object.keys(names).join('').length, names['key 999'], objects.k999.left].join(' '));`,
    says: '1000 999 6890 999 x 999',
  },
  {
    title: 'nesting of 30',
    steps: 'echo, stage',
    declarations: `function nested(on: boolean): string {
${deep(
  30,
  (level) => `  if (on) { for (const each${level} of ['${level}']) {`,
  `return ${count(30)
    .map((level) => `each${level}`)
    .join(' + ')};`,
  '}}',
)}
  return 'nothing';
}
function wrap(text: string): string { return \`(\${text})\`; }`,
    body: `  const data = ${'{ a: ['.repeat(30)}1${'] }'.repeat(30)};
${deep(30, (level) => `  stage('Level ${level}', () => {`, `  echo('inside');`, '});')}
  const calls = ${'wrap('.repeat(30)}'x'${')'.repeat(30)};
  const choices = ${count(30)
    .map((level) => `calls.length === ${level} ? '${level}' : `)
    .join('')}'more';
  echo(\`\${nested(true).length} \${calls.length} \${choices} \${JSON.stringify(data).length}\`);`,
    says: '50 61 more 241',
  },
  {
    title: 'texts of 200 kB',
    steps: 'echo, stage, writeFile',
    declarations: `const TEXT = ${JSON.stringify(longText)};
const EMOJI = ${JSON.stringify(longEmoji)};
function pure(name: string): number { return \`\${name} ${longEmoji} \${name}\`.length + EMOJI.length + ${JSON.stringify(longText)}.length; }`,
    body: `  writeFile({ file: 'a', text: TEXT });
  stage('Long', () => {
    writeFile({ file: 'b', text: \`\${EMOJI} and ${longEmoji}\` });
  });
  const texts = { ${JSON.stringify(`k${longEmoji}`)}: TEXT };
  echo(\`\${TEXT.length} \${EMOJI.length} \${pure('ab')} \${Object.keys(texts).length}\`);`,
    says: `${longText.length} ${longEmoji.length} ${2 * longEmoji.length + longText.length + 6} 1`,
  },
];
