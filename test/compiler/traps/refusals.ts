/** What is refused because Groovy would read it otherwise. */
import type { TrapRefusal } from './trap';

const withValue = "const value: string | undefined = ['a'][1];";

export const refusals: readonly TrapRefusal[] = [
  {
    title: 'trap 9: a hole holds text, a number or a boolean',
    body: 'echo(`${{ a: 1 }}`);',
    code: 'GIG2013',
  },
  {
    title: 'trap 9: a hole holds nothing absent',
    body: `${withValue} echo(\`\${value}\`);`,
    code: 'GIG2013',
  },
  {
    title: 'trap 10: null is a second absence',
    body: "const value = null; if (value === undefined) echo('a');",
    code: 'GIG1060',
  },
  {
    title: 'trap 10: `in` sees absent entries',
    body: "const o = { a: 1 }; if ('a' in o) echo('a');",
    code: 'GIG1075',
  },
  {
    title: 'trap 10: hasOwnProperty sees absent entries',
    body: "const o = { a: 1 }; if (o.hasOwnProperty('a')) echo('a');",
    code: 'TS2339',
  },
  {
    title: 'trap 10: an optional property is not set to undefined',
    module: 'interface Options { name?: string }',
    body: `${withValue} const options: Options = { name: value }; echo(options.name ?? '');`,
    code: 'TS2375',
  },
  {
    title: 'trap 12: a branch is not named like a number',
    body: "parallel({ '1': () => { echo('a'); } });",
    code: 'GIG3041',
  },
  { title: 'trap 14: lookbehind', body: "if (/(?<=a)b/.test('ab')) echo('a');", code: 'GIG2030' },
  { title: 'trap 14: a reference to a group', body: "if (/(a)\\1/.test('aa')) echo('a');", code: 'GIG2030' },
  {
    title: 'trap 14: `test` with the flag g remembers',
    body: "if (/a/g.test('a')) echo('a');",
    code: 'GIG2030',
  },
  { title: 'trap 14: a named group', body: "if (/(?<x>a)/.test('a')) echo('a');", code: 'GIG2030' },
  {
    title: 'trap 14: a property of characters',
    body: "if (/\\p{L}/u.test('a')) echo('a');",
    code: 'GIG2030',
  },
  { title: 'trap 15: split takes text', body: "echo('a b'.split(/ /).join(','));", code: 'TS2345' },
  { title: 'trap 15: a text is not indexed', body: "echo('abc'[0] ?? '');", code: 'GIG2004' },
  {
    title: 'trap 16: a length is not assigned',
    body: "const list = ['a']; list.length = 0; echo(list.join(''));",
    code: 'TS2540',
  },
  {
    title: 'trap 16: concat takes a list',
    body: "const list: readonly string[] | undefined = [['a']][1]; echo(['a'].concat(list).join(''));",
    code: 'TS2345',
  },
  {
    title: 'trap 17: a number is no condition',
    body: "const n = ['a'].length; if (n) echo('a');",
    code: 'GIG2011',
  },
  {
    title: 'trap 17: `&&` gives one of its operands',
    body: "const a: string = 'a'; echo(a && 'b');",
    code: 'GIG2012',
  },
  {
    title: 'trap 17: `||` gives one of its operands',
    body: "const a: string = 'a'; echo(a || 'b');",
    code: 'GIG2012',
  },
  {
    title: 'trap 17: a value of several types is no condition',
    body: "const pick = (flag: boolean): string | readonly string[] => flag ? '' : []; if (pick(true)) echo('a');",
    code: 'GIG2015',
  },
  {
    title: 'trap 18: lists are not compared',
    body: "const a = ['a']; const b = ['a']; if (a === b) echo('a');",
    code: 'GIG2010',
  },
  {
    title: 'trap 18: values of a type parameter are not compared',
    module: 'function same<T>(a: T, b: T): boolean { return a === b; }',
    body: "if (same('a', 'a')) echo('a');",
    code: 'GIG2010',
  },
  {
    title: 'trap 18: `==` converts',
    body: "const a: string = 'a'; if (a == 'b') echo('a');",
    code: 'GIG1062',
  },
  {
    title: 'trap 18: a case is a literal',
    body: "const a: string = 'a'; const b: string = 'b'; switch (a) { case b: echo('a'); break; default: break; }",
    code: 'GIG1017',
  },
  {
    title: 'trap 19: a function as a callback would get the index, too',
    module: 'function tagOf(name: string, count?: number): string { return `${count ?? 0}${name}`; }',
    body: "echo(['a'].map(tagOf).join(','));",
    code: 'GIG1049',
  },
  {
    title: 'trap 20: what is not pure is refused with the way to the step',
    module: `function outer(list: readonly string[]): string[] { return middle(list); }
function middle(list: readonly string[]): string[] { const sorted = list.toSorted((a, b) => (a < b ? -1 : 1)); inner(); return sorted; }
function inner(): void { echo('inner'); }`,
    body: "echo(outer(['a']).join(','));",
    code: 'GIG2020',
    message: "'middle' calls 'inner', which calls step 'echo' (vars/gigProbe.ts:4)",
  },
  {
    title: 'trap 20: who calls a function value is a pipeline function',
    module: `function joined(list: readonly string[], body: () => string): string { return list.toSorted((a, b) => (a < b ? -1 : 1)).join(body()); }`,
    body: "echo(joined(['a'], () => 'b'));",
    code: 'GIG2020',
    message: "'joined' calls a function value, which may use steps",
  },
  {
    title: 'trap 22: a variable of the module',
    module: 'let count = 0;',
    body: 'echo(`${count}`);',
    code: 'GIG1032',
  },
  {
    title: 'trap 22: a computed constant of the module',
    module: "const NAME = ['a'].join('');",
    body: 'echo(NAME);',
    code: 'GIG1032',
  },
  {
    title: 'trap 22: a constant that can be changed',
    module: "const NAMES = ['a'];",
    body: "echo(NAMES.join(''));",
    code: 'GIG1034',
  },
  {
    title: 'trap 24: a captured loop variable is not assigned',
    body: "for (let name of ['a']) { const later = (): string => name; name = 'b'; echo(later()); }",
    code: 'GIG2040',
  },
  {
    title: 'trap 25: finally does not return',
    module: "function early(): string { try { return 'a'; } finally { return 'b'; } }",
    body: 'echo(early());',
    code: 'GIG1019',
  },
  { title: 'trap 25: only an error is thrown', body: "throw 'text';", code: 'GIG1076' },
  {
    title: 'trap 25: of an error only the message is read',
    body: "try { echo('a'); } catch (failure) { if (failure instanceof Error) echo(failure.stack); }",
    code: 'GIG2002',
  },
  {
    title: 'trap 26: an arrow function does not call itself',
    body: 'const sum = (n: number): number => (n <= 0 ? 0 : n + sum(n - 1)); echo(`${sum(3)}`);',
    code: 'GIG1050',
  },
  {
    title: 'trap 27: `as`',
    body: "const value: unknown = 'a'; const text = value as string; echo(text);",
    code: 'GIG1063',
  },
  { title: 'trap 27: `<T>`', body: "const text = <string>'a'; echo(text);", code: 'GIG1063' },
  { title: 'trap 27: `!`', body: `${withValue} echo(value!);`, code: 'GIG1064' },
  {
    title: 'trap 27: a type predicate',
    module: 'function isText(value: unknown): value is string { return value === undefined; }',
    body: "const value: string | number = 'a'; if (isText(value)) echo('a');",
    code: 'GIG1045',
  },
  { title: 'trap 27: `@ts-ignore`', body: "// @ts-ignore\n  echo('a');", code: 'GIG1091' },
  {
    title: 'trap 27: `declare`',
    module: 'declare function name(): string;',
    body: 'echo(name());',
    code: 'GIG1009',
  },
  {
    title: 'trap 27: `declare const`',
    module: 'declare const NAME: string;',
    body: 'echo(NAME);',
    code: 'GIG1009',
  },
  {
    title: 'trap 27: `any`',
    body: "const value: any = 'a'; if (value === undefined) echo('a');",
    code: 'GIG2001',
  },
  {
    title: 'trap 27: a list is not passed as one that takes more',
    module: 'function add(list: (string | number)[]): void { list.push(1); }',
    body: "const texts: string[] = ['a']; add(texts); echo(texts.join(''));",
    code: 'GIG2055',
  },
  {
    title: 'trap 28: a variable that the system depends on is not set',
    body: "withEnv({ PATH: '/x' }, () => { echo('a'); });",
    code: 'GIG3043',
  },
  {
    title: 'trap 29: two lists in a command',
    body: "const list = ['a']; const other = ['b']; sh`run ${list} ${other}`;",
    code: 'GIG3028',
  },
  {
    title: 'trap 29: a list inside a word',
    body: "const list = ['a']; sh`run --x=${list}`;",
    code: 'GIG3029',
  },
  {
    title: 'trap 29: a list in a command that sets the arguments',
    body: "const list = ['a']; sh`set -- x; run ${list}`;",
    code: 'GIG3032',
  },
];
