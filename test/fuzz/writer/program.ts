/** A whole program: the module of a variable, sometimes with a shared one, made from a stream of decisions. */
import { Choices } from '../choices';
import { constantDeclarations } from './constants';
import { longDeclarations } from './long';
import { rareStatement } from './rare';
import { setDeclarations } from './sets';
import { callOfFunction } from './expressions';
import { helperFunction } from './functions';
import { manyTimes, partsOf } from './large';
import { mainFunction, type Form } from './main-function';
import { severalMembers } from './related';
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
    [3, 'pure'],
  ]);
  // What concerns the whole program is decided first: the stream often ends before the program does.
  const large = form === 'pipeline' && choices.chance(5) ? partsOf(choices) : undefined;
  const mayBeShared = choices.chance(35);
  const writer = new Writer(choices, colours[form], maximumStatements);
  const helpers = Array.from({ length: choices.below(3) }, (_each, index) => helperFunction(writer, index));
  const last = [...membersAtEnd(writer), ...callsAtEnd(writer)];
  const lines = [
    writer.trace(),
    ...writer.inBlock(() => [...rarely(writer), ...statements(writer, maximumStatements)], {
      result: 'nothing',
    }),
    ...last,
  ];
  const once = lines.join('\n');
  const body = large === undefined ? once : manyTimes(large, once);
  const isShared = mayBeShared && helpers.length > 0 && !helpers.some(({ colour }) => colour === 'pipeline');
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
  const isPlain = writer.isPlain && !hasInherited && !body.includes('parallel(');
  return { name, files, call: main.call, isPlain };
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
  'script',
];
/** What a module declares when its text names it. */
const declared = { ...declarations, ...constantDeclarations, ...setDeclarations, ...longDeclarations };
const generic = 'function same<Value>(value: Value): Value { return value; }';

/** Members are many, and each is sensitive to few values. They are decided first, so that there is enough to decide. */
function membersAtEnd(writer: Writer): readonly string[] {
  return writer.choices.chance(85) ? severalMembers(writer, 12) : [];
}

/** Many programs begin with what is rare elsewhere. */
function rarely(writer: Writer): readonly string[] {
  return writer.choices.chance(75) ? [...rareStatement(writer), writer.trace()] : [];
}

/** Most functions are called at least once. */
function callsAtEnd(writer: Writer): readonly string[] {
  return writer.functions
    .filter(({ colour }) => (colour === 'pure' || writer.colour === 'pipeline') && writer.choices.chance(70))
    .map((each) => writer.say(`JSON.stringify([${callOfFunction(writer, each, 1)}])`));
}

/** A module with the imports and declarations that its text names. */
function complete(parts: readonly string[]): string {
  const texts = parts.some((part) => /\bsame</.test(part)) ? [generic, ...parts] : [...parts];
  for (;;) {
    const missing = Object.entries(declared).find(
      ([name, each]) => texts.some((text) => mentions(text, name)) && !texts.includes(each),
    );
    if (missing === undefined) break;
    texts.unshift(missing[1]);
  }
  const text = texts.join('\n');
  const imported = steps.filter((step) => names(text, step));
  return `${imported.length === 0 ? '' : `import { ${imported.join(', ')} } from 'gig-ci/jenkins';\n`}${text}\n`;
}

/** Whether the text calls or reads a global of that name. */
function names(text: string, name: string): boolean {
  return new RegExp(`(?<![\\w$'"])(?<!(?<!\\.\\.)\\.)${name}(?=[(.\`\\[])`).test(text);
}
