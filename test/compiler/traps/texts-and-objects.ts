/** Traps 9 to 16: texts, absence, objects, regular expressions, lists. */
import type { TrapProgram } from './trap';

export const textsAndObjects: readonly TrapProgram[] = [
  {
    title: 'trap 9: a text made of parts is a text at once',
    module: `function tag(n: number): string { return \`v\${n}\`; }`,
    body: `let n = 1; const text = \`v\${n}\`; const made = (): string => \`m\${n}\`; n = 2;
    const record: { [key: string]: number } = {}; record[\`v\${n}\`] = 5; record[tag(3)] = 6;
    say(text); say(made()); say(record['v2'] ?? 'lost'); say(record['v3'] ?? 'lost'); say(['v1'].includes(text)); say([tag(1)].indexOf('v1'));`,
    said: ['"v1"', '"m2"', '5', '6', 'true', '0'],
  },
  {
    title: 'trap 10: an element, an entry and a result that are absent are absent alike',
    module: `interface Options { readonly name?: string; readonly level?: number }
function nothing(): string | undefined { return undefined; }
function described({ name = 'default', level = 3 }: Options): string { return \`\${name}\${level}\`; }`,
    body: `const list: readonly string[] = ['a']; const record: { [key: string]: string } = {};
    say(list[7] ?? 'none'); say(record['x'] ?? 'none'); say(nothing() ?? 'none'); say(list.find((each) => each === 'z') ?? 'none');
    say(described({})); say(described({ level: 0, name: '' })); say(nothing() === undefined); say(['a', nothing()].length);`,
    said: ['"none"', '"none"', '"none"', '"none"', '"default3"', '"0"', 'true', '2'],
  },
  {
    title: 'trap 11: JSON keeps the order of keys and prints whole numbers without a fraction',
    body: `say({ b: 1, a: 2, list: [1.0, 2.5, 1e21] }); say(JSON.stringify({ z: { y: 1, x: '/' } }, undefined, 2)); say(['"', '\\\\', '\\u2028', 'é']);`,
    said: [
      '{"b":1,"a":2,"list":[1,2.5,1e+21]}',
      JSON.stringify(JSON.stringify({ z: { y: 1, x: '/' } }, undefined, 2)),
      JSON.stringify(['"', '\\', '\u2028', 'é']),
    ],
  },
  {
    title: 'trap 12: keys that look like numbers come first, in their order',
    body: `const record: { [key: string]: number } = { b: 1, '10': 2, '9': 3, '01': 4 }; record['0'] = 5; record['4294967295'] = 6;
    say(Object.keys(record)); say(Object.values(record)); say(Object.entries(record).map(([key]) => key)); say(record);
    say(Object.keys({ ...record, '1': 0 }));`,
    said: [
      '["0","9","10","b","01","4294967295"]',
      '[5,3,2,1,4,6]',
      '["0","9","10","b","01","4294967295"]',
      '{"0":5,"9":3,"10":2,"b":1,"01":4,"4294967295":6}',
      '["0","1","9","10","b","01","4294967295"]',
    ],
  },
  {
    title: 'trap 13: a member of an object is its entry, not a member of a Java map',
    body: `const hooks = { get: (text: string) => text + '!', size: () => 'own', each: (text: string) => text };
    const record = { class: 'c', size: 3, empty: 'full', keySet: 'k', values: [1], metaClassName: 'm' };
    say(hooks.get('x')); say(hooks.size()); say(hooks.each('y'));
    say(record.class); say(record.size); say(record.empty); say(record.keySet); say(record.values); say(record.metaClassName);
    const { class: taken, size } = record; say(taken); say(size);`,
    said: ['"x!"', '"own"', '"y"', '"c"', '3', '"full"', '"k"', '[1]', '"m"', '"c"', '3'],
  },
  {
    title: 'trap 14: a regular expression accepts what JavaScript accepts',
    body: `say(/^v\\d+$/.test('v1')); say(/^v\\d+$/.test('v1\\n')); say(/\\s/.test('\\u00a0')); say(/^.$/.test('\\u0085'));
    say(/[[]/.test('[')); say(/^[a&&b]$/.test('&')); say(/\\bx/.test('éx')); say(/^\\w$/.test('é')); say(/I/i.test('ı'));
    say('a1b22'.replaceAll(/\\d+/g, '<$&>')); say('x'.replaceAll(/(a)?x/g, '[$1]')); say(/^..$/.test('😀'));`,
    said: [
      'true',
      'false',
      'true',
      'true',
      'true',
      'true',
      'true',
      'false',
      'false',
      '"a<1>b<22>"',
      '"[]"',
      'true',
    ],
  },
  {
    title: 'trap 15: members of a text do what JavaScript does',
    body: `say('a.b.c'.replace('.', '-')); say('a.b..'.split('.')); say('abc'.slice(-2)); say('abc'.slice(2, 1)); say('abc'.charAt(9));
    say('\\u00a0a\\u0001'.trim()); say('TITLE I'.toLowerCase()); say('ß'.toUpperCase()); say('a'.replace('a', '$&$$'));`,
    said: [
      '"a-b.c"',
      '["a","b","",""]',
      '"bc"',
      '""',
      '""',
      JSON.stringify('a\u0001'),
      '"title i"',
      '"SS"',
      '"a$"',
    ],
  },
  {
    title: 'trap 16: ranges do not run backwards, lists do not flatten',
    body: `const couple = ['a', 'b']; const list = [1, 2, 3];
    say(list.slice(2, 1)); say(list.slice(5)); say([...couple, ...[couple]]); say([couple].concat([couple])); say([[1], [2, [3]]]);
    say([1, 2.5].join('+')); say(['a', undefined, 'b'].join('-')); say([0, ...[], 1]); for (let i = 3; i < 1; i++) say(i);`,
    said: [
      '[]',
      '[]',
      '["a","b",["a","b"]]',
      '[["a","b"],["a","b"]]',
      '[[1],[2,[3]]]',
      '"1+2.5"',
      '"a--b"',
      '[0,1]',
    ],
  },
];
