/** What the author said about the code stands in the Groovy, whatever it stands beside. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';
import { print } from '../../src/groovy';

/** Each remark has a number, `c04`. */
const source = `
import { echo, sh, stage } from 'gig-ci/jenkins';

const LIMIT = 3;

/** c04 of a function. */
export function example(names: readonly string[], flag?: boolean): void { // c06 behind the brace
  // c07 above the first statement
  const count = names.length; // c08 behind a statement
  /* c09 of several lines
   * c10 second line */
  if (count > LIMIT) { // c11 behind the brace of if
    // c12 in if
    echo('a');
    // c13 at the end of if
  } else if (flag === true) { // c14 behind else if
    // c15 only comment
  } else {
    // c16 in else, nothing else
  }
  // c17 above a loop
  for (const name of names) { // c18 behind for
    echo(name); // c19
  }
  while (count > 100) {
    // c20 in an empty while
  }
  switch (count) { // c21 behind switch
    // c22 above case
    case 1: // c23 behind case
      // c24 in case
      echo('1');
      break; // c25
    case 2:
    // c26 between labels
    case 3:
      echo('3');
      break;
    default: // c27 behind default
    // c28 in an empty default
  }
  try { // c29
    sh\`make\`;
  } catch { // c30
    // c31 in an empty catch
  } finally {
    // c32 in finally
    echo('x');
  }
  stage('S', () => { // c33
    // c34 in an empty closure
  });
  const all = names.map((name) => // c35 behind an arrow
    name + 'x', // c36
  );
  const list = [
    // c37 in a list
    'a', // c38 behind an element
    // c39 at the end of a list
  ];
  const object = {
    /* c40 in front of a key */ key: 'v', // c41 behind a property
    // c42 at the end of an object
  };
  echo(
    // c43 in an argument
    all.join(list.join(object.key)) /* c44 behind an argument */,
  );
  const value = flag === true // c45 behind a condition
    ? 'a' // c46
    : 'b'; // c47
  echo(value);
  return; // c48
  // c49 at the end of a function
}
`;

function groovyOf(text: string): string {
  const { files, diagnostics } = compile(loadSources('/project', new Map([['vars/gigExample.ts', text]])));
  expect(diagnostics).toEqual([]);
  return files.map((file) => print(file).text).join('');
}

test('every comment in a function survives, once and in the order of the statements', () => {
  const remarks = [...source.matchAll(/\bc\d\d\b/g)].map(([remark]) => remark);
  expect(remarks).toHaveLength(45);
  expect([...groovyOf(source).matchAll(/\bc\d\d\b/g)].map(([remark]) => remark)).toEqual(remarks);
});

test('what only looks like a comment is none, and remarks for tools are left out', () => {
  const text = `
import { echo } from 'gig-ci/jenkins';
export function example(name: string): void {
  // eslint-disable-next-line
  echo('http://a.example/*b*/'); // why
  echo(\`//\${name /* who */}//\`);
  if (/^\\/\\/.*\\/\\*$/.test(name)) echo(name);
}
`;
  expect(
    groovyOf(text)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line.startsWith('//'))
      .slice(1),
  ).toEqual(['// why', '// who']);
});

test('blank lines survive, one of several', () => {
  const text = `
import { echo } from 'gig-ci/jenkins';
export function example(name: string): void {

  echo(name);


  // why
  echo('b');
  if (name === '') {
    echo('c');

    echo('d');

  }
}
`;
  expect(groovyOf(text)).toContain(`
void example(String name) {
    echo(name)

    // why
    echo('b')
    if (name == '') {
        echo('c')

        echo('d')
    }
}
`);
});
