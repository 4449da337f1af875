/** What is no object is not handed on as one: Groovy holds a place with the type of an object to be a map. */
import { compile } from '../../src/compiler/compile';
import { loadSources } from '../../src/compiler/load';

const declarations = `
interface Sized { readonly length: number }
function sized(value: Sized): string { return JSON.stringify(value.length); }
function keys(value: object): string { return Object.keys(value).join(','); }
function some(value: {}): string { return JSON.stringify(value); }
function whatever(value: unknown): string { return JSON.stringify(value); }
function generic<Value extends Sized>(value: Value): number { return value.length; }
function genericGiving<Value extends Sized>(giving: () => Value): number { return giving().length; }
function genericList<Value extends Sized>(values: readonly Value[]): number { return values.length; }
function genericObject<Value extends object>(value: Value): Value { return value; }
function genericSome<Value extends {}>(value: Value): Value { return value; }
`;

function diagnosticsOf(body: string): readonly { readonly code: string; readonly text: string }[] {
  const source = `import { echo, parallel, stage } from 'gig-ci/jenkins';
${declarations}
/** Probe. */
export default function gigProbe(): void { stage('probe', () => {
const names = ['a', 'b'];
const text = names.join('-');
const say = (value: unknown): void => { echo(JSON.stringify(value)); };
parallel({ a: () => { say(text); } });
say([sized({ length: 1 }), keys({ a: 1 }), some({ a: 1 }), whatever(1), generic({ length: 1 }), genericGiving(() => ({ length: 1 })),
  genericList([{ length: 1 }]), genericObject({ a: 1 }), genericSome(1)]);
${body}
}); }
`;
  return compile(loadSources('/project', new Map([['vars/gigProbe.ts', source]]))).diagnostics.map(
    ({ code, message, line }) => ({ code, text: `${line}: ${message}` }),
  );
}

test.each([
  ['a text as an argument', 'say(sized(text));'],
  ['a literal', "say(sized('abc'));"],
  ['a template', 'say(sized(`${names.length}`));'],
  ['a sum', "say(sized(text + 'b'));"],
  ['a list', 'say(sized(names));'],
  ['a list in place', "say(sized(['a']));"],
  ['a choice', 'say(sized(names.length > 1 ? text : { length: 1 }));'],
  [
    'a default of an absent one',
    'let none: Sized | undefined; if (names.length > 3) none = { length: 2 }; say(sized(none ?? text));',
  ],
  ['a variable', 'const value: Sized = text; say(value.length);'],
  ['an assignment', 'let value: Sized = { length: 1 }; value = text; say(value.length);'],
  [
    'an assignment to what was made of a literal',
    "let value = { length: 1 }; value = 'abc'; say(value.length);",
  ],
  [
    'an assignment to what was made of an empty literal',
    "let value = {}; if (names.length > 1) value = 'abc'; say(value);",
  ],
  ['an assignment where there is none', 'let value: Sized | undefined; value ??= text; say(value.length);'],
  ['the default of a parameter', "const f = (value: Sized = 'abc'): void => { say(value.length); }; f();"],
  [
    'the default in a pattern',
    "const f = ({ value = 'abc' }: { readonly value?: Sized }): void => { say(value.length); }; f({});",
  ],
  ['a result', "const f = (): Sized => 'abc'; say(f().length);"],
  ['a returned value', 'const f = (): Sized => { say(1); return text; }; say(f().length);'],
  ['a result of a body', "const value: Sized = stage('x', () => text); say(value.length);"],
  [
    'a result of branches',
    'const all: { readonly [name: string]: Sized } = parallel({ a: () => text }); say(all);',
  ],
  ['a result of map', 'const all = names.map((name): Sized => name); say(all.length);'],
  ['results of map', 'const all: readonly Sized[] = names.map((name) => name); say(all.length);'],
  ['a property', 'const all: { readonly a: Sized } = { a: text }; say(all.a.length);'],
  [
    'a property of a property',
    "const all: { readonly a: { readonly b: Sized } } = { a: { b: 'x' } }; say(all.a.b.length);",
  ],
  ['a short property', 'const all: { readonly text: Sized } = { text }; say(all.text.length);'],
  [
    'a part of an object',
    'const has = { a: text }; const all: { readonly a: Sized } = has; say(all.a.length);',
  ],
  [
    'a copy of an object',
    'const has = { a: text }; const all: { a: Sized } = { ...has }; say(all.a.length);',
  ],
  ['an element', 'const all: Sized[] = []; all.push(text); say(all.length);'],
  ['elements', 'const all: readonly Sized[] = names; say(all.length);'],
  ['elements of a copy', 'const all: Sized[] = [...names]; say(all.length);'],
  ['an element of a list of lists', "const all: readonly (readonly Sized[])[] = [['a']]; say(all.length);"],
  ['an element of a tuple', 'const all: readonly [Sized] = [text]; say(all.length);'],
  [
    'a tuple',
    "const pair: readonly [string] = ['a']; const first: { readonly 0: string } = pair; say(first);",
  ],
  ['elements of a loop', 'for (const each of names satisfies readonly Sized[]) say(each.length);'],
  ['an index', 'const all: { [name: string]: Sized } = {}; all[text] = text; say(all);'],
  ['a parameter of a callback', 'say(names.map((name: Sized) => name.length));'],
  [
    'a function that takes one',
    'const f = (value: Sized): number => value.length; const g: (text: string) => number = f; say(g(text));',
  ],
  ['a function that gives one', 'const f = (): string => text; const g: () => Sized = f; say(g().length);'],
  ['a type parameter', 'say(generic(text));'],
  ['a type parameter of elements', 'say(genericList(names));'],
  ['a type parameter of a result', 'say(genericGiving(() => text));'],
  ['a type parameter of objects', 'say(genericObject(names));'],
  [
    'a type parameter of a function value',
    'const f = <Value extends Sized>(value: Value): number => value.length; say(f(text));',
  ],
  [
    'what a type parameter stands for',
    'const f = <Value extends string>(value: Value): string => sized(value) + value; say(f(text));',
  ],
  ['keys of a list', 'say(keys(names)); '],
  ['keys of a list, directly', 'say(Object.keys(names));'],
  ['keys of a function', 'const f = (): void => { say(1); }; f(); say(keys(f));'],
  ['keys of pairs', 'say(keys(names.entries()));'],
  [
    'keys of something',
    'const f = (value: unknown): string => value === undefined ? text : Object.keys(value).join(text); say(f(1));',
  ],
  ['entries of something', 'const value: {} = text; say(Object.entries(value));'],
  ['a number', 'const value: { readonly toFixed: (digits: number) => string } = names.length; say(value);'],
  [
    'a value of any kind as an object of optional properties',
    'const f = (value: { readonly a?: string }): string => value.a ?? text; const value: {} = text; say(f(value));',
  ],
  ['an optional property', 'const value: { readonly length?: number } = text; say(value.length);'],
  ['a class of JavaScript', 'const value: String = text; say(value.length);'],
])('%s is refused', (_title, body) => {
  expect(diagnosticsOf(body).map(({ code }) => code)).toEqual(['GIG2061']);
});

test.each([
  ['an empty object', 'const none = {}; say([keys(none), { ...none, a: text }]);'],
  ['an object', 'say([sized({ length: 1 }), keys({ length: 1 }), generic({ length: 2 })]);'],
  [
    'what is some value',
    "say([some('a'), some(1), some(true), some(names), some({ a: 1 }), genericSome(text)]);",
  ],
  [
    'what is unknown',
    "say([whatever('a'), whatever(1), whatever(true), whatever(names), whatever({ a: 1 })]);",
  ],
  [
    'a place for what a type parameter stands for',
    'const f = <Value,>(value: Value | Sized): void => { say(value); }; f(text); f({ length: 1 });',
  ],
  [
    'an object that is more than a type parameter says',
    'const f = <Value,>(value: Value & Sized): unknown => ({ ...value, text }); say(f({ length: 1, a: 2 }));',
  ],
  [
    'a place for both',
    'const f = (value: string | Sized): void => { say(value); }; f(text); f({ length: 1 });',
  ],
  [
    'a place for its own kind',
    "const all: readonly { readonly a: string }[] = [{ a: text }, { a: 'x' }]; say(all);",
  ],
  ['what gives an object', 'say(names.map((name): Sized => ({ length: name.length })));'],
])('%s is taken', (_title, body) => {
  expect(diagnosticsOf(body)).toEqual([]);
});

test('the message says what is passed and for what it would be taken', () => {
  expect(diagnosticsOf('say([\nsized(names),\nkeys(() => 1)]);').map(({ text }) => text)).toEqual([
    "23: A list is passed on as 'Sized': Groovy would take it for a map, and it is none.",
    "24: A function is passed on as 'object': Groovy would take it for a map, and it is none.",
  ]);
});
