/** `docs/readable.md`: functions of examples/readable beside their Groovy, and beside the Groovy that a person would write. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../compiler/compile';
import { loadProject } from '../compiler/load';
import { print } from '../groovy';
import { codeBlock } from '../outputs/markdown';
import { generatedPage } from './markdown';

const introduction = [
  'Five global variables: the TypeScript, the Groovy that `gig-ci build` makes of it, and what a careful engineer would write by hand. ' +
    'All three are files of [examples/readable](../examples/readable): both Groovy sides are linted with the same rules, and run on the Pipeline engine ' +
    'with the same calls, where they must say the same. The Groovy here is what the compiler makes now; a test compares.',
  'Lines are counted without comments, blank lines and imports.',
  'What makes ours longer everywhere: `call` checks everything that a Jenkinsfile passes, where the other side looks whether what is required is there; ' +
    'behind it, `perform` takes what another global variable passes, which the compiler has checked. ' +
    'Parameters that a function takes apart are locals, one a line, as in the TypeScript.',
];

const examples = [
  {
    name: 'gigReleaseNotes',
    title: 'Data through callbacks',
    why:
      'Longer: `.toString()` for texts in lists, since a `GString` in a list is found by no `contains` and equals no string; `Text.slice`, since ' +
      '`substring` fails behind the end. `toSorted` says that the list stays as it is, where `sort` changes it.',
  },
  {
    name: 'gigDeployPlan',
    title: 'Conditions over optional parameters',
    why:
      '`?:` stands where nothing but absence is false. For a number or an object the question is `!= null`: by hand, `replicas: 0` and `notify: [:]` are ' +
      'silently replaced. `Numbers.toText` prints a number as JavaScript does: 3, not 3.0.',
  },
  {
    name: 'gigImagePush',
    title: 'Shell commands with values',
    why:
      'Longer: each command carries its own values, so that none sees a variable that another one set; the person puts one `withEnv` around all. ' +
      '`.trim()` by hand also takes blanks that belong to the output.',
  },
  {
    name: 'gigSmokeTest',
    title: 'Stages and `finally`',
    why:
      'Longer: by hand, a failure in `finally` replaces the one that matters, and the log shows the wrong reason. Here it is only said, ' +
      'and an abort during the clean-up still is an abort.',
  },
  {
    name: 'gigNextVersion',
    title: 'A loop, `switch`, records',
    why:
      'Longer: `Numbers.add` goes on as JavaScript does where an `int` wraps, and `Decimals.parse` takes what `Number(…)` takes. A comment alone is ' +
      'no statement behind `default:`, so a `break` follows, as by hand.',
  },
] as const;

/** The text of the page. @param folder of gig-ci */
export function readablePage(folder: string): string {
  const project = join(folder, 'examples/readable');
  const { files, diagnostics } = compile(loadProject(project));
  if (diagnostics.length > 0)
    throw new Error(`examples/readable does not compile: ${diagnostics[0]?.message}`);
  const sections = examples.flatMap(({ name, title, why }) => {
    const file = files.find(({ path }) => path === `vars/${name}.groovy`);
    const ours = file === undefined ? '' : print(file).text;
    const source = readFileSync(join(project, 'vars', `${name}.ts`), 'utf8');
    const byHand = readFileSync(join(project, 'hand-written/vars', `${name}.groovy`), 'utf8');
    return [
      `## ${title}`,
      codeBlock('ts', source),
      `becomes, in ${codeLines(ours)} lines:`,
      codeBlock('groovy', ours),
      `By hand, in ${codeLines(byHand)}:`,
      codeBlock('groovy', byHand),
      why,
    ];
  });
  return generatedPage(
    'Readable',
    'examples/readable and src/documentation/readable.ts',
    ...introduction,
    ...sections,
  );
}

/** Lines that say what happens. */
function codeLines(groovy: string): number {
  return groovy.split('\n').filter((line) => !/^\s*($|\/\/|\/\*|\*|import )/.test(line)).length;
}
