import { complaints, read } from './read';

test('a whole global variable', () => {
  const { models, diagnostics } = read({
    'vars/gigScan.ts': `
/** Parameters of {@link gigScan}. */
export interface ScanParameters {
  /** Full image reference,
   *  registry/repository:tag. */
  image: string;
  /** Severities that count. @uniqueItems */
  severity?: readonly ('LOW' | 'HIGH')[];
}

/**
 * Scans an image. See {@link gigPush}.
 * @returns path of the report,
 *   relative to the workspace
 * @example gigScan(image: 'a')
 * @example
 * gigScan(
 *   image: 'b',
 * )
 */
export default function gigScan({ image, severity = ['HIGH'] }: ScanParameters): string {
  return image + severity.length;
}
`,
  });
  expect(diagnostics).toEqual([]);
  expect(models).toEqual([
    {
      name: 'gigScan',
      source: 'vars/gigScan.ts',
      summary: 'Scans an image. See gigPush.',
      parameters: [
        {
          name: 'image',
          summary: 'Full image reference, registry/repository:tag.',
          type: { kind: 'string' },
          required: true,
        },
        {
          name: 'severity',
          summary: 'Severities that count.',
          type: { kind: 'list', element: { kind: 'literals', values: ['LOW', 'HIGH'] }, uniqueItems: true },
          required: false,
          defaultValue: ['HIGH'],
        },
      ],
      returns: 'path of the report, relative to the workspace',
      examples: ["gigScan(image: 'a')", "gigScan(\n  image: 'b',\n)"],
    },
  ]);
});

test('what is not documented', () => {
  const { diagnostics } = read({
    'vars/gigX.ts': `
interface Parameters {
  a: string;
  /** B. */
  b?: { c: number };
}
export default function gigX({ a }: Parameters): string { return a; }
`,
  });
  expect(diagnostics.map(({ code, line, column }) => `${code} ${line}:${column}`)).toEqual([
    'GIG4002 3:3',
    'GIG4002 5:9',
    'GIG4001 7:25',
    'GIG4006 7:25',
  ]);
});

test('tags of a function', () => {
  const { diagnostics } = read({
    'vars/gigX.ts': `
/**
 * Does it.
 * @param parameters what it takes
 * @return nothing
 * @retruns nothing
 */
export default function gigX(): void {}
`,
  });
  expect(diagnostics.map(({ code, line, suggestion }) => `${code} ${line} ${suggestion}`)).toEqual([
    'GIG4008 4 Known here: @returns, @example, @deprecated, @since.',
    'GIG4009 5 Did you mean @returns?',
    'GIG4009 6 Did you mean @returns?',
  ]);
});

test.each([
  ['export default function gigY(): void {}', 'GIG4004'],
  ['export default function gigX(a: string): void {}', 'GIG4003'],
  ['export default function gigX({ a }: { /** A. */ a: string }, b: string): void {}', 'GIG4003'],
  ['export default function gigX(a: { readonly [name: string]: string }): void {}', 'GIG4003'],
])('%s', (definition, code) => {
  const { diagnostics } = read({ 'vars/gigX.ts': `/** Does it. */\n${definition}` });
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

test('names that differ in case only', () => {
  expect(complaints('/** A. */ backendDir: string;\n/** B. */ backendDIR: string;')).toEqual([
    'GIG4015 backendDIR: string;',
  ]);
});

test('a global variable with methods only, and a shared module, have none', () => {
  const { models, diagnostics } = read({
    'vars/gigX.ts': 'export function stop(id: string): void {}',
    'vars/shared/tags.ts': 'export function tagOf(id: string): string { return id; }',
  });
  expect([models, diagnostics]).toEqual([[], []]);
});

test('an interface that two global variables use is complained about once', () => {
  const source = (name: string): string => `
import type { Parameters } from './shared/parameters';
/** Does it. */
export default function ${name}({ a }: Parameters): void {}
`;
  const { diagnostics } = read({
    'vars/gigA.ts': source('gigA'),
    'vars/gigB.ts': source('gigB'),
    'vars/shared/parameters.ts': 'export interface Parameters { a: string }',
  });
  expect(diagnostics.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'GIG4002 vars/shared/parameters.ts',
  ]);
});
