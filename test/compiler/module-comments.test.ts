/** What the author said outside of functions stands in the Groovy, unless it is about what Groovy does not have. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { print } from '../../src/groovy';

function groovyOf(text: string): string {
  const { files, diagnostics } = compile(loadSources('/project', new Map([['vars/gigExample.ts', text]])));
  expect(diagnostics).toEqual([]);
  return files.map((file) => print(file).text).join('');
}

test('comments outside of functions stand above the function, or at the top', () => {
  const text = `// c01 a licence
// c02 of two lines

import { echo } from 'gig-ci/jenkins';

// c03 above the documentation
/** Says it. */
// c04 below the documentation
export function example(): void {
  echo('a');
  helper();
} // c05 behind the function

// c06 in the place of documentation
function helper(): void {
  echo('b');
}
`;
  const lines = groovyOf(text).split('\n');
  expect(lines.slice(0, 9)).toEqual([
    '// Generated from vars/gigExample.ts by gig-ci. Change that file, not this one.',
    '// c01 a licence',
    '// c02 of two lines',
    '',
    '// c03 above the documentation',
    '// c04 below the documentation',
    '// c05 behind the function',
    '/** Says it. */',
    'void example() {',
  ]);
  expect(lines).toContain('/** c06 in the place of documentation */');
});

test('what a shared file is about documents its class', () => {
  const files = new Map([
    [
      'vars/shared/texts.ts',
      '/** Texts. */\n\nexport function same(text: string): string {\n  return text;\n}\n',
    ],
  ]);
  const [file] = compile(loadSources('/project', files)).files;
  const printed = file === undefined ? '' : print(file).text;
  expect(printed).toContain('/** Texts. */\nfinal class Texts {');
  expect(printed.match(/Texts\./g)).toHaveLength(1);
});

test('what stands alone between declarations stays in its place, and what ends a file ends it', () => {
  const text = `// c01 above the import
import { echo } from 'gig-ci/jenkins'; // c02 behind it

// c03 alone above a type

/** Gone with the type. */
export interface Names {
  /** Gone with its member. */
  first: string;
} // gone with the type

/** c04 alone, as documentation would be */

// c05 of the function
/** c06 Says it. */
export function example(names: Names): void {
  echo(names.first);
}

// --- c07 a heading
// --- c08 of two lines ---

/* c09 another */

// c10 of the helper
export function helper(): void {
  echo('b');
} // c11 behind it
// c12 below it

/** Gone with the type. */
export type Text = string;

// c13 above nothing

// c14 at the end
`;
  expect(groovyOf(text)).toBe(`// Generated from vars/gigExample.ts by gig-ci. Change that file, not this one.
// c01 above the import
// c02 behind it

// c03 alone above a type

// c04 alone, as documentation would be

// c05 of the function
/** c06 Says it. */
void example(Map names) {
    echo(names.first)
}

// --- c07 a heading
// --- c08 of two lines ---

// c09 another

/**
 * c10 of the helper
 * c11 behind it
 */
void helper() {
    echo('b')
}

// c12 below it

// c13 above nothing

// c14 at the end
`);
});

test('comments of a constant stand above its method, or above the first statement that its value is printed in', () => {
  const text = `import { echo } from 'gig-ci/jenkins';

/** c01 Seconds. */
const LIMIT = 3; // c02 as measured
const LIMITS = {
  // c03 of the day
  day: LIMIT, // c04 behind
  night: /* c05 in place */ 5,
} as const;
// c06 of the images
const IMAGES = [
  'a', // c07 behind an image
  // c08 at the end
] as const;

export function example(count: number, otherwise: number = LIMIT): void {
  echo('before');
  if (count > LIMITS.day) {
    echo(\`\${LIMITS.day}\`);
  } else if (count > LIMIT) {
    echo(IMAGES.join(' '));
  }
  for (const limit of [1, 2]) {
    if (limit > otherwise + LIMITS.night) echo('over');
  }
}

export function another(): void {
  echo('before');
  echo(\`\${LIMIT}\`);
}
`;
  expect(groovyOf(text)).toContain(`
void example(count, givenOtherwise = null) {
    // LIMIT: c01 Seconds.
    // c02 as measured
    def otherwise = givenOtherwise != null ? givenOtherwise : 3
    echo('before')
    // LIMITS.day: c03 of the day
    // c04 behind
    if (count > 3) {
        echo('3')
    } else if (count > 3) {
        echo(images().join(' '))
    }
    for (limit in [1, 2]) {
        // LIMITS.night: c05 in place
        if (limit > Numbers.add(otherwise, 5)) {
            echo('over')
        }
    }
}

void another() {
    echo('before')
    // LIMIT: c01 Seconds.
    // c02 as measured
    echo('3')
}

/** c06 of the images */
@NonCPS
private List images() {
    // c07 behind an image
    // c08 at the end
    return ['a']
}
`);
});

test('comments of a constant of another file are taken from there', () => {
  const files = new Map([
    [
      'vars/shared/limits.ts',
      '// c01 a heading\n\n// c02 Seconds.\nexport const LIMIT = 3;\n\n// c03 at the end\n',
    ],
    [
      'vars/gigExample.ts',
      "import { echo } from 'gig-ci/jenkins';\nimport { LIMIT } from './shared/limits';\nexport function example(): void {\n  echo(`${LIMIT}`);\n}\n",
    ],
  ]);
  const { files: compiled, diagnostics } = compile(loadSources('/project', files));
  expect(diagnostics).toEqual([]);
  const texts = compiled.map((file) => print(file).text);
  expect(texts.find((text) => text.includes('void example'))).toContain(
    '    // LIMIT: c02 Seconds.\n    echo(',
  );
  const shared = texts.find((text) => text.includes('final class')) ?? '';
  expect(shared).toContain('/** c01 a heading */\nfinal class Limits {');
  expect(shared).toMatch(/\n\}\n\n\/\/ c03 at the end\n$/);
});
