/** A whole program: the module of a variable, sometimes with a shared one, made from a stream of decisions. */
import { Choices } from '../choices';
import { constantDeclarations } from './constants';
import { helperFunction } from './functions';
import { mainFunction, type Form } from './main-function';
import { statements } from './statements';
import { declarations } from './types';
import { mentions, Writer, type Colour } from './writer';

export interface Program {
  /** Name of the variable. */
  readonly name: string;
  /** Path -> text of its modules. */
  readonly files: ReadonlyMap<string, string>;
  /** How the program is called, from another variable. */
  readonly call: string;
  /** Whether plain Node can run it, with steps that only record. */
  readonly isPlain: boolean;
}

/** How many statements a program has at most. */
const maximumStatements = 9;

const colours: { readonly [form in Form]: Colour } = { pure: 'pure', twin: 'both', pipeline: 'pipeline' };

/** The program of a stream. @param name of the variable */
export function programOf(stream: readonly number[], name: string): Program {
  const choices = new Choices(stream);
  const form = choices.weighted<Form>([
    [5, 'pipeline'],
    [4, 'twin'],
    [2, 'pure'],
  ]);
  const writer = new Writer(choices, colours[form], maximumStatements);
  const helpers = Array.from({ length: choices.below(3) }, (_each, index) => helperFunction(writer, index));
  const lines = [
    writer.trace(),
    ...writer.inBlock(() => statements(writer, maximumStatements), { result: 'nothing' }),
  ];
  const once = lines.join('\n');
  const body = form === 'pipeline' && choices.chance(2) ? manyTimes(once) : once;
  const isShared =
    helpers.length > 0 && !helpers.some(({ colour }) => colour === 'pipeline') && choices.chance(30);
  const used: typeof helpers = [];
  // A function is called by those behind it and by the body.
  for (const helper of helpers.toReversed()) {
    if ([body, ...used.map(({ text }) => text)].some((text) => mentions(text, helper.name)))
      used.unshift(helper);
  }
  const own = isShared ? [] : used.map(({ text }) => text);
  const main = mainFunction(writer, form, name, body);
  const imported = used.filter((each) => mentions(body, each.name)).map((each) => each.name);
  const module =
    isShared && imported.length > 0
      ? `import { ${imported.join(', ')} } from './shared/${name}Helpers';\n`
      : '';
  const files = new Map([[`vars/${name}.ts`, `${module}${complete([...own, main.text])}`]]);
  if (isShared && used.length > 0) {
    files.set(`vars/shared/${name}Helpers.ts`, complete(used.map(({ text }) => `export ${text}`)));
  }
  const hasInherited = [body, ...used.map((each) => each.text)].some((each) => each.includes('toString"'));
  return { name, files, call: main.call, isPlain: writer.isPlain && !hasInherited };
}

const steps = [
  'echo',
  'stage',
  'withEnv',
  'timestamps',
  'dir',
  'lock',
  'withDeadline',
  'sh',
  'parallel',
  'retry',
  'withOutcome',
  'ifInstalled',
  'env',
  'currentBuild',
  'withSecretText',
  'withSecretLogin',
  'withSecretFile',
  'sleep',
  'unstable',
  'agent',
  'nonresumable',
  'withAwsCredentials',
];
const generic = 'function same<Value>(value: Value): Value { return value; }';

/** So much code that the compiler moves parts of it to methods of their own. */
function manyTimes(body: string): string {
  const parts = Array.from({ length: 8 }, (_part, index) => `stage('part ${index}', () => {\n${body}\n});`);
  return parts.join('\n');
}

/** A module with the imports and declarations that its text names. */
function complete(parts: readonly string[]): string {
  let text = parts.join('\n');
  if (/\bsame</.test(text)) text = `${generic}\n${text}`;
  for (;;) {
    const missing = Object.entries({ ...declarations, ...constantDeclarations }).find(
      ([name, declared]) => mentions(text, name) && !text.includes(declared),
    );
    if (missing === undefined) break;
    text = `${missing[1]}\n${text}`;
  }
  const code = text.replace(/^(export )?(function|interface|type|const|\/\*\*)/m, '$&');
  const imported = steps.filter((step) => names(code, step));
  return `${imported.length === 0 ? '' : `import { ${imported.join(', ')} } from 'gig-ci/jenkins';\n`}${text}\n`;
}

/** Whether the text calls or reads a global of that name. */
function names(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$'"])(?<!(?<!\\.\\.)\\.)${name}(?=[(.\`\\[])`).test(text);
}
