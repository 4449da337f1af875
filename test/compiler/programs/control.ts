/** Order, conditions, loops, closures, numbers. */
import type { Programs } from './program';

export const control: Programs = {
  'a switch whose default does not stand last': [
    `for (const text of ['a', 'b', 'c']) { let found = 'none'; switch (text) { default: found = 'other'; break; case 'b': found = 'b'; } say(found); }
    for (const text of ['a', 'b', 'c']) { let found = 'none'; switch (text) { default: case 'a': found = 'a'; break; case 'b': if (text === 'b') found = 'b'; } say(found); }
    for (const text of ['a', 'b', 'c']) { let found = 'none'; switch (text) { case 'a': found = 'a'; break; default: found = 'other'; break; case 'b': } say(found); }`,
    '"other"',
    '"b"',
    '"other"',
    '"a"',
    '"b"',
    '"a"',
    '"a"',
    '"none"',
    '"other"',
  ],
  'operands are evaluated from left to right, also when one needs statements': [
    `let log = '';
    const mark = (name: string): string => { log = log + name; return name; };
    const names: { readonly [key: string]: string } = {};
    say(mark('a') + (names['x'] ?? mark('b')) + mark('c'));
    say(log);
    const list = [mark('d'), given().text ?? mark('e'), mark('f')];
    say(list);
    say(log);`,
    '"abc"',
    '"abc"',
    '["d","e","f"]',
    '"abcdef"',
  ],
  'a default applies to what is absent, not to false, 0, an empty text or an empty list': [
    `const empty: Given = { count: 0, text: '', flag: false, list: [], group: {} };
    const { count = 1, text = 'x', flag = true, list = ['y'], group: { inner = 5 } = { inner: 6 } } = empty;
    say([count, text, flag, list.length, inner].length);
    say(count); say(text); say(flag); say(list); say(inner);
    const { count: c = 1, text: t = \`x\${count}\`, flag: f = true, list: l = ['y'], group: { inner: i } = { inner: 6 } } = given();
    say(c); say(t); say(f); say(l); say(i ?? 'none');`,
    '5',
    '0',
    '""',
    'false',
    '[]',
    '5',
    '1',
    '"x0"',
    'true',
    '["y"]',
    '6',
  ],
  'an empty list and an empty object are true, an empty text is false': [
    `const list: readonly string[] = [];
    const absent = given().list;
    const text: string = '';
    const off: false | { inner?: number } = false as const;
    if (list) say('list'); else say('no list');
    if (absent) say('absent'); else say('no absent');
    if (text) say('text'); else say('no text');
    if (!list) say('empty');
    if (given().group || text) say('either'); else say('neither');
    say(isOn(off)); say(isOn({})); say(isOn(undefined));`,
    '"list"',
    '"no absent"',
    '"no text"',
    '"neither"',
    'false',
    'true',
    'false',
  ],
  '?? asks for absence only, and evaluates its left side once': [
    `let calls = 0;
    const next = (): number | undefined => { calls++; return calls > 1 ? calls : undefined; };
    say(next() ?? 'first');
    say(next() ?? 'second');
    say(given().count ?? 7);`,
    '"first"',
    '2',
    '7',
  ],
  'optional chains end at what is absent': [
    `const group = given().group;
    say(group?.inner ?? 'none');
    const deep: { a?: { b: { c: string } } } = {};
    say(deep.a?.b.c ?? 'nothing');
    say(deep.a?.b.c.toUpperCase() ?? 'no text');
    const full: { a?: { b: { c: string } } } = { a: { b: { c: 'x' } } };
    say(full.a?.b.c.toUpperCase() ?? 'no text');
    const hooks: { before?: (name: string) => void; after?: (name: string) => void } = { before: (name) => { say(name); } };
    hooks.before?.('hook');
    hooks.after?.('never');`,
    '"none"',
    '"nothing"',
    '"no text"',
    '"X"',
    '"hook"',
  ],
  'brackets in an optional chain: nothing is evaluated behind what is absent': [
    `const command = (text: string): string => { echo(text); return text; };
    const lists: { a?: readonly string[]; b?: readonly string[] } = { a: ['x', 'y'] };
    const tables: { a?: { readonly [key: string]: { readonly n: number } } ; b?: { readonly [key: string]: { readonly n: number } } } = { a: { k: { n: 1 } } };
    say(lists.a?.[1] ?? 'none'); say(lists.a?.[2] ?? 'none'); say(lists.b?.[0] ?? 'none');
    say(lists.a?.[lists.a.length - 1]?.toUpperCase() ?? 'none');
    say(tables.a?.['k']?.n ?? 0); say(tables.a?.['none']?.n ?? 0); say(tables.b?.['k']?.n ?? 0);
    say(tables.a?.[command('k')]?.n ?? 0); say(tables.b?.[command('never')]?.n ?? 0);
    say(given().list?.[command('never').length] ?? 'none');`,
    '"y"',
    '"none"',
    '"none"',
    '"Y"',
    '1',
    '0',
    '0',
    'k',
    '1',
    '0',
    '"none"',
  ],
  'closures in loops keep the value of their round': [
    `const later: (() => void)[] = [];
    for (const name of ['a', 'b']) { later.push(() => { say(name); }); }
    for (let i = 0; i < 2; i++) { later.push(() => { say(i); }); }
    for (const [key, value] of Object.entries({ x: 1, y: 2 })) { later.push(() => { say(\`\${key}\${value}\`); }); }
    for (const run of later) run();`,
    '"a"',
    '"b"',
    '0',
    '1',
    '"x1"',
    '"y2"',
  ],
  'a closure shares a variable with the function around it': [
    `let count = 0;
    const add = (): void => { count = count + 2; };
    add(); add();
    say(count);
    stage('s', () => { count++; });
    say(count);`,
    '4',
    '5',
  ],
  'loops, break and continue': [
    `let n = 0;
    while (true) { n++; if (n === 2) continue; if (n > 4) break; say(n); }
    for (const x of [1, 2, 3, 4]) { if (x % 2 === 0) continue; if (x > 2) break; say(x); }
    const letters = ['a', 'b', 'c'];
    for (let i = 1; i < letters.length; i++) { say(letters[i] ?? ''); }
    let next: string | undefined = 'go';
    while (next !== undefined) { say(next); next = next === 'go' ? 'stop' : undefined; }`,
    '1',
    '3',
    '4',
    '1',
    '"b"',
    '"c"',
    '"go"',
    '"stop"',
  ],
  'a switch compares by value and stops at break': [
    `for (const gate of ['report', 'fail', 'other', 'unstable']) {
      switch (gate) {
        case 'report':
        case 'unstable':
          say('soft');
          break;
        case 'fail': {
          say('hard');
          break;
        }
        default:
          say('unknown');
      }
    }
    say(grade(1)); say(grade(2)); say(grade(3));`,
    '"soft"',
    '"hard"',
    '"unknown"',
    '"soft"',
    '"one"',
    '"two"',
    '"many"',
  ],
  'numbers are those of JavaScript': [
    `const third = 1 / 3;
    say(7 / 2); say(6 / 2); say(third); say(0.1 + 0.2); say(1000000 * 3000000); say(2147483647 + 1);
    say(-7 % 3); say(5 - 7.5); say(\`\${7 / 7} \${2.5} \${-0.5}\`); say(-third);
    let sum = 0.5; sum += 0.25; sum -= 1; sum *= 4; say(sum);
    say([1, 2].length - 1 + 10); say(3 > 2.5); say(1 === 1.0);`,
    '3.5',
    '3',
    '0.3333333333333333',
    '0.30000000000000004',
    '3000000000000',
    '2147483648',
    '-1',
    '-2.5',
    '"1 2.5 -0.5"',
    '-0.3333333333333333',
    '-1',
    '11',
    'true',
    'true',
  ],
  'jumps leave what they should: a switch in a loop, a loop in a try, a function from inside both': [
    `for (const n of [1, 2, 3, 4, 5]) {
      switch (n) {
        case 1:
          continue;
        case 2:
          break;
        case 4:
          say('four');
          continue;
        default:
          say(n);
      }
      say(\`after \${n}\`);
    }
    say(search(['a', 'b'], 'b')); say(search(['a'], 'c'));
    for (const n of [1, 2, 3]) {
      try { if (n === 1) continue; if (n === 3) break; say(\`try \${n}\`); } finally { say(\`finally \${n}\`); }
    }
    [1, 2, 3].forEach((n) => { if (n === 2) return; say(\`each \${n}\`); });`,
    '"after 2"',
    '3',
    '"after 3"',
    '"four"',
    '5',
    '"after 5"',
    '"found b"',
    '"no c"',
    '"finally 1"',
    '"try 2"',
    '"finally 2"',
    '"finally 3"',
    '"each 1"',
    '"each 3"',
  ],
  'what a closure captures is alive after the steps in between, also when it is assigned later': [
    `let phase = 'start';
    const list: string[] = [];
    const note = (text: string): void => { list.push(\`\${phase} \${text}\`); };
    note('a');
    stage('one', () => { phase = 'one'; note('b'); });
    const group: { inner?: number; name: string } = { name: 'g' };
    stage('two', () => { group.inner = 5; phase = \`\${phase}+two\`; note(group.name); });
    say(list); say(group.inner ?? 0); say(phase);
    let result: string | undefined;
    stage('three', () => { result = 'set'; });
    say(result ?? 'unset');`,
    '["start a","one b","one+two g"]',
    '5',
    '"one+two"',
    '"set"',
  ],
  'a function that gives nothing returns what gives nothing': [
    `const list = ['a']; const hook = (): void => { say('hook'); }; hook(); silent(list); say(list);`,
    '"hook"',
    '["a"]',
  ],
};
