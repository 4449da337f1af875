/** What a library may be: each size is compiled, loaded, and means the same in both worlds. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { compileLibrary } from '../../src/build/compile-library';
import { OUTPUT_FOLDER } from '../../src/outputs/header';
import { describeInBothWorlds, openSources } from '../support';
import { describeWithJava } from '../support/java';
import { sample } from '../support/thorough';
import type { MethodCode } from './class-file';
import { compiledMethods } from './compiled-methods';
import { largePrograms } from './programs';

/** Half of what Java allows in a method. */
const largestMethod = 32_768;

/** Groovy lists the calls of a class in methods of 5,000 each, which have 40,001 bytes whatever the class. */
const isOfGroovy = ({ name }: MethodCode): boolean => name.includes('.$createCallSiteArray_');

const programs = sample(largePrograms, 4).map((program, index) => ({ ...program, name: `gigLarge${index}` }));

const sources = Object.fromEntries(
  programs.map(({ name, steps, declarations = '', body }) => [
    `vars/${name}.ts`,
    `import { node, ${steps} } from 'gig-ci/jenkins';
${declarations}
function program(): void {
${body}
}

/** Probe. */
export default function ${name}(): void {
  node('agent', () => {
    program();
  });
}
`,
  ]),
);

describeInBothWorlds(
  'a library of the largest size',
  () => openSources(sources),
  (run) => {
    test.each(programs)('$title', async ({ name, says }) => {
      const { result, failure, events } = await run(`${name}()`);
      expect({ result, failure }).toEqual({ result: 'SUCCESS', failure: undefined });
      expect(events.at(-1)?.arguments['message']).toBe(says);
    });
  },
  () => ['never'],
);

describeWithJava('the bytecode of such a library', () => {
  test('has no method above half of what Java allows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gig-ci-limits-'));
    try {
      for (const [path, text] of Object.entries(sources)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const { files, diagnostics } = compileLibrary(folder);
      expect(diagnostics).toEqual([]);
      for (const [path, text] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      const methods = await compiledMethods(join(folder, OUTPUT_FOLDER));
      const ours = methods.filter((method) => !isOfGroovy(method));
      expect(ours.length).toBeGreaterThan(20 * programs.length);
      expect(ours.filter(({ bytes }) => bytes > largestMethod)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 120_000);
});
